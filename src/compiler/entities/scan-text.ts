/**
 * The scanner of running text, also used on comments, arguments and lines of logs. One pass cuts the text into tokens, a second one
 * looks at every token with its neighbours, a third one follows lists whose kind is said once. All three are linear.
 */

import type { EntityKind } from '../../model/entity.ts';
import { type BlockScan, innermostMark, MARK_CODE, MARK_STYLED, MARK_TAKEN, markAt, takeName } from './block-scan.ts';
import {
  endOfIdentifier,
  isAllCapitals,
  isAllSmall,
  isDigit,
  isIdentifierPart,
  isIdentifierStart,
  isUpper,
} from './characters.ts';
import { classifyFileName, classifyRelativePath, isSystemPath, startsKernelPath } from './classify-path.ts';
import { endOfPath } from './read-path.ts';
import { takeProbe } from './take-probe.ts';
import { C_KEYWORDS, ERRNO_NAMES, GDB_COMMANDS, KNOWN_NAMES, mayBeKnown, SYSCALLS } from './vocabulary.ts';
import {
  ADJECTIVES,
  CALL_VERBS,
  COMMON_WORDS,
  HARD_STOP_WORDS,
  KIND_WORDS,
  KIND_WORDS_CHINESE,
  NOT_NAMES,
  STOP_WORDS,
} from './words.ts';

/** `text`: a person wrote it; `shell`: arguments and scripts; `log`: messages. In the last two an unknown name is no more than possible. */
export type TextMode = 'text' | 'shell' | 'log';

const WORD = 1;
const CHUNK = 2;
const PATH = 3;
const NUMBER = 4;
const SKIP = 5;
const OTHER_SCRIPT = 6;

/** Tokens of a stretch of text; punctuation has its code unit as type. */
interface Tokens {
  readonly starts: number[];
  readonly ends: number[];
  readonly types: number[];
}

/** Takes the names in `[from, to)` of the block's text. Names taken before are left alone. */
export function scanText(scan: BlockScan, from: number, to: number, mode: TextMode): void {
  const tokens = cutTokens(scan.text, from, to);
  const context = new TextContext(scan, tokens, mode);
  for (let i = 0; i < tokens.starts.length; i += 1) context.look(i);
  if (mode === 'text' && context.hasMarks) context.followLists();
}

