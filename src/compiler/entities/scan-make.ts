import { type BlockScan, takeName } from './block-scan.ts';
import { scanMakeArguments, scanShellLine } from './scan-shell.ts';
import { scanText } from './scan-text.ts';
import { KNOWN_NAMES, MAKE_VARIABLES } from './vocabulary.ts';

const RE_ASSIGNED = /^\s*(?:export\s+|override\s+)?([A-Za-z][A-Za-z0-9_.-]*)\s*[:+?]?=/u;
const RE_LIST = /^(?:[A-Za-z0-9_.-]*-(?:objs|y|m|n|objs-y)|(?:cc|as|ld)flags-y)$/u;
const RE_MAKE_CALL = /(?:\$\(MAKE\)|\$\{MAKE\}|\bmake)(?=\s)/u;
const RE_REFERENCE = /\$[({]([A-Za-z_][A-Za-z0-9_-]*)[)}]/gu;

/** Takes the names of a block of make: kbuild's lists and variables, and what recipes run. */
export function scanMake(scan: BlockScan, from: number, to: number): void {
  let at = from;
  while (at < to) {
    let end = scan.text.indexOf('\n', at);
    if (end < 0 || end > to) end = to;
    scanMakeLine(scan, at, end);
    at = end + 1;
  }
}

function scanMakeLine(scan: BlockScan, from: number, to: number): void {
  const line = scan.text.slice(from, to);
  const assigned = line.startsWith('\t') ? null : RE_ASSIGNED.exec(line.slice(0, 200));
  if (assigned !== null) {
    const name = assigned[1] ?? '';
    const start = from + line.indexOf(name);
    if (RE_LIST.test(name) || isBuildVariable(name)) takeName(scan, start, start + name.length, name, 'build-name');
  }
  for (const match of line.matchAll(RE_REFERENCE)) {
    const name = match[1] ?? '';
    if (isBuildVariable(name))
      takeName(scan, from + match.index + 2, from + match.index + 2 + name.length, name, 'build-name');
  }
  const call = RE_MAKE_CALL.exec(line);
  if (call !== null && (line.startsWith('\t') || line.startsWith(' ') || call.index === 0)) {
    const start = from + call.index + call[0].length;
    if (call[0] === 'make') takeName(scan, start - 4, start, 'make', 'run-command');
    const args = [...scan.text.slice(start, to).matchAll(/\S+/gu)].map((word) => ({
      start: start + word.index,
      end: start + word.index + word[0].length,
      text: word[0],
    }));
    scanMakeArguments(scan, args);
    scanText(scan, from, to, 'shell');
    return;
  }
  if (line.startsWith('\t') && !line.startsWith('\t\t@#')) scanShellLine(scan, from, to, false);
  else if (/^\s*#/u.test(line)) scanText(scan, from, to, 'text');
  else scanText(scan, from, to, 'shell');
}

function isBuildVariable(name: string): boolean {
  return KNOWN_NAMES.get(name)?.kind === 'build' || (MAKE_VARIABLES.has(name) && (name === 'ARCH' || name === 'LLVM'));
}
