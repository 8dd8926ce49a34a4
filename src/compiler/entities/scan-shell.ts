/**
 * What is run: a line is cut into words at blanks, quotes held together; the word where a command begins says how the rest is read.
 */

import { type BlockScan, takeName } from './block-scan.ts';
import { isIdentifierStart } from './characters.ts';
import { isLogLine, scanLogLine } from './scan-log.ts';
import { scanText } from './scan-text.ts';
import { GDB_COMMANDS, KNOWN_NAMES, MAKE_TARGETS, MAKE_VARIABLES, SHELL_TOOLS } from './vocabulary.ts';
import { MODULE_TOOLS } from './words.ts';

const RE_PROMPT =
  /^\s*(?:(?:\[[^\]\n]{1,40}\]|[\w.-]+@[\w.-]+[^\s$#>]{0,40}|~|\/[\w/]*|root|\([\w .-]{1,20}\))?\s?[$#>%]|\(gdb\)|crash>|=>)\s+/u;
const RE_ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)(\+|:|\?)?=/u;
const RE_COMMAND = /^[A-Za-z][A-Za-z0-9_.+-]+$/u;
const RE_MODULE = /^[A-Za-z0-9][A-Za-z0-9_-]+$/u;
const RE_CONFIG_TARGET = /^[a-z0-9_]*(?:config|_install|_prepare|-pkg|_check|docs)$/u;
const RE_COMMAND_PATH = /^(?:\.{0,2}\/|~\/|\$)/u;

/** Words that run what stands behind them. */
const PREFIXES: ReadonlySet<string> = new Set(
  'sudo su doas env exec nohup time nice command watch xargs then else do if while until setsid ionice taskset chroot ! && ||'.split(
    ' ',
  ),
);

interface ShellWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Stands where a command begins. */
  readonly isHead: boolean;
  /** Stands behind `|`. */
  readonly isPiped: boolean;
}

/** What shows that a command begins: nothing, the prompt of a shell or the place itself, the prompt of gdb. */
type Prompted = 'none' | 'shell' | 'gdb';

/** Takes the names of a block of shell, or of a session that shows output too. */
export function scanShell(scan: BlockScan, from: number, to: number): void {
  let at = from;
  while (at < to) {
    let end = scan.text.indexOf('\n', at);
    if (end < 0 || end > to) end = to;
    const line = scan.text.slice(at, Math.min(end, at + 400));
    // Only lines that hold a sign of messages are looked at closely.
    if ((line.includes('+0x') || line.includes(' <-') || line.includes('] ')) && isLogLine(line))
      scanLogLine(scan, at, end);
    else scanShellLine(scan, at, end, false);
    at = end + 1;
  }
}

/** Takes the names of one command line. `isSure`: nothing but a command can stand there. */
export function scanShellLine(scan: BlockScan, from: number, to: number, isSure: boolean): void {
  const { text } = scan;
  let start = from;
  const prompt = RE_PROMPT.exec(text.slice(from, Math.min(to, from + 120)));
  let prompted: Prompted = isSure ? 'shell' : 'none';
  if (prompt !== null) {
    const body = text.slice(from + prompt[0].length, to);
    const isComment = prompt[0].trim() === '#' && !isRunnable(firstWord(body));
    if (isComment) {
      scanText(scan, from, to, 'text');
      return;
    }
    start = from + prompt[0].length;
    prompted = prompt[0].includes('(gdb)') ? 'gdb' : 'shell';
  }
  const words = cutShellWords(text, start, to);
  let comment = to;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) break;
    if (word.text.startsWith('#')) {
      comment = word.start;
      break;
    }
    if (!word.isHead) continue;
    const stop = endOfCommand(words, i);
    scanCommand(scan, words.slice(i, stop), prompted);
    i = stop - 1;
  }
  let at = start;
  for (const [from, to] of redirectTargets(text, words, comment)) {
    scanText(scan, at, from, 'shell');
    at = to;
  }
  scanText(scan, at, comment, 'shell');
  if (comment < to) scanText(scan, comment, to, 'text');
}

