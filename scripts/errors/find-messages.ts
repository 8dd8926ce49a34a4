/**
 * Tells in which of the indexed releases each message of the catalogue is printed: `node scripts/errors/find-messages.ts`.
 *
 * Reads the string literals of the unpacked source trees (see scripts/kernel/packages.ts) and looks for the literal text of
 * every signature that the kernel or its build prints. What is found is written to `src/content/kernel/printed-in.json`:
 * the pages of errors show it, and tests compare it with what the notes claim. A message that is put together at run time
 * counts as printed when it can be made of pieces of eight letters or more that stand in the tree; it has no place then.
 * Spellings that only older releases are said to print are not looked for. Which messages are put together is only looked for again with `--all` or in other packages.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseSignature } from '../../src/errors/parse-signature.ts';
import type { Variant } from '../../src/errors/signature.ts';
import { RELEASES } from '../../src/model/entity.ts';
import { kernelCacheDir } from '../kernel/packages.ts';
import { compileErrorNotes } from './load-catalogue.ts';

const OUTPUT = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'src/content/kernel/printed-in.json');
const DRIVERS =
  'base,pci,acpi,edac,usb/core,usb/host,ata,nvme/host,scsi,mmc,md,i2c,iommu,thermal,clk,regulator,char/tpm,input/serio,tty,bluetooth,gpu/drm/amd/amdgpu,gpu/drm/i915,net/ethernet/intel/e1000e,net/wireless/intel';
const FOLDERS = `{kernel,mm,fs,lib,init,block,security,include,scripts,arch/{x86,arm64,riscv},net/{core,sched,netfilter,sunrpc,ipv4,ipv6,bridge,bluetooth},net,drivers/{${DRIVERS}},tools/{objtool,lib/bpf,bpf/resolve_btfids}}`;
const FILES = [`${FOLDERS}/**/*.{c,h,l,y,sh}`, `${FOLDERS}/**/Makefile*`, 'Makefile'];
const RE_STRINGS = /"(?:[^"\\\n]|\\.)*"(?:\s*(?:\\\n)?\s*(?:PRI\w+\s*)?"(?:[^"\\\n]|\\.)*")*/g;
const MIN_PIECE = 8;
const MAX_GAPS = 3;
const MAX_FORMAT = 400;
const MAX_TRIES = 100;
// A prefix that the printing function adds stands in no format string.
const MIN_SHARE = 0.7;
const RE_WORD = /[A-Za-z]{2,}/g;
const keptSchema = z.object({
  packages: z.record(z.string(), z.string()),
  messages: z.array(z.object({ entry: z.string(), text: z.string(), releases: z.array(z.string()) })),
});

/** All text that a tree could print, with the way back to its places. */
interface Printable {
  readonly text: string;
  readonly printerAt: (offset: number) => Printer;
}

/** The literal or line that holds a message. */
interface Printer {
  /** `scripts/mod/modpost.c:2250` */
  readonly place: string;
  /** The whole format string, shortened if it is very long; of a file that is not C, the line. */
  readonly format: string;
}

/** Literals of C, joined where they are written side by side, and other files line by line. */
function readPrintable(tree: string): Printable {
  const parts: string[] = [];
  const starts: number[] = [];
  const places: string[] = [];
  let length = 0;
  const add = (part: string, place: string): void => {
    const text = part.replaceAll('`', "'").replaceAll('%%', '%');
    parts.push(text);
    starts.push(length);
    places.push(place);
    length += text.length + 1;
  };
  for (const file of globSync(FILES, { cwd: tree }).sort()) {
    const text = readFileSync(join(tree, file), 'latin1');
    if (/\.[chly]$/.test(file)) addLiterals(text, (literal, line) => add(literal, `${file}:${line}`));
    else
      for (const [index, line] of text.split('\n').entries()) add(line.replaceAll('\\"', '"'), `${file}:${index + 1}`);
  }
  return {
    text: parts.join('\n'),
    printerAt: (offset) => {
      const index = lastAtOrBelow(starts, offset);
      return { place: places[index] ?? '', format: (parts[index] ?? '').slice(0, MAX_FORMAT) };
    },
  };
}

function addLiterals(text: string, add: (literal: string, line: number) => void): void {
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(RE_STRINGS)) {
    if (match[0].length <= MIN_PIECE) continue;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) line += 1;
    counted = match.index;
    add(unquote(match[0]), line);
  }
}

function lastAtOrBelow(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unquote(literals: string): string {
  return literals
    .replace(/"\s*(?:\\\n)?\s*(?:PRI\w+\s*)?"/g, '')
    .slice(1, -1)
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/ {2,}/g, ' ');
}

