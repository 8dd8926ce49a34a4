/** What single words of text name. */

import type { EntityKind } from '../../model/entity.ts';
import { innermostMark } from './block-scan.ts';
import { isAllCapitals, isAllSmall, isIdentifierPart } from './characters.ts';
import { fits, kindAfter, kindInChinese, kindInRussian, kindSaid } from './kind-said.ts';
import { lookAtArrow, lookAtCall, lookAtManpage, lookAtShape, lookAtTag, takeIdentifier } from './look-at-shape.ts';
import { MODULE_NAMES } from './module-names.ts';
import { hasDigitInside, isUnderscored, withoutStrayMarkers } from './name-shapes.ts';
import { takeProbe } from './take-probe.ts';
import { NUMBER } from './text-tokens.ts';
import type { TextView } from './text-view.ts';
import {
  C_KEYWORDS,
  ERRNO_NAMES,
  GDB_COMMANDS,
  KNOWN_NAMES,
  MAKE_VARIABLES,
  SUBCOMMANDS,
  SYSCALLS,
} from './vocabulary.ts';
import { ADJECTIVES, COMMON_WORDS, KIND_WORDS, NOT_NAMES, STOP_WORDS } from './words.ts';

/** Tools that steer a daemon or a class of devices; names of calls end so too. */
const RE_CONTROL_TOOL =
  /^(?!(?:sys|rt_?)?(?:ioctl|fcntl|prctl|semctl|shmctl|msgctl|quotactl|keyctl|epoll_?ctl)$)[a-z]{4,12}ctl$/u;

