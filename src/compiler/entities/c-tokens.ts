import { endOfIdentifier, isDigit, isIdentifierPart, isIdentifierStart } from './characters.ts';

export const C_NAME = 1;
const C_NUMBER = 2;
export const C_STRING = 3;
export const C_COMMENT = 4;
/** `<…>` or `"…"` of an include. */
export const C_INCLUDE = 5;
/** `define` with its `#`. */
export const C_DIRECTIVE = 6;

/** A line of a diff that is no code: names of files, or the text above them. */
export const C_DIFF_TEXT = 7;

const RE_DIFF_HEADER =
  /^(?:--- |\+\+\+ |diff |index |rename |new file |deleted file |similarity |old mode |new mode |Binary )/u;
const RE_HUNK = /^@@ -\d[\d, +-]* @@/u;

/** Tokens of C; punctuation has its code unit as type, an arrow 0x2192. */
export interface CTokens {
  readonly starts: number[];
  readonly ends: number[];
  readonly types: number[];
}

export const C_ARROW = 0x2192;

/** Cuts `[from, to)` into tokens. In a diff the first unit of each line is left out. Never fails: what never closes runs to its line's end. */
export function cutCTokens(text: string, from: number, to: number, isDiff: boolean): CTokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const types: number[] = [];
  const push = (start: number, end: number, type: number): void => {
    starts.push(start);
    ends.push(end);
    types.push(type);
  };
  let i = from;
  let isLineStart = true;
  let isCode = !isDiff || !/^(?:diff |--- |@@ )/mu.test(text);
  while (i < to) {
    if (isDiff && isLineStart) {
      const line = text.slice(i, Math.min(to, i + 120));
      const hunk = RE_HUNK.exec(line);
      if (hunk !== null) {
        isCode = true;
        i += hunk[0].length;
        push(i, i, C_DIFF_TEXT);
      } else if (RE_DIFF_HEADER.test(line) || !isCode) {
        const end = text.indexOf('\n', i);
        const stop = end < 0 || end > to ? to : end;
        push(i, stop, C_DIFF_TEXT);
        i = stop;
        if (line.startsWith('diff ') || line.startsWith('--- ')) isCode = false;
      } else if (text.charCodeAt(i) === 43 || text.charCodeAt(i) === 45) i += 1;
      isLineStart = false;
      continue;
    }
    const code = text.charCodeAt(i);
    if (code === 10) {
      isLineStart = true;
      i += 1;
      continue;
    }
    if (code <= 32 || code === 0xa0) {
      i += 1;
      continue;
    }
    if (isIdentifierStart(code)) {
      const end = endOfIdentifier(text, i, to);
      push(i, end, C_NAME);
      i = end;
    } else if (isDigit(code)) {
      let end = i + 1;
      while (end < to && (isIdentifierPart(text.charCodeAt(end)) || text.charCodeAt(end) === 46)) end += 1;
      push(i, end, C_NUMBER);
      i = end;
    } else if (code === 34 || code === 39) {
      const end = endOfQuote(text, i, to);
      push(i, end, C_STRING);
      i = end;
    } else if (code === 47 && (text.charCodeAt(i + 1) === 47 || text.charCodeAt(i + 1) === 42)) {
      const end = endOfComment(text, i, to);
      push(i, end, C_COMMENT);
      i = end;
    } else if (code === 35 && isLineStart) {
      i = cutDirective(text, i, to, push);
    } else if (code === 45 && text.charCodeAt(i + 1) === 62) {
      push(i, i + 2, C_ARROW);
      i += 2;
    } else {
      push(i, i + 1, code);
      i += 1;
    }
    isLineStart = false;
  }
  return { starts, ends, types };
}

function endOfQuote(text: string, from: number, to: number): number {
  const quote = text.charCodeAt(from);
  for (let i = from + 1; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === quote) return i + 1;
    else if (code === 10) return quote === 39 ? from + 1 : i;
  }
  return quote === 39 ? from + 1 : to;
}

function endOfComment(text: string, from: number, to: number): number {
  const isBlock = text.charCodeAt(from + 1) === 42;
  const end = isBlock ? text.indexOf('*/', from + 2) : text.indexOf('\n', from);
  if (end < 0 || end >= to) return to;
  return isBlock ? end + 2 : end;
}

function cutDirective(
  text: string,
  from: number,
  to: number,
  push: (start: number, end: number, type: number) => void,
): number {
  let at = from + 1;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at += 1;
  const end = endOfIdentifier(text, at, to);
  const word = text.slice(at, end);
  push(from, Math.max(end, from + 1), C_DIRECTIVE);
  if (word !== 'include') return Math.max(end, from + 1);
  let start = end;
  while (start < to && (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9)) start += 1;
  const open = text.charCodeAt(start);
  if (open !== 60 && open !== 34) return start;
  let stop = start + 1;
  while (stop < to && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== (open === 60 ? 62 : 34)) stop += 1;
  if (stop < to && text.charCodeAt(stop) !== 10) push(start, stop + 1, C_INCLUDE);
  return stop < to && text.charCodeAt(stop) !== 10 ? stop + 1 : stop;
}
