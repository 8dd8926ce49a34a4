/** What dotted, hyphened and slashed chunks of text name. */

import { MARK_CODE, markAt } from './block-scan.ts';
import { isAllSmall, isIdentifierPart, isIdentifierStart } from './characters.ts';
import { classifyFileName, classifyRelativePath, startsKernelPath } from './classify-path.ts';
import { kindSaid } from './kind-said.ts';
import { lookAtManpage, lookAtShape, takeIdentifier } from './look-at-shape.ts';
import { MODULE_NAMES } from './module-names.ts';
import { isBuildList, isSysctlName, isUnderscored } from './name-shapes.ts';
import { takeProbe } from './take-probe.ts';
import type { TextView } from './text-view.ts';
import { GDB_COMMANDS, KNOWN_NAMES } from './vocabulary.ts';
import { ADJECTIVES, COMMON_WORDS, STOP_WORDS } from './words.ts';

/** What stands behind a dot in names of hidden files and in endings. */
const NOT_MEMBERS: ReadonlySet<string> = new Set(
  'gitignore bashrc vimrc profile gdbinit github vscode config text html json yaml toml conf init data rodata dtsi dtbo dtso patch diff bash zshrc cache local symvers order builtin service socket timer mount rules await unwrap expect'.split(
    ' ',
  ),
);

/** Files of other kinds, whose names say nothing of the kernel. */
const RE_OTHER_FILE =
  /^[^/]+\.(?:py|sh|pl|txt|md|log|diff|patch|img|iso|json|ya?ml|conf|cfg|service|html?|gz|xz|zst|zip|tar|tgz|bz2|deb|rpm|exe|png|jpg|jpeg|svg|pdf|out|so|bt|stp|dat|elf|bin|cpp|js|ts|go|java|com|org|net|pem|crt|cer|der|x509|p12|ini|lz4|cpio|itb|csv|xml|gif|mp4|qcow2|lua|rb|php|toml|orig|rej|bak|swp|tmp|bb|bbappend|xlsx?|docx?|pptx?|odt|ods)$/u;

/** Threads of the kernel, one a processor. */
const RE_KERNEL_THREAD = /^(?:kworker|ksoftirqd|migration|cpuhp|rcuop|rcuog|rcuc|rcuob|irq|idle_inject|watchdog)\//u;

/** Small letters joined by hyphens, as files of modules are named. */
const RE_HYPHENED = /^[a-z0-9]+(?:-[a-z0-9]+)+$/u;