/** Behind an underscore: one of several endings follows, as in `dma_sync_single_for_{cpu,device}`. */
const RE_ENDINGS = /[{<]/u;

/** Addresses and hashes. */
const RE_HEXADECIMAL = /^[0-9a-f]{8,40}$/u;

/** Takes what the word of token `i`, at `[tokenStart, tokenEnd)`, names. */
export function lookAtWord(view: TextView, i: number, tokenStart: number, tokenEnd: number): void {
  const { scan } = view;
  const { text } = scan;
  let start = tokenStart;
  let end = tokenEnd;
  let name = text.slice(start, end);
  const isCode = view.isCode(start);
  if (innermostMark(scan, start) !== innermostMark(scan, end - 1)) {
    end = view.endOfMark(start, end);
    name = text.slice(start, end);
  }
  if (!isCode && (name.charCodeAt(0) === 95 || name.charCodeAt(name.length - 1) === 95) && !KNOWN_NAMES.has(name)) {
    [start, end] = withoutStrayMarkers(text, start, end);
    if (end < tokenEnd && RE_ENDINGS.test(text.charAt(tokenEnd))) return;
    name = text.slice(start, end);
    if (name === '') return;
  }
  if (C_KEYWORDS.has(name) || NOT_NAMES.has(name) || (name.endsWith('_') && !name.startsWith('CONFIG_'))) return;
  if (text.charCodeAt(start - 1) === 60 && text.charCodeAt(end) === 62) return;
  if (view.isOption(start) && !ERRNO_NAMES.has(name) && !name.startsWith('CONFIG_')) return;
  if (RE_HEXADECIMAL.test(name) && hasDigitInside(name)) return;
  const next = text.charCodeAt(end);
  if (next === 58 && takeProbe(scan, start, text.length)) return;
  if (next === 40 && lookAtManpage(view, i, start, end, name)) return;
  if (lookAtShape(view, i, start, end, name)) return;
  if (lookAtTag(view, i, start, end, name)) return;
  const isArrow = text.charCodeAt(tokenEnd) === 45 && text.charCodeAt(tokenEnd + 1) === 62;
  // `((struct file *)p)->f_op`
  if (next !== 40 && isAllSmall(name) && view.isCode(start) && isBehindArrow(text, start)) {
    view.take(i, start, end, name, 'member');
    if (isArrow) lookAtArrow(view, i, tokenEnd + 2, tokenEnd);
    return;
  }
  if (isArrow && lookAtArrow(view, i, start, tokenEnd)) return;
  if (lookAtCall(view, i, start, end, name)) return;
  if (isBareMember(text, start) && view.mode === 'text' && isAllSmall(name) && name.length > 1) {
    view.take(i, start - 2, end, name, 'member');
    return;
  }
  const isStyled = view.isStyled(start) || tokenStart !== start;
  // `the lswmi utility as described`: the assembler is marked where it is meant.
  if (!isStyled && name === 'as' && view.mode === 'text') return;
  const known = KNOWN_NAMES.get(name);
  const isQuoted = text.charCodeAt(start - 1) === 34 && text.charCodeAt(end) === 34 && isAllSmall(name);
  const isSaid =
    isStyled ||
    isQuoted ||
    isUnderscored(name) ||
    hasDigitInside(name) ||
    (known !== undefined && known.reach !== 'plain');
  const said = isSaid ? kindSaid(view, i) : kindInChinese(view, i, name);
  if (known !== undefined && !(known.kind === 'macro' && next === 58)) {
    if (
      said === 'syscall' &&
      (isStyled || known.reach === 'plain' || kindAfter(view, i) === 'syscall' || kindInRussian(view, i) === 'syscall')
    )
      view.take(i, start, end, known.name, 'said-to-be', said);
    else if (known.reach === 'plain')
      view.take(i, start, end, known.name, known.kind === 'annotation' ? 'annotation' : 'known-name', known.kind);
    else if (said === 'module' && known.kind === 'command' && isStyled)
      view.take(i, start, end, name, 'said-to-be', said);
    else if (
      (isCode && view.mode === 'text' && known.reach === 'marked' && !isArgument(view, known.kind, start, end)) ||
      (said === known.kind && !isMannerOf(view, i))
    )
      view.take(i, start, end, known.name, 'known-marked-name', known.kind);
    else if (isStyled && known.reach === 'marked' && view.mode === 'text' && !COMMON_WORDS.has(name))
      view.take(i, start, end, known.name, 'known-marked-name', known.kind);
    else if (view.mode === 'text' && known.kind === 'command' && isToolHere(view, i, known.reach, name))
      view.take(i, start, end, known.name, 'known-name', known.kind);
    else if (view.mode === 'text' && next === 32 && SUBCOMMANDS.get(name)?.has(view.word(i + 1)) === true)
      view.take(i, start, end, known.name, 'known-name', known.kind);
    if (view.kinds[i] !== undefined) return;
    // `a systemd hook`
    if (known.kind === 'command' && said === 'function' && !isStyled) return;
  }
  if (said !== undefined && (isSaid ? fits(view, name, start, said) : known === undefined)) {
    if (!isSaid && STOP_WORDS.has(name)) return;
    view.take(i, start, end, name, 'said-to-be', said === 'function' && isAllCapitals(name) ? 'macro' : said);
    return;
  }
  if (isStyled && GDB_COMMANDS.has(name) && view.isGdbNear() && view.isStyleStart(start)) {
    view.take(i, start, end, name, 'gdb-command');
    return;
  }
  if (MAKE_VARIABLES.has(name) && view.mode === 'text' && lookAtMakeVariable(view, i, start, end, name)) return;
  if (next === 61 && view.mode === 'text' && lookAtAssigned(view, i, start, end, name)) return;
  if (isAllCapitals(name)) {
    const isAssigned = next === 61 && text.charCodeAt(end + 1) !== 61;
    // `${SEQ_END}`
    const isShell =
      text.charCodeAt(start - 1) === 36 || (text.charCodeAt(start - 1) === 123 && text.charCodeAt(start - 2) === 36);
    if (isUnderscored(name) && name.length > 3 && !isAssigned && !isShell)
      view.take(i, start, end, name, 'capital-macro');
    return;
  }
  if (name.length > 3 && name.endsWith('_t') && isAllSmall(name)) {
    view.take(i, start, end, name, 'type-suffix');
    return;
  }
  if (isUnderscored(name)) {
    takeIdentifier(view, i, start, end, name);
    return;
  }
  if (STOP_WORDS.has(name) || name.length < 3) return;
  if (RE_CONTROL_TOOL.test(name) && view.mode === 'text') {
    view.take(i, start, end, name, 'control-tool');
    return;
  }
  if (!isStyled && view.mode === 'text' && isAllSmall(name)) {
    lookAtSaidWord(view, i, start, end, name);
    return;
  }
  if (isStyled && view.mode === 'text') {
    if (isAllSmall(name) && !KIND_WORDS.has(name)) takeMarked(view, i, start, end, name);
  }
}

/** `sparse complains`; `lttng or perf`: what a tool does, or a tool that no text takes for a word beside it. */
function isToolHere(view: TextView, i: number, reach: string, name: string): boolean {
  const verb = view.word(i + 1) === 'will' || view.word(i + 1) === 'would' ? view.word(i + 2) : view.word(i + 1);
  if (/^(?:complain|warn|nag|moan)s?$/u.test(verb)) return true;
  if (name === 'make') return isMakeRun(view, i);
  if (reach !== 'marked' || COMMON_WORDS.has(name)) return false;
  // `rustc 1.78`
  if (view.tokens.types[i + 1] === NUMBER && view.word(i + 1).includes('.') && name.length > 2) return true;
  return isPlainTool(view, skipJoin(view, i, 1)) || isPlainTool(view, skipJoin(view, i, -1));
}

/** `make menuconfig`, `make LLVM=1`: with what only `make` is given. */
function isMakeRun(view: TextView, i: number): boolean {
  const next = view.word(i + 1);
  if (KNOWN_NAMES.get(next)?.kind === 'build') return true;
  return (
    /^[A-Z][A-Z0-9_]*$/u.test(next) &&
    view.tokens.types[i + 2] === 61 &&
    (view.tokens.starts[i + 2] ?? 0) === (view.tokens.ends[i + 1] ?? 0)
  );
}

/** Words and signs between things that one could take in place of each other. */
const RE_JOIN = /^(?:and|or|und|oder|statt|vs|instead|of|than|with|和|或|、|,|\/|\+)$/u;

/** Index of what is joined to token `i` on that side, -1 if nothing is. */
function skipJoin(view: TextView, i: number, step: 1 | -1): number {
  let k = i + step;
  while (k >= 0 && Math.abs(k - i) < 4 && RE_JOIN.test(view.word(k))) k += step;
  return k === i + step ? -1 : k;
}

function isPlainTool(view: TextView, k: number): boolean {
  const known = k < 0 ? undefined : KNOWN_NAMES.get(view.word(k));
  return known?.kind === 'command' && known.reach === 'plain';
}

/** `f(inode)`: what a call in code is given is a variable, whatever structure has its name. */
function isArgument(view: TextView, kind: EntityKind, start: number, end: number): boolean {
  if (kind !== 'struct') return false;
  const { text } = view.scan;
  const next = text.charCodeAt(end);
  if (next !== 41 && next !== 44) return false;
  const before = text.charCodeAt(start - 1) === 32 ? start - 2 : start - 1;
  const sign = text.charCodeAt(before);
  return (sign === 40 && isIdentifierPart(text.charCodeAt(before - 1))) || (sign === 44 && next === 41);
}

/** `the ioctl handler`: a handler of such calls, not the function of that name. */
function isMannerOf(view: TextView, i: number): boolean {
  return !view.isStyled(view.tokens.starts[i] ?? 0) && /^(?:handlers?|hooks?|wrappers?)$/u.test(view.word(i + 1));
}

/** A dot joins it to what stands before, or it is the value of an option: `-e trace=open`. */
function isValue(text: string, start: number): boolean {
  return (
    text.charCodeAt(start - 1) === 46 ||
    /(?:^|\s)-{1,2}[A-Za-z][\w-]*\s$/u.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** An arrow behind a cast stands before `start`. */
function isBehindArrow(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 62 || text.charCodeAt(start - 3) !== 41) return false;
  return /\*\)\s?[\w>.-]{1,30}\)->$/u.test(text.slice(Math.max(0, start - 40), start));
}

