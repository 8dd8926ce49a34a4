import { type BlockScan, startBlockScan, takeName } from './block-scan.ts';
import { type CTokens, cutCTokens } from './c-tokens.ts';
import type { Candidate } from './candidate.ts';
import { collectOwnNames, noOwnNames, type OwnNames } from './own-names.ts';
import { repeatWords } from './repeat-words.ts';
import { isBareName } from './rules.ts';
import { scanC } from './scan-c.ts';
import { scanKconfig } from './scan-kconfig.ts';
import { isLogLine, scanLog, scanLogLine, takeLogNames } from './scan-log.ts';
import { scanMake } from './scan-make.ts';
import { isRunnable, scanShell, scanShellLine } from './scan-shell.ts';
import { scanText } from './scan-text.ts';
import type { StyledSpan, TextBlock } from './text-block.ts';
import { ERRNO_NAMES, KNOWN_NAMES } from './vocabulary.ts';
import { isExampleName } from './words.ts';

const C_LANGUAGES: ReadonlySet<string> = new Set(['c', 'cpp', 'h', 'c++', 'diff', 'bpf', 'objc', 'cc']);
const SHELL_LANGUAGES: ReadonlySet<string> = new Set([
  'shell',
  'sh',
  'bash',
  'zsh',
  'console',
  'shellsession',
  'shellscript',
  'session',
]);
const LOG_LANGUAGES: ReadonlySet<string> = new Set(['log', 'dmesg', 'oops', 'kernel-log']);
const MAKE_LANGUAGES: ReadonlySet<string> = new Set(['make', 'makefile', 'kbuild']);

interface CBlock {
  readonly tokens: CTokens;
  readonly roles: Uint8Array;
}

/**
 * Every name that the rules see in one note, in the order of the text; no two overlap. Depends on nothing but the blocks.
 * Linear in the length of the text.
 */
export function recogniseNames(blocks: readonly TextBlock[]): readonly Candidate[] {
  const found: Candidate[] = [];
  const own = noOwnNames();
  const cBlocks: (CBlock | undefined)[] = blocks.map((block) => (isC(block) ? readC(block, own) : undefined));
  const scans: BlockScan[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const first = found.length;
    const scan = startBlockScan(block, index, found);
    scans.push(scan);
    const c = cBlocks[index];
    if (c !== undefined) scanC(scan, c.tokens, c.roles, own);
    else if (block.kind === 'code') scanCode(scan, block.language);
    else scanProse(scan, block.styles);
    sortTail(found, first);
  }
  const kept = joinPaths(keepForeign(found, own, blocks));
  return repeatWords(scans, blocks, kept);
}

function isC(block: TextBlock): boolean {
  return block.kind === 'code' && block.language !== undefined && C_LANGUAGES.has(block.language);
}

function readC(block: TextBlock, own: OwnNames): CBlock {
  const tokens = cutCTokens(block.text, 0, block.text.length, block.language === 'diff');
  return { tokens, roles: collectOwnNames(block.text, tokens, own) };
}

function scanCode(scan: BlockScan, language: string | undefined): void {
  const { length } = scan.text;
  if (language === undefined || language === 'text' || language === 'none' || language === 'plain') scanMixed(scan);
  else if (SHELL_LANGUAGES.has(language)) scanShell(scan, 0, length);
  else if (MAKE_LANGUAGES.has(language)) scanMake(scan, 0, length);
  else if (language === 'kconfig') scanKconfig(scan, 0, length);
  else if (LOG_LANGUAGES.has(language)) scanLog(scan, 0, length);
  else {
    if (language === 'rust') takeBindings(scan);
    scanText(scan, 0, length, 'shell');
  }
}

/** Names of C that code of Rust takes from its bindings. */
function takeBindings(scan: BlockScan): void {
  for (const { 1: name = '', index } of scan.text.matchAll(/\bbindings::([A-Za-z_]\w*)/gu)) {
    const start = index + 'bindings::'.length;
    const end = start + name.length;
    if (scan.text.charCodeAt(end) === 58 || ERRNO_NAMES.has(name)) continue;
    takeName(
      scan,
      start,
      end,
      name,
      scan.text.charCodeAt(end) === 40 ? 'call' : 'identifier',
      scan.text.charCodeAt(end) === 40 ? 'function' : undefined,
    );
  }
}