/** Takes what the chunk of token `i` names, whole or in parts. */
export function lookAtChunk(view: TextView, i: number, start: number, end: number): void {
  const { scan } = view;
  const chunk = scan.text.slice(start, end);
  if (chunk.startsWith('www.') || RE_KERNEL_THREAD.test(chunk)) return;
  if (scan.text.charCodeAt(end) === 40 && lookAtManpage(view, i, start, end, chunk)) return;
  if ((RE_OTHER_FILE.test(chunk) && !KNOWN_NAMES.has(chunk)) || takeProbe(scan, start, end)) return;
  const isMarked = view.isStyled(start) || view.mode !== 'text';
  if (isMarked) view.hasMarks = true;
  if (chunk.includes('/')) {
    const path = classifyRelativePath(chunk, isMarked);
    if (path !== undefined) {
      view.take(i, start, end, path.name, path.rule, path.kind);
      return;
    }
    if (isMarked && view.mode === 'text' && isFolderSaid(view, i, chunk)) {
      view.take(i, start, end, chunk, 'source-folder');
      return;
    }
    if (isMarked && view.mode === 'text' && kindSaid(view, i) === 'command') {
      view.take(i, start, end, chunk, 'said-to-be', 'command');
      return;
    }
    if (startsKernelPath(chunk.slice(0, chunk.indexOf('/'))) && isMarked) return;
    if ((isMarked && view.mode !== 'text') || chunk.startsWith('./')) return;
    lookAtPieces(view, i, start, end);
    return;
  }
  const known = KNOWN_NAMES.get(chunk);
  if (
    known !== undefined &&
    (known.reach === 'plain' ||
      (isMarked && known.reach === 'marked' && view.mode === 'text') ||
      kindSaid(view, i) === known.kind)
  ) {
    view.take(i, start, end, known.name, known.reach === 'plain' ? 'known-name' : 'known-marked-name', known.kind);
    return;
  }
  if (/^systemd-[a-z]+d?$/u.test(chunk)) {
    view.take(i, start, end, chunk, 'known-name', 'command');
    return;
  }
  if (chunk === '.config') {
    view.take(i, start, end, chunk, 'build-name');
    return;
  }
  if (chunk.charCodeAt(0) === 46) {
    if (kindSaid(view, i) === 'section') view.take(i, start, end, chunk, 'section');
    else if (isMarked && view.mode === 'text') lookAtDotMember(view, i, start, end, chunk.slice(1));
    else if (view.mode === 'text' && /^\.[a-z]+_[a-z_]+$/u.test(chunk))
      view.take(i, start, end, chunk.slice(1), 'member-dot');
    return;
  }
  const said = kindSaid(view, i);
  if (scan.text.charCodeAt(end) === 61 && /^[a-z][a-z0-9_-]+\.[a-z][a-z0-9_]+$/u.test(chunk) && view.mode !== 'log') {
    view.take(i, start, end, chunk, 'module-parameter');
    return;
  }
  const isDotted =
    view.mode === 'text' &&
    scan.text.charCodeAt(end) !== 40 &&
    /^[a-z][a-z0-9_]+\.[a-z][a-z0-9]*_[a-z0-9_]+$/u.test(chunk);
  if (isDotted && isModuleName(chunk.slice(0, chunk.indexOf('.')))) {
    view.take(i, start, end, chunk, 'module-parameter');
    return;
  }
  if (said === 'parameter' && /^[a-z0-9_]+\.[a-z0-9_]+$/u.test(chunk)) {
    view.take(i, start, end, chunk, 'said-to-be', said);
    return;
  }
  if (isBuildList(chunk) && (isMarked || nextIs(view, i, '='))) {
    view.take(i, start, end, chunk, 'build-name');
    return;
  }
  const file = classifyFileName(chunk);
  if (file !== undefined) {
    view.take(i, start, end, file.name, file.rule, file.kind);
    return;
  }
  if (chunk.endsWith('_defconfig') || (chunk.endsWith('.config') && chunk.indexOf('.') > 3 && view.isMakeNear())) {
    view.take(i, start, end, chunk, 'make-target');
    return;
  }
  if (isSysctlName(chunk) && scan.text.charCodeAt(end) !== 40) {
    view.take(i, start, end, chunk, 'sysctl-name');
    return;
  }
  if (isDotted && !isMarked) {
    view.take(i, start, end, chunk, 'dotted-parameter');
    return;
  }
  if (view.mode === 'text' && isMarked && GDB_COMMANDS.has(chunk) && view.isGdbNear()) {
    view.take(i, start, end, chunk, 'gdb-command');
    return;
  }
  if ((said === 'module' || said === 'command') && isMarked && !chunk.includes('.') && fitsChunk(view, chunk, start)) {
    view.take(i, start, end, chunk, 'said-to-be', said);
    return;
  }
  if (said === 'module' && !isMarked && RE_HYPHENED.test(chunk) && fitsChunk(view, chunk, start)) {
    view.take(i, start, end, chunk, 'said-of-word', said);
    return;
  }
  if (lookAtMemberChunk(view, i, start, end, chunk)) return;
  if (isMarked && view.mode === 'text' && RE_HYPHENED.test(chunk) && view.isWholeSpan(start, end)) {
    view.take(i, start, end, chunk, 'marked-word');
    return;
  }
  if (view.isOption(start)) return;
  if (!isMarked && RE_HYPHENED.test(chunk) && isNoEnglish(chunk)) {
    view.take(i, start, end, chunk, 'said-of-word', 'module');
    if (view.kinds[i] !== undefined) return;
  }
  lookAtPieces(view, i, start, end);
}

/** A name that only modules have. */
function isModuleName(name: string): boolean {
  return MODULE_NAMES.has(name) || KNOWN_NAMES.get(name)?.kind === 'module' || /_(?:mod|core|hcd)$/u.test(name);
}

/** A hyphened chunk of which some part is no English that is known to be one, and which no small word begins. */
function isNoEnglish(chunk: string): boolean {
  const pieces = chunk.split('-');
  const isEnglish = (piece: string): boolean =>
    ADJECTIVES.has(piece) || COMMON_WORDS.has(piece) || KNOWN_NAMES.has(piece);
  return !STOP_WORDS.has(pieces[0] ?? '') && !pieces.every((piece) => STOP_WORDS.has(piece) || isEnglish(piece));
}

/** Whether a hyphened chunk can be a name: in code always, else when no part of it is English. */
function fitsChunk(view: TextView, chunk: string, start: number): boolean {
  if (ADJECTIVES.has(chunk)) return false;
  if ((markAt(view.scan, start) & MARK_CODE) !== 0) return true;
  return !chunk.split('-').some((piece) => STOP_WORDS.has(piece) || ADJECTIVES.has(piece) || piece === 'built');
}