/** `->name` without a pointer before it: the method or member of that name, of whatever object. */
function isBareMember(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 62 || text.charCodeAt(start - 2) !== 45) return false;
  const before = text.charCodeAt(start - 3);
  return !(isIdentifierPart(before) || before === 41 || before === 93 || before === 45);
}

/** `name=value` without blanks, as on the command line of the kernel. Tells whether it was taken. */
function lookAtAssigned(view: TextView, i: number, start: number, end: number, name: string): boolean {
  const { text } = view.scan;
  const value = text.charCodeAt(end + 1);
  if (
    text.charCodeAt(start - 1) === 91 ||
    !(value > 44) ||
    value === 61 ||
    value === 62 ||
    !isAllSmall(name) ||
    isValue(text, start)
  )
    return false;
  let stop = end + 1;
  while (stop < text.length && text.charCodeAt(stop) > 32 && text.charCodeAt(stop) < 128) stop += 1;
  view.looseUntil = Math.max(view.looseUntil, stop);
  if (isUnderscored(name)) view.take(i, start, end, name, 'assigned-name');
  else if (name.length > 2) view.take(i, start, end, name, 'assigned-word');
  return view.kinds[i] !== undefined;
}

/** `M=`, `W=1`, `ARCH` in text that speaks of building. One letter needs its equals sign. Tells whether it was taken. */
function lookAtMakeVariable(view: TextView, i: number, start: number, end: number, name: string): boolean {
  const { text } = view.scan;
  const isGiven = text.charCodeAt(end) === 61 && text.charCodeAt(end + 1) !== 61;
  const isSwitch = isGiven && view.isCode(start) && /^[WCV]=[0-3]\b/u.test(text.slice(start, start + 4));
  const isWhole = isSwitch || (isGiven && view.isCode(start) && view.isWholeSpan(start, end + 1));
  if (!(isGiven || (name.length > 1 && view.isCode(start))) || !(isWhole || view.isMakeNear())) return false;
  if (name.length === 1) view.take(i, start, end + 1, `${name}=`, 'make-variable');
  else view.take(i, start, end, name, 'make-variable');
  return true;
}

