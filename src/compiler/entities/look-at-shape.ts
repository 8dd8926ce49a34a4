/** Names that their own shape or the signs beside them give away: options, error numbers, tags, arrows, calls. */

import {
  endOfIdentifier,
  isAllCapitals,
  isAllSmall,
  isDigit,
  isIdentifierPart,
  isIdentifierStart,
  isUpper,
} from './characters.ts';
import { kindSaid } from './kind-said.ts';
import { hasDigitInside, isPlural, isUnderscored, kindOfCall } from './name-shapes.ts';
import { WORD } from './text-tokens.ts';
import type { TextView } from './text-view.ts';
import { ERRNO_NAMES, KNOWN_NAMES, SHELL_TOOLS, SYSCALLS } from './vocabulary.ts';
import { KIND_WORDS, STOP_WORDS } from './words.ts';

/** Words that follow `struct` in English. */
const NOT_TAGS: ReadonlySet<string> = new Set(
  'with that which has have was were will can may must where when pointer pointers initializer initialization itself too definition definitions declaration declarations layout layouts size sizes alignment randomization randomisation packing casting they contains'.split(
    ' ',
  ),
);

/** A first argument that only C has: a constant, an address, a member, a call, what is not. */
const RE_C_ARGUMENT =
  /^\((?!CONFIG_)(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+[,)]|&[a-z_]\w*(?:[-.,)])|[a-z_]\w*->|!*[a-z]\w*_\w*\(|![a-z_])/u;

/** Arguments that are numbers or small names. */
const RE_VALUES = /^\((?:\d+|0x[0-9a-f]+|[a-z_]\w*)(?:, ?(?:\d+|0x[0-9a-f]+|[a-z_]\w*))*\)/u;

/** Takes `name(5)`, name and bracket together. Tells whether it is a manual page. */
export function lookAtManpage(view: TextView, i: number, start: number, end: number, name: string): boolean {
  const { text } = view.scan;
  const digit = text.charCodeAt(end + 1);
  if (digit < 49 || digit > 57) return false;
  let close = end + 2;
  while (close < end + 5 && isIdentifierPart(text.charCodeAt(close))) close += 1;
  if (text.charCodeAt(close) !== 41 || isAllCapitals(name) || (close > end + 2 && isDigit(text.charCodeAt(end + 2))))
    return false;
  const evidence = close > end + 2 ? 'manpage' : readAsPage(view, i, start, name, digit - 48);
  if (evidence === undefined) return false;
  view.take(i, start, close + 1, `${name}${text.slice(end, close + 1)}`, evidence);
  if (evidence === 'maybe-manpage') view.kinds[i] = 'unknown';
  return true;
}

/** Sections whose pages have names that nobody calls with a number. */
const SURE_SECTIONS: ReadonlySet<number> = new Set([4, 5, 7, 9]);

/** By which rule `name(section)` is a manual page; `undefined` where it is a call: `msleep(5)`, `alert(1)`, `foo_bar(2)`. */
function readAsPage(
  view: TextView,
  i: number,
  start: number,
  name: string,
  section: number,
): 'manpage' | 'maybe-manpage' | undefined {
  const known = KNOWN_NAMES.get(name);
  if (
    (known?.kind === 'function' || known?.kind === 'macro') &&
    known.reach === 'plain' &&
    section !== 3 &&
    section !== 9
  )
    return undefined;
  if (/[-.]/u.test(name) || known?.kind === 'command' || SHELL_TOOLS.has(name) || SYSCALLS.has(name)) return 'manpage';
  const isCode = view.isCode(start);
  if (SURE_SECTIONS.has(section) || (!isCode && section !== 1) || isPageSaid(view, i)) return 'manpage';
  return isUnderscored(name) ? undefined : 'maybe-manpage';
}

