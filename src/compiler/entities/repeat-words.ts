import { type BlockScan, takeName } from './block-scan.ts';
import type { Candidate } from './candidate.ts';
import { isIdentifierPart } from './characters.ts';
import type { TextBlock } from './text-block.ts';
import { COMMON_WORDS, STOP_WORDS } from './words.ts';

/**
 * Adds the plain mentions, in running text, of modules and commands that the note names for certain elsewhere. English words are left alone.
 * The result is in the order of the text.
 */
export function repeatWords(
  scans: readonly BlockScan[],
  blocks: readonly TextBlock[],
  found: readonly Candidate[],
): readonly Candidate[] {
  const kinds = new Map<string, 'module' | 'command'>();
  for (const { name, kind, strength, surface } of found) {
    if (strength !== 'certain' || (kind !== 'module' && kind !== 'command') || name !== surface) continue;
    if (name.length > 3 && !COMMON_WORDS.has(name) && !STOP_WORDS.has(name) && !PLAIN_TOOLS.has(name))
      kinds.set(name, kind);
  }
  if (kinds.size === 0) return found;
  const added: Candidate[] = [];
  for (const scan of scans) {
    if (blocks[scan.index]?.kind === 'code') continue;
    const before = scan.found.length;
    for (const [name, kind] of kinds) takeAll(scan, name, kind);
    added.push(...scan.found.splice(before));
  }
  if (added.length === 0) return found;
  return [...found, ...added].sort((a, b) => a.block - b.block || a.start - b.start);
}

/** Tools whose names are English; a plain mention means the word. */
const PLAIN_TOOLS: ReadonlySet<string> = new Set(
  'make mount umount perf crash sparse bridge sync watch trace profile screen sleep patch quilt hello test'.split(' '),
);

function takeAll(scan: BlockScan, name: string, kind: 'module' | 'command'): void {
  const { text } = scan;
  let at = text.indexOf(name);
  while (at >= 0) {
    const end = at + name.length;
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(end);
    const isWhole =
      !isIdentifierPart(before) &&
      !isIdentifierPart(after) &&
      before !== 47 &&
      before !== 46 &&
      after !== 47 &&
      before !== 45 &&
      after !== 45 &&
      !(after === 46 && isIdentifierPart(text.charCodeAt(end + 1)));
    if (isWhole) takeName(scan, at, end, name, 'repeated-word', kind);
    at = text.indexOf(name, end);
  }
}
