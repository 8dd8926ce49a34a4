import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntityStatus, Release, StatusByRelease } from '../model/entity.ts';
import { RELEASES } from '../model/entity.ts';
import type { NameInRelease } from '../model/name-in-release.ts';
import type { EntityView } from '../model/page-views.ts';
import { groupSuccessors } from './group-successors.ts';
import { renderName } from './render-name.ts';
import { countOf, MARK_WORDS, MOVED_BY_GUESS, REASON_WORDS, STATE_WORDS, stateWord } from './wording.ts';

const EXPORT_WORDS = {
  none: 'Not exported: a module cannot call it.',
  all: 'Exported to every module.',
  gpl: 'Exported to modules under a GPL-compatible licence only.',
} as const;

const IN_HEADER = 'Defined in a header: a module that includes it has it, without an export.';

/** An inline function or a macro of a public header. */
function isInHeader(status: EntityStatus, known: NameInRelease | undefined): boolean {
  const best = known?.definitions[0];
  return (
    status.export === 'none' &&
    best?.file.endsWith('.h') === true &&
    best.reasons.includes('public-header') &&
    !best.reasons.includes('declaration-only')
  );
}

/** The article of one name: head, both releases side by side, successors, what the notes say. */
export function renderEntity(view: EntityView, packages: Readonly<Record<string, string>>): string {
  return (
    renderHead(view) +
    renderReleases(view, packages) +
    renderSuccession(view) +
    renderFamily(view) +
    renderMentions(view)
  );
}

function renderHead({ entity, mark }: EntityView): string {
  const aliases = entity.aliases
    .filter((alias) => alias !== entity.name)
    .map((alias) => `<code>${escapeHtml(alias)}</code>`);
  return (
    `<header class="kn-head"><h1 class="kn-name">${escapeHtml(entity.name)}</h1><p class="kn-meta"><span>${entity.kind}</span>` +
    (MARK_WORDS[mark] && mark !== 'unchecked'
      ? `<span class="kn-mark" data-mark="${mark}">${MARK_WORDS[mark]}</span>`
      : '') +
    `<span>${countOf(entity.mentionCount, 'mention')} in ${countOf(entity.entries.length, 'note')}</span>` +
    (aliases.length > 0 ? `<span>also written ${aliases.join(', ')}</span>` : '') +
    `</p></header>`
  );
}

function renderReleases({ status, known = {} }: EntityView, packages: Readonly<Record<string, string>>): string {
  const states = RELEASES.map((release) => status[release]);
  if (states.every(({ state }) => state === 'unchecked'))
    return `<p class="kn-unchecked">Not checked against a kernel yet.</p>`;
  if (states.every(({ state }) => state === 'outside'))
    return `<p class="kn-unchecked">Not a name of the kernel: it belongs to user space, to a book’s example or to the note itself.</p>`;
  const columns = RELEASES.map((release) =>
    renderRelease(release, status[release], stateWord(status, release), known[release], packages[release]),
  );
  return `<section class="kn-releases" aria-label="By release">${columns.join('')}</section>${renderChange(status)}`;
}

/** What changed from the first release to the last, in one line; empty where nothing did or one of them lacks the name. */
function renderChange(status: StatusByRelease): string {
  const [before, after] = [RELEASES[0], RELEASES.at(-1)].map((release) => status[release ?? '6.1']);
  if (before?.state !== 'present' || after?.state !== 'present') return '';
  const changes = [
    before.file === after.file ? '' : 'the file',
    before.signature === after.signature ? '' : 'the signature',
    before.export === after.export ? '' : 'the export',
    before.namespace === after.namespace ? '' : 'the namespace',
  ].filter(Boolean);
  const text = changes.length === 0 ? 'The same in both releases.' : `What changed: ${changes.join(', ')}.`;
  return `<p class="kn-changed">${text}</p>`;
}

/** Every place that defines the name, folded away behind how many there are; none is called the definition. */
function renderDefinitions({ definitions, more }: NameInRelease): string {
  const total = definitions.length + more;
  if (total < 2) {
    const reasons = definitions[0]?.reasons.map((reason) => REASON_WORDS[reason]) ?? [];
    return reasons.length === 0 ? '' : `<p class="kn-why">${reasons.join(', ')}</p>`;
  }
  const items = definitions.map(
    ({ kind, file, line, within, reasons }) =>
      `<li><code>${breakPath(file)}${line === undefined ? '' : `:${line}`}</code> ${kind}` +
      (kind === 'field' && within !== undefined ? ` of <code>${escapeHtml(within)}</code>` : '') +
      `<span class="kn-why">${reasons.map((reason) => REASON_WORDS[reason]).join(', ')}</span></li>`,
  );
  return (
    `<details class="kn-definitions"><summary>Best of ${countOf(total, 'definition')} found</summary><ol>${items.join('')}</ol>` +
    `${more > 0 ? `<p class="kn-rest">${more} more</p>` : ''}</details>`
  );
}

