import type { DraftBlock } from '../compiler/draft.ts';
import { escapeHtml } from '../markdown/escape-html.ts';

/** Longest quote, in UTF-16 units. */
const MAX_QUOTE = 260;

/** The sentence or line around a mention, its text half-open in the block's, with the mention marked. Finished HTML. */
export function quoteMention({ text, kind }: DraftBlock, start: number, end: number): string {
  const [from, to] = kind === 'code' ? lineAround(text, start, end) : sentenceAround(text, start, end);
  const left = Math.max(from, start - Math.floor(MAX_QUOTE / 2));
  const right = Math.min(to, Math.max(end, left + MAX_QUOTE));
  const before = left > from ? `…${trimStart(text.slice(left, start))}` : text.slice(from, start).trimStart();
  const after = right < to ? `${trimEnd(text.slice(end, right))}…` : text.slice(end, to).trimEnd();
  const html = `${escapeHtml(before)}<mark>${escapeHtml(text.slice(start, end))}</mark>${escapeHtml(after)}`.replace(
    /\s+/g,
    ' ',
  );
  return kind === 'code' ? `<code>${html}</code>` : html;
}

function lineAround(text: string, start: number, end: number): readonly [number, number] {
  const next = text.indexOf('\n', end);
  return [text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next];
}

function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  while (from > 0 && start - from < 600 && !isEnd(text, from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < 600 && !isEnd(text, to)) to++;
  return [from, Math.min(text.length, to + 1)];
}

function isEnd(text: string, at: number): boolean {
  const character = text[at] ?? '';
  return (
    /[。！？]/.test(character) ||
    (/[.!?]/.test(character) &&
      /\s/.test(text[at + 1] ?? ' ') &&
      /[\p{Lu}\p{Lo}`(]/u.test(
        text
          .slice(at + 1)
          .trimStart()
          .charAt(0) || 'A',
      ))
  );
}

function trimStart(text: string): string {
  return text.replace(/^\S*\s+/, '');
}

function trimEnd(text: string): string {
  return text.replace(/\s+\S*$/, '');
}
