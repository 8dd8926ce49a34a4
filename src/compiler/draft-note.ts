/**
 * One note, as text, to its draft: parse → split → collect texts → recognise names → render. Pure but for the grammars that a block may
 * have to load; runs in a worker or in the main thread alike.
 */
import type { Code, RootContent } from 'mdast';
import { makeDiagnostic, type RuleName } from '../diagnostics/rules.ts';
import { walk } from '../markdown/remark/walk.ts';
import type { EntryHeading } from '../model/entry.ts';
import { isOverBudget, measureText } from './budget.ts';
import { readDeclared } from './classify/read-declared.ts';
import type { Draft, DraftCode, DraftEntry, DraftTarget } from './draft.ts';
import { draftPlainNote, draftTextOnly } from './draft-plain-note.ts';
import { recogniseNames } from './entities/recognise-names.ts';
import { type CollectedBlock, collectTextBlocks } from './extract/collect-text-blocks.ts';
import { detectLanguage, summarise, countWords } from './extract/describe-text.ts';
import { collectDefinitions, definitionsFor } from './links/collect-definitions.ts';
import type { TargetSink } from './links/link-targets.ts';
import { NameTable } from './name-table.ts';
import { parseNote } from './parse/parse-note.ts';
import { SourceLines } from './parse/source-lines.ts';
import { type Fragment, parseFragments, renderFragments } from './render/fragments.ts';
import { type CodeLanguage, languageOfBlock, languageOfFile, loadBlockLanguages, renderCodeBlock } from './render/render-code-block.ts';
import { renderPart } from './render/render-part.ts';
import { replaceControls } from './render/slots.ts';
import type { NotePart } from './split/note-part.ts';
import { anchorHeadings } from './split/anchor-headings.ts';
import { splitNote } from './split/split-note.ts';

/** A file that lies beside a sample's note. */
export interface Attachment {
  readonly file: string;
  readonly text: string;
}

export interface NoteInput {
  /** Path of the note in its root. */
  readonly file: string;
  readonly text: string;
  /** Text files of the note's own folder, for samples; sorted by name. */
  readonly attachments: readonly Attachment[];
}

/** Draft of a note. Text over budget becomes a plain one; nothing that a note holds makes it throw. */
export async function draftNote(input: NoteInput): Promise<Draft> {
  const text = replaceControls(input.text);
  const reason = isOverBudget(measureText(text));
  try {
    return reason === undefined ? await draftMarkdown(input, text) : draftPlainNote(input.file, text, reason, 'over-budget');
  } catch (problem) {
    return draftTextOnly(input.file, text, problem instanceof Error ? problem.message : String(problem));
  }
}