/** The struct of a member, the members of a struct, what it replaced, samples that use it. */
function renderFamily({ owner, members = [], predecessors = [], samples = [] }: EntityView): string {
  const rows = [
    owner && ['Member of', renderName(owner)],
    members.length > 0 && ['Members in these notes', members.map(renderName).join(', ')],
    predecessors.length > 0 && ['Takes the place of', predecessors.map(renderName).join(', ')],
    samples.length > 0 && [
      'Used by samples',
      samples.map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`).join(', '),
    ],
  ].flatMap((row) => (row ? [`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>`] : []));
  return rows.length === 0 ? '' : `<dl class="kn-family">${rows.join('')}</dl>`;
}

function renderRelease(
  release: Release,
  status: EntityStatus,
  word: string,
  known: NameInRelease | undefined,
  packageVersion: string | undefined,
): string {
  const { state, file, line, to, isGuess = false, signature, namespace } = status;
  const place = file === undefined ? '' : `<code>${breakPath(file)}${line === undefined ? '' : `:${line}`}</code>`;
  const rows = [
    place && `<p>${place}</p>`,
    state === 'present' && known !== undefined ? renderDefinitions(known) : '',
    known?.header === undefined ? '' : `<p>Include <code>&lt;${escapeHtml(known.header)}&gt;</code></p>`,
    to === undefined ? '' : `<p>${isGuess ? MOVED_BY_GUESS : 'now'} <code>${breakPath(to)}</code></p>`,
    signature === undefined ? '' : `<pre class="kn-signature" tabindex="0"><code>${escapeHtml(signature)}</code></pre>`,
    status.export === undefined ? '' : `<p>${isInHeader(status, known) ? IN_HEADER : EXPORT_WORDS[status.export]}</p>`,
    namespace === undefined
      ? ''
      : `<p>In namespace <code>${escapeHtml(namespace)}</code>: import it with <code>MODULE_IMPORT_NS</code>.</p>`,
  ];
  return (
    `<div data-of="${release}"><h2>${release} <span class="kn-entity-state" data-state="${word === STATE_WORDS[state] ? state : 'newer'}">${word}</span></h2>` +
    rows.join('') +
    (packageVersion === undefined ? '' : `<p class="kn-package">Debian’s linux ${escapeHtml(packageVersion)}</p>`) +
    `</div>`
  );
}

function renderSuccession({ entity, successors = [] }: EntityView): string {
  const { suggestion, replacedBy = [], howToPort } = entity;
  if (suggestion === undefined && replacedBy.length === 0 && howToPort === undefined) return '';
  const nameOf = (title: string) => {
    const known = successors.find((name) => name.title === title);
    return known ? renderName(known) : `<code>${escapeHtml(title)}</code>`;
  };
  const items = groupSuccessors(replacedBy).map(
    ({ names, how }) => `<li><p>${names.map(nameOf).join(', ')}</p><p>${escapeHtml(how)}</p></li>`,
  );
  return (
    `<section class="kn-part kn-succession">` +
    (suggestion === undefined ? '' : `<p class="kn-mark" data-mark="slip">Probably meant: ${nameOf(suggestion)}</p>`) +
    (items.length === 0 ? '' : `<h2>What takes its place</h2><ul>${items.join('')}</ul>`) +
    (howToPort === undefined
      ? ''
      : `<h2>What takes its place</h2><ul><li><p>Nothing</p><p>${escapeHtml(howToPort)}</p></li></ul>`) +
    `</section>`
  );
}

function renderMentions({ mentions, moreMentions, moreEntries }: EntityView): string {
  if (mentions.length === 0) return '';
  const groups = mentions.map(({ entry, quotes, more }) => {
    const items = quotes.map(
      ({ html, url, heading }) =>
        `<li><blockquote>${html}</blockquote><a class="kn-where" href="${escapeHtml(url)}">${escapeHtml(heading || 'at its head')}</a></li>`,
    );
    return (
      `<section class="kn-quoted"><h3><a href="${escapeHtml(entry.url)}">${escapeHtml(entry.title)}</a> <span class="kn-facts"><span>${entry.kind}</span></span></h3>` +
      `<ul>${items.join('')}</ul>${more > 0 ? `<p class="kn-rest">${countOf(more, 'more mention')} there</p>` : ''}</section>`
    );
  });
  const rest =
    moreMentions > 0
      ? `<p class="kn-rest">${countOf(moreMentions, 'more mention')}${moreEntries > 0 ? ` in ${countOf(moreEntries, 'more note')}` : ''}.</p>`
      : '';
  return `<section class="kn-part"><h2>What the notes say</h2>${groups.join('')}${rest}</section>`;
}

/** A path that may break after its slashes. */
function breakPath(path: string): string {
  return escapeHtml(path).replaceAll('/', '/<wbr>');
}
