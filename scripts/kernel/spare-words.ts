/**
 * Words that must never be called slips: they stand in a tree, or name what the shipped table leaves out, and a public name is close.
 *
 * The sets of all such words err once in eight or so, which cost as many proposals. Only few words are near a public name, so that
 * a set of those alone can be exact enough and small. It is worked out here with the very search that finds the proposals.
 */
import { NearTable } from '../../src/kernel/near-names.ts';
import type { PackedInventory } from '../../src/kernel/packed-inventory.ts';
import { isNearPublicName, isProposable, type NearNames } from '../../src/kernel/suggest-name.ts';
import { hashWord } from '../../src/kernel/word-filter.ts';
import { OccurringWords } from './occurring-words.ts';

/** Hashes of the words of `full`, defined or not, that `shipped` does not define and that are near a public name of it. */
export function spareWords(shipped: PackedInventory, full: readonly PackedInventory[]): Uint32Array {
  const targets = publicNames(shipped);
  const seen = new OccurringWords();
  const spared: number[] = [];
  for (const inventory of full)
    for (const word of wordsOf(inventory)) {
      const hash = hashWord(word);
      if (seen.addHash(hash) && !shipped.hasName(word) && isNearPublicName(word, targets)) spared.push(hash);
    }
  return Uint32Array.from(spared).sort();
}

function* wordsOf(inventory: PackedInventory): Generator<string> {
  for (const name of inventory.nameTexts()) yield name;
  yield* inventory.wordTexts();
}

/** The names that can be proposed, alone in a table: a look-up among them takes a quarter of the time. */
function publicNames(shipped: PackedInventory): NearNames {
  const table = new NearTable();
  const names: string[] = [];
  const known = new Set<string>();
  for (const { name } of shipped.records(isProposable)) {
    table.add(Buffer.from(name, 'latin1'), name.length, names.length);
    names.push(name);
    known.add(name);
  }
  table.finish();
  return {
    namesNear: (folded, edits) => table.near(folded, edits).map((number) => names[number] ?? ''),
    isCommonPart: (part) => shipped.isCommonPart(part),
    hasName: (name) => known.has(name),
    findName: (name) => shipped.findName(name),
  };
}
