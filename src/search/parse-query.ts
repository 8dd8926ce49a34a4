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
  /** Under which key its records are found, where that is another one: the name of a file has all paths that end with it. */
  readonly heldBy?: string | undefined;
  /** How far this is from what was typed: 0 is the whole of it, 1 one word of several. */
  readonly distance: number;
  /** Which matches count: any; a whole name only, because the word is an ordinary one; a whole name or the end of one. */
  readonly scope: 'any' | 'whole' | 'end';
}

export interface SearchQuery {
  /** As typed, blanks around it taken off. */
  readonly text: string;
  /** What to look up as names, nearest to the typed text first. */
  readonly lookups: readonly Lookup[];
  /** Groups tried one after another, only while nothing was found: the member of an expression, a path with holes, the end of a path. */
  readonly fallbacks: readonly (readonly Lookup[])[];
  /** `true` when all of it is one name or expression. */
  readonly isOneName: boolean;
  /** `true` for what is too long to be anything but a line of a log. */
  readonly isLog: boolean;
}

const LOG_LENGTH = 160;
const MAX_WORDS = 3;
/** Each may cost a file of 3 KiB. */
const MAX_LOOKUPS = 5;
const MAX_HOLES = 16;
const MAX_COMPANIONS = 3;
const RE_QUOTES = /^["'`“”«]+|["'`“”»]+$/g;
const RE_TRAILING = /[;,:]+$/;
const RE_ANGLES = /^<(.*)>$/;
const RE_INCLUDE = /^#\s*include\s+/;
/** A role of kernel-doc before a name: ``:c:func:`x` ``. */
const RE_ROLE = /:[a-z]+:(?:[a-z]+:)?(?=`)/g;
/** Line and column after the name of a file. */
const RE_PLACE = /(?<=\.\w{1,4}):\d+(?::\d+)?:?$/;
const RE_OPEN_CALL = /(?<=\w)\([^)]*$/;
const RE_IDENTIFIER = /_|->|::|\/|\(\)|^[A-Z][A-Z0-9]{3,}$|^-E[A-Z]|[a-z]\.[a-z]|^[A-Za-z]+\d\w*$|^M=/;
const RE_CALL = /\b([A-Za-z_]\w*)\s?\(/g;
/** A line of a configuration: an option that is on, and one that is off. */
const RE_OPTION_LINE = /^(?:#\s*)?(CONFIG_\w+)(?:=\S*| is not set)?$/;
/** `struct page *`, `struct cdev *dev;` */
const RE_POINTER = /^((?:struct|union|enum) \w+)\s*\*+\s*\w*\s*[;,)]?$/;
/** A section of the manual before the name: `man 2 ioctl`. */
const RE_MANUAL = /^man (\d) ([\w.-]+)$/;
/** Versions in the name of a file: `config-6.1.0-18-amd64`. */
const RE_VERSION = /\d+\.\d+[\w.~+-]*/g;
const RE_ASSIGNMENT = /^\.?([A-Za-z_][\w-]*)\s*[:+?|&]?=(?!=)\s*(\S.*)?$/;
const RE_FILE_ENDING =
  /\.(?:[chSsoy]|ko|so|sh|py|pl|txt|rst|md|conf|mod|cmd|order|symvers|dep|builtin|map|pem|lds|dtsi?|img|config|rs|awk|json|d)$/;
const RE_MEMBER = /(?:->|::)([A-Za-z_]\w*)$/;
const RE_SYSCALL = /^_*(?:(?:x64|ia32|arm64|se|do|riscv|s390x?)_+)?(?:compat_)?sys_(\w+)$/;
const C_WORDS: ReadonlySet<string> = new Set(
  'if else for while do switch case return goto break continue sizeof typeof defined static const inline extern struct union enum void int char long short unsigned signed bool'.split(
    ' ',
  ),
);
/** Words that stand beside a name and tell what it is, or that one wants to know. */
const COMPANIONS: ReadonlySet<string> = new Set(
  'sudo man function functions macro struct structure type variable command option header syscall errno symbol field member api definition usage documentation docs'.split(
    ' ',
  ),
);
const CODE: readonly RecordKind[] = ['function', 'macro', 'syscall'];
/** What a section of the manual tells of: 2 system calls, 5 files, the others commands or functions. */
const SECTIONS: Readonly<Record<string, readonly RecordKind[]>> = {
  '1': ['manpage', 'command'],
  '2': ['manpage', 'syscall'],
  '3': ['manpage', 'function'],
  '5': ['manpage', 'path'],
  '8': ['manpage', 'command'],
};

/** `undefined` when there is nothing to look for. */
export function parseQuery(typed: string): SearchQuery | undefined {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  const name = withoutCompanions(
    withoutArguments(text.replace(RE_INCLUDE, '').replace(RE_ROLE, '').replace(RE_PLACE, '')),
  );
  const words = name.split(' ').filter((word) => /[\p{L}\p{N}_*]/u.test(word));
  const isOneName = words.length === 1 || /^(?:struct|union|enum) \S+$/.test(name);
  const lookups: Lookup[] = [];
  push(lookups, toLookup(isOneName && !name.startsWith('struct') ? (words[0] ?? name) : name, 0, 'any'));
  if (isOneName) for (const other of otherSpellings(words[0] ?? '')) push(lookups, other);
  else if (text.length <= LOG_LENGTH) for (const lookup of lookUpWords(text, words)) push(lookups, lookup);
  const whole = lookups[0];
  const expressions =
    isOneName && whole !== undefined ? [whole.literal] : words.filter((word) => /\/|->|::|\w\.\w/.test(word));
  const fallbacks = expressions.slice(0, 2).flatMap(fallbacksOf);
  return { text, lookups, fallbacks, isOneName, isLog: text.length > LOG_LENGTH };
}

/** The name alone, where all else says what it is or how it is used: `kmalloc function`, `sudo depmod -a`, `# CONFIG_X is not set`. */
function withoutCompanions(text: string): string {
  const plain = text.replace(RE_OPTION_LINE, '$1').replace(RE_POINTER, '$1').replace(RE_MANUAL, '$2($1)');
  if (plain !== text || /^(?:struct|union|enum) \S+$/.test(text)) return plain;
  const words = text.split(' ');
  const telling = words.filter(
    (word, index) => !COMPANIONS.has(word.toLowerCase()) && !(index > 0 && /^--?[a-z][\w-]*$/.test(word)),
  );
  return telling.length === 1 && words.length <= MAX_COMPANIONS + 1 ? (telling[0] ?? text) : text;
}

/** What else one name may be: the last member of an expression, the left side of an assignment, a system call by the name of its function, dashes for underscores. */
function otherSpellings(name: string): (Lookup | undefined)[] {
  const left = RE_ASSIGNMENT.exec(name)?.[1];
  const call = RE_SYSCALL.exec(name.replace(RE_TRAILING, '').replace(/\(.*$/, ''))?.[1];
  const isDashed = /^[A-Za-z]\w*(?:-[A-Za-z]\w*)+(?:\(\))?$/.test(name);
  const member = RE_MEMBER.exec(name)?.[1];
  return [
    member !== undefined ? toLookup(member, 1, 'whole', ['field']) : undefined,
    left !== undefined && left.length > 1 ? toLookup(left, 0.5, 'whole') : undefined,
    call !== undefined ? toLookup(call, 0.5, 'whole', ['syscall']) : undefined,
    isDashed ? toLookup(name.replaceAll('-', '_'), 0.5, 'any') : undefined,
  ];
}

/** The names in a text of several words: the words joined, the left side of an assignment, calls, what looks like code, and single words. */
function lookUpWords(text: string, words: readonly string[]): (Lookup | undefined)[] {
  const left = RE_ASSIGNMENT.exec(text)?.[1];
  const calls = [...text.matchAll(RE_CALL)].map(([, name = '']) => name).filter((name) => !C_WORDS.has(name));
  const identifiers = words.filter((word) => RE_IDENTIFIER.test(word) && !/\([^)]/.test(word));
  const isPlain = words.length <= 4 && words.every((word) => /^[\w]+$/.test(word));
  return [
    isPlain ? toLookup(words.join('_'), 0.5, 'any') : undefined,
    left !== undefined && left.length > 2 ? toLookup(left, 0.5, 'whole') : undefined,
    ...[...new Set(calls)].slice(0, MAX_WORDS).map((name) => toLookup(name, 1, 'any', CODE)),
    ...identifiers.slice(0, MAX_WORDS).flatMap((word) => {
      const bare = word.replace(RE_PLACE, '');
      const member = RE_MEMBER.exec(bare)?.[1];
      return [toLookup(bare, 1, 'any'), member === undefined ? undefined : toLookup(member, 1, 'whole', ['field'])];
    }),
    ...(words.length <= MAX_WORDS
      ? words
          .filter((word) => !identifiers.includes(word) && !C_WORDS.has(word))
          .map((word) => toLookup(word, 2, 'whole'))
      : []),
  ];
}

/** `f(a, g(b));` → `f()`, when the call is all there is; a section of a manual keeps its number. */
function withoutArguments(text: string): string {
  const called = /^[&*!]*([A-Za-z_]\w*)\s?\((?!\d\w*\)$)/.exec(text);
  if (called === null || C_WORDS.has(called[1] ?? '')) return text;
  let depth = 0;
  for (let offset = called[0].length - 1; offset < text.length; offset += 1) {
    if (text[offset] === '(') depth += 1;
    else if (text[offset] === ')' && (depth -= 1) === 0)
      return /^[\s;,{]*$/.test(text.slice(offset + 1)) ? `${called[1] ?? ''}()` : text;
  }
  return `${called[1] ?? ''}()`;
}

function push(lookups: Lookup[], lookup: Lookup | undefined): void {
  if (lookup === undefined || lookups.length >= MAX_LOOKUPS) return;
  if (!lookups.some((known) => known.key === lookup.key)) lookups.push(lookup);
}

function toLookup(
  typed: string,
  distance: number,
  scope: Lookup['scope'],
  kinds?: readonly RecordKind[],
): Lookup | undefined {
  const literal = typed.trim().replace(RE_QUOTES, '').replace(RE_ANGLES, '$1').replace(RE_TRAILING, '').trim();
  const key = normaliseName(literal.replace(RE_OPEN_CALL, '')).slice(0, KEY_LENGTH).trimEnd();
  if (key === '') return undefined;
  const isCased = /\p{Lu}/u.test(literal);
  return { literal, key, kinds: kinds === undefined ? kindsOf(literal) : new Set(kinds), isCased, distance, scope };
}

function kindsOf(literal: string): ReadonlySet<RecordKind> {
  if (/^struct\s/.test(literal)) return new Set(['struct']);
  if (/^union\s/.test(literal)) return new Set(['union']);
  if (/^enum\s/.test(literal)) return new Set(['enum']);
  const section = /\((\d)\w*\)$/.exec(literal)?.[1];
  if (section !== undefined) return new Set(SECTIONS[section] ?? ['manpage']);
  if (/\w\([^)]*\)?;?$/.test(literal)) return new Set(CODE);
  if (/^config_/i.test(literal)) return new Set(['config']);
  if (/^-?E[A-Z0-9]+$/.test(literal)) return new Set(['errno']);
  if (literal.includes('->')) return new Set(['field']);
  if (literal.startsWith('/')) return new Set(['path']);
  if (/\.h$/.test(literal)) return new Set(['header', 'source']);
  if (/\.[cS]$/.test(literal)) return new Set(['source']);
  if (/\.k?o$/.test(literal)) return new Set(['object', 'module']);
  return new Set();
}

/** `file->f_op->open` → `open`, `f_op`; `drivers/char/mem.c` → `char/mem.c`, `mem.c`; `M=a/b` → `a/b`; `foo.bar` → `bar`. */
function fallbacksOf(literal: string): Lookup[][] {
  const found: Lookup[][] = [];
  const add = (...lookups: (Lookup | undefined)[]): void => {
    const known = lookups.filter((lookup) => lookup !== undefined);
    if (known.length > 0) found.push(known);
  };
  const members = literal.split(/->|::|(?<=[\w)\]])\.(?=[A-Za-z_])/);
  const isExpression = /->|::/.test(literal) || (members.length > 1 && !RE_FILE_ENDING.test(literal));
  if (isExpression && !literal.includes('/'))
    for (const member of members.slice(1).toReversed()) add(toLookup(member, 1, 'any', ['field']));
  const value = RE_ASSIGNMENT.exec(literal)?.[2];
  if (value !== undefined) add(toLookup(value, 1, 'any'));
  const path = (value ?? literal).replace(RE_PLACE, '').replace(/\/+$/, '');
  if (path.startsWith('/')) {
    add(...pathsWithHoles(path).map((holed) => toLookup(holed, 1, 'whole')));
  }
  for (let slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const lookup = toLookup(path.slice(slash + 1), 1, 'end');
    const file = toLookup(path.slice(path.lastIndexOf('/') + 1), 1, 'end');
    add(lookup !== undefined && file !== undefined && file.key.length > 1 ? { ...lookup, heldBy: file.key } : lookup);
  }
  if (path.startsWith('/')) for (const folder of foldersOf(path)) add(toLookup(folder, 1, 'whole'));
  return found;
}

/** `/sys/module/foo/parameters/bar` as notes may have it: one part a hole, or the last ones left out as well. */
function pathsWithHoles(path: string): string[] {
  const parts = path.slice(1).split('/');
  const found = path.search(RE_VERSION) < 0 ? [] : [path.replace(RE_VERSION, '*')];
  for (let length = parts.length; length >= Math.max(2, parts.length - 2); length -= 1) {
    for (let hole = length - 1; hole >= 1; hole -= 1) {
      found.push(`/${parts.slice(0, length).with(hole, '*').join('/')}`);
    }
  }
  return found.slice(0, MAX_HOLES);
}

/** The folders above a path, the nearest first, two parts at least. */
function foldersOf(path: string): string[] {
  const parts = path.slice(1).split('/');
  return Array.from({ length: Math.max(0, parts.length - 2) }, (_, up) => `/${parts.slice(0, -1 - up).join('/')}`);
}
