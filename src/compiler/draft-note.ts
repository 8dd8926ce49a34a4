/**
 * One note, as text, to its draft: parse → split → collect texts → recognise names → render. Pure but for the grammars that a block may
 * have to load; runs in a worker or in the main thread alike.
 */
import type { Code, RootContent } from 'mdast';
import { makeDiagnostic, type RuleName } from '../diagnostics/rules.ts';
import { readMarkedLines } from '../markdown/code/read-marked-lines.ts';
import { walk } from '../markdown/remark/walk.ts';
import { isOverBudget, measureText } from './budget.ts';
import { readDeclared } from './classify/read-declared.ts';
import { factsOfTitle } from './classify/read-error-item.ts';
import { reportSignatures } from './classify/report-signatures.ts';
import type { Measures } from './count-markers.ts';
import type { Draft, DraftCode, DraftEntry, DraftTarget } from './draft.ts';
import { draftPlainNote, draftTextOnly } from './draft-plain-note.ts';
import { recogniseNames } from './entities/recognise-names.ts';
import { type CollectedBlock, collectTextBlocks } from './extract/collect-text-blocks.ts';
import { headingsOf, stateOf, summaryOf } from './extract/describe-part.ts';
import { countWords, detectLanguage, summarise } from './extract/describe-text.ts';
import { collectDefinitions, definitionsFor } from './links/collect-definitions.ts';
import type { TargetSink } from './links/link-targets.ts';
import { NameTable } from './name-table.ts';
import { FrontMatterText } from './parse/front-matter-text.ts';
import { parseNote } from './parse/parse-note.ts';
import { type FrontMatter, offsetOfKey } from './parse/read-front-matter.ts';
import { SourceLines } from './parse/source-lines.ts';
import { parseFragments, renderFragments } from './render/fragments.ts';
import {
  type CodeLanguage,
  languageOfBlock,
  languageOfFile,
  loadBlockLanguages,
  renderCodeBlock,
} from './render/render-code-block.ts';
import { type Attachment, fileBlock, renderFile } from './render/render-file.ts';
import { renderPart } from './render/render-part.ts';
import { replaceControls } from './render/slots.ts';
import { idOnPage, idsInHtml } from './render/tidy-ids.ts';
import { anchorHeadings } from './split/anchor-headings.ts';
import type { NotePart } from './split/note-part.ts';
import { splitNote } from './split/split-note.ts';

export interface NoteInput {
  /** Path of the note in its root. */
  readonly file: string;
  readonly text: string;
  /** Text files of the note's own folder, for samples; sorted by name. */
  readonly attachments: readonly Attachment[];
}

/** What decides whether a note may be parsed. */
export function measureNote({ text }: NoteInput): Measures {
  return measureText(replaceControls(text));
}

/**
 * Draft of a note. Text over budget becomes a plain one; nothing that a note holds makes it throw. `measures` are what
 * `measureNote` tells, which a caller may have at hand.
 */
export async function draftNote(input: NoteInput, measures = measureNote(input)): Promise<Draft> {
  const text = replaceControls(input.text);
  const reason = isOverBudget(measures);
  try {
    return reason === undefined
      ? await draftMarkdown(input, text)
      : draftPlainNote(input.file, text, reason, 'over-budget');
  } catch (problem) {
    return draftTextOnly(input.file, text, problem instanceof Error ? problem.message : String(problem));
  }
}

