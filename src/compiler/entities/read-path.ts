/**
 * Where a path begins to be and ends to be a path: holes (`$(uname -r)`, `<pid>`, `*`, `{a,b}`, `…`) belong to it,
 * the punctuation of the sentence does not.
 */

import { isDigit, isIdentifierPart } from './characters.ts';

/** Longest hole that is read over; a longer one is punctuation. */
const MAX_HOLE = 80;

/** End of the path that starts at `start`; at most `limit`. */
export function endOfPath(text: string, start: number, limit: number): number {
  let i = start;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (
      isIdentifierPart(code) ||
      code === 47 ||
      code === 46 ||
      code === 45 ||
      code === 43 ||
      code === 42 ||
      code === 64
    ) {
      i += 1;
    } else if (code === 0x2026) {
      i += 1;
    } else if (code === 36 || code === 60 || code === 123 || code === 91 || code === 96) {
      const end = endOfHole(text, i, limit);
      if (end === i) break;
      i = end;
    } else if (
      code === 58 &&
      i > start &&
      isIdentifierPart(text.charCodeAt(i + 1)) &&
      isDigit(text.charCodeAt(i - 1))
    ) {
      i += 1;
    } else if (code === 58 && isBusAddress(text, start, i)) {
      i += 1;
    } else if (code === 44 && isVendorPart(text, start, i)) {
      i += 1;
    } else if (code === 37 && isIdentifierPart(text.charCodeAt(i + 1))) {
      i += 2;
    } else if (code === 126 && i > start) {
      i += 1;
    } else {
      break;
    }
  }
  return trimPath(text, start, i);
}

/** The colon of a PCI address, `0000:5e:00.0`: groups of hexadecimal digits since the last slash. */
function isBusAddress(text: string, start: number, colon: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('/', colon), start) + 1, colon);
  return /^(?:[0-9a-f]{4}:)?[0-9a-f]{2,4}$/u.test(before) && /^:[0-9a-f]{2}[.:]/u.test(text.slice(colon, colon + 4));
}

/** The comma of a file that is named for a vendor's part, `acme,pmic.yaml`. */
function isVendorPart(text: string, start: number, comma: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('/', comma), start) + 1, comma);
  return (
    /^[a-z0-9-]+$/u.test(before) &&
    /^,[a-z0-9][\w.+-]*\.(?:yaml|txt|h|dtsi?|dtso)(?![\w/])/u.test(text.slice(comma, comma + 80))
  );
}

/** End of the hole that opens at `at`, or `at` if none does. */
function endOfHole(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 36) {
    const next = text.charCodeAt(at + 1);
    if (next === 40) return closing(text, at + 1, limit, 41, true);
    if (next === 123) return closing(text, at + 1, limit, 125, true);
    if (!isIdentifierPart(next)) return at;
    let i = at + 1;
    while (i < limit && isIdentifierPart(text.charCodeAt(i))) i += 1;
    return i;
  }
  // Other holes stand behind a slash or join a component.
  if (code === 60) return closing(text, at, limit, 62, false);
  if (code === 123) return closing(text, at, limit, 125, false);
  if (code === 91) return closing(text, at, limit, 93, false);
  return text.charCodeAt(at - 1) === 47 ? closing(text, at, limit, 96, true) : at;
}

function closing(text: string, open: number, limit: number, close: number, blanks: boolean): number {
  const start = text.charCodeAt(open) === 96 || !blanks ? open : open - 1;
  const stop = Math.min(limit, open + MAX_HOLE);
  const opener = text.charCodeAt(open);
  let depth = 0;
  for (let i = open; i < stop; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10) return start;
    if (!blanks && i > open && !isHoleText(code) && code !== close) return start;
    if (code === close && i > open) {
      if (depth <= 1) return i > open + 1 ? i + 1 : start;
      depth -= 1;
    } else if (code === opener) depth += 1;
  }
  return start;
}

function isHoleText(code: number): boolean {
  return (
    isIdentifierPart(code) || code === 32 || code === 44 || code === 45 || code === 46 || code === 47 || code >= 128
  );
}

/** Takes the sentence's punctuation, and a marker that also stands before the path, off its end. */
function trimPath(text: string, start: number, end: number): number {
  let i = end;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  while (i > start) {
    const code = text.charCodeAt(i - 1);
    const isStop = code === 46 && !text.startsWith('...', i - 3);
    const isStray = (code === 42 || code === 95) && code === before;
    if (isStop || isStray || code === 64 || code === 43 || code === 58 || (code === 45 && i === end)) i -= 1;
    else break;
  }
  return i;
}