async function draftMarkdown(input: NoteInput, text: string): Promise<Draft> {
  const lines = new SourceLines(text);
  const diagnostics: Draft['diagnostics'][number][] = [];
  const report = (rule: RuleName, offset: number, found: string, expected?: string) =>
    void diagnostics.push(makeDiagnostic(rule, { line: lines.lineAt(offset), column: lines.columnAt(offset) }, found, expected));

  const { tree, frontMatter } = parseNote(text);
  if (frontMatter.format === 'broken') report('front-matter-broken', 0, frontMatter.problem ?? 'front matter');
  const declared = readDeclared(input.file, frontMatter);
  for (const problem of declared.problems) report('front-matter-invalid', 0, problem);
  if (!declared.isPublished) return emptyDraft();

  const definitions = collectDefinitions(tree);
  const children: RootContent[] = frontMatter.format === 'broken' ? [brokenBlock(frontMatter.source), ...withoutBrokenFence(tree.children, frontMatter.source, text)] : tree.children;
  const parts = splitNote(children, { declaredKind: declared.kind, declaredTitle: declared.title, fileTitle: declared.fileTitle, lineCount: lines.count });
  const anchors = anchorHeadings(parts);

  const languages = new Map<Code, CodeLanguage>();
  const eachCode = (nodes: readonly RootContent[], visit: (code: Code) => void) => walk({ type: 'root', children: [...nodes] }, (node) => void (node.type === 'code' && visit(node)));
  for (const part of parts) eachCode(part.nodes, (code) => void languages.set(code, languageOfBlock(code.lang, code.value)));
  for (const note of definitions.notes.values()) eachCode([note], (code) => void languages.set(code, languageOfBlock(code.lang, code.value)));
  const files = declared.sample === undefined ? [] : input.attachments.filter(({ file }) => declared.sample?.files.includes(file));
  await loadBlockLanguages([...[...languages.values()].map(({ language }) => language), ...files.map(({ file }) => languageOfFile(file))]);

  // All texts of the note, in one list, so that what one part shows counts as evidence in the others.
  const collected = parts.map((part) => collectPart(part, text, languages));
  if (declared.title !== undefined && parts[0]?.heading === undefined) collected[0] = [titleBlock(declared.title, text), ...(collected[0] ?? [])];
  const noteBlocks = [...definitions.notes.values()].flatMap((note) => collectTextBlocks([note], text, [], languageOf(languages)));
  const fragments = parts.map((part) => parseFragments(part.error ?? (part.slug === '' ? declared.error : undefined), frontMatter.source));
  const fileBlocks = files.map(({ file, text: code }) => fileBlock(file, code));
  const all = [...collected.flat(), ...noteBlocks, ...fragments.flat().flatMap(({ blocks }) => blocks), ...fileBlocks];
  const table = new NameTable(all, recogniseNames(all.map(({ block }) => block)), lines);
  table.openSlots();

  const targets: DraftTarget[] = [];
  const sink: TargetSink = {
    addTarget: (kind, path, part, offset = 0) => targets.push({ kind, path, part, line: lines.lineAt(offset), column: lines.columnAt(offset) }) - 1,
    report: (rule, found, offset = 0) => report(rule, offset, found),
  };
  const entries = parts.map((part, index): DraftEntry => {
    const codes: DraftCode[] = [];
    const writeBlock = (code: Code): string => {
      const known = languages.get(code) ?? languageOfBlock(code.lang, code.value);
      const anchor = `code-${codes.length + 1}`;
      const line = lines.lineAt(code.position?.start.offset ?? 0);
      if (code.data?.isUnclosed) report('unclosed-fence', code.position?.start.offset ?? 0, 'a code block without an end');
      if (!known.isKnown) report('unknown-language', code.position?.start.offset ?? 0, code.lang ?? '');
      codes.push({ language: known.language, languageFrom: known.from, code: code.value, anchor, line, endLine: lines.lineAt(Math.max(0, (code.position?.end.offset ?? 1) - 1)) });
      return renderCodeBlock(code.value, { ...known, id: anchor, title: titleOf(code.meta) }, table.namesIn(code));
    };
    const shown = part.shown ?? part.nodes;
    const needed = definitionsFor(shown, definitions);
    const html = renderPart({ nodes: shown, definitions: needed, hasHtml: holdsHtml([...shown, ...needed]), writeBlock, sink });
    if (part.shown !== undefined) eachCode(part.nodes.filter((node) => !shown.includes(node)), (code) => void writeBlock(code));
    const own = [...(collected[index] ?? []), ...(index === 0 ? noteBlocks : [])];
    const fragment = fragments[index] ?? [];
    const isRoot = part.slug === '';
    const blocks = [...own, ...(part.error === undefined ? fragment.flatMap(({ blocks: inner }) => inner) : []), ...(isRoot ? fileBlocks : [])];
    const prose = own.filter(({ block }) => block.kind !== 'code');
    const words = countWords(prose.map(({ block }) => block.text)) + countWords(fragment.flatMap(({ blocks: inner }) => inner.map(({ block }) => block.text)));
    return {
      kind: part.kind,
      slug: part.slug,
      parent: part.parent,
      title: part.title,
      line: part.line,
      endLine: part.endLine,
      number: part.number ?? (isRoot ? declared.number : undefined),
      state: part.kind === 'question' ? (part.state ?? declared.state ?? 'open') : undefined,
      kernel: part.kernel ?? (isRoot ? declared.kernel : undefined),
      summary: (isRoot ? declared.summary : undefined) ?? summarise(prose.find(({ block }) => block.kind === 'paragraph')?.block.text),
      tags: declared.tags,
      lang: declared.lang ?? detectLanguage(prose.map(({ block }) => block.text)),
      headings: headingsOf(shown, lines),
      words,
      error: part.error === undefined ? (isRoot ? declared.error : undefined) : declared.completeError(part.error),
      sample: isRoot ? declared.sample : undefined,
      claims: isRoot ? declared.claims : [],
      ...table.mentionsOf(blocks),
      codes,
      files: isRoot ? files.map((file, at) => renderFile(file, fileBlocks[at], table)) : [],
      fragments: renderFragments(fragment, sink, table),
      html,
    };
  });
  return { outcome: 'rendered', isPublished: true, entries, names: table.names, targets, anchors, aliases: declared.aliases, diagnostics };
}