/** `a.b` in code inside text, where `a` or `b` can only be C. */
function lookAtMemberChunk(view: TextView, i: number, start: number, end: number, chunk: string): boolean {
  const dot = chunk.indexOf('.');
  if (dot < 1 || view.mode !== 'text' || chunk.includes('-')) return false;
  const last = chunk.slice(chunk.lastIndexOf('.') + 1);
  const object = KNOWN_NAMES.get(chunk.slice(0, dot));
  if (object?.kind === 'struct' && isAllSmall(last) && last.length > 1) {
    view.take(i, start, start + dot, object.name, 'known-name', 'struct');
    view.take(i, end - last.length, end, last, 'member-dot');
    return true;
  }
  const isMember =
    last.includes('_') || (isUnderscored(chunk.slice(0, dot)) && last.length > 2 && !NOT_MEMBERS.has(last));
  if (!view.isCode(start) || !isMember || !isAllSmall(chunk) || view.scan.text.charCodeAt(end) === 40) return false;
  view.take(i, start, end, last, 'member-dot');
  return true;
}

/** `.name` in code: a member, unless it is an ending or a hidden file. */
function lookAtDotMember(view: TextView, i: number, start: number, end: number, name: string): void {
  if (!view.isCode(start)) return;
  if (/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*\.[a-z][a-z0-9]*_[a-z0-9_]+$/u.test(name)) {
    const last = name.slice(name.lastIndexOf('.') + 1);
    view.take(i, end - last.length, end, last, 'member-dot');
    return;
  }
  if (!/^[a-z][a-z0-9_]+$/u.test(name)) return;
  const isSet = /^ ?= /u.test(view.scan.text.slice(end, end + 3));
  if (isUnderscored(name) || (name.length > 3 && (isSet || !NOT_MEMBERS.has(name))))
    view.take(i, start, end, name, 'member-dot');
}

/** The parts of a chunk that is no name as a whole: `printk-based`, `klogd/syslogd`. Only what is known or has an underscore. */
function lookAtPieces(view: TextView, i: number, start: number, end: number): void {
  const { text } = view.scan;
  let at = start;
  while (at < end) {
    let stop = at;
    while (stop < end && text.charCodeAt(stop) !== 47) stop += 1;
    const piece = text.slice(at, stop);
    const whole = KNOWN_NAMES.get(piece);
    if (whole?.reach === 'plain') view.take(i, at, stop, whole.name, 'known-name', whole.kind);
    else lookAtHyphened(view, i, at, stop);
    at = stop + 1;
  }
}

function lookAtHyphened(view: TextView, i: number, start: number, end: number): void {
  const { text } = view.scan;
  let at = start;
  while (at < end) {
    let stop = at;
    while (stop < end && isIdentifierPart(text.charCodeAt(stop))) stop += 1;
    if (stop > at && isIdentifierStart(text.charCodeAt(at))) lookAtPiece(view, i, at, stop, at > start);
    at = stop + 1;
  }
}

/** `isTail`: a hyphen joins it to what stands before, so that a tool's name in it is another tool's. */
function lookAtPiece(view: TextView, i: number, start: number, end: number, isTail: boolean): void {
  const piece = view.scan.text.slice(start, end);
  if (lookAtShape(view, i, start, end, piece)) return;
  const known = KNOWN_NAMES.get(piece);
  // `gdb-13.2`: a package of that version.
  const isPackage = known?.kind === 'command' && /^-\d+\.\d/u.test(view.scan.text.slice(end, end + 8));
  if (isPackage) return;
  if (known?.reach === 'plain' && !(isTail && known.kind === 'command'))
    view.take(i, start, end, known.name, 'known-name', known.kind);
  else if (isUnderscored(piece)) takeIdentifier(view, i, start, end, piece);
}

function isFolderSaid(view: TextView, i: number, chunk: string): boolean {
  const after = view.word(view.skipQuotes(i + 1, 1));
  const before = view.word(view.skipQuotes(i - 1, -1));
  const isSaid = /^(?:director(?:y|ies)|folders?|subdirector(?:y|ies)|subtree)$/u;
  return (isSaid.test(after) || isSaid.test(before)) && isIdentifierStart(chunk.charCodeAt(0));
}

function nextIs(view: TextView, i: number, sign: string): boolean {
  const k = i + 1;
  const type = view.tokens.types[k];
  if (type === undefined) return false;
  const code = sign.charCodeAt(0);
  return type === code || ((type === 43 || type === 58) && view.tokens.types[k + 1] === code);
}
