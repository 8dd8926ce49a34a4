import { foldCharacters } from './fold-characters.ts';

/**
 * Takes off what varies in a line of a log and keeps the way back: `text` is what the matcher reads, `toRaw` tells where
 * a character of it stands in the line as it was pasted. Folded are ANSI colours, HTML entities, typographic characters
 * and runs of blanks; taken off are quoting of mails and Markdown, time stamps of CI, journal, syslog and dmesg, levels
 * and callers, and the depth in `make[2]:`.
 */
export interface NormalLine {
  readonly text: string;
  /** Offset in the raw line of the character at `offset`, which may be `text.length`. */
  readonly toRaw: (offset: number) => number;
  /** Task or processor that printed the line where the kernel tells (`T123`, `C0`). */
  readonly caller: string | undefined;
  /** Seconds since boot where the line tells. */
  readonly seconds: number | undefined;
}

interface Draft {
  readonly text: string;
  /** Raw offset of a unit; few are ever asked for. */
  readonly toRaw: (offset: number) => number;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

// Escape sequences, also as terminals and pagers print them, and the time marks of one CI service.
const RE_ANSI =
  /(?:\x1b|\^\[)\[[0-9;?]*[ -/]*[@-~]|\x1b[\]_P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78cM]|[\x00-\x08\x0b\x0c\x0e-\x1a\x7f\ufeff]/g;
const RE_HAS_CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]|\^\[\[/;
const RE_ENTITY = /&(?:lt|gt|amp|quot|apos|nbsp|lsquo|rsquo|ldquo|rdquo|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;
/** What became of a typographic quote where a character set was changed that has none. */
const RE_LOST_QUOTE = /\?{3}/g;
const RE_BLANKS = / {2,}/g;
const RE_MAKE_DEPTH = /^(g?make(?:\.exe)?)\[\d+\](?=: )|^gmake(?=: )/;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
};

// Each is sticky and tried again until none fits, at most MAX_PREFIXES times.
const MAX_PREFIXES = 8;
const RE_SECONDS = /\[ {0,10}\+?(\d{1,10}\.\d{3,9})\] ?/y;
const RE_CALLER = /\[ {0,12}([TC]\d{1,10})\] ?/y;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
/** What is skipped, with the characters of ASCII that it can begin with. */
const PREFIXES: readonly (readonly [string, RegExp])[] = [
  [' \t\n\v\f\r', /\s+/y],
  ['>|', /(?:>|\|)(?=[\s>|])/y],
  [`-*+${DIGITS}`, /(?:[-*+•]|\d{1,3}[.)])\s+(?=['"*]|ERROR|WARNING|FATAL|error|fatal|BUG)/y],
  ['*', /\*\*(?=[^\s*])/y],
  ['<', /<\d{1,3}>/y],
  ['[', /\[[A-Z][a-z]{2} {0,2}\d{1,2} \d\d:\d\d\] ?/y],
  ['kuds', /(?:kern|user|daemon|syslog) {0,4}: ?(?:emerg|alert|crit|err|warn|notice|info|debug) {0,4}: /y],
  ['[', /\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?: [A-Z]{2,5})? \d{4}\] ?/y],
  [
    `[${DIGITS}`,
    /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?(?: \d\d[OE]\+?)?(?: |$)/y,
  ],
  [
    `${LETTERS.slice(0, 26)}${DIGITS}`,
    /(?:[A-Z][a-z]{2} [ \d]\d|\d\d?\. [A-Z][a-z]{2}) \d\d:\d\d:\d\d(?:\.\d{1,6})? /y,
  ],
  [`[${DIGITS}`, /\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]? /y],
  [
    `${LETTERS}${DIGITS}`,
    /(?!warning|error)[A-Za-z0-9][\w.-]{0,63} (?:kernel|(?:systemd-)?(?:modprobe|udevd|modules-load|dkms)(?:\[\d{1,10}\])?): ?/y,
  ],
  ['k', /kernel: ?(?=\[|[A-Za-z])/y],
  ['#', /#\d{1,4} \d{1,6}\.\d{1,3} /y],
  ['[', /\[ {0,6}\d{1,6}s\] /y],
  ['#', /##\[(?:error|warning)\]/y],
];
const ALL_PREFIXES = 2 ** PREFIXES.length - 1;
/** By unit of ASCII a bit for each prefix that can begin with it. */
const PREFIX_BITS = new Int32Array(128);
for (const [index, [first]] of PREFIXES.entries())
  for (const character of first)
    PREFIX_BITS[character.charCodeAt(0)] = (PREFIX_BITS[character.charCodeAt(0)] ?? 0) | (1 << index);
const OPENING_BRACKET = 91;

/**
 * Normalises one line without its line break. Work is linear in its length; a carriage return at the end is left out. `isPlain`:
 * known to be of printable ASCII without entities, caret, backtick or question mark.
 */
export function normaliseLine(raw: string, isPlain = false): NormalLine {
  const draft = isPlain ? { text: raw, toRaw: itself } : decode(raw);
  const { end, caller, seconds } = skipPrefixes(draft.text);
  const depth = RE_MAKE_DEPTH.exec(end === 0 ? draft.text : draft.text.slice(end, end + 24));
  const edits: Edit[] = [];
  if (depth !== null) edits.push({ from: end, to: end + depth[0].length, put: 'make' });
  if (draft.text.includes('  ', end)) {
    RE_BLANKS.lastIndex = end;
    for (let run = RE_BLANKS.exec(draft.text); run !== null; run = RE_BLANKS.exec(draft.text)) {
      edits.push({ from: run.index + 1, to: run.index + run[0].length, put: '' });
    }
  }
  const { text, toRaw } = edit(draft, edits);
  return {
    text: end === 0 ? text : text.slice(end),
    toRaw: (offset) => (offset + end < text.length ? toRaw(offset + end) : raw.length),
    caller,
    seconds,
  };
}

/** Without what terminals and browsers put in; characters outside ASCII are folded. */
function decode(raw: string): Draft {
  let draft: Draft = { text: raw.endsWith('\r') ? raw.slice(0, -1) : raw, toRaw: itself };
  if (RE_HAS_CONTROL.test(draft.text)) draft = edit(draft, [...draft.text.matchAll(RE_ANSI)].map(toDeletion));
  if (draft.text.includes('&')) draft = edit(draft, [...draft.text.matchAll(RE_ENTITY)].map(toCharacter));
  if (draft.text.includes('???')) draft = edit(draft, [...draft.text.matchAll(RE_LOST_QUOTE)].map(toQuote));
  return { text: foldCharacters(draft.text), toRaw: draft.toRaw };
}

function itself(offset: number): number {
  return offset;
}

function skipPrefixes(text: string): { end: number; caller: string | undefined; seconds: number | undefined } {
  let end = 0;
  let caller: string | undefined;
  let seconds: number | undefined;
  for (let round = 0; round < MAX_PREFIXES; round += 1) {
    const before = end;
    const time = text.charCodeAt(end) === OPENING_BRACKET ? matchAt(RE_SECONDS, text, end) : null;
    if (time !== null) {
      seconds = Number(time[1]);
      end += time[0].length;
    }
    const from = text.charCodeAt(end) === OPENING_BRACKET ? matchAt(RE_CALLER, text, end) : null;
    if (from !== null) {
      caller = from[1];
      end += from[0].length;
    }
    end = skipRound(text, end);
    if (end === before) break;
  }
  return { end, caller, seconds };
}

/** Tries each prefix once, in order. */
function skipRound(text: string, from: number): number {
  let end = from;
  let bits = prefixesAt(text, end);
  for (let index = 0; bits >> index !== 0; index += 1) {
    if ((bits & (1 << index)) === 0) continue;
    const prefix = PREFIXES[index]?.[1];
    if (prefix === undefined) continue;
    prefix.lastIndex = end;
    if (!prefix.test(text)) continue;
    end = prefix.lastIndex;
    bits = prefixesAt(text, end);
  }
  return end;
}

function prefixesAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit < 128 ? (PREFIX_BITS[unit] ?? 0) : unit >= 128 ? ALL_PREFIXES : 0;
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function toDeletion(match: RegExpMatchArray): Edit {
  const from = match.index ?? 0;
  return { from, to: from + match[0].length, put: '' };
}

function toQuote(match: RegExpMatchArray): Edit {
  return { ...toDeletion(match), put: "'" };
}

function toCharacter(match: RegExpMatchArray): Edit {
  const from = match.index ?? 0;
  const name = match[0].slice(1, -1);
  return { from, to: from + match[0].length, put: ENTITIES[name] ?? decodeNumber(name) ?? match[0] };
}

function decodeNumber(name: string): string | undefined {
  if (!name.startsWith('#')) return undefined;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const point = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function edit({ text: before, toRaw }: Draft, edits: readonly Edit[]): Draft {
  if (edits.length === 0) return { text: before, toRaw };
  let text = '';
  let done = 0;
  for (const { from, to, put } of edits) {
    text += before.slice(done, from) + put;
    done = to;
  }
  text += before.slice(done);
  return { text, toRaw: (offset) => toRaw(offsetBefore(edits, offset)) };
}

/** Where a character of the edited text stood; one that was put in stands for the first of those that it replaced. */
function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { from, to, put } of edits) {
    if (offset < from - shift) break;
    if (offset < from - shift + put.length) return from;
    shift += to - from - put.length;
  }
  return offset + shift;
}
