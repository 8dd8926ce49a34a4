/**
 * One note to the parts that become entries.
 *
 * The note itself is always a part (slug ''), so that adding a section never takes its page away. A note falls apart
 *   1. at chapter headings, where it has some;
 *   2. else at its `#` headings, where it has several and no title of its own: each becomes a topic, and a heading with nothing but
 *      subheadings under it hands these on as topics too;
 *   3. and in any case at the items of its lists of errors and of open questions.
 * Where a part was taken out, a list of links to it takes its place; no text is in two parts, none is in none.
 */
import type { Heading, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../markdown/remark/walk.ts';
import type { EntryKind } from '../../model/entry.ts';
import { isErrorsHeading, isQuestionsHeading, kernelVersionIn, readChapter } from '../classify/classify-headings.ts';
import { readErrorItem } from '../classify/read-error-item.ts';
import { readQuestionItem } from '../classify/read-question-item.ts';
import { SLOT } from '../render/slots.ts';
import type { NotePart } from './note-part.ts';
import { Slugger, shortSlug, slugOf } from './slug-headings.ts';

declare module 'mdast' {
  interface ListData {
    /** Slugs of the parts that stood here. */
    parts?: readonly string[];
  }
  interface HeadingData {
    /** Anchor in the note, as GitHub makes it. */
    slug?: string;
  }
}

/** What is known of a note before its shape is looked at. */
export interface NoteContext {
  /** Kind by front matter or by folder; a note that declares one is one entry of it. */
  readonly declaredKind: EntryKind | undefined;
  /** Title by front matter. */
  readonly declaredTitle: string | undefined;
  /** Title when nothing else gives one: the file's name. */
  readonly fileTitle: string;
  /** Number of lines of the file. */
  readonly lineCount: number;
}

const RE_GIVEN_ID = /\s*\{#([\w-]{1,60})\}\s*$/;
const RE_LINKING = /^(?:link|image|footnote)/;

interface Section {
  readonly heading: Heading;
  readonly title: string;
  readonly nodes: RootContent[];
}

/** Parts of a note in the order of the text, the note itself first. Gives every heading its anchor in `data.slug`. */
export function splitNote(children: readonly RootContent[], context: NoteContext): readonly NotePart[] {
  const slugger = new Slugger();
  const headings = children.filter((node) => node.type === 'heading');
  for (const heading of headings)
    heading.data = { ...heading.data, slug: slugger.next(takeId(heading) ?? plainText(heading)) };
  const parts: NotePart[] = [];
  const depth = context.declaredKind === undefined ? splitDepth(headings, context) : undefined;
  const [before, sections] = depth === undefined ? [[...children], []] : sectionsAt(children, depth);
  const root = makeRoot(before, sections, context);
  parts.push(root);
  const taken = new PartSlugs();
  for (const section of sections) splitSection(section, '', parts, taken);
  for (const part of [...parts]) if (part.kind !== 'error' && part.kind !== 'sample') takeItems(part, parts, taken);
  return closeRanges(parts, context.lineCount);
}

/** Takes an identifier that the writer gave, `{#like-this}`, off a heading; `undefined` when there is none. */
function takeId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  const match = last?.type === 'text' ? RE_GIVEN_ID.exec(last.value) : null;
  if (last?.type !== 'text' || match === null) return undefined;
  last.value = last.value.slice(0, match.index);
  if (last.value === '') heading.children.pop();
  return heading.children.length === 0 ? undefined : match[1];
}

/** Most entries that a note may fall apart into at its headings, or a list at its items; beyond it is a table, and stays one page. */
const MAX_PARTS = 400;
/** Longest title, in UTF-16 units; a longer heading is shown whole below its title. */
const MAX_TITLE = 200;

/** `title` cut at a word, with an ellipsis, when it is too long for one. */
function cutTitle(title: string): string {
  if (title.length <= MAX_TITLE) return title;
  const cut = title.slice(0, MAX_TITLE).lastIndexOf(' ');
  return `${title.slice(0, cut > MAX_TITLE / 2 ? cut : MAX_TITLE).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Unique slugs of parts; unlike anchors they are made from the sentence of an item, too. */
class PartSlugs {
  readonly #used = new Set<string>(['']);

  next(slug: string): string {
    let unique = slug;
    for (let count = 2; this.#used.has(unique); count++) unique = `${slug}-${count}`;
    this.#used.add(unique);
    return unique;
  }
}

function splitDepth(headings: readonly Heading[], context: NoteContext): number | undefined {
  const chapters = headings.filter((heading) => readChapter(plainText(heading)) !== undefined);
  const chapterDepth = Math.min(...chapters.map((heading) => heading.depth));
  const chapterCount = chapters.filter((heading) => heading.depth === chapterDepth).length;
  if (chapterCount > 1 && chapterCount <= MAX_PARTS) return chapterDepth;
  const top = headings.filter((heading) => heading.depth === 1);
  return top.length > 1 && top.length <= MAX_PARTS && context.declaredTitle === undefined ? 1 : undefined;
}

function sectionsAt(children: readonly RootContent[], depth: number): [RootContent[], Section[]] {
  const before: RootContent[] = [];
  const sections: Section[] = [];
  for (const node of children) {
    if (node.type === 'heading' && node.depth <= depth && (node.depth === depth || sections.length > 0)) {
      sections.push({ heading: node, title: plainText(node).trim() || 'Untitled', nodes: [] });
    } else (sections.at(-1)?.nodes ?? before).push(node);
  }
  return [before, sections];
}

function makeRoot(nodes: RootContent[], sections: readonly Section[], context: NoteContext): NotePart {
  const first = nodes[0];
  const heading = sections.length === 0 || nodes.length > 0 ? nodes.find((node) => node.type === 'heading') : undefined;
  const isTitle =
    heading !== undefined &&
    (heading === first || heading.depth === 1) &&
    nodes.filter((node) => node.type === 'heading' && node.depth <= heading.depth).length === 1;
  const isSameTitle =
    heading !== undefined &&
    heading === first &&
    context.declaredTitle !== undefined &&
    slugOf(plainText(heading)) === slugOf(context.declaredTitle);
  const taken = isSameTitle || (isTitle && context.declaredTitle === undefined) ? heading : undefined;
  const headed = taken === undefined ? undefined : plainText(taken).trim();
  const chapter = readChapter(context.declaredTitle ?? headed ?? '');
  const kind = context.declaredKind ?? (chapter === undefined ? 'topic' : 'chapter');
  const written = context.declaredTitle ?? (headed || context.fileTitle);
  return {
    kind,
    title: cutTitle(kind === 'chapter' && chapter !== undefined && chapter.name !== '' ? chapter.name : written),
    slug: '',
    parent: undefined,
    heading: taken,
    nodes: [...restOf(taken, context.declaredTitle), ...nodes.filter((node) => node !== taken)],
    line: 1,
    endLine: context.lineCount,
    number: kind === 'chapter' ? chapter?.number : undefined,
  };
}

function splitSection(section: Section, parent: string, parts: NotePart[], slugs: PartSlugs): void {
  const chapter = readChapter(section.title);
  const slug = slugs.next(section.heading.data?.slug ?? slugOf(section.title));
  const line = section.heading.position?.start.line ?? 1;
  const inner = section.nodes.filter((node) => node.type === 'heading');
  const isContainer = chapter === undefined && section.nodes[0]?.type === 'heading' && inner.length > 1;
  const [own, children] = isContainer
    ? sectionsAt(section.nodes, Math.min(...inner.map((heading) => heading.depth)))
    : [section.nodes, []];
  parts.push({
    kind: chapter === undefined ? 'topic' : 'chapter',
    title: cutTitle(chapter !== undefined && chapter.name !== '' ? chapter.name : section.title),
    slug,
    parent,
    heading: section.heading,
    nodes: [...restOf(section.heading), ...own],
    line,
    endLine: line,
    number: chapter?.number,
  });
  for (const child of children) splitSection(child, slug, parts, slugs);
}

/** What a title does not show of its heading: all of one that is too long, else links, pictures and footnotes. */
function restOf(heading: Heading | undefined, declaredTitle = ''): readonly RootContent[] {
  const place = heading?.position ? { position: heading.position } : {};
  if (heading !== undefined && plainText(heading).length > MAX_TITLE)
    return [{ type: 'paragraph', children: heading.children, ...place }];
  if (declaredTitle.length > MAX_TITLE)
    return [{ type: 'paragraph', data: { isMade: true }, children: [{ type: 'text', value: declaredTitle }] }];
  const found: PhrasingContent[] = [];
  const visit = (node: PhrasingContent): void => {
    if (RE_LINKING.test(node.type)) found.push(node, { type: 'text', value: ' ' });
    else if ('children' in node) node.children.forEach(visit);
  };
  heading?.children.forEach(visit);
  if (found.length === 0) return [];
  return [
    {
      type: 'paragraph',
      data: { isMade: true },
      children: found.slice(0, -1),
      ...(heading?.position ? { position: heading.position } : {}),
    },
  ];
}

/** Takes errors and questions out of the lists of a part; a list of links stays in their place. */
function takeItems(part: NotePart, parts: NotePart[], slugs: PartSlugs): void {
  let headline = part.title;
  for (let index = 0; index < part.nodes.length; index++) {
    const node = part.nodes[index];
    if (node?.type === 'heading') headline = plainText(node);
    if (node?.type !== 'list' || node.children.length > MAX_PARTS) continue;
    const made = isErrorsHeading(headline)
      ? errorParts(node, part, slugs)
      : isQuestionsHeading(headline)
        ? questionParts(node, part, headline, slugs)
        : [];
    if (made.length === 0) continue;
    const left = node.children.filter((item) => !made.some((one) => one.nodes[0] === item.children[0]));
    const links: List = {
      type: 'list',
      ordered: false,
      spread: false,
      data: { parts: made.map((one) => one.slug) },
      children: made.map((one) => partItem(one.slug)),
      ...(node.position ? { position: node.position } : {}),
    };
    part.nodes.splice(index, 1, links, ...(left.length > 0 ? [{ ...node, children: left }] : []));
    index += left.length > 0 ? 1 : 0;
    parts.push(...made);
  }
}

function errorParts(list: List, parent: NotePart, slugs: PartSlugs): readonly NotePart[] {
  return list.children.flatMap((item): readonly NotePart[] => {
    const error = readErrorItem(item);
    if (error === undefined) return [];
    // The first paragraph and its like are told as cause and fix; the rest of the item is the body.
    const shown = error.isTold ? item.children.filter((node) => node.type !== 'paragraph') : undefined;
    return [
      {
        ...itemPart(item, parent, {
          kind: 'error',
          title: error.title,
          slug: slugs.next(shortSlug(error.title)),
          error: error.facts,
        }),
        shown,
      },
    ];
  });
}

function questionParts(list: List, parent: NotePart, headline: string, slugs: PartSlugs): readonly NotePart[] {
  const kernel = kernelVersionIn(headline) ?? kernelVersionIn(parent.title);
  return list.children.flatMap((item): readonly NotePart[] => {
    if (item.children[0]?.type !== 'paragraph') return [];
    const { title, state, rest } = readQuestionItem(item);
    return [
      itemPart(item, parent, {
        kind: 'question',
        title,
        slug: slugs.next(shortSlug(title)),
        state,
        kernel,
        summary: rest,
      }),
    ];
  });
}

function itemPart(
  item: ListItem,
  parent: NotePart,
  rest: Pick<NotePart, 'kind' | 'title' | 'slug' | 'state' | 'kernel' | 'error' | 'summary'>,
): NotePart {
  return {
    parent: parent.slug,
    heading: undefined,
    nodes: [...item.children],
    line: item.position?.start.line ?? 1,
    endLine: item.position?.end.line ?? 1,
    ...rest,
  };
}

/** An item that becomes the link to a part when the corpus is known. */
function partItem(slug: string): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: `${SLOT.part}${slug}${SLOT.partEnd}` }] }],
  };
}

/** Sections end where the next one begins; items know their end. */
function closeRanges(parts: readonly NotePart[], lineCount: number): readonly NotePart[] {
  const sections = parts.filter((part) => part.heading !== undefined && part.slug !== '');
  return parts.map((part) => {
    const at = sections.indexOf(part);
    if (at < 0) return part;
    const depth = part.heading?.depth ?? 1;
    const next = sections.slice(at + 1).find((later) => (later.heading?.depth ?? 1) <= depth);
    return { ...part, endLine: Math.max(part.line, (next?.line ?? lineCount + 1) - 1) };
  });
}