function cutTokens(text: string, from: number, to: number): Tokens {
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

class TextContext {
  readonly scan: BlockScan;
  readonly tokens: Tokens;
  readonly mode: TextMode;
  /** Kind that a token was taken for; absent where it was not. */
  readonly kinds: (EntityKind | 'unknown' | undefined)[] = [];
  speaksOfGdb: boolean | undefined;
  /** Something that a list could be made of was seen. */
  hasMarks = false;
  places: Map<number, number> | undefined;

  constructor(scan: BlockScan, tokens: Tokens, mode: TextMode) {
    this.scan = scan;
    this.tokens = tokens;
    this.mode = mode;
  }

  /** Decides on one token. */
  look(i: number): void {
    const start = this.tokens.starts[i] ?? 0;
    const end = this.tokens.ends[i] ?? 0;
    if ((markAt(this.scan, start) & MARK_TAKEN) !== 0) return;
    switch (this.tokens.types[i]) {
      case PATH: {
        const path = this.scan.text.slice(start, end);
        if (isSystemPath(path)) this.take(i, start, end, path, 'system-path');
        return;
      }
      case WORD:
        if (!this.isPassedOver(i, start, end)) this.lookAtWord(i, start, end);
        return;
      case CHUNK:
        this.lookAtChunk(i, start, end);
        return;
      case NUMBER:
        if (end - start > 4 && this.kindSaid(i) === 'module')
          this.take(i, start, end, this.scan.text.slice(start, end), 'said-to-be', 'module');
        return;
      default:
        return;
    }
  }

  /** An ordinary word that nothing near makes a name of: unmarked, small letters only, not listed, neither called nor dereferenced. */
  isPassedOver(i: number, start: number, end: number): boolean {
    const { text } = this.scan;
    const next = text.charCodeAt(end);
    if (this.isStyled(start) || this.isStyled(end - 1)) {
      this.hasMarks = true;
      return false;
    }
    if (next === 40 || next === 58 || next >= 0x2000 || (next === 45 && text.charCodeAt(end + 1) === 62)) return false;
    const ahead = text.charCodeAt(end + 1);
    const mayBeSaid = next === 32 && (ahead === 100 || ahead === 109 || ahead === 115);
    if (mayBeSaid && KIND_AHEAD.has(text.slice(end + 1, end + 7))) return false;
    if (!isPlainWord(text, start, end) || mayBeKnown(text, start, end)) return false;
    const type = this.tokens.types[i - 1];
    if (type === OTHER_SCRIPT) return false;
    if (type !== WORD) return true;
    const before = text.charCodeAt(this.tokens.starts[i - 1] ?? 0);
    const length = (this.tokens.ends[i - 1] ?? 0) - (this.tokens.starts[i - 1] ?? 0);
    return !((before === 115 && length === 6) || (before === 117 && length === 5) || (before === 101 && length === 4));
  }

  take(
    i: number,
    start: number,
    end: number,
    name: string,
    rule: Parameters<typeof takeName>[4],
    kind?: EntityKind,
  ): void {
    if (takeName(this.scan, start, end, name, rule, kind))
      this.kinds[i] = kind ?? this.scan.found.at(-1)?.kind ?? 'unknown';
  }

  word(i: number): string {
    return this.scan.text.slice(this.tokens.starts[i] ?? 0, this.tokens.ends[i] ?? 0);
  }

  isStyled(start: number): boolean {
    return (markAt(this.scan, start) & MARK_STYLED) !== 0;
  }

  isCode(start: number): boolean {
    return this.mode !== 'text' || (markAt(this.scan, start) & MARK_CODE) !== 0;
  }

  lookAtChunk(i: number, start: number, end: number): void {
    const { scan } = this;
    const chunk = scan.text.slice(start, end);
    if (chunk.startsWith('www.')) return;
    if (scan.text.charCodeAt(end) === 40 && this.lookAtManpage(i, start, end, chunk)) return;
    if ((RE_OTHER_FILE.test(chunk) && !KNOWN_NAMES.has(chunk)) || takeProbe(scan, start, end)) return;
    const isMarked = this.isStyled(start) || this.mode !== 'text';
    if (isMarked) this.hasMarks = true;
    if (chunk.includes('/')) {
      const path = classifyRelativePath(chunk, isMarked);
      if (path !== undefined) {
        this.take(i, start, end, path.name, path.rule, path.kind);
        return;
      }
      if (isMarked && this.mode === 'text' && this.isFolderSaid(i, chunk)) {
        this.take(i, start, end, chunk, 'source-folder');
        return;
      }
      if (isMarked && this.mode === 'text' && this.kindSaid(i) === 'command') {
        this.take(i, start, end, chunk, 'said-to-be', 'command');
        return;
      }
      if (startsKernelPath(chunk.slice(0, chunk.indexOf('/'))) && isMarked) return;
      if ((isMarked && this.mode !== 'text') || chunk.startsWith('./')) return;
      this.lookAtPieces(i, start, end);
      return;
    }
    const known = KNOWN_NAMES.get(chunk);
    if (
      known !== undefined &&
      (known.reach === 'plain' ||
        (isMarked && known.reach === 'marked' && this.mode === 'text') ||
        this.kindSaid(i) === known.kind)
    ) {
      this.take(i, start, end, known.name, known.reach === 'plain' ? 'known-name' : 'known-marked-name', known.kind);
      return;
    }
    if (chunk === '.config') {
      this.take(i, start, end, chunk, 'build-name');
      return;
    }
    if (chunk.charCodeAt(0) === 46) {
      if (this.kindSaid(i) === 'section') this.take(i, start, end, chunk, 'section');
      else if (isMarked && this.mode === 'text') this.lookAtDotMember(i, start, end, chunk.slice(1));
      return;
    }
    const said = this.kindSaid(i);
    if (said === 'parameter' && /^[a-z0-9_]+\.[a-z0-9_]+$/u.test(chunk)) {
      this.take(i, start, end, chunk, 'said-to-be', said);
      return;
    }
    if (isBuildList(chunk) && (isMarked || this.nextIs(i, '='))) {
      this.take(i, start, end, chunk, 'build-name');
      return;
    }
    const file = classifyFileName(chunk);
    if (file !== undefined) {
      this.take(i, start, end, file.name, file.rule, file.kind);
      return;
    }
    if (chunk.endsWith('_defconfig') || chunk.endsWith('.config')) {
      this.take(i, start, end, chunk, 'make-target');
      return;
    }
    if (isSysctlName(chunk) && scan.text.charCodeAt(end) !== 40) {
      this.take(i, start, end, chunk, 'sysctl-name');
      return;
    }
    if (this.mode === 'text' && isMarked && GDB_COMMANDS.has(chunk) && this.isGdbNear()) {
      this.take(i, start, end, chunk, 'gdb-command');
      return;
    }
    if ((said === 'module' || said === 'command') && isMarked && !chunk.includes('.') && this.fitsChunk(chunk, start)) {
      this.take(i, start, end, chunk, 'said-to-be', said);
      return;
    }
    if (this.lookAtMemberChunk(i, start, end, chunk)) return;
    if (isMarked && this.mode === 'text' && /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(chunk) && this.isWholeSpan(start, end)) {
      this.take(i, start, end, chunk, 'marked-word');
      return;
    }
    if (this.isOption(start)) return;
    this.lookAtPieces(i, start, end);
  }

  /** Whether a hyphened chunk can be a name: in code always, else when no part of it is English. */
  fitsChunk(chunk: string, start: number): boolean {
    if (ADJECTIVES.has(chunk)) return false;
    if ((markAt(this.scan, start) & MARK_CODE) !== 0) return true;
    return !chunk.split('-').some((piece) => STOP_WORDS.has(piece) || ADJECTIVES.has(piece) || piece === 'built');
  }

  /** `a.b` in code inside text, where `a` or `b` can only be C. */
  lookAtMemberChunk(i: number, start: number, end: number, chunk: string): boolean {
    const dot = chunk.indexOf('.');
    if (dot < 1 || this.mode !== 'text' || chunk.includes('-')) return false;
    const last = chunk.slice(chunk.lastIndexOf('.') + 1);
    const object = KNOWN_NAMES.get(chunk.slice(0, dot));
    if (object?.kind === 'struct' && isAllSmall(last) && last.length > 1) {
      this.take(i, start, start + dot, object.name, 'known-name', 'struct');
      this.take(i, end - last.length, end, last, 'member-dot');
      return true;
    }
    if (!this.isCode(start) || !last.includes('_') || !isAllSmall(chunk) || this.scan.text.charCodeAt(end) === 40)
      return false;
    this.take(i, start, end, last, 'member-dot');
    return true;
  }

  /** `.name` in code: a member, unless it is an ending or a hidden file. */
  lookAtDotMember(i: number, start: number, end: number, name: string): void {
    if (!this.isCode(start) || !/^[a-z][a-z0-9_]+$/u.test(name)) return;
    if (isUnderscored(name) || (name.length > 3 && !NOT_MEMBERS.has(name)))
      this.take(i, start, end, name, 'member-dot');
  }

  /** The parts of a chunk that is no name as a whole: `printk-based`, `klogd/syslogd`. Only what is known or has an underscore. */
  lookAtPieces(i: number, start: number, end: number): void {
    const { text } = this.scan;
    let at = start;
    while (at < end) {
      let stop = at;
      while (stop < end && text.charCodeAt(stop) !== 47) stop += 1;
      const piece = text.slice(at, stop);
      const whole = KNOWN_NAMES.get(piece);
      if (whole?.reach === 'plain') this.take(i, at, stop, whole.name, 'known-name', whole.kind);
      else this.lookAtHyphened(i, at, stop);
      at = stop + 1;
    }
  }

  lookAtHyphened(i: number, start: number, end: number): void {
    const { text } = this.scan;
    let at = start;
    while (at < end) {
      let stop = at;
      while (stop < end && isIdentifierPart(text.charCodeAt(stop))) stop += 1;
      if (stop > at && isIdentifierStart(text.charCodeAt(at))) this.lookAtPiece(i, at, stop);
      at = stop + 1;
    }
  }

  lookAtPiece(i: number, start: number, end: number): void {
    const piece = this.scan.text.slice(start, end);
    if (this.lookAtShape(i, start, end, piece)) return;
    const known = KNOWN_NAMES.get(piece);
    if (known?.reach === 'plain') this.take(i, start, end, known.name, 'known-name', known.kind);
    else if (isUnderscored(piece)) this.takeIdentifier(i, start, end, piece);
  }

  /** Behind one or two hyphens at the start of an argument: an option of a command. */
  isOption(start: number): boolean {
    const { text } = this.scan;
    if (text.charCodeAt(start - 1) !== 45) return false;
    const before = text.charCodeAt(start - 2);
    return before === 45 || before <= 32 || Number.isNaN(before);
  }

  lookAtManpage(i: number, start: number, end: number, name: string): boolean {
    const { text } = this.scan;
    const digit = text.charCodeAt(end + 1);
    if (digit < 49 || digit > 57) return false;
    let close = end + 2;
    while (close < end + 5 && isIdentifierPart(text.charCodeAt(close))) close += 1;
    if (text.charCodeAt(close) !== 41 || isAllCapitals(name) || (close > end + 2 && isDigit(text.charCodeAt(end + 2))))
      return false;
    this.take(i, start, close + 1, `${name}${text.slice(end, close + 1)}`, 'manpage');
    return true;
  }

  lookAtWord(i: number, tokenStart: number, tokenEnd: number): void {
    const { scan } = this;
    const { text } = scan;
    let start = tokenStart;
    let end = tokenEnd;
    let name = text.slice(start, end);
    const isCode = this.isCode(start);
    if (innermostMark(scan, start) !== innermostMark(scan, end - 1)) {
      end = this.endOfMark(start, end);
      name = text.slice(start, end);
    }
    if (!isCode && (name.charCodeAt(0) === 95 || name.charCodeAt(name.length - 1) === 95) && !KNOWN_NAMES.has(name)) {
      [start, end] = withoutStrayMarkers(text, start, end);
      name = text.slice(start, end);
      if (name === '') return;
    }
    if (C_KEYWORDS.has(name) || NOT_NAMES.has(name) || (name.endsWith('_') && !name.startsWith('CONFIG_'))) return;
    if (text.charCodeAt(start - 1) === 60 && text.charCodeAt(end) === 62) return;
    if (this.isOption(start) && !ERRNO_NAMES.has(name)) return;
    const next = text.charCodeAt(end);
    if (next === 58 && takeProbe(scan, start, text.length)) return;
    if (next === 40 && this.lookAtManpage(i, start, end, name)) return;
    if (this.lookAtShape(i, start, end, name)) return;
    if (this.lookAtTag(i, start, end, name)) return;
    if (
      text.charCodeAt(tokenEnd) === 45 &&
      text.charCodeAt(tokenEnd + 1) === 62 &&
      this.lookAtArrow(i, start, tokenEnd)
    )
      return;
    if (this.lookAtCall(i, start, end, name)) return;
    const isStyled = this.isStyled(start) || tokenStart !== start;
    const known = KNOWN_NAMES.get(name);
    const isSaid =
      isStyled || isUnderscored(name) || hasDigitInside(name) || (known !== undefined && known.reach !== 'plain');
    const said = isSaid ? this.kindSaid(i) : this.kindInChinese(i, name);
    if (known !== undefined && !(known.kind === 'macro' && next === 58)) {
      if (said === 'syscall' && (isStyled || known.reach === 'plain' || this.kindAfter(i) === 'syscall'))
        this.take(i, start, end, known.name, 'said-to-be', said);
      else if (known.reach === 'plain')
        this.take(i, start, end, known.name, known.kind === 'annotation' ? 'annotation' : 'known-name', known.kind);
      else if ((isCode && this.mode === 'text' && known.reach === 'marked') || said === known.kind)
        this.take(i, start, end, known.name, 'known-marked-name', known.kind);
      else if (isStyled && known.reach === 'marked' && this.mode === 'text' && !COMMON_WORDS.has(name))
        this.take(i, start, end, known.name, 'known-marked-name', known.kind);
      if (this.kinds[i] !== undefined) return;
    }
    if (said !== undefined && (isSaid ? this.fits(name, start, said) : known === undefined)) {
      if (!isSaid && STOP_WORDS.has(name)) return;
      this.take(i, start, end, name, 'said-to-be', said === 'function' && isAllCapitals(name) ? 'macro' : said);
      return;
    }
    if (isStyled && GDB_COMMANDS.has(name) && this.isGdbNear() && this.isStyleStart(start)) {
      this.take(i, start, end, name, 'gdb-command');
      return;
    }
    if (isAllCapitals(name)) {
      if (isUnderscored(name) && name.length > 3 && next !== 61) this.take(i, start, end, name, 'capital-macro');
      return;
    }
    if (name.length > 3 && name.endsWith('_t') && isAllSmall(name)) {
      this.take(i, start, end, name, 'type-suffix');
      return;
    }
    if (isUnderscored(name)) {
      this.takeIdentifier(i, start, end, name);
      return;
    }
    if (STOP_WORDS.has(name) || name.length < 3) return;
    if (!isStyled && this.mode === 'text' && isAllSmall(name)) {
      this.lookAtSaidWord(i, start, end, name);
      return;
    }
    if (isStyled && this.mode === 'text') {
      if (isAllSmall(name) && !KIND_WORDS.has(name)) this.takeMarked(i, start, end, name);
    }
  }

  /** `the nbd driver`, `the poll system call`: unmarked words beside a word for their kind. */
  lookAtSaidWord(i: number, start: number, end: number, name: string): void {
    const kind = this.kindAfter(i);
    if (kind === 'syscall' && SYSCALLS.has(name)) this.take(i, start, end, name, 'said-to-be', kind);
    else if (kind === 'module' && !COMMON_WORDS.has(name) && !ADJECTIVES.has(name) && !KIND_WORDS.has(name))
      this.take(i, start, end, name, 'said-of-word', kind);
  }

  takeMarked(i: number, start: number, end: number, name: string): void {
    if (!this.isWholeSpan(start, end)) return;
    const isEnglish = COMMON_WORDS.has(name) || ADJECTIVES.has(name);
    if (this.isRunInTerm(i, name, isEnglish)) this.take(i, start, end, name, 'run-in-term');
    else this.take(i, start, end, name, isEnglish ? 'marked-english' : 'marked-word');
  }

  takeIdentifier(i: number, start: number, end: number, name: string): void {
    // `Cpus_allowed`: what files and tables show, not what C names so.
    const isLabel = isUpper(name.charCodeAt(0)) && !isAllCapitals(name);
    this.take(i, start, end, name, this.mode === 'text' && !isLabel ? 'identifier' : 'code-identifier');
  }

  /** Names whose letters alone say what they are. */
  lookAtShape(i: number, start: number, end: number, name: string): boolean {
    const first = name.charCodeAt(0);
    if (first === 67 && name.startsWith('CONFIG_')) {
      if (name.length < 9 && name.length < 8) return true;
      if (name.endsWith('_') || this.scan.text.charCodeAt(end) === 42) {
        if (this.scan.text.charCodeAt(end) === 42 && name.endsWith('_')) return true;
      }
      const option = name.replace(/_+$/u, '');
      if (option.length < 8) return true;
      this.take(i, start, this.endOfAssignment(end), option, 'config-option');
      return true;
    }
    if (first === 69 && ERRNO_NAMES.has(name)) {
      const minus =
        this.scan.text.charCodeAt(start - 1) === 45 && !isIdentifierPart(this.scan.text.charCodeAt(start - 2));
      this.take(i, minus ? start - 1 : start, end, name, 'errno');
      return true;
    }
    return false;
  }

  endOfAssignment(end: number): number {
    const { text } = this.scan;
    const value = text.charCodeAt(end + 1);
    const isSwitch = text.charCodeAt(end) === 61 && (value === 121 || value === 109 || value === 110);
    return isSwitch && !isIdentifierPart(text.charCodeAt(end + 2)) ? end + 2 : end;
  }

  /** A name behind `struct`, `union` or `enum`. */
  lookAtTag(i: number, start: number, end: number, name: string): boolean {
    const before = this.word(i - 1);
    if (before !== 'struct' && before !== 'union' && before !== 'enum') return false;
    if (this.tokens.types[i - 1] !== WORD || (this.tokens.ends[i - 1] ?? 0) >= start) return false;
    if (STOP_WORDS.has(name) || KIND_WORDS.has(name) || isUpper(name.charCodeAt(0)) || name.length < 2) return false;
    const isTogether = this.isStyled(start) && this.isStyled(this.tokens.starts[i - 1] ?? 0);
    if (
      !isTogether &&
      !isUnderscored(name) &&
      !this.isStyled(start) &&
      (NOT_TAGS.has(name) || /(?:ing|ed)$/u.test(name))
    )
      return false;
    const tagStart = isTogether || !this.isStyled(start) ? (this.tokens.starts[i - 1] ?? start) : start;
    this.take(i, tagStart, end, name, 'struct-tag', before);
    return true;
  }

  /** `a->b` and `a->b->c`. */
  lookAtArrow(i: number, start: number, end: number): boolean {
    const { text } = this.scan;
    let left = start;
    let at = end;
    let taken = false;
    while (text.charCodeAt(at) === 45 && text.charCodeAt(at + 1) === 62 && isIdentifierStart(text.charCodeAt(at + 2))) {
      const stop = endOfIdentifier(text, at + 2, text.length);
      const field = text.slice(at + 2, stop);
      const isCall = text.charCodeAt(stop) === 40 && text.charCodeAt(stop + 1) !== 41 && !this.isCode(start);
      if (!isCall) this.take(i, left, stop, field, 'member');
      taken = true;
      at = this.lookAtDots(i, stop);
      left = at + 2;
    }
    return taken;
  }

  /** `.b.c` behind `p->a`; returns where it ends. */
  lookAtDots(i: number, from: number): number {
    const { text } = this.scan;
    let at = from;
    while (
      text.charCodeAt(at) === 46 &&
      isIdentifierStart(text.charCodeAt(at + 1)) &&
      !isUpper(text.charCodeAt(at + 1))
    ) {
      const stop = endOfIdentifier(text, at + 1, text.length);
      this.take(i, at + 1, stop, text.slice(at + 1, stop), 'member-dot');
      at = stop;
    }
    return at;
  }

  lookAtCall(i: number, start: number, end: number, name: string): boolean {
    const { text } = this.scan;
    const next = text.charCodeAt(end);
    if (next !== 40 && next !== 0xff08) return false;
    const close = next === 40 ? 41 : 0xff09;
    const isEmpty = text.charCodeAt(end + 1) === close;
    const isMarked = this.isCode(start) || (this.isStyled(start) && this.isStyled(end));
    if (name.length < 2 || (STOP_WORDS.has(name) && !(isEmpty && isMarked))) return false;
    if (this.mode === 'shell') {
      if (isUnderscored(name)) this.take(i, start, end, name, 'code-identifier', 'function');
      return true;
    }
    if (this.mode === 'log' && !isUnderscored(name)) return true;
    if (!isEmpty && !isUnderscored(name) && !(isMarked && this.mode === 'text' && this.closesInside(end))) return false;
    if (!isEmpty && isPlural(text, end)) return false;
    const known = KNOWN_NAMES.get(name);
    const said = this.kindSaid(i, isEmpty ? end + 2 : undefined);
    const kind = said === 'syscall' || said === 'macro' ? said : kindOfCall(name, known?.kind);
    this.take(i, start, isEmpty ? end + 2 : end, name, 'call', kind);
    return true;
  }

  /** The bracket that opens at `open` closes while the same markup lasts. */
  closesInside(open: number): boolean {
    const { text } = this.scan;
    let depth = 0;
    for (let i = open; i < text.length && i < open + 200 && this.isStyled(i); i += 1) {
      const code = text.charCodeAt(i);
      if (code === 40) depth += 1;
      else if (code === 41) {
        depth -= 1;
        if (depth === 0) return true;
      }
    }
    return false;
  }

  /** Kind that the words around a token say, if they do. */
  kindSaid(i: number, endOfName?: number): EntityKind | undefined {
    const after = this.kindAfter(i, endOfName);
    if (after !== undefined) return after;
    return this.kindBefore(i);
  }

  kindAfter(i: number, endOfName?: number): EntityKind | undefined {
    let k = this.skipQuotes(i + 1, 1);
    if (endOfName !== undefined)
      while (k < this.tokens.starts.length && (this.tokens.starts[k] ?? 0) < endOfName) k += 1;
    k = this.skipQuotes(k, 1);
    if (this.tokens.types[k] === OTHER_SCRIPT) return chineseKind(this.word(k), 'start');
    if (this.tokens.types[k] !== WORD) return undefined;
    if (this.isSameSpan(i, k)) return undefined;
    const word = this.word(k);
    if (word === 'system' && /^calls?$/u.test(this.word(k + 1))) return 'syscall';
    if ((word === 'file' || word === 'files') && isUnderscored(this.word(i))) return 'path';
    if (QUALIFIERS.has(word)) return this.tokens.types[k + 1] === WORD ? KIND_WORDS.get(this.word(k + 1)) : undefined;
    if (word === 'is' || word === 'are' || word === 'was') return this.kindBehindIs(k);
    const kind = KIND_WORDS.get(word);
    // `the foo module parameter`, `a foo struct member`: the last word says it.
    const further =
      kind === 'module' || kind === 'struct' || kind === 'function' || kind === 'command'
        ? this.kindAfterKind(k)
        : undefined;
    return further ?? kind;
  }

  kindAfterKind(k: number): EntityKind | undefined {
    if (this.tokens.types[k + 1] !== WORD) return undefined;
    const kind = KIND_WORDS.get(this.word(k + 1));
    return kind === 'parameter' || kind === 'field' ? kind : undefined;
  }

  /** `is a function`, `are tools`, `is still the field`; `k` is the verb. */
  kindBehindIs(k: number): EntityKind | undefined {
    let hasArticle = this.word(k) === 'are';
    for (let n = k + 1; n < k + 5; n += 1) {
      if (this.tokens.types[n] !== WORD) return undefined;
      const word = this.word(n);
      const kind = KIND_WORDS.get(word);
      if (kind !== undefined) return hasArticle ? kind : undefined;
      if (word === 'a' || word === 'an' || word === 'the') hasArticle = true;
      else if (STOP_WORDS.has(word) && word !== 'still' && word !== 'only' && word !== 'simple') return undefined;
    }
    return undefined;
  }

  /** Beside Chinese a plain word is a name where a word for its kind touches it. */
  kindInChinese(i: number, name: string): EntityKind | undefined {
    if (this.mode !== 'text' || name.length < 2) return undefined;
    if (this.tokens.types[i + 1] !== OTHER_SCRIPT && this.tokens.types[i - 1] !== OTHER_SCRIPT) return undefined;
    const kind =
      (this.tokens.types[i + 1] === OTHER_SCRIPT ? this.kindAfter(i) : undefined) ??
      (this.tokens.types[i - 1] === OTHER_SCRIPT ? this.kindBefore(i) : undefined);
    return isUpper(name.charCodeAt(0)) && !(kind === 'macro' && name.length > 4) ? undefined : kind;
  }

  kindBefore(i: number): EntityKind | undefined {
    let k = this.skipQuotes(i - 1, -1);
    // `the first field - name`
    if (isDash(this.tokens.types[k])) k = this.skipQuotes(k - 1, -1);
    if (k < 0) return undefined;
    if (this.tokens.types[k] === OTHER_SCRIPT) return chineseKind(this.word(k), 'end');
    if (this.tokens.types[k] !== WORD) return undefined;
    if (this.isSameSpan(i, k)) return undefined;
    const word = this.word(k);
    if ((word === 'call' || word === 'calls') && this.word(k - 1) === 'system') return 'syscall';
    if (word === 'called' || word === 'named') return this.kindCalled(k);
    if (MODULE_TOOLS.has(word)) return 'module';
    if (CALL_VERBS.has(word) || (word === 'of' && CALL_VERBS.has(this.word(k - 1)))) return 'function';
    const kind = KIND_WORDS.get(word);
    if (kind === 'variable' && word === 'global') return undefined;
    return kind;
  }

  /** `a module called NAME`, `the module will be called NAME`; `k` is the verb. */
  kindCalled(k: number): EntityKind | undefined {
    for (let n = k - 1; n > k - 5; n -= 1) {
      if (this.tokens.types[n] !== WORD) return undefined;
      const kind = KIND_WORDS.get(this.word(n));
      if (kind !== undefined) return kind;
    }
    return undefined;
  }

  skipQuotes(from: number, step: 1 | -1): number {
    let k = from;
    for (let n = 0; n < 3; n += 1) {
      const type = this.tokens.types[k];
      if (type === 34 || type === 39 || type === 42 || type === 95 || type === 0x201c || type === 0x201d || type === 96)
        k += step;
      else break;
    }
    return k;
  }

  /** Whether a name can be of the kind that the text says. */
  fits(name: string, start: number, kind: EntityKind): boolean {
    const isCode = (markAt(this.scan, start) & MARK_CODE) !== 0;
    if ((isCode ? HARD_STOP_WORDS : STOP_WORDS).has(name) || KIND_WORDS.has(name) || name.length < 2) return false;
    if (
      isAllCapitals(name) &&
      !isUnderscored(name) &&
      kind !== 'macro' &&
      !(isCode && (kind === 'module' || kind === 'command'))
    )
      return false;
    if (kind === 'variable' && name.endsWith('_t')) return false;
    if (kind === 'section') return name.startsWith('__');
    if (kind === 'annotation') return name.startsWith('__');
    if (kind === 'type' && !isUnderscored(name)) return isCode && !COMMON_WORDS.has(name);
    if (kind === 'struct' || kind === 'union' || kind === 'enum')
      return !isUpper(name.charCodeAt(0)) && (isCode || !ADJECTIVES.has(name));
    if (isUnderscored(name)) return true;
    return isCode || !(COMMON_WORDS.has(name) || ADJECTIVES.has(name));
  }

  isFolderSaid(i: number, chunk: string): boolean {
    const after = this.word(this.skipQuotes(i + 1, 1));
    const before = this.word(this.skipQuotes(i - 1, -1));
    const isSaid = /^(?:director(?:y|ies)|folders?|subdirector(?:y|ies)|subtree)$/u;
    return (isSaid.test(after) || isSaid.test(before)) && isIdentifierStart(chunk.charCodeAt(0));
  }

  nextIs(i: number, sign: string): boolean {
    const k = i + 1;
    const type = this.tokens.types[k];
    if (type === undefined) return false;
    const code = sign.charCodeAt(0);
    return type === code || ((type === 43 || type === 58) && this.tokens.types[k + 1] === code);
  }

  isGdbNear(): boolean {
    this.speaksOfGdb ??= /\bgdb\b|\bkgdb\b|\bGDB\b/u.test(this.scan.text);
    return this.speaksOfGdb;
  }

  isStyleStart(start: number): boolean {
    return (markAt(this.scan, start - 1) & innermostMark(this.scan, start)) === 0;
  }

  isWholeSpan(start: number, end: number): boolean {
    return this.isStyleStart(start) && (markAt(this.scan, end) & innermostMark(this.scan, start)) === 0;
  }

  /** End of a word whose markup ends inside it: `` `name`s ``. */
  endOfMark(start: number, end: number): number {
    const mark = innermostMark(this.scan, start);
    let i = start;
    while (i < end && innermostMark(this.scan, i) === mark) i += 1;
    return mark === 0 ? end : i;
  }

  isSameSpan(i: number, k: number): boolean {
    const mark = innermostMark(this.scan, this.tokens.starts[i] ?? 0);
    if (mark === 0) return false;
    const from = Math.min(this.tokens.ends[i] ?? 0, this.tokens.ends[k] ?? 0);
    const to = Math.max(this.tokens.starts[i] ?? 0, this.tokens.starts[k] ?? 0);
    for (let at = from; at <= to; at += 1) if ((markAt(this.scan, at) & mark) === 0) return false;
    return true;
  }

  /** `**Term**: *name*.` at the start of a block; an English name must stand in the term. */
  isRunInTerm(i: number, name: string, isEnglish: boolean): boolean {
    const { types } = this.tokens;
    if (types[i - 1] !== 58 || i > 8 || i < 2) return false;
    let isInTerm = false;
    for (let k = 0; k < i - 1; k += 1) {
      if (!this.isStyled(this.tokens.starts[k] ?? 0)) return false;
      if (this.word(k).toLowerCase().startsWith(name.slice(0, -1))) isInTerm = true;
    }
    if (isEnglish && !isInTerm) return false;
    const after = types[i + 1];
    return after === undefined || after === 46 || after === 44 || after === 59;
  }

  /** Gives the kind that is said of one member of a list to the others. */
  followLists(): void {
    const { types } = this.tokens;
    let i = 0;
    while (i < types.length) {
      if (!this.isListItem(i)) {
        i += 1;
        continue;
      }
      const items = [i];
      let k = i;
      for (;;) {
        const next = this.nextItem(k);
        if (next < 0) break;
        items.push(next);
        k = next;
      }
      if (items.length > 1) this.nameList(items);
      i = k + 1;
    }
  }

  isListItem(i: number): boolean {
    const type = this.tokens.types[i];
    if (type !== WORD && type !== CHUNK) return false;
    return this.isStyled(this.tokens.starts[i] ?? 0);
  }

  /** Index of the next member of the list that `i` is in; -1 where the list ends. */
  nextItem(i: number): number {
    const { types } = this.tokens;
    let k = i + 1;
    if (types[k] === 40 && types[k + 1] === 41) k += 2;
    for (let n = 0; n < 3; n += 1) {
      const type = types[k];
      const isJoin =
        type === 44 ||
        type === 47 ||
        type === 0x3001 ||
        type === 43 ||
        type === 38 ||
        (type === WORD &&
          /^(?:and|or)$/u.test(this.word(k)) &&
          (markAt(this.scan, this.tokens.starts[k] ?? 0) & MARK_CODE) === 0) ||
        (type === OTHER_SCRIPT && /^[和与及或]$/u.test(this.word(k)));
      if (!isJoin) break;
      k += 1;
    }
    if (!this.isListItem(k)) return -1;
    return this.isSameSpan(i, k) ? -1 : k;
  }

  nameList(items: readonly number[]): void {
    const first = items[0] ?? 0;
    const last = items.at(-1) ?? 0;
    const before = this.kindBeforeList(first);
    const lastEnd =
      this.tokens.types[last + 1] === 40 && this.tokens.types[last + 2] === 41
        ? (this.tokens.ends[last + 2] ?? 0)
        : undefined;
    const said = before ?? this.kindAfter(last, lastEnd);
    const rule = said === undefined ? 'coordinated' : 'listed';
    const isJoined = items.every((item, n) => n === 0 || item - (items[n - 1] ?? 0) > 1);
    const kind = said ?? (isJoined ? this.kindShared(items) : undefined);
    if (kind === undefined) return;
    const hasName = before !== undefined && items.some((i) => !COMMON_WORDS.has(this.word(i)));
    for (const i of items) {
      const start = this.tokens.starts[i] ?? 0;
      const end = this.tokens.ends[i] ?? 0;
      const name = this.scan.text.slice(start, end);
      if (name.startsWith('.')) continue;
      const isEnglish = hasName && COMMON_WORDS.has(name) && kind === 'module';
      if (C_KEYWORDS.has(name) || (!isEnglish && !this.fits(name, start, kind))) continue;
      if (this.kinds[i] === undefined) this.take(i, start, end, name, rule, kind);
      else this.sharpen(start, kind, rule);
    }
  }

  /** Says the kind of a name that was taken without one, or as possible only. */
  sharpen(start: number, kind: EntityKind, rule: 'listed' | 'coordinated'): void {
    const { found } = this.scan;
    const k = this.placeOf(start);
    const candidate = found[k];
    if (candidate === undefined) return;
    const isOpen =
      candidate.rule === 'marked-word' || candidate.rule === 'marked-english' || candidate.rule === 'identifier';
    if (isOpen) found[k] = { ...candidate, kind, rule, strength: rule === 'listed' ? 'certain' : 'likely' };
  }

  /** Index in `found` of the name of this block that was taken at `start`, -1 where none was. */
  placeOf(start: number): number {
    if (this.places === undefined) {
      this.places = new Map();
      const { found, index } = this.scan;
      for (let k = found.length - 1; k >= 0 && found[k]?.block === index; k -= 1)
        this.places.set(found[k]?.start ?? 0, k);
    }
    return this.places.get(start) ?? -1;
  }

  /** `functions: a, b`, `structs (a, b)`, `modules a and b`. */
  kindBeforeList(first: number): EntityKind | undefined {
    let k = first - 1;
    const type = this.tokens.types[k];
    if (type === 58 || type === 40 || isDash(type)) k -= 1;
    if (this.tokens.types[k] === OTHER_SCRIPT) return chineseKind(this.word(k).replace(/[有是:：]+$/u, ''), 'end');
    if (this.tokens.types[k] !== WORD) return undefined;
    const word = this.word(k).replace(/^_+|_+(?=s?$)/gu, '');
    if (/^calls?$/u.test(word) && this.word(k - 1) === 'system') return 'syscall';
    return KIND_WORDS.get(word);
  }

  kindShared(items: readonly number[]): EntityKind | undefined {
    for (const i of items) {
      const kind = this.kinds[i];
      if (kind === 'command' || kind === 'module' || kind === 'struct') return kind;
    }
    return undefined;
  }
}

/** Files of other kinds, whose names say nothing of the kernel. */
const RE_OTHER_FILE =
  /^[^/]+\.(?:py|sh|pl|txt|md|log|diff|patch|img|iso|json|ya?ml|conf|cfg|service|html?|gz|xz|zst|zip|tar|tgz|bz2|deb|rpm|exe|png|jpg|jpeg|svg|pdf|rst|out|so|bt|stp|dat|elf|bin|cpp|js|ts|go|java|com|org|net)$/u;

/** What stands behind a dot in names of hidden files and in endings. */
const NOT_MEMBERS: ReadonlySet<string> = new Set(
  'gitignore bashrc vimrc profile gdbinit github vscode config text html json yaml toml conf init data rodata dtsi dtbo dtso patch diff bash zshrc cache local symvers order builtin service socket timer mount rules'.split(
    ' ',
  ),
);

/** Words that follow `struct` in English. */
const NOT_TAGS: ReadonlySet<string> = new Set(
  'with that which has have was were will can may must where when pointer pointers initializer initialization itself too definition definitions declaration declarations layout layouts size sizes alignment randomization randomisation packing casting they contains'.split(
    ' ',
  ),
);

/** Commands whose argument is a module. */
const MODULE_TOOLS: ReadonlySet<string> = new Set(['modprobe', 'insmod', 'rmmod', 'modinfo']);

/** Words that may stand between a name and the word for its kind. */
const QUALIFIERS: ReadonlySet<string> = new Set(
  'ELF kernel library boot sysctl shell debugging GNU helper callback platform character char block network USB PCI inline exported internal init cleanup'.split(
    ' ',
  ),
);

/** First six letters of the words for a kind that make an unmarked word before them worth a look. */
const KIND_AHEAD: ReadonlySet<string> = new Set(['driver', 'module', 'system', 'syscal']);

function isDash(type: number | undefined): boolean {
  return type === 45 || type === 0x2013 || type === 0x2014;
}

function isPlainWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function isUnderscored(name: string): boolean {
  return (name.indexOf('_', 1) > 0 && name.length > 3) || (name.charCodeAt(0) === 95 && name.length > 3);
}

function hasDigitInside(name: string): boolean {
  for (let i = 1; i < name.length; i += 1) if (isDigit(name.charCodeAt(i))) return true;
  return false;
}

function isPlural(text: string, open: number): boolean {
  return text.startsWith('(s)', open) || text.startsWith('(es)', open) || text.startsWith('(ies)', open);
}

function kindOfCall(name: string, known: EntityKind | undefined): EntityKind {
  if (known === 'macro' || known === 'function' || known === 'annotation') return known;
  if (isAllCapitals(name)) return 'macro';
  return name.startsWith('for_each_') || name.includes('_for_each_') ? 'macro' : 'function';
}

/** `foo-objs`, `foo-y`, `foo-m`. */
function isBuildList(chunk: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*-(?:objs|y|m)$/u.test(chunk);
}

function isSysctlName(chunk: string): boolean {
  return (
    (/^(?:net\.(?:ipv4|ipv6|core|netfilter|unix|mptcp)|vm|kernel|fs|dev|user|abi)(?:\.[a-z0-9_-]+)+$/u.test(chunk) &&
      chunk.includes('_')) ||
    /^net\.(?:ipv4|ipv6|core)\.[a-z0-9_.]+$/u.test(chunk) ||
    /^vm\.[a-z_]{4,}$/u.test(chunk)
  );
}

/** Takes markers that nothing closed off a word: `_modprobe`, `CONFIG_X_`, `__struct__s`. */
function withoutStrayMarkers(text: string, tokenStart: number, tokenEnd: number): [number, number] {
  let start = tokenStart;
  let end = tokenEnd;
  while (end > start && text.charCodeAt(end - 1) === 95) end -= 1;
  let first = start;
  while (first < end && text.charCodeAt(first) === 95) first += 1;
  const inner = text.indexOf('_', first);
  const hasInner = inner >= 0 && inner < end;
  if (!hasInner && (first - start === 1 || end < tokenEnd)) start = first;
  return [start, end];
}

function chineseKind(run: string, edge: 'start' | 'end'): EntityKind | undefined {
  const bare = edge === 'start' ? run.replace(/^[的等]/u, '') : run;
  for (const [word, kind] of KIND_WORDS_CHINESE)
    if (edge === 'start' ? bare.startsWith(word) && word !== '调用' : bare.endsWith(word)) return kind;
  return undefined;
}