/** Of the literals with the longest text of a spelling the one that has most of its words, and not less than `MIN_SHARE`. */
function findPrinter(variant: Variant, printable: Printable): Printer | undefined {
  const literals = literalsOf(variant);
  const longest = literals.toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < MIN_PIECE) return undefined;
  let best: Printer | undefined;
  let bestShare = MIN_SHARE;
  let at = printable.text.indexOf(longest);
  for (let tries = 0; at >= 0 && tries < MAX_TRIES && bestShare < 1; tries += 1) {
    const printer = printable.printerAt(at);
    const share = shareOfWords(literals, printer.format);
    if (share > bestShare || (share === bestShare && best === undefined)) [best, bestShare] = [printer, share];
    at = printable.text.indexOf(longest, at + 1);
  }
  return best;
}

/** How many of the words of the literals stand in a format string in their order. */
function shareOfWords(literals: readonly string[], format: string): number {
  const words = literals.flatMap((literal) => literal.match(RE_WORD) ?? []);
  const has: readonly string[] = format.match(RE_WORD) ?? [];
  let from = 0;
  let count = 0;
  for (const word of words) {
    const at = has.indexOf(word, from);
    if (at < 0) continue;
    from = at + 1;
    count += 1;
  }
  return count / Math.max(1, words.length);
}

/** Whether a spelling can be made of pieces of the tree. That takes long, so what was found before is kept. */
function isInPieces(variant: Variant, printable: Printable): boolean {
  const literals = literalsOf(variant);
  return literals.length > 0 && literals.every((literal) => isComposed(literal, printable.text));
}

function literalsOf(variant: Variant): string[] {
  return variant.lines
    .flatMap(({ parts }) => parts.filter((part) => typeof part === 'string'))
    .map((part) => part.trim());
}

/** Whether a text is made of long pieces of the tree with hardly anything between them, as `%s` puts them together. */
function isComposed(literal: string, printable: string): boolean {
  let gaps = 0;
  let from = 0;
  while (from < literal.length) {
    let length = Math.min(MIN_PIECE, literal.length - from);
    if (!printable.includes(literal.slice(from, from + length))) {
      gaps += 1;
      from += 1;
      continue;
    }
    while (from + length < literal.length && printable.includes(literal.slice(from, from + length + 1))) length += 1;
    from += length;
  }
  return gaps <= MAX_GAPS;
}

const packages = Object.fromEntries(
  RELEASES.map((release) => {
    const { sets } = JSON.parse(readFileSync(join(kernelCacheDir(), release, 'packages.json'), 'utf8'));
    return [release, sets.source.packages[0].version as string];
  }),
);
const kept = process.argv.includes('--all') ? new Map<string, readonly string[]>() : readKept();
const { catalogue } = await compileErrorNotes();
const printables = RELEASES.map(
  (release) => [release, readPrintable(join(kernelCacheDir(), release, 'source'))] as const,
);
const messages = catalogue.entries
  .flatMap(({ id, signatures }) =>
    signatures
      .filter(({ printer }) => printer === undefined)
      .map(({ text, releases = [] }) => ({
        entry: id,
        text,
        isOlder: releases.length > 0 && !releases.some(isIndexed),
      })),
  )
  .map(({ entry, text, isOlder }) => {
    const { variants } = parseSignature(text);
    const found = (isOlder ? [] : printables).flatMap(([release, printable]) => {
      const printer = variants.map((variant) => findPrinter(variant, printable)).find((one) => one !== undefined);
      const isPrinted =
        printer !== undefined ||
        (kept.get(`${entry}\n${text}`)?.includes(release) ??
          variants.some((variant) => isInPieces(variant, printable)));
      return isPrinted ? [[release, printer] as const] : [];
    });
    const whole = found.flatMap(([release, printer]) => (printer === undefined ? [] : [{ release, ...printer }]));
    return {
      entry,
      text,
      releases: found.map(([release]) => release),
      places: Object.fromEntries(whole.map(({ release, place }) => [release, place])),
      formats: Object.fromEntries(whole.map(({ release, format }) => [release, format])),
    };
  });
writeFileSync(
  OUTPUT,
  `{"version":1,"packages":${JSON.stringify(packages)},"messages":[\n${messages.map((message) => JSON.stringify(message)).join(',\n')}\n]}\n`,
);
const lost = messages.filter(({ releases }) => releases.length === 0);
process.stdout.write(`${messages.length} messages, ${lost.length} in neither release\n`);
for (const { entry, text } of lost) process.stdout.write(`  ${entry}: ${text}\n`);

function isIndexed(release: string): boolean {
  return RELEASES.some((known) => known === release);
}

/** Releases by message as they were found before, when that was in the same packages. */
function readKept(): ReadonlyMap<string, readonly string[]> {
  const { packages: before, messages: known } = keptSchema.parse(JSON.parse(readFileSync(OUTPUT, 'utf8')));
  const isSame = JSON.stringify(before) === JSON.stringify(packages);
  return new Map(isSame ? known.map(({ entry, text, releases }) => [`${entry}\n${text}`, releases]) : []);
}