/** Bare names of files that something is written to or read from: no names of C. */
function redirectTargets(
  text: string,
  words: readonly ShellWord[],
  limit: number,
): readonly (readonly [from: number, to: number])[] {
  return words.flatMap((word, index): [number, number][] => {
    if (word.start >= limit) return [];
    const sign = /^(?:[012&]?>>?|<)/u.exec(word.text)?.[0];
    if (sign === undefined) return [];
    const next = words[index + 1];
    const target = sign.length < word.text.length ? { start: word.start + sign.length, end: word.end } : next;
    return target !== undefined && target.end <= limit && /^[a-z_]+$/u.test(text.slice(target.start, target.end))
      ? [[target.start, target.end]]
      : [];
  });
}

/** Whether a word is known to begin a command. */
export function isRunnable(word: string): boolean {
  return SHELL_TOOLS.has(word) || PREFIXES.has(word) || KNOWN_NAMES.get(word)?.kind === 'command';
}

function firstWord(text: string): string {
  return /^\s*(\S+)/u.exec(text.slice(0, 80))?.[1] ?? '';
}

function endOfCommand(words: readonly ShellWord[], head: number): number {
  let i = head + 1;
  while (i < words.length && words[i]?.isHead === false) i += 1;
  return i;
}

function cutShellWords(text: string, from: number, to: number): ShellWord[] {
  const words: ShellWord[] = [];
  let i = from;
  let isHead = true;
  let isPiped = false;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code <= 32) {
      i += 1;
    } else if (code === 124 || code === 38 || code === 59 || code === 40 || code === 41 || code === 96) {
      isPiped = code === 124 && text.charCodeAt(i + 1) !== 124;
      isHead = code !== 41;
      i += 1;
      if (text.charCodeAt(i) === code && code !== 40) i += 1;
    } else {
      const start = i;
      while (i < to) {
        const unit = text.charCodeAt(i);
        if (unit <= 32 || unit === 124 || unit === 38 || unit === 59 || unit === 41 || unit === 96) break;
        if (unit === 40) {
          if (text.charCodeAt(i - 1) === 36) {
            const close = i > start + 1 ? closingBracket(text, i, to) : -1;
            if (close > 0) {
              i = close + 1;
              continue;
            }
          }
          break;
        }
        if (unit === 34 || unit === 39) {
          const close = text.indexOf(unit === 34 ? '"' : "'", i + 1);
          i = close < 0 || close >= to ? i + 1 : close + 1;
        } else i += 1;
      }
      if (i === start) i += 1;
      const word = text.slice(start, i);
      const isRedirect = word.startsWith('>') || word.startsWith('<') || word.startsWith('2>');
      words.push({ start, end: i, text: word, isHead: isHead && !isRedirect, isPiped: isHead && isPiped });
      const goesOn = PREFIXES.has(word) || (isHead && (RE_ASSIGNMENT.test(word) || word === '$'));
      if (isHead && !goesOn) isHead = false;
    }
  }
  return words;
}

function closingBracket(text: string, open: number, to: number): number {
  const stop = Math.min(to, open + 120);
  for (let i = open; i < stop; i += 1) if (text.charCodeAt(i) === 41) return i;
  return -1;
}

function scanCommand(scan: BlockScan, words: readonly ShellWord[], prompted: Prompted): void {
  const head = words[0];
  if (head === undefined) return;
  const assignment = RE_ASSIGNMENT.exec(head.text);
  if (assignment !== null) {
    takeBuildVariable(scan, head.start, assignment[1] ?? '', false);
    return;
  }
  const slash = RE_COMMAND_PATH.test(head.text) ? head.text.lastIndexOf('/') : -1;
  const command = slash < 0 ? head.text : head.text.slice(slash + 1);
  const known = KNOWN_NAMES.get(command);
  const args = words.slice(1);
  if (command === 'export') {
    for (const word of args) takeBuildVariable(scan, word.start, RE_ASSIGNMENT.exec(word.text)?.[1] ?? '', true);
    return;
  }
  if (known?.kind === 'command' && slash < 0) {
    takeName(scan, head.start, head.end, known.name, known.reach === 'plain' ? 'known-name' : 'run-command', 'command');
  } else if (slash < 0 && prompted === 'shell' && isUnknownCommand(command, args)) {
    takeName(scan, head.start, head.end, command, 'run-unknown');
  }
  if (command === 'make' || command === '$(MAKE)') scanMakeArguments(scan, args);
  else if (MODULE_TOOLS.has(command)) scanModuleArguments(scan, args, command);
  else if (command === 'man') scanManArguments(scan, args);
  else if (command === 'perf' && args[0] !== undefined && !args[0].text.startsWith('-')) return;
  else if (prompted === 'gdb' && GDB_COMMANDS.has(command))
    takeName(scan, head.start, head.end, command, 'gdb-command');
}