/** `the nbd driver`, `the poll system call`: unmarked words beside a word for their kind. */
function lookAtSaidWord(view: TextView, i: number, start: number, end: number, name: string): void {
  const kind = kindAfter(view, i);
  if (kind === 'syscall' && SYSCALLS.has(name)) view.take(i, start, end, name, 'said-to-be', kind);
  else if (kind === 'module' && !COMMON_WORDS.has(name) && !ADJECTIVES.has(name) && !KIND_WORDS.has(name))
    view.take(i, start, end, name, 'said-of-word', kind);
  else if (isInChain(view, i) && !COMMON_WORDS.has(name) && !ADJECTIVES.has(name))
    view.take(i, start, end, name, 'said-of-word', 'function');
  else if (MODULE_NAMES.has(name) && view.isModuleNear()) view.take(i, start, end, name, 'module-word');
}

/** One word of a chain of calls, `kswapd → balance_pgdat → shrink_node`: an arrow on one side, an arrow or the end of a clause on the other. */
function isInChain(view: TextView, i: number): boolean {
  const isBefore = isArrowAt(view, i - 1, -1);
  const isBehind = isArrowAt(view, i + 1, 1);
  return (isBefore || isBehind) && (isBefore || isClauseEnd(view, i - 1)) && (isBehind || isClauseEnd(view, i + 1));
}

function isArrowAt(view: TextView, k: number, step: 1 | -1): boolean {
  const { types } = view.tokens;
  return (
    types[k] === 0x2192 || (step > 0 ? types[k] === 45 && types[k + 1] === 62 : types[k] === 62 && types[k - 1] === 45)
  );
}

function isClauseEnd(view: TextView, k: number): boolean {
  const type = view.tokens.types[k];
  return type === undefined || type === 58 || type === 46 || type === 44 || type === 59 || type === 41 || type === 40;
}

function takeMarked(view: TextView, i: number, start: number, end: number, name: string): void {
  if (!view.isWholeSpan(start, end)) return;
  const isEnglish = COMMON_WORDS.has(name) || ADJECTIVES.has(name);
  if (isRunInTerm(view, i, name, isEnglish)) view.take(i, start, end, name, 'run-in-term');
  else view.take(i, start, end, name, isEnglish ? 'marked-english' : 'marked-word');
}

/** `**Term**: *name*.` at the start of a block; an English name must stand in the term. */
function isRunInTerm(view: TextView, i: number, name: string, isEnglish: boolean): boolean {
  const { types } = view.tokens;
  if (types[i - 1] !== 58 || i > 8 || i < 2) return false;
  let isInTerm = false;
  for (let k = 0; k < i - 1; k += 1) {
    if (!view.isStyled(view.tokens.starts[k] ?? 0)) return false;
    if (view.word(k).toLowerCase().startsWith(name.slice(0, -1))) isInTerm = true;
  }
  if (isEnglish && !isInTerm) return false;
  const after = types[i + 1];
  return after === undefined || after === 46 || after === 44 || after === 59;
}
