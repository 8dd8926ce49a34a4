/** Cuts running text into tokens: words, chunks joined by dots, hyphens or slashes, paths, and single signs. Linear. */

import { endOfIdentifier, isDigit, isIdentifierPart, isIdentifierStart } from './characters.ts';
import { startsKernelPath } from './classify-path.ts';
import { endOfPath } from './read-path.ts';

export const WORD = 1;
export const CHUNK = 2;
export const PATH = 3;
export const NUMBER = 4;
export const SKIP = 5;
export const OTHER_SCRIPT = 6;

/** Tokens of a stretch of text; punctuation has its code unit as type. */
export interface Tokens {
  readonly starts: number[];
  readonly ends: number[];
  readonly types: number[];
}

/** Tokens of `[from, to)`, in the order of the text. */
export function cutTokens(text: string, from: number, to: number): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const types: number[] = [];
  const push = (start: number, end: number, type: number): void => {
    starts.push(start);
    ends.push(end);
    types.push(type);
  };
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code <= 32) {
      i += 1;
    } else if (isIdentifierStart(code)) {
      const end = cutWord(text, i, to, push);
      i = end;
    } else if (isDigit(code)) {
      let end = i + 1;
      while (
        end < to &&
        (isIdentifierPart(text.charCodeAt(end)) || (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))))
      )
        end += 1;
      push(i, end, NUMBER);
      i = end;
    } else if (code === 47 && isPathHead(text, i)) {
      const end = endOfPath(text, i, to);
      push(i, Math.max(end, i + 1), PATH);
      i = Math.max(end, i + 1);
    } else if (code === 46 && isIdentifierStart(text.charCodeAt(i + 1)) && !isIdentifierPart(text.charCodeAt(i - 1))) {
      let end = endOfIdentifier(text, i + 1, to);
      while (isJoint(text, end, to)) end = endOfIdentifier(text, end + 1, to);
      push(i, end, CHUNK);
      i = end;
    } else if (
      code === 46 &&
      (text.startsWith('./', i) || text.startsWith('../', i)) &&
      !isIdentifierPart(text.charCodeAt(i - 1))
    ) {
      const end = endOfPath(text, i, to);
      push(i, Math.max(end, i + 1), CHUNK);
      i = Math.max(end, i + 1);
    } else if (code === 126 && text.charCodeAt(i + 1) === 47) {
      const end = Math.max(endOfPath(text, i + 1, to), i + 2);
      push(i, end, SKIP);
      i = end;
    } else if (code === 36 && isIdentifierStart(text.charCodeAt(i + 1))) {
      let end = endOfIdentifier(text, i + 1, to);
      if (text.charCodeAt(end) === 47) end = Math.max(end, endOfPath(text, end, to));
      push(i, end, SKIP);
      i = end;
    } else if (code === 37 && isIdentifierPart(text.charCodeAt(i + 1))) {
      const end = endOfIdentifier(text, i + 1, to);
      push(i, end, SKIP);
      i = end;
    } else if (code > 0x2e7f && code < 0xff00) {
      let end = i + 1;
      while (end < to && text.charCodeAt(end) > 0x3040 && text.charCodeAt(end) < 0xff00) end += 1;
      push(i, end, code > 0x3040 ? OTHER_SCRIPT : code);
      i = end;
    } else {
      push(i, i + 1, code);
      i += 1;
    }
  }
  return { starts, ends, types };
}

/** Cuts what begins with a letter at `start`: a word, a dotted or hyphened or slashed chunk, or a URL or address to be left alone. */
function cutWord(
  text: string,
  start: number,
  to: number,
  push: (start: number, end: number, type: number) => void,
): number {
  let end = endOfIdentifier(text, start, to);
  if (text.charCodeAt(end) === 58 && text.startsWith('://', end)) {
    const stop = endOfUrl(text, end, to);
    push(start, stop, SKIP);
    return stop;
  }
  if (text.charCodeAt(end) === 47 && startsKernelPath(text.slice(start, end))) {
    const stop = endOfPath(text, start, to);
    if (stop > end) {
      push(start, stop, CHUNK);
      return stop;
    }
  }
  let type = WORD;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (code === 47) {
      type = CHUNK;
      end += 1;
      if (!isIdentifierPart(text.charCodeAt(end))) break;
    } else if (!isJoint(text, end, to)) {
      break;
    } else {
      type = CHUNK;
      end += 1;
    }
    end = endOfIdentifier(text, end, to);
  }
  if (text.charCodeAt(end) === 64 && isIdentifierPart(text.charCodeAt(end + 1))) {
    const stop = endOfUrl(text, end, to);
    push(start, stop, SKIP);
    return stop;
  }
  if (text.startsWith('www.', start)) end = endOfUrl(text, end, to);
  push(start, end, type);
  return end;
}

/** A dot or hyphen with an identifier on its right; an arrow is none. */
function isJoint(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return at + 1 < to && (code === 46 || code === 45) && isIdentifierPart(text.charCodeAt(at + 1));
}

function isPathHead(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (!isIdentifierStart(next) && next !== 36) return false;
  const before = text.charCodeAt(at - 1);
  return !(isIdentifierPart(before) || before === 47 || before === 41 || before === 62 || before === 125);
}

function endOfUrl(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code >= 128 || code === 34 || code === 60 || code === 62 || code === 96) break;
    i += 1;
  }
  return i;
}
