/**
 * Tells in which of the indexed releases each message of the catalogue is printed: `node scripts/errors/find-messages.ts`.
 *
 * Reads the string literals of the unpacked source trees (see scripts/kernel/packages.ts) and looks for the literal text of
 * every signature that the kernel or its build prints. What is found is written to `src/content/kernel/printed-in.json`;
 * tests compare it with what the notes claim. A message that is put together at run time counts as printed when it can be
 * made of pieces of eight letters or more that stand in the tree.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSignature } from '../../src/errors/parse-signature.ts';
import type { Variant } from '../../src/errors/signature.ts';
import { RELEASES } from '../../src/model/entity.ts';
import { kernelCacheDir } from '../kernel/packages.ts';
import { compileErrorNotes } from './load-catalogue.ts';

const OUTPUT = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'src/content/kernel/printed-in.json');
const FOLDERS =
  '{kernel,mm,fs,lib,init,block,security,include,scripts,arch/x86,net/core,net/sched,drivers/base,drivers/pci,drivers/acpi,drivers/edac,drivers/usb/core,drivers/ata,tools/objtool,tools/bpf/resolve_btfids}';
const FILES = [`${FOLDERS}/**/*.{c,h,l,y,sh}`, `${FOLDERS}/**/Makefile*`, 'Makefile'];
const RE_STRINGS = /"(?:[^"\\\n]|\\.)*"(?:\s*(?:\\\n)?\s*(?:PRI\w+\s*)?"(?:[^"\\\n]|\\.)*")*/g;
const MIN_PIECE = 8;
const MAX_GAPS = 3;

/** All text that a tree could print: literals of C, joined where they are written side by side, and other files whole. */
function readPrintable(tree: string): string {
  const parts: string[] = [];
  for (const file of globSync(FILES, { cwd: tree })) {
    const text = readFileSync(join(tree, file), 'latin1');
    if (!/\.[chly]$/.test(file)) parts.push(text.replaceAll('\\"', '"'));
    else
      for (const [literal] of text.matchAll(RE_STRINGS)) if (literal.length > MIN_PIECE) parts.push(unquote(literal));
  }
  return parts.join('\n').replaceAll('`', "'").replaceAll('%%', '%');
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

function isPrinted(variant: Variant, printable: string): boolean {
  const literals = variant.lines
    .flatMap(({ parts }) => parts.filter((part) => typeof part === 'string'))
    .map((part) => part.trim());
  const longest = literals.toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length >= MIN_PIECE && printable.includes(longest)) return true;
  return literals.length > 0 && literals.every((literal) => isComposed(literal, printable));
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

const { catalogue } = await compileErrorNotes();
const texts = new Map(RELEASES.map((release) => [release, readPrintable(join(kernelCacheDir(), release, 'source'))]));
const messages = catalogue.entries
  .flatMap(({ id, signatures }) =>
    signatures.filter(({ printer }) => printer === undefined).map(({ text }) => ({ entry: id, text })),
  )
  .map(({ entry, text }) => {
    const { variants } = parseSignature(text);
    return {
      entry,
      text,
      releases: RELEASES.filter((release) => variants.some((variant) => isPrinted(variant, texts.get(release) ?? ''))),
    };
  });
const packages = Object.fromEntries(
  RELEASES.map((release) => {
    const { sets } = JSON.parse(readFileSync(join(kernelCacheDir(), release, 'packages.json'), 'utf8'));
    return [release, sets.source.packages[0].version as string];
  }),
);
writeFileSync(
  OUTPUT,
  `{"version":1,"packages":${JSON.stringify(packages)},"messages":[\n${messages.map((message) => JSON.stringify(message)).join(',\n')}\n]}\n`,
);
process.stdout.write(
  `${messages.length} messages, ${messages.filter(({ releases }) => releases.length === 0).length} in neither release\n`,
);