function collectPart(part: NotePart, text: string, languages: ReadonlyMap<Code, CodeLanguage>): readonly CollectedBlock[] {
  const title = part.heading === undefined ? [] : collectTextBlocks([part.heading], text, [], () => 'text').map((block) => ({ ...block, anchor: '' }));
  return [...title, ...collectTextBlocks(part.nodes, text, [part.title], languageOf(languages))];
}

/** The title of the front matter, as a text of its own. */
function titleBlock(title: string, text: string): CollectedBlock {
  const at = Math.max(0, text.indexOf(title));
  return { block: { kind: 'heading', text: title, offsets: Int32Array.from({ length: title.length }, (_, index) => at + index), styles: [], headings: [] }, leaves: [], anchor: '' };
}

function languageOf(languages: ReadonlyMap<Code, CodeLanguage>): (code: Code) => string {
  return (code) => languages.get(code)?.language ?? 'text';
}

function fileBlock(file: string, text: string): CollectedBlock {
  const node: Code = { type: 'code', value: text };
  return { block: { kind: 'code', text, offsets: new Int32Array(text.length), styles: [], language: languageOfFile(file), headings: [] }, leaves: [{ node, start: 0, end: text.length, isLinked: false }], anchor: fileAnchor(file) };
}

function fileAnchor(file: string): string {
  return `file-${file.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`;
}

function renderFile({ file, text }: Attachment, block: CollectedBlock | undefined, table: NameTable): DraftEntry['files'][number] {
  const node = block?.leaves[0]?.node;
  const names = node?.type === 'code' ? table.namesIn(node) : [];
  const language = languageOfFile(file);
  return { file, anchor: fileAnchor(file), language, code: text, html: renderCodeBlock(text, { id: '', language, from: 'declared', isKnown: true, title: file }, names) };
}

function headingsOf(nodes: readonly RootContent[], lines: SourceLines): readonly EntryHeading[] {
  return nodes.flatMap((node): readonly EntryHeading[] => {
    const line = lines.lineAt(node.position?.start.offset ?? 0);
    if (node.type === 'heading') return [{ depth: node.depth, id: node.data?.slug ?? '', text: node.data?.title ?? '', line, kind: 'heading' }];
    const anchor = node.type === 'paragraph' ? node.data?.anchor : undefined;
    return node.type === 'paragraph' && anchor !== undefined ? [{ depth: 3, id: anchor, text: node.data?.definition ?? '', line, kind: 'definition' }] : [];
  });
}

function holdsHtml(nodes: readonly RootContent[]): boolean {
  let holds = false;
  walk({ type: 'root', children: [...nodes] }, (node) => void (node.type === 'html' && (holds = true)));
  return holds;
}

function titleOf(meta: string | null | undefined): string | undefined {
  return /(?:^|\s)(?:title|file|filename)=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(meta ?? '')?.slice(1).find((value) => value !== undefined);
}

function brokenBlock(source: string): RootContent {
  return { type: 'code', lang: 'yaml', value: source, position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: source.length } } };
}

/** The blocks of a note whose broken front matter is shown as one code block: those that the parser made of it go. */
function withoutBrokenFence(children: readonly RootContent[], source: string, text: string): RootContent[] {
  const end = text.indexOf(source) + source.length + 4;
  return children.filter((node) => (node.position?.start.offset ?? 0) >= end);
}

function emptyDraft(): Draft {
  return { outcome: 'rendered', isPublished: false, entries: [], names: [], targets: [], anchors: [], aliases: [], diagnostics: [] };
}

export type { Fragment };