/** Code of unknown language, line by line: messages, commands, else plain names. */
function scanMixed(scan: BlockScan): void {
  let at = 0;
  while (at < scan.text.length) {
    let end = scan.text.indexOf('\n', at);
    if (end < 0) end = scan.text.length;
    const line = scan.text.slice(at, Math.min(end, at + 400));
    if (isLogLine(line)) scanLogLine(scan, at, end);
    else if (isCommandLine(line)) scanShellLine(scan, at, end, false);
    else scanText(scan, at, end, 'text');
    at = end + 1;
  }
}

/** A line of unknown language that a shell would read: behind a prompt, or beginning with a tool whose name is no word of a sentence. */
function isCommandLine(line: string): boolean {
  const head = /^\s*(?:([$#])\s+)?(?:sudo\s+)?([A-Za-z][\w.+-]*)(?=\s|$)/u.exec(line);
  const command = head?.[2] ?? '';
  if (head?.[1] !== undefined) return isRunnable(command) || head[1] === '$';
  const known = KNOWN_NAMES.get(command);
  return (
    (known?.kind === 'command' && known.reach !== 'run' && command.length > 2) ||
    /^(?:cat|echo|cd|grep|export|ls)$/u.test(command)
  );
}

/** Running text: first what is run inside code or emphasis, then everything. */
function scanProse(scan: BlockScan, styles: readonly StyledSpan[]): void {
  const { text } = scan;
  for (const { start, end, style } of styles) {
    if (style === 'link' || style === 'delete') continue;
    const blank = text.indexOf(' ', start);
    if (blank > start && blank < end) scanSpan(scan, start, end, style === 'code');
  }
  if (text.includes('+0x') || text.includes('Modules linked in:')) takeLogLines(scan);
  scanText(scan, 0, text.length, 'text');
}

/** Kernel messages that nobody fenced. */
function takeLogLines(scan: BlockScan): void {
  let at = 0;
  while (at < scan.text.length) {
    let end = scan.text.indexOf('\n', at);
    if (end < 0) end = scan.text.length;
    takeLogNames(scan, at, end);
    at = end + 1;
  }
}

/** A marked span of several words that begins with a command is read as a command line. */
function scanSpan(scan: BlockScan, from: number, to: number, isCode: boolean): void {
  if (!isCode && to - from > 200) return;
  const span = scan.text.slice(from, Math.min(to, from + 160));
  const head = /^\s*(?:[$#]\s+)?(?:sudo\s+)?([A-Za-z][A-Za-z0-9_.+-]*)\s+(\S)/u.exec(span);
  if (head === null) return;
  const [, command = '', next = ''] = head;
  const isKnown = KNOWN_NAMES.get(command)?.kind === 'command' || (isCode && isRunnable(command));
  if (isKnown && (isCode || /^[-a-z/]/u.test(next))) {
    if (!isCode && !/\s-|\//u.test(span) && span.split(/\s+/u).length > 3) return;
    scanShellLine(scan, from, to, isCode);
  } else if (isCode && /^\S+\s+(?:--?[A-Za-z]|0x[0-9a-f]|\/[a-z])/u.test(span)) {
    scanShellLine(scan, from, to, true);
  } else if (isCode && isMessage(span)) {
    scanLogLine(scan, from, to);
  }
}

/** What a program printed: several words and a colon, none of the signs of code. */
function isMessage(span: string): boolean {
  return /: /u.test(span) && !/[;={}()|]/u.test(span) && span.split(/\s+/u).length > 3;
}

function sortTail(found: Candidate[], first: number): void {
  let isSorted = true;
  for (let i = first + 1; i < found.length && isSorted; i += 1)
    isSorted = (found[i - 1]?.start ?? 0) <= (found[i]?.start ?? 0);
  if (isSorted) return;
  const tail = found.slice(first).sort((a, b) => a.start - b.start);
  for (let i = 0; i < tail.length; i += 1) {
    const candidate = tail[i];
    if (candidate !== undefined) found[first + i] = candidate;
  }
}

/** Bare names that are the last part of a path of the same note take the path's name. */
function joinPaths(found: readonly Candidate[]): readonly Candidate[] {
  const paths = new Map<string, string>();
  for (const { name, rule } of found) {
    if (rule !== 'system-path' || !(name.startsWith('/proc/') || name.startsWith('/sys/'))) continue;
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (base.includes('_')) paths.set(base, paths.has(base) && paths.get(base) !== name ? '' : name);
  }
  if (paths.size === 0) return found;
  const otherwise = new Set(found.filter(({ kind }) => kind !== undefined).map(({ name }) => name));
  return found.map((candidate) => {
    const path = isBareName(candidate.rule) && !otherwise.has(candidate.name) ? paths.get(candidate.name) : undefined;
    return path === undefined || path === ''
      ? candidate
      : { ...candidate, name: path, kind: 'path', rule: 'part-of-path', strength: 'likely' };
  });
}

/** Without the names that the note's snippets declare for themselves. Members of a structure that the text speaks of are kept: it was quoted. */
function keepForeign(found: readonly Candidate[], own: OwnNames, blocks: readonly TextBlock[]): readonly Candidate[] {
  if (own.locals.size === 0 && own.fields.size === 0) return found;
  const isText = ({ block }: Candidate): boolean => blocks[block]?.kind !== 'code';
  const spoken = new Set<string>();
  const members = new Set<string>();
  for (const candidate of found) {
    if (own.tags.has(candidate.name) && isText(candidate) && !isExampleName(candidate.name)) spoken.add(candidate.name);
    if (candidate.rule === 'member' && candidate.name.includes('_')) members.add(candidate.name);
  }
  const kept: Candidate[] = [];
  for (const seen of found) {
    const candidate = isText(seen) ? withTag(seen, own) : seen;
    const tags = own.fields.get(candidate.name);
    const isWeak = isWeakMention(candidate) && !own.definitions.has(candidate.name);
    if (tags !== undefined && isWeak && candidate.kind !== 'parameter') {
      if (![...tags].some((tag) => spoken.has(tag))) {
        const of = [...tags].find((tag) => tag !== '' && !isExampleName(tag));
        if (of !== undefined || tags.has(''))
          kept.push({ ...candidate, kind: 'field', rule: 'quoted-member', strength: 'possible', of });
        continue;
      }
      if (isText(candidate) && own.locals.has(candidate.name) && candidate.strength !== 'certain') continue;
      kept.push(
        candidate.kind === undefined || candidate.kind === 'variable' ? { ...candidate, kind: 'field' } : candidate,
      );
    } else if (members.has(candidate.name) || !isOwnLocal(candidate, own, blocks)) kept.push(candidate);
  }
  return kept;
}

/** The member with the structure that snippets of the note show the variable before the arrow to point to. */
function withTag(candidate: Candidate, own: OwnNames): Candidate {
  if (candidate.rule !== 'member') return candidate;
  const of = own.tagOf.get(candidate.surface.slice(0, Math.max(0, candidate.surface.indexOf('-'))));
  return of === undefined || of === '' ? candidate : { ...candidate, of };
}

/** A bare mention of a variable that a snippet of the note declares. */
function isOwnLocal(candidate: Candidate, own: OwnNames, blocks: readonly TextBlock[]): boolean {
  if (blocks[candidate.block]?.kind === 'code' && candidate.rule !== 'code-identifier') return false;
  if (candidate.rule === 'member' || candidate.rule === 'member-dot' || candidate.rule === 'snippet-tag') return false;
  if (candidate.strength === 'certain' && candidate.kind !== 'variable') return false;
  return own.locals.has(candidate.name) && !own.definitions.has(candidate.name);
}

/** A bare name, a member, or what the text calls a variable or field. */
function isWeakMention(candidate: Candidate): boolean {
  if (candidate.rule === 'snippet-tag') return false;
  return candidate.strength !== 'certain' || candidate.kind === 'variable' || candidate.kind === 'field';
}
