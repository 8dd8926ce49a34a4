import { defaultSchema, type Schema } from 'hast-util-sanitize';

const attributes = defaultSchema.attributes ?? {};

/**
 * What HTML of a note may keep: GitHub's list, with disclosure widgets, figures and our own marks. Scripts, styles, handlers, forms, frames
 * and every attribute that loads from elsewhere go. URLs of links and images and identifiers are looked at afterwards, by link-targets.ts and
 * tidy-ids.ts.
 */
export const SANITISE_SCHEMA: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
    'abbr',
    'aside',
    'bdi',
    'bdo',
    'cite',
    'dfn',
    'figcaption',
    'figure',
    'mark',
    'small',
    'time',
    'u',
    'wbr',
    'caption',
    'center',
    'section',
  ],
  attributes: {
    ...attributes,
    '*': (attributes['*'] ?? []).filter((name) => name !== 'name' && name !== 'target'),
    a: [
      'href',
      'id',
      'name',
      'title',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
      ['className', 'data-footnote-backref'],
    ],
    aside: [['className', 'kn-callout'], 'dataCallout'],
    code: [['className', 'kn-math', 'kn-template']],
    div: [['className', 'kn-table'], 'tabIndex'],
    h2: [['className', 'sr-only'], 'id'],
    img: ['src', 'alt', 'title', 'width', 'height', 'loading'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start', 'type', ['className', 'contains-task-list']],
    p: ['id', ['className', 'kn-definition', 'kn-callout-title', 'kn-check', 'kn-fix', 'kn-label']],
    pre: ['dataKnCode'],
    section: ['dataFootnotes', ['className', 'footnotes', 'kn-cause']],
    ul: [['className', 'contains-task-list']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
  },
  protocols: { cite: ['http', 'https'], longDesc: ['http', 'https'] },
};