async function draftMarkdown(input: NoteInput, text: string): Promise<Draft> {
  const lines = new SourceLines(text);
  const diagnostics: Draft['diagnostics'][number][] = [];
  const report = (rule: RuleName, offset: number, found: string, expected?: string) =>
    void diagnostics.push(
      makeDiagnostic(rule, { line: lines.lineAt(offset), column: lines.columnAt(offset) }, found, expected),
    );

  const { tree, frontMatter } = parseNote(text, /\.mdx$/i.test(input.file));
  if (frontMatter.format === 'broken')
    report('front-matter-broken', frontMatter.problemAt ?? 0, frontMatter.problem ?? 'front matter');
  const declared = readDeclared(input.file, frontMatter);
  for (const problem of declared.problems) report('front-matter-invalid', 0, problem);
  for (const { key, value, expected } of declared.ignored)
    report('front-matter-ignored', offsetOfKey(text, frontMatter, key), `${key}: ${value}`, expected);
  if (!declared.isPublished) return emptyDraft();

  const definitions = collectDefinitions(tree, text);
  const children: RootContent[] =
    frontMatter.format === 'broken' ? [brokenBlock(frontMatter), ...tree.children] : tree.children;
  const parts = splitNote(children, {
    declaredKind: declared.kind,
    declaredTitle: declared.title,
    fileTitle: declared.fileTitle,
    lineCount: lines.count,
  });
  const anchors = [...anchorHeadings(parts)];
  const titles = new Set<string>();
  for (const { heading, title, slug } of parts) {
    if (heading === undefined || slug === '') continue;
    if (titles.has(title)) report('duplicate-heading', heading.position?.start.offset ?? 0, title);
    titles.add(title);
  }

  const languages = new Map<Code, CodeLanguage>();
  const partsWithHtml = new Set<NotePart | undefined>();
  const lookAt = (nodes: readonly RootContent[], part: NotePart | undefined) =>
    walk({ type: 'root', children: [...nodes] }, (node) => {
      if (node.type === 'code') languages.set(node, languageOfBlock(node.lang, node.value));
      if (node.type !== 'html') return;
      partsWithHtml.add(part);
      for (const id of idsInHtml(node.value))
        if (!anchors.some(([known]) => known === id)) anchors.push([id, part?.slug ?? '', idOnPage(id)]);
    });
  for (const part of parts) lookAt(part.nodes, part);
  lookAt([...definitions.notes.values()], undefined);
  const files =
    declared.sample === undefined ? [] : input.attachments.filter(({ file }) => declared.sample?.files.includes(file));
  await loadBlockLanguages([
    ...[...languages.values()].map(({ language }) => language),
    ...files.map(({ file }) => languageOfFile(file)),
  ]);

  // All texts of the note, in one list, so that what one part shows counts as evidence in the others.
  const collected = parts.map((part) => collectPart(part, text, languages));
  if (declared.title !== undefined && parts[0]?.heading === undefined)
    collected[0] = [
      titleBlock(declared.title, new FrontMatterText(text, frontMatter.end).find(declared.title)),
      ...(collected[0] ?? []),
    ];
  const noteBlocks = new Map(
    [...definitions.notes.values()].map((note) => [note, collectTextBlocks([note], text, [], languageOf(languages))]),
  );
  const fragments = parts.map((part) =>
    parseFragments(part.error ?? (part.slug === '' ? declared.error : undefined), text, frontMatter.end),
  );
  const fileBlocks = files.map(({ file, text: code }) => fileBlock(file, code));
  const all = [
    ...collected.flat(),
    ...[...noteBlocks.values()].flat(),
    ...fragments.flat().flatMap(({ blocks }) => blocks),
    ...fileBlocks,
  ];
  const table = new NameTable(all, recogniseNames(all.map(({ block }) => block)), lines);
  table.openSlots();

  const targets: DraftTarget[] = [];
  let partStart = 0;
  /** Elements that were HTML know no place: the first place of their URL in the part is taken. */
  const placeOf = (offset: number | undefined, written: string) =>
    offset ?? Math.max(partStart, written === '' ? 0 : text.indexOf(written, partStart));
  const sink: TargetSink = {
    addTarget: (target, offset, written) => {
      const at = placeOf(offset, written);
      return targets.push({ ...target, line: lines.lineAt(at), column: lines.columnAt(at) }) - 1;
    },
    report: (rule, found, offset) => report(rule, placeOf(offset, found), found),
  };
  const takeNoteBlocks = (shown: readonly RootContent[]) =>
    shown.flatMap((node) => {
      const own = node.type === 'footnoteDefinition' ? noteBlocks.get(node) : undefined;
      if (node.type === 'footnoteDefinition') noteBlocks.delete(node);
      return own ?? [];
    });
  const entries = parts.map((part, index): DraftEntry => {
    const codes: DraftCode[] = [];
    const writeBlock = (code: Code): string => {
      const known = languages.get(code) ?? languageOfBlock(code.lang, code.value);
      const anchor = `code-${codes.length + 1}`;
      const line = lines.lineAt(code.position?.start.offset ?? 0);
      if (code.data?.isUnclosed)
        report('unclosed-fence', code.position?.start.offset ?? 0, 'a code block without an end');
      if (!known.isKnown) report('unknown-language', code.position?.start.offset ?? 0, code.lang ?? '');
      codes.push({
        language: known.language,
        languageFrom: known.from,
        code: code.value,
        anchor,
        line,
        endLine: lines.lineAt(Math.max(0, (code.position?.end.offset ?? 1) - 1)),
      });
      const marked = readMarkedLines(`${code.lang ?? ''} ${code.meta ?? ''}`);
      return renderCodeBlock(
        code.value,
        { ...known, id: anchor, title: titleOf(code.meta), marked },
        table.namesIn(code),
      );
    };
    const shown = part.shown ?? part.nodes;
    const needed = definitionsFor(shown, definitions);
    partStart = lines.startOf(part.line);
    const html = renderPart({
      nodes: shown,
      definitions: needed,
      hasHtml: partsWithHtml.has(part) || (needed.length > 0 && partsWithHtml.has(undefined)),
      writeBlock,
      sink,
    });
    const own = [...(collected[index] ?? []), ...takeNoteBlocks(needed)];
    const fragment = fragments[index] ?? [];
    const isRoot = part.slug === '';
    const blocks = [
      ...own,
      ...(part.error === undefined ? fragment.flatMap(({ blocks: inner }) => inner) : []),
      ...(isRoot ? fileBlocks : []),
    ];
    const prose = own.filter(({ block }) => block.kind !== 'code');
    const words =
      countWords(prose.map(({ block }) => block.text)) +
      countWords(fragment.flatMap(({ blocks: inner }) => inner.map(({ block }) => block.text)));
    return {
      kind: part.kind,
      slug: part.slug,
      parent: part.parent,
      title: part.title,
      line: part.line,
      endLine: lines.lastTextLine(part.line, part.endLine),
      number: part.number ?? (isRoot ? declared.number : undefined),
      state: part.kind === 'question' ? (part.state ?? declared.state ?? stateOf(part, prose)) : undefined,
      kernel: part.kernel ?? (isRoot ? declared.kernel : undefined),
      summary: (isRoot ? declared.summary : undefined) ?? summarise(summaryOf(part, prose, fragment)),
      tags: declared.tags,
      lang: declared.lang ?? detectLanguage(prose.map(({ block }) => block.text)),
      headings: headingsOf(shown, lines),
      words,
      error:
        part.kind === 'error'
          ? ((isRoot ? declared.error : undefined) ?? declared.completeError(part.error ?? factsOfTitle(part.title)))
          : undefined,
      sample: isRoot ? declared.sample : undefined,
      claims: isRoot ? declared.claims : [],
      ...table.mentionsOf(blocks),
      codes,
      files: isRoot ? files.map((file, at) => renderFile(file, fileBlocks[at], table)) : [],
      fragments: renderFragments(fragment, sink, table),
      html,
    };
  });
  parts.forEach((part, index) => {
    const isItem = part.error !== undefined;
    const start = lines.startOf(part.line);
    const end = isItem ? lines.startOf(part.endLine + 1) : frontMatter.end;
    const written = new FrontMatterText(text, end);
    const offsetsOf = (signature: string, after: number) =>
      written.find(signature, isItem ? Math.max(start, after) : after);
    // What was proposed from a quoted message has holes that do not stand in the note.
    const from = (isItem ? offsetsOf(part.title, start)[0] : 0) || start;
    const { signatures = [], heard = [] } = entries[index]?.error ?? {};
    reportSignatures([...signatures, ...heard], offsetsOf, from, report);
  });
  return {
    outcome: 'rendered',
    isPublished: true,
    entries,
    names: table.names,
    targets,
    anchors,
    aliases: declared.aliases,
    diagnostics,
  };
}

