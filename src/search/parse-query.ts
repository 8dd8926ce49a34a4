import { KEY_LENGTH, normaliseName } from './search-keys.ts';
import type { RecordKind } from './search-record.ts';

/** What was typed, understood as a name. */
export interface Lookup {
  /** As typed, without blanks and quotation marks around it. */
  readonly literal: string;
  /** Normalised like the names; never empty. */
  readonly key: string;
  /** Kinds that its form speaks of: `struct x`, `x()`, `CONFIG_X`, `/proc/x`. Empty when it says nothing. */
  readonly kinds: ReadonlySet<RecordKind>;
  /** `true` when a capital was typed: then case tells names apart. */
  readonly isCased: boolean;
  /** How far this is from what was typed: 0 is the whole of it, 1 one word of several. */
  readonly distance: number;
  /** `true` when only a whole name counts, because the word is an ordinary one. */
  readonly isWholeOnly: boolean;
}

export interface SearchQuery {
  /** As typed, blanks around it taken off. */
  readonly text: string;
  /** What to look up as names, nearest to the typed text first. */
  readonly lookups: readonly Lookup[];
  /** Tried one after another, only while nothing was found: the member of an expression, the end of a path. */
  readonly fallbacks: readonly Lookup[];
  /** `true` for what is too long to be anything but a line of a log. */
  readonly isLog: boolean;
}

const LOG_LENGTH = 160;
const MAX_WORDS = 3;
const RE_QUOTES = /^["'`“”«]+|["'`“”»]+$/g;
const RE_TRAILING = /[;,:]+$/;
const RE_ANGLES = /^<(.*)>$/;
const RE_INCLUDE = /^#\s*include\s+/;
const RE_OPEN_CALL = /(?<=\w)\([^)]*$/;
const RE_IDENTIFIER = /_|->|\/|\(\)|^[A-Z][A-Z0-9]{3,}$|^-E[A-Z]|[a-z]\.[a-z]|^[A-Za-z]+\d\w*$|^M=/;
const CODE: readonly RecordKind[] = ['function', 'macro', 'syscall'];

/** `undefined` when there is nothing to look for. */
export function parseQuery(typed: string): SearchQuery | undefined {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const name = withoutArguments(text.replace(RE_INCLUDE, ''));
  const whole = toLookup(name, 0, false);
  const words = name.split(' ').filter((word) => word !== '');
  const isOneName = words.length === 1 || /^(?:struct|union|enum) \S+$/.test(name);
  const lookups: Lookup[] = whole === undefined ? [] : [whole];
  if (!isOneName && text.length <= LOG_LENGTH) {
    if (words.length <= 4 && words.every((word) => /^[\w]+$/.test(word)))
      push(lookups, toLookup(words.join('_'), 0.5, false));
    const identifiers = words.filter((word) => RE_IDENTIFIER.test(word));
    for (const word of identifiers.slice(0, MAX_WORDS)) push(lookups, toLookup(word, 1, false));
    if (words.length <= MAX_WORDS) {
      for (const word of words) if (!identifiers.includes(word)) push(lookups, toLookup(word, 2, true));
    }
  }
  if (text === '') return undefined;
  const fallbacks = isOneName && whole !== undefined ? fallbacksOf(whole.literal) : [];
  return { text, lookups, fallbacks, isLog: text.length > LOG_LENGTH };
}

/** `f(a, g(b));` → `f()`, when the call is all there is; a section of a manual keeps its number. */
function withoutArguments(text: string): string {
  const called = /^[&*!]*([A-Za-z_]\w*)\s?\((?!\d\w*\)$)/.exec(text);
  if (called === null) return text;
  let depth = 0;
  for (let offset = called[0].length - 1; offset < text.length; offset += 1) {
    if (text[offset] === '(') depth += 1;
    else if (text[offset] === ')' && (depth -= 1) === 0)
      return /^[\s;,{]*$/.test(text.slice(offset + 1)) ? `${called[1] ?? ''}()` : text;
  }
  return `${called[1] ?? ''}()`;
}

function push(lookups: Lookup[], lookup: Lookup | undefined): void {
  if (lookup !== undefined && !lookups.some((known) => known.key === lookup.key)) lookups.push(lookup);
}

function toLookup(typed: string, distance: number, isWholeOnly: boolean): Lookup | undefined {
  const literal = typed.trim().replace(RE_QUOTES, '').replace(RE_ANGLES, '$1').replace(RE_TRAILING, '').trim();
  const key = normaliseName(literal.replace(RE_OPEN_CALL, '')).slice(0, KEY_LENGTH).trimEnd();
  if (key === '') return undefined;
  return { literal, key, kinds: kindsOf(literal), isCased: /\p{Lu}/u.test(literal), distance, isWholeOnly };
}

function kindsOf(literal: string): ReadonlySet<RecordKind> {
  if (/^struct\s/.test(literal)) return new Set(['struct']);
  if (/^union\s/.test(literal)) return new Set(['union']);
  if (/^enum\s/.test(literal)) return new Set(['enum']);
  if (/\(\d\w*\)$/.test(literal)) return new Set(['manpage']);
  if (/\w\([^)]*\)?;?$/.test(literal)) return new Set(CODE);
  if (literal.startsWith('CONFIG_')) return new Set(['config']);
  if (/^-?E[A-Z0-9]+$/.test(literal)) return new Set(['errno']);
  if (literal.includes('->')) return new Set(['field']);
  if (literal.startsWith('/')) return new Set(['path']);
  if (/\.h$/.test(literal)) return new Set(['header', 'source']);
  if (/\.[cS]$/.test(literal)) return new Set(['source']);
  if (/\.k?o$/.test(literal)) return new Set(['object', 'module']);
  return new Set();
}

/** `file->f_op->open` → `open`, `f_op`; `drivers/char/mem.c` → `char/mem.c`, `mem.c`; `M=a/b` → `a/b`; `foo.bar` → `bar`. */
function fallbacksOf(literal: string): Lookup[] {
  const found: Lookup[] = [];
  const members = literal.split(/->|(?<=[\w)\]])\.(?=[A-Za-z_])/);
  const isExpression = literal.includes('->') || (members.length > 1 && !/\.\w{1,4}$/.test(literal));
  if (isExpression) for (const member of members.slice(1).toReversed()) push(found, toLookup(member, 1, false));
  const value = /^[A-Za-z_]\w*\s*[:+?]?=\s*(\S+)$/.exec(literal)?.[1];
  if (value !== undefined) push(found, toLookup(value, 1, false));
  const path = (value ?? literal).replace(/\/+$/, '');
  for (let slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    push(found, toLookup(path.slice(slash + 1), 1, false));
  }
  return found;
}
