/** A note that is shown as plain text: escaped, cut into parts that a browser can bear, its names still found. */
import { makeDiagnostic } from '../diagnostics/rules.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { readDeclared } from './classify/read-declared.ts';
import { type Draft, type DraftEntry, MENTION_SIZE } from './draft.ts';
import { recogniseNames } from './entities/recognise-names.ts';
import type { CollectedBlock } from './extract/collect-text-blocks.ts';
import { countWords, summarise } from './extract/describe-text.ts';
import { NameTable } from './name-table.ts';
import { readFrontMatter } from './parse/read-front-matter.ts';
import { SourceLines } from './parse/source-lines.ts';
import { replaceControls, SLOT } from './render/slots.ts';

/** Longest part, in UTF-16 units; it ends at a line's end where one is near. */
const PART_LENGTH = 200_000;
/** Texts in which names are looked for are cut to this length, so that one long line is no problem. */
const BLOCK_LENGTH = 8_000;

/** Draft of a note as plain text. `reason` is told to the reader and reported by `rule`. */
export function draftPlainNote(
  file: string,
  text: string,
  reason: string,
  rule: 'over-budget' | 'compile-failed' | 'time-limit',
): Draft {
  return draftText(file, text, reason, rule, recogniseNames);
}

/** The same without names, for when a defect of the compiler is in the way. */
export function draftTextOnly(file: string, text: string, reason: string): Draft {
  return draftText(file, text, reason, 'compile-failed', () => []);
}

function draftText(
  file: string,
  text: string,
  reason: string,
  rule: 'over-budget' | 'compile-failed' | 'time-limit',
  recognise: typeof recogniseNames,
): Draft {
  const source = replaceControls(text);
  const lines = new SourceLines(source);
  const heading = /^[ \t]*#[ \t]+(.{1,200})$/m.exec(source.slice(0, 4000))?.[1]?.trim();
  const declared = readDeclared(file, readFrontMatter(source));
  if (!declared.isPublished)
    return {
      outcome: 'plain',
      isPublished: false,
      entries: [],
      names: [],
      targets: [],
      anchors: [],
      aliases: [],
      diagnostics: [],
    };
  const title = declared.title ?? heading ?? declared.fileTitle;
  const cuts = cutParts(source, PART_LENGTH);
  const names: Draft['names'][number][] = [];
  const entries = cuts.map(([start, end], index): DraftEntry => {
    const blocks = cutParts(source.slice(start, end), BLOCK_LENGTH).map(([from, to]) =>
      plainBlock(source, start + from, start + to),
    );
    const table = new NameTable(blocks, recognise(blocks.map(({ block }) => block)), lines);
    const { blocks: kept, mentions } = table.mentionsOf(blocks);
    const base = names.length;
    names.push(...table.names);
    for (let at = 0; at < mentions.length; at += MENTION_SIZE) mentions[at] = (mentions[at] ?? 0) + base;
    return {
      kind: index === 0 && declared.kind === 'chapter' ? 'chapter' : 'topic',
      slug: index === 0 ? '' : `part-${index + 1}`,
      parent: index === 0 ? undefined : '',
      title: cuts.length === 1 ? title : `${title}, part ${index + 1} of ${cuts.length}`,
      line: lines.lineAt(start),
      endLine: lines.lineAt(Math.max(start, end - 1)),
      summary: (index === 0 ? declared.summary : undefined) ?? summarise(source.slice(start, start + 300)),
      tags: declared.tags,
      lang: declared.lang,
      headings: [],
      words: countWords([source.slice(start, end)]),
      claims: [],
      blocks: kept,
      mentions,
      codes: [],
      files: [],
      fragments: {},
      html: `<p class="kn-plain-note">Shown as plain text: ${escapeHtml(reason)}.</p><pre class="kn-plain" tabindex="0">${blocks.map((block) => writeBlock(block, mentions, kept)).join('')}</pre>`,
    };
  });
  return {
    outcome: 'plain',
    reason,
    isPublished: true,
    entries,
    names,
    targets: [],
    anchors: [],
    aliases: declared.aliases,
    diagnostics: [makeDiagnostic(rule, { line: 1, column: 1 }, reason)],
  };
}

/** Half-open ranges that cover `text`, each at most `length` long, cut behind a line's end or a blank where one stands in the last tenth. */
export function cutParts(text: string, length: number): readonly (readonly [start: number, end: number])[] {
  const parts: [number, number][] = [];
  for (let start = 0; start < text.length || start === 0; ) {
    let end = Math.min(text.length, start + length);
    if (end < text.length) {
      const from = end - Math.floor(length / 10);
      const line = text.lastIndexOf('\n', end - 1);
      const blank = text.lastIndexOf(' ', end - 1);
      end = line >= from ? line + 1 : blank >= from ? blank + 1 : end;
      if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end--;
    }
    parts.push([start, end]);
    if (end >= text.length) break;
    start = end;
  }
  return parts;
}

function plainBlock(source: string, start: number, end: number): CollectedBlock {
  const text = source.slice(start, end);
  const offsets = Int32Array.from({ length: text.length }, (_, index) => start + index);
  return { block: { kind: 'paragraph', text, offsets, styles: [], headings: [] }, leaves: [], anchor: '' };
}

function writeBlock(block: CollectedBlock, mentions: Int32Array, kept: readonly { readonly text: string }[]): string {
  const number = kept.findIndex(({ text }) => text === block.block.text);
  const { text } = block.block;
  let html = '';
  let from = 0;
  for (let at = 0; number >= 0 && at < mentions.length; at += MENTION_SIZE) {
    if (mentions[at + 1] !== number) continue;
    const start = mentions[at + 2] ?? 0;
    const end = mentions[at + 3] ?? 0;
    html += `${escapeHtml(text.slice(from, start))}${SLOT.open}${mentions[at] ?? 0}${SLOT.mid}${escapeHtml(text.slice(start, end))}${SLOT.close}`;
    from = end;
  }
  return html + escapeHtml(text.slice(from));
}
