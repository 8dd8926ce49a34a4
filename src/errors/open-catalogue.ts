import type { Catalogue, CatalogueCause, CatalogueEntry, CatalogueSignature } from './catalogue.ts';
import { expandSignature } from './expand-signature.ts';
import { keyOfClass, type LineClass, toLineClass } from './find-classes.ts';
import { isWordUnit } from './hole-types.ts';
import { literalWords } from './literal-words.ts';
import { spellingsOf } from './same-words.ts';
import type { Variant } from './signature.ts';
import { REPORT_WORDS } from './splat-reader.ts';
import { RELEASE_WORDS } from './spoken-release.ts';
import { WordTable } from './word-table.ts';

/** One variant of one signature, ready to be confirmed in a line. */
export interface Candidate {
  readonly entry: CatalogueEntry;
  readonly signature: CatalogueSignature;
  readonly variant: Variant;
  /** Whole literal words of the first line in lower case, in order. */
  readonly words: readonly string[];
  /** Places of these words in the catalogue's table, each once, but for the one that it is looked up by; rarer ones first. */
  readonly places: readonly number[];
  /** How many of the words are its own, not those of a number of an error. */
  readonly ownWords: number;
  /** Sum of the weights of `words`. */
  readonly wordWeight: number;
  /** True for a kind of line: nothing of it is literal text. */
  readonly isClass?: true;
}

type CandidateDraft = Omit<Candidate, 'places' | 'wordWeight' | 'ownWords'>;

/** What a word says of a line, one bit each. */
export const WORD_MARKS = {
  /** It makes a line worth a second look, as `error` does. */
  alarms: 1,
  /** Reports of the kernel begin with it. */
  opensReport: 2,
  /** The release of a kernel may stand beside it. */
  namesRelease: 4,
  /** Variants are to be confirmed where it stands. */
  confirms: 8,
} as const;

/** What the matcher knows of a word. */
export interface WordUse {
  readonly word: string;
  /** Place in the catalogue's table of words. */
  readonly place: number;
  /** Variants of which this is the rarest word: those to be confirmed where the word stands. */
  readonly confirms: Candidate[];
  /** All variants that hold the word. */
  readonly holders: Candidate[];
  /** The rarer in the catalogue, the more. */
  weight: number;
}

/** A catalogue with its index of words. */
export interface OpenCatalogue {
  readonly catalogue: Catalogue;
  readonly words: ReadonlyMap<string, WordUse>;
  /** What is known of the words of `table`, at their places. */
  readonly uses: readonly WordUse[];
  /** Their `WORD_MARKS` by place. */
  readonly marks: Uint8Array;
  readonly table: WordTable;
  /** Words of titles, names and search words by entry, for lines that no signature fits. */
  readonly entriesByWord: ReadonlyMap<string, readonly CatalogueEntry[]>;
  /** Kinds of lines by the mark that they are looked up by. */
  readonly classes: ReadonlyMap<string, readonly LineClass[]>;
  /** All marks that kinds of lines ask for. */
  readonly classMarks: ReadonlySet<string>;
}

const ALARMING = new Set(
  `error errors fatal fail failed fails failure warning bug oops panic cannot unable invalid undefined unknown undeclared
  unresolved denied rejected refused missing disagrees mismatch corrupt corrupted corruption overflow leak leaked
  deadlock stall stalls stalled hung blocked lockup killed abort aborted exception fault violation illegal unexpected
  incompatible bad wrong taint taints tainted permitted unsupported redefinition conflicting expected splat timeout timeouts timed hang retrying
  buggy dead crash crashed died failing lost dropped dropping exceeded exceeds exhausted overrun underrun overflowed stuck broken malformed
  inconsistent insufficient incorrect unrecognized unhandled impossible could couldn aborting rescheduling degraded
  duplicate conflict conflicts deprecated obsolete unstable spurious suspicious unaligned misaligned oom err giving`.split(
    /\s+/,
  ),
);
// Words that stand in too many lines of any log to be looked up by, if there is another.
const COMMON = new Set(
  `the to in of for is not and or at on by from with has as it be no this that was are an if error warning kernel module
  device driver failed cpu pid modules make bug info file line directory function argument build core`.split(/\s+/),
);

/** What the numbers of errors say in words: whoever fails says it, so it tells nothing of who. */
const RE_ERRNO_WORDS =
  /\b(?:no such (?:file or directory|device)|input output error|invalid argument|(?:operation not|permission) (?:permitted|denied)|device or resource busy|cannot allocate memory|file exists)\b/g;