function isUnknownCommand(command: string, args: readonly ShellWord[]): boolean {
  if (SHELL_TOOLS.has(command) || PREFIXES.has(command) || KNOWN_NAMES.has(command)) return false;
  if (
    !RE_COMMAND.test(command) ||
    command.length < 3 ||
    /[A-Z]/u.test(command) ||
    /\.(?:c|h|o|ko|sh|py)$/u.test(command)
  )
    return false;
  return args.some((word) => /^(?:--?[A-Za-z]|0x[0-9a-f]+$|\/[a-z])/u.test(word.text)) && !command.endsWith('.');
}

/** Variables and targets that `make` is given. */
export function scanMakeArguments(
  scan: BlockScan,
  args: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): void {
  for (let i = 0; i < args.length; i += 1) {
    const word = args[i];
    if (word === undefined) continue;
    const { start, end, text } = word;
    if (text.startsWith('-')) {
      if (/^-[Cfo]$/u.test(text)) i += 1;
      continue;
    }
    if (text.startsWith('>') || text.startsWith('2>')) break;
    const assignment = RE_ASSIGNMENT.exec(text);
    if (assignment !== null) {
      takeBuildVariable(scan, start, assignment[1] ?? '', true, true);
      continue;
    }
    const target = KNOWN_NAMES.get(text)?.kind === 'build' || MAKE_TARGETS.has(text) || RE_CONFIG_TARGET.test(text);
    if (target) takeName(scan, start, end, text, 'make-target');
  }
}

function takeBuildVariable(scan: BlockScan, start: number, name: string, isMake: boolean, isMakeRun = false): void {
  if (name.startsWith('CONFIG_')) return;
  const isKnown = KNOWN_NAMES.get(name)?.kind === 'build';
  const isGiven = isMake && isMakeRun && /^[A-Z][A-Z0-9_]{2,}$/u.test(name) && name !== 'PWD';
  const isVariable = isGiven || (MAKE_VARIABLES.has(name) && (isMake || name === 'ARCH' || name === 'LLVM'));
  if (name.length === 1 && isVariable) takeName(scan, start, start + 2, `${name}=`, 'make-variable');
  else if (isKnown || isVariable) takeName(scan, start, start + name.length, name, 'make-variable');
}

function scanModuleArguments(scan: BlockScan, args: readonly ShellWord[], command: string): void {
  let hasModule = false;
  let isField = false;
  for (const word of args) {
    // `modinfo -F vermagic demo.ko`: the word names a field of the module.
    if (isField) {
      isField = false;
      continue;
    }
    isField = command === 'modinfo' && (word.text === '-F' || word.text === '--field');
    if (word.text.startsWith('-') || word.text.startsWith('$') || word.text.startsWith('>')) continue;
    const assignment = RE_ASSIGNMENT.exec(word.text);
    if (hasModule && assignment !== null) {
      const name = assignment[1] ?? '';
      takeName(scan, word.start, word.start + name.length, name, 'module-parameter');
      continue;
    }
    if (word.text.includes('/') || word.text.endsWith('.ko')) {
      hasModule = true;
      continue;
    }
    if (hasModule && command !== 'rmmod' && command !== 'modinfo') continue;
    if (!RE_MODULE.test(word.text) || /^(?:and|or|the|with|command|module)$/u.test(word.text)) break;
    hasModule = true;
    takeName(scan, word.start, word.end, word.text, 'module-argument');
  }
}

function scanManArguments(scan: BlockScan, args: readonly ShellWord[]): void {
  const section = args[0];
  const page = args[1];
  if (
    section === undefined ||
    page === undefined ||
    !/^[1-9]$/u.test(section.text) ||
    !isIdentifierStart(page.text.charCodeAt(0))
  )
    return;
  takeName(scan, page.start, page.end, `${page.text}(${section.text})`, 'manpage');
}