/** A word for manual pages, or another page, stands beside token `i`. */
function isPageSaid(view: TextView, i: number): boolean {
  const before = view.skipQuotes(i - 1, -1);
  if (/^(?:see|See|man|manual|pages?|Manpage|siehe|см)$/u.test(view.word(before))) return true;
  if (view.tokens.types[before] === 44 || /^(?:and|or|und)$/u.test(view.word(before)))
    for (let k = before - 1; k >= 0 && k > before - 6; k -= 1) if (view.kinds[k] === 'manpage') return true;
  for (let k = i + 1; k < i + 7; k += 1)
    if (/^(?:man|manual|manpage|page|pages|Manpage)$/u.test(view.word(k))) return true;
  return false;
}

/** Names whose letters alone say what they are. */
export function lookAtShape(view: TextView, i: number, start: number, end: number, name: string): boolean {
  const first = name.charCodeAt(0);
  if (first === 67 && name.startsWith('CONFIG_')) {
    if (name.length < 9 && name.length < 8) return true;
    // What many options begin with is no option; between two low lines it is one that was meant to stand out.
    if (name.endsWith('_') && view.scan.text.charCodeAt(start - 1) !== 95) return true;
    const option = name.replace(/_+$/u, '');
    if (option.length < 8) return true;
    view.take(i, start, endOfAssignment(view, end), option, 'config-option');
    return true;
  }
  if (first === 75 && /^KBUILD_[A-Z][A-Z_]+$/u.test(name)) {
    view.take(i, start, end, name, 'build-name');
    return true;
  }
  if (name.endsWith('_defconfig')) {
    view.take(i, start, end, name, 'make-target');
    return true;
  }
  if (first === 69 && ERRNO_NAMES.has(name)) {
    const minus =
      view.scan.text.charCodeAt(start - 1) === 45 && !isIdentifierPart(view.scan.text.charCodeAt(start - 2));
    view.take(i, minus ? start - 1 : start, end, name, 'errno');
    return true;
  }
  return false;
}

function endOfAssignment(view: TextView, end: number): number {
  const { text } = view.scan;
  const value = text.charCodeAt(end + 1);
  const isSwitch = text.charCodeAt(end) === 61 && (value === 121 || value === 109 || value === 110);
  return isSwitch && !isIdentifierPart(text.charCodeAt(end + 2)) ? end + 2 : end;
}

/** Words before the names that people give themselves in forums and logs. */
const RE_PERSON =
  /^(?:user|User|mod|nick|author|asker|poster|login|account|member|@)$|(?:微信|公众号|账号|帐号|昵称|用户名?|作者|博主)$/u;

/** What stands behind the name of who writes in a forum: `**tux_in_bw** · 3 days ago`. */
const RE_SPEAKS =
  /^\W{0,4}(?:[·•|—–-]\s*)?(?:\d+\s+(?:min|hour|day|week|month|year)|yesterday\b|today\b|(?:wrote|asked|replied|answered|commented|posted|schrieb|написал)(?![\w]))/u;

/** Parts of the kernel that are spelt like a name of C. */
const SUBSYSTEMS: ReadonlySet<string> = new Set(['io_uring', 'sched_ext', 'user_namespaces']);

/** What is said of names that the kernel no longer has. */
const RE_LOST =
  /\b(?:gone|removed|dropped|vanished|renamed|replaced|formerly|obsolete|no longer|no such|used to be|not any more|in neither)\b|已(?:删除|移除|废弃)|没有了|以前|раньше|больше нет/u;

/** Heads of columns over names as they were. */
const RE_OLD_COLUMN = /\b(?:book|LDD3|then|was|were|before|old|formerly|gone|removed|[Bb]isher|[Ff]rüher)\b|旧|以前/iu;

