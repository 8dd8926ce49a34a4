import type { Catalogue, CatalogueCause, CatalogueEntry, CatalogueSignature } from './catalogue.ts';
import { expandSignature } from './expand-signature.ts';
import { isWordUnit } from './hole-types.ts';
import { literalWords } from './literal-words.ts';
import type { Variant } from './signature.ts';

/** One variant of one signature, ready to be confirmed in a line. */
export interface Candidate {
  readonly entry: CatalogueEntry;
  readonly signature: CatalogueSignature;
  readonly variant: Variant;
  /** Whole literal words of the first line in lower case, in order. */
  readonly words: readonly string[];
  /** Sum of the weights of `words`. */
  readonly wordWeight: number;
}

/** What the matcher knows of a word. */
export interface WordUse {
  /** Variants of which this is the rarest word: those to be confirmed where the word stands. */
  readonly confirms: Candidate[];
  /** All variants that hold the word. */
  readonly holders: Candidate[];
  /** True for words such as `error` that make a line worth a second look. */
  readonly isAlarming: boolean;
  /** The rarer in the catalogue, the more. */
  weight: number;
}

/** A catalogue with its index of words. */
export interface OpenCatalogue {
  readonly catalogue: Catalogue;
  readonly words: ReadonlyMap<string, WordUse>;
  /** Words of titles, names and search words by entry, for lines that no signature fits. */
  readonly entriesByWord: ReadonlyMap<string, readonly CatalogueEntry[]>;
}

const ALARMING = new Set(
  `error errors fatal fail failed fails failure warning bug oops panic cannot unable invalid undefined unknown undeclared
  unresolved denied rejected refused missing disagrees mismatch corrupt corrupted corruption overflow leak leaked
  deadlock stall stalls stalled hung blocked lockup killed abort aborted exception fault violation illegal unexpected
  incompatible bad wrong taint taints tainted permitted unsupported redefinition conflicting expected splat timeout`.split(
    /\s+/,
  ),
);
// Words that stand in too many lines of any log to be looked up by, if there is another.
const COMMON = new Set(
  `the to in of for is not and or at on by from with has as it be no this that was are an if error warning kernel module
  device driver failed cpu pid modules make bug info file line directory function argument build core`.split(/\s+/),
);

/** Builds the index; a few milliseconds for a hundred entries. Signatures that do not parse are left out. */
export function openCatalogue(catalogue: Catalogue): OpenCatalogue {
  const candidates = catalogue.entries.flatMap(candidatesOf);
  const words = new Map<string, WordUse>();
  for (const word of ALARMING) words.set(word, { confirms: [], holders: [], isAlarming: true, weight: 0 });
  for (const candidate of candidates) {
    for (const word of new Set(candidate.words)) {
      const use = words.get(word) ?? { confirms: [], holders: [], isAlarming: false, weight: 0 };
      use.holders.push(candidate);
      words.set(word, use);
    }
  }
  for (const use of words.values()) {
    const owners = new Set(use.holders.map((holder) => holder.entry.id)).size;
    use.weight = Math.log(1 + catalogue.entries.length / (1 + owners));
  }
  const weighed = candidates.map((candidate) => ({
    ...candidate,
    wordWeight: candidate.words.reduce((sum, word) => sum + (words.get(word)?.weight ?? 0), 0),
  }));
  for (const use of words.values()) use.holders.length = 0;
  for (const candidate of weighed) {
    for (const word of new Set(candidate.words)) words.get(word)?.holders.push(candidate);
    const rarest = [...candidate.words].sort((a, b) => costOf(a, words) - costOf(b, words))[0];
    if (rarest !== undefined) words.get(rarest)?.confirms.push(candidate);
  }
  return { catalogue, words, entriesByWord: indexEntryWords(catalogue) };
}

/** Calls `visit` with every word of the text, in lower case and in order; the text must be in lower case itself. */
export function eachWord(lowerText: string, visit: (word: string) => void): void {
  const { length } = lowerText;
  let start = -1;
  for (let offset = 0; offset <= length; offset += 1) {
    if (offset < length && isWordUnit(lowerText.charCodeAt(offset))) {
      if (start < 0) start = offset;
    } else if (start >= 0) {
      if (offset - start > 1 && offset - start < 64) visit(lowerText.slice(start, offset));
      start = -1;
    }
  }
}

/** Calls `visit` with every word of a text by which an entry is found. */
export function eachEntryWord(text: string, visit: (word: string) => void): void {
  eachWord(text.toLowerCase(), (word) => {
    if (!COMMON.has(word) && !ALARMING.has(word) && word.length > 2) visit(word);
  });
}

/** Names with an underscore in what causes say, in lower case: what an entry is found by without listing them. */
export function namesInCauses(causes: readonly CatalogueCause[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { title, check = '', fix } of causes)
    eachEntryWord(`${title} ${check} ${fix}`, (word) => {
      if (word.includes('_')) names.add(word);
    });
  return names;
}

function candidatesOf(entry: CatalogueEntry): Candidate[] {
  return entry.signatures.flatMap((signature) =>
    expandSignature(signature.text).map((variant) => {
      const head = variant.lines[0];
      return { entry, signature, variant, words: head === undefined ? [] : literalWords(head), wordWeight: 0 };
    }),
  );
}

function costOf(word: string, words: ReadonlyMap<string, WordUse>): number {
  return (words.get(word)?.holders.length ?? 0) * 8 - Math.min(word.length, 16) + (COMMON.has(word) ? 100_000 : 0);
}

function indexEntryWords(catalogue: Catalogue): Map<string, CatalogueEntry[]> {
  const byWord = new Map<string, CatalogueEntry[]>();
  for (const entry of catalogue.entries) {
    const own = new Set<string>();
    for (const text of [entry.title, ...(entry.names ?? []), ...(entry.words ?? [])])
      eachEntryWord(text, (word) => own.add(word));
    for (const name of namesInCauses(entry.causes)) own.add(name);
    for (const word of own) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  return byWord;
}