/** Builds the index. Signatures that do not parse are left out. */
export function openCatalogue(catalogue: Catalogue): OpenCatalogue {
  const steps = openInSteps(catalogue);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of a millisecond or so, for a page that has to do it itself. */
export function* openInSteps(catalogue: Catalogue): Generator<undefined, OpenCatalogue> {
  const candidates: CandidateDraft[] = [];
  for (const entry of catalogue.entries) {
    candidates.push(...candidatesOf(entry));
    yield;
  }
  const words = new Map<string, WordUse>();
  const useOf = (word: string): WordUse => {
    const use = words.get(word) ?? newUse(word, words.size);
    words.set(word, use);
    return use;
  };
  for (const word of [...ALARMING, ...REPORT_WORDS, ...RELEASE_WORDS]) useOf(word);
  const classes = indexClasses(catalogue, useOf);
  yield;
  const owners = new Map<WordUse, Set<CatalogueEntry>>();
  for (const { words: own, entry } of candidates)
    for (const use of own.map(useOf)) owners.set(use, (owners.get(use) ?? new Set()).add(entry));
  for (const [use, entries] of owners) use.weight = Math.log(1 + catalogue.entries.length / (1 + entries.size));
  const opened = candidates.map((draft) => {
    const own = draft.words.map(useOf);
    const places: number[] = [];
    const wordWeight = own.reduce((sum, { weight }) => sum + weight, 0);
    const candidate = { ...draft, places, ownWords: countOwnWords(draft.words), wordWeight };
    const once = [...new Set(own)];
    for (const use of once) use.holders.push(candidate);
    return { candidate, places, once };
  });
  yield;
  for (const { candidate, places, once } of opened) {
    // In this order, so that of two that cost the same the first stays it.
    const [rarest, ...others] = once.length < 2 ? once : once.sort((a, b) => costOf(a) - costOf(b));
    rarest?.confirms.push(candidate);
    for (const { place } of others) places.push(place);
  }
  const uses = [...words.values()];
  const marks = Uint8Array.from(uses, marksOf);
  const table = new WordTable(uses.map(({ word }) => word));
  yield;
  const entriesByWord = yield* indexEntryWords(catalogue);
  const classMarks = new Set([...classes.values()].flat().flatMap((one) => one.marks));
  return { catalogue, words, uses, marks, table, entriesByWord, classes, classMarks };
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

function newUse(word: string, place: number): WordUse {
  return { word, place, confirms: [], holders: [], weight: 0 };
}

function marksOf({ word, confirms }: WordUse): number {
  return (
    (ALARMING.has(word) ? WORD_MARKS.alarms : 0) |
    (REPORT_WORDS.has(word) ? WORD_MARKS.opensReport : 0) |
    (RELEASE_WORDS.has(word) ? WORD_MARKS.namesRelease : 0) |
    (confirms.length > 0 ? WORD_MARKS.confirms : 0)
  );
}

function countOwnWords(words: readonly string[]): number {
  const rest = words.join(' ').replace(RE_ERRNO_WORDS, '').trim();
  return rest === '' ? 0 : rest.split(/ +/).length;
}

function candidatesOf(entry: CatalogueEntry): CandidateDraft[] {
  return entry.signatures.flatMap((signature) =>
    expandSignature(signature.text).map((variant) => {
      const head = variant.lines[0];
      return { entry, signature, variant, words: head === undefined ? [] : literalWords(head) };
    }),
  );
}

/** Kinds of lines by their marks; `know` is told of every word that such a line may have. */
function indexClasses(catalogue: Catalogue, know: (word: string) => unknown): Map<string, LineClass[]> {
  const classes = new Map<string, LineClass[]>();
  const isAlarming = (word: string): boolean => spellingsOf(word).some((one) => ALARMING.has(one));
  for (const entry of catalogue.entries)
    for (const text of entry.classes ?? []) {
      const one = toLineClass(entry, text, isAlarming);
      for (const mark of one.marks) if (/^\w+$/.test(mark)) for (const word of spellingsOf(mark)) know(word);
      const key = keyOfClass(one);
      const known = classes.get(key);
      if (known === undefined) classes.set(key, [one]);
      else known.push(one);
    }
  return classes;
}

/** What it costs to look a candidate up by the word. */
function costOf({ word, holders }: WordUse): number {
  return holders.length * 8 - Math.min(word.length, 16) + (COMMON.has(word) ? 100_000 : 0);
}

function* indexEntryWords(catalogue: Catalogue): Generator<undefined, Map<string, CatalogueEntry[]>> {
  const byWord = new Map<string, CatalogueEntry[]>();
  for (const entry of catalogue.entries) {
    const own = new Set<string>();
    for (const text of [entry.title, ...(entry.names ?? []), ...(entry.words ?? [])])
      eachEntryWord(text, (word) => own.add(word));
    for (const name of namesInCauses(entry.causes)) own.add(name);
    for (const word of own) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [entry]);
      else known.push(entry);
    }
    yield;
  }
  return byWord;
}
