import { type BlockScan, takeName } from './block-scan.ts';
import { scanText } from './scan-text.ts';

const RE_SYMBOL =
  /(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_]*)((?:\.[a-z]+(?:\.\d+)?)*)\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?(?:\s+\[([A-Za-z0-9_-]+)(?:\([A-Z]+\))?\])?/gu;
/** A symbol with its source, as `decode_stacktrace.sh` and syzkaller print it. */
const RE_DECODED = /(?<![\w./-])([A-Za-z_]\w*) (?=[a-z][\w./-]*\.[chS]:\d)/gu;
const RE_LINKED = /Modules linked in:|Unloaded tainted modules:|last unloaded:/u;
const RE_TAINT =
  /(?:^|\]\s|:\s)([A-Za-z0-9_-]{2,}): (?:loading out-of-tree module|module license|module verification failed|Unknown symbol|disagrees about version of symbol|version magic|no symbol version for|unsupported module|Unknown parameter)/u;
const RE_SYMBOL_TOLD = /(?:Unknown symbol|version of symbol|no symbol version for) ([A-Za-z_][A-Za-z0-9_]*)/u;
const RE_MODPOST =
  /(?:modpost: |ERROR: |WARNING: )"?([A-Za-z_][A-Za-z0-9_]*)"? \[(?:[^\]\s]*\/)?([A-Za-z0-9_-]+)\.k?o\] undefined/u;

/** A function of the kernel that heads its message behind the name of the driver: `brcmfmac: brcmf_chip_attach: …`. */
const RE_CALLER = /: ([a-z_][a-z0-9]*_[a-z0-9_]+)(?:\(\))?:(?=\s|\d)/u;
/** What the function tracer prints: a function and its caller. */
const RE_TRACED = /(?<![\w.])([A-Za-z_]\w*) <- ?([A-Za-z_]\w*)(?![\w.(])/gu;
const RE_TRACED_LINE = /\w_\w+ <- ?\w+_\w/u;
const RE_WORK = /Workqueue: \S+ ([a-z_][a-z0-9_]*)(?: \[([a-z0-9_-]+)\])?/u;

/** `true` for a line that only the kernel prints. */
export function isLogLine(line: string): boolean {
  if (line.includes(' <-') && RE_TRACED_LINE.test(line)) return true;
  return /^\s*(?:<\d>)?\[\s*\d+\.\d{4,6}\]|\+0x[0-9a-f]+\/0x[0-9a-f]+|^\s*(?:Call Trace:|RIP: |Modules linked in:|CPU: \d+ PID:)/u.test(
    line,
  );
}

/** Takes the names of a block of kernel messages. */
export function scanLog(scan: BlockScan, from: number, to: number): void {
  let at = from;
  while (at < to) {
    let end = scan.text.indexOf('\n', at);
    if (end < 0 || end > to) end = to;
    scanLogLine(scan, at, end);
    at = end + 1;
  }
}

/** Takes the names of one line of kernel messages. */
export function scanLogLine(scan: BlockScan, from: number, to: number): void {
  takeLogNames(scan, from, to);
  const caller = RE_CALLER.exec(scan.text.slice(from, Math.min(to, from + 200)));
  if (caller?.[1] !== undefined) {
    const start = from + caller.index + 2;
    takeName(scan, start, start + caller[1].length, caller[1], 'log-caller');
  }
  scanText(scan, from, to, 'log');
}

/** Takes what only kernel messages show: symbols with offsets, lists of modules, complaints of the loader. */
export function takeLogNames(scan: BlockScan, from: number, to: number): void {
  const line = scan.text.slice(from, Math.min(to, from + 4000));
  if (line.includes('+0x')) {
    for (const match of line.matchAll(RE_SYMBOL)) {
      const [, symbol = '', , module] = match;
      const start = from + match.index;
      takeName(scan, start, start + symbol.length, symbol, 'log-symbol');
      if (module !== undefined) {
        const at = start + match[0].lastIndexOf(module);
        takeName(scan, at, at + module.length, module, 'module-log');
      }
    }
  }
  if (/\.[chS]:\d/u.test(line))
    for (const { 1: symbol = '', index } of line.matchAll(RE_DECODED))
      if (symbol.includes('_') || line.includes('[inline]'))
        takeName(scan, from + index, from + index + symbol.length, symbol, 'log-symbol');
  if (line.includes(' <-'))
    for (const { 0: whole, 1: symbol = '', 2: caller = '', index } of line.matchAll(RE_TRACED)) {
      const start = from + index;
      const end = start + whole.length;
      if (symbol.includes('_')) takeName(scan, start, start + symbol.length, symbol, 'log-symbol');
      if (caller.includes('_')) takeName(scan, end - caller.length, end, caller, 'log-symbol');
    }
  const linked = RE_LINKED.exec(line);
  if (linked !== null) takeModules(scan, from, line, linked.index + linked[0].length);
  const taint = RE_TAINT.exec(line);
  if (taint?.[1] !== undefined) {
    const at = from + taint.index + taint[0].indexOf(taint[1]);
    takeName(scan, at, at + taint[1].length, taint[1], 'module-log');
  }
  const told = RE_SYMBOL_TOLD.exec(line);
  if (told?.[1] !== undefined)
    takeName(
      scan,
      from + told.index + told[0].length - told[1].length,
      from + told.index + told[0].length,
      told[1],
      'log-symbol',
    );
  const undefinedSymbol = RE_MODPOST.exec(line);
  if (undefinedSymbol?.[1] !== undefined) {
    const at = from + undefinedSymbol.index + undefinedSymbol[0].indexOf(undefinedSymbol[1], 7);
    takeName(scan, at, at + undefinedSymbol[1].length, undefinedSymbol[1], 'log-symbol');
  }
  const work = RE_WORK.exec(line);
  if (work?.[1] !== undefined) {
    const at = from + work.index + work[0].indexOf(work[1], 10);
    takeName(scan, at, at + work[1].length, work[1], 'log-symbol');
    if (work[2] !== undefined)
      takeName(
        scan,
        from + work.index + work[0].length - work[2].length - 1,
        from + work.index + work[0].length - 1,
        work[2],
        'module-log',
      );
  }
}

function takeModules(scan: BlockScan, from: number, line: string, at: number): void {
  for (const match of line.slice(at).matchAll(/[^\s\]]+/gu)) {
    const name = /^([A-Za-z0-9_-]{2,})(?:\([A-Z+-]+\))?$/u.exec(match[0])?.[1];
    if (name === undefined) break;
    const start = from + at + match.index;
    takeName(scan, start, start + name.length, name, 'module-log');
  }
}