/** The lines that draw a tree of files, `├── name` or `|-- name`, end before `start`. */
function isInTree(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 32) return false;
  const before = text.charCodeAt(start - 2);
  return before === 0x2500 || (before === 45 && /[|`+]-- $/u.test(text.slice(Math.max(0, start - 4), start)));
}

/** Takes a name whose kind nothing shows. */
export function takeIdentifier(view: TextView, i: number, start: number, end: number, name: string): void {
  // `Cpus_allowed`: what files and tables show, not what C names so.
  const isLabel = isUpper(name.charCodeAt(0)) && !isAllCapitals(name);
  const isPerson =
    (!view.isStyled(start) && RE_PERSON.test(view.word(i - 1))) ||
    (!view.isCode(start) && RE_SPEAKS.test(view.scan.text.slice(end, end + 40)));
  if (isInTree(view.scan.text, start)) return;
  // `"prog_id": 5`: a key of JSON.
  const { text } = view.scan;
  if (text.charCodeAt(start - 1) === 34 && text.charCodeAt(end) === 34 && text.charCodeAt(end + 1) === 58) return;
  const isLoose = isLabel || start < view.looseUntil || isPerson;
  const isRust = view.isCode(start) && (view.scan.text.charCodeAt(end) === 33 || isRustPath(view.scan.text, start));
  if (SUBSYSTEMS.has(name) && kindSaid(view, i) === undefined) return;
  const isSure = view.mode === 'text' && !isLoose && !isRust;
  const { isCell, title } = view.scan;
  const isLost =
    isSure &&
    view.isStyled(start) &&
    (RE_LOST.test(text.slice(Math.max(0, start - 60), end + 60)) ||
      (isCell && title !== undefined && RE_OLD_COLUMN.test(title)));
  view.take(i, start, end, name, isLost ? 'lost-name' : isSure ? 'identifier' : 'code-identifier');
}

/** A name behind `struct`, `union` or `enum`. */
export function lookAtTag(view: TextView, i: number, start: number, end: number, name: string): boolean {
  const before = view.word(i - 1);
  if (before !== 'struct' && before !== 'union' && before !== 'enum') return false;
  if (view.tokens.types[i - 1] !== WORD || (view.tokens.ends[i - 1] ?? 0) >= start) return false;
  const isTogether = view.isStyled(start) && view.isStyled(view.tokens.starts[i - 1] ?? 0);
  if (STOP_WORDS.has(name) || isUpper(name.charCodeAt(0)) || name.length < 2) return false;
  if (KIND_WORDS.has(name) && !(isTogether && view.isCode(start))) return false;
  if (!isTogether && !isUnderscored(name) && !view.isStyled(start) && (NOT_TAGS.has(name) || /(?:ing|ed)$/u.test(name)))
    return false;
  const tagStart = isTogether || !view.isStyled(start) ? (view.tokens.starts[i - 1] ?? start) : start;
  const isSure = isUnderscored(name) || hasDigitInside(name) || view.isStyled(start);
  view.take(i, tagStart, end, name, isSure && view.mode === 'text' ? 'struct-tag' : 'snippet-tag', before);
  return true;
}

/** `a->b` and `a->b->c`. */
export function lookAtArrow(view: TextView, i: number, start: number, end: number): boolean {
  const { text } = view.scan;
  let left = start;
  let at = end;
  let taken = false;
  const base = text.slice(start, end);
  if (base === 'current') {
    view.take(i, start, end, base, 'known-name', 'macro');
    left = end + 2;
  } else if (/^[a-z]+_ops?$/u.test(base) && text.charCodeAt(end + 1) === 62) {
    view.take(i, start, end, base, 'arrow-base');
    left = end + 2;
  }
  while (text.charCodeAt(at) === 45 && text.charCodeAt(at + 1) === 62 && isIdentifierStart(text.charCodeAt(at + 2))) {
    const stop = endOfIdentifier(text, at + 2, text.length);
    const field = text.slice(at + 2, stop);
    const isCall = text.charCodeAt(stop) === 40 && text.charCodeAt(stop + 1) !== 41 && !view.isCode(start);
    if (!isCall) view.take(i, left, stop, field, 'member');
    taken = true;
    at = lookAtDots(view, i, stop);
    left = at + 2;
  }
  return taken;
}

/** `.b.c` behind `p->a`; returns where it ends. */
function lookAtDots(view: TextView, i: number, from: number): number {
  const { text } = view.scan;
  let at = from;
  while (
    text.charCodeAt(at) === 46 &&
    isIdentifierStart(text.charCodeAt(at + 1)) &&
    !isUpper(text.charCodeAt(at + 1))
  ) {
    const stop = endOfIdentifier(text, at + 1, text.length);
    view.take(i, at + 1, stop, text.slice(at + 1, stop), 'member-dot');
    at = stop;
  }
  return at;
}

/** What programs of bpftrace call. */
const BPFTRACE_CALLS: ReadonlySet<string> = new Set(
  'count sum avg min max hist lhist stats printf print clear zero delete time strftime str buf ksym usym kaddr uaddr join cat system exit reg ntop kstack ustack kptr uptr strncmp macaddr signal len'.split(
    ' ',
  ),
);

/** Two colons before a name put it into a module of Rust; `bindings` are those that C has. */
export function isRustPath(text: string, start: number): boolean {
  return (
    text.charCodeAt(start - 1) === 58 &&
    text.charCodeAt(start - 2) === 58 &&
    isIdentifierPart(text.charCodeAt(start - 3)) &&
    !text.startsWith('bindings', start - 10)
  );
}

/** Takes a name with parentheses behind it. Tells whether it is called. */
export function lookAtCall(view: TextView, i: number, start: number, end: number, name: string): boolean {
  const { text } = view.scan;
  const next = text.charCodeAt(end);
  if (next !== 40 && next !== 0xff08) return false;
  const close = next === 40 ? 41 : 0xff09;
  const isEmpty = text.charCodeAt(end + 1) === close;
  const isMarked = view.isCode(start) || (view.isStyled(start) && view.isStyled(end));
  // `parent_names(新代码用 parent_data)`: an aside in a Chinese sentence.
  if (!isMarked && !isEmpty && isUnderscored(name) && text.charCodeAt(end + 1) >= 0x2e80) return false;
  // `Err(…)`, `rcu::read_lock()`: Rust.
  if (!isUnderscored(name) && /^[A-Z][a-z]+$/u.test(name) && view.isCode(start)) return true;
  if (isRustPath(text, start)) return true;
  if (name.length < 2 || (STOP_WORDS.has(name) && !(isEmpty && isMarked))) return false;
  if (view.mode === 'shell') {
    if (isUnderscored(name)) view.take(i, start, end, name, 'code-identifier', 'function');
    return true;
  }
  if (view.mode === 'log' && !isUnderscored(name)) return true;
  if (BPFTRACE_CALLS.has(name) && view.isCode(start) && view.isProbeNear()) return true;
  if (!isEmpty && !isUnderscored(name) && RE_C_ARGUMENT.test(text.slice(end, end + 60)) && isAllSmall(name)) {
    view.take(i, start, end, name, 'call', kindOfCall(name, KNOWN_NAMES.get(name)?.kind));
    return true;
  }
  if (!isEmpty && !isUnderscored(name) && !(isMarked && view.mode === 'text' && closesInside(view, end))) {
    if (
      view.mode === 'text' &&
      name.length > 2 &&
      isAllCapitals(name) &&
      !isPlural(text, end) &&
      RE_VALUES.test(text.slice(end, end + 60))
    )
      view.take(i, start, end, name, 'capital-call');
    return false;
  }
  if (!isEmpty && isPlural(text, end)) return false;
  const known = KNOWN_NAMES.get(name);
  const said = kindSaid(view, i, isEmpty ? end + 2 : undefined);
  const kind = said === 'syscall' || said === 'macro' ? said : kindOfCall(name, known?.kind);
  view.take(i, start, isEmpty ? end + 2 : end, name, 'call', kind);
  if (!isEmpty && view.mode === 'text') view.looseUntil = Math.max(view.looseUntil, endOfArguments(text, end));
  return true;
}

/** Behind the bracket that closes the one at `open`; `open` where it is far or missing. */
function endOfArguments(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length && i < open + 200; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 40) depth += 1;
    else if (code === 41) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return open;
}

/** The bracket that opens at `open` closes while the same markup lasts. */
function closesInside(view: TextView, open: number): boolean {
  const { text } = view.scan;
  let depth = 0;
  for (let i = open; i < text.length && i < open + 200 && view.isStyled(i); i += 1) {
    const code = text.charCodeAt(i);
    if (code === 40) depth += 1;
    else if (code === 41) {
      depth -= 1;
      if (depth === 0) return true;
    }
  }
  return false;
}