function collectPart(
  part: NotePart,
  text: string,
  languages: ReadonlyMap<Code, CodeLanguage>,
): readonly CollectedBlock[] {
  const title =
    part.heading === undefined
      ? []
      : collectTextBlocks([part.heading], text, [], () => 'text').map((block) => ({ ...block, anchor: '' }));
  return [...title, ...collectTextBlocks(part.nodes, text, [part.title], languageOf(languages))];
}

/** The title of the front matter, as a text of its own. */
function titleBlock(title: string, offsets: Int32Array): CollectedBlock {
  return {
    block: {
      kind: 'heading',
      text: title,
      offsets,
      styles: [],
      headings: [],
    },
    leaves: [],
    anchor: '',
  };
}

function languageOf(languages: ReadonlyMap<Code, CodeLanguage>): (code: Code) => string {
  return (code) => languages.get(code)?.language ?? 'text';
}

function titleOf(meta: string | null | undefined): string | undefined {
  return /(?:^|\s)(?:title|file|filename)=(?:"([^"]*)"|'([^']*)'|(\S+))/
    .exec(meta ?? '')
    ?.slice(1)
    .find((value) => value !== undefined);
}

/** Front matter that cannot be read, shown as code. */
function brokenBlock({ source, end }: FrontMatter): RootContent {
  return {
    type: 'code',
    lang: 'yaml',
    value: source,
    position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: end } },
  };
}

function emptyDraft(): Draft {
  return {
    outcome: 'rendered',
    isPublished: false,
    entries: [],
    names: [],
    targets: [],
    anchors: [],
    aliases: [],
    diagnostics: [],
  };
}
