import { stemWord } from './stem-word.ts';
import { WORD_GROUPS } from './word-groups.ts';

const ALTERNATIVES: ReadonlyMap<string, readonly string[]> = readGroups();
/** The two ways in which English is spelt, by endings. */
const SPELLINGS: readonly (readonly [pattern: RegExp, other: string])[] = [
  [/(?<=\w{3})is(e[drs]?|ing|ation)$/, 'iz$1'],
  [/(?<=\w{3})iz(e[drs]?|ing|ation)$/, 'is$1'],
  [/(?<=col|behavi|neighb)our(s?|ed|ing)$/, 'or$1'],
  [/(?<=col|behavi|neighb)or(s?|ed|ing)$/, 'our$1'],
];

/** Other words for `word`, whatever its form, and its other spelling; none for most. */
export function alternativesOf(word: string): readonly string[] {
  const typed = word.toLowerCase();
  const others = ALTERNATIVES.get(stemWord(typed)) ?? [];
  const [pattern, ending] = SPELLINGS.find(([known]) => known.test(typed)) ?? [];
  return pattern === undefined || ending === undefined ? others : [...others, typed.replace(pattern, ending)];
}

/** By the stem of a word, the others of all its groups. */
function readGroups(): Map<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const line of WORD_GROUPS.trim().split('\n')) {
    const [typed = '', meant] = line.split(' > ');
    const others = (meant ?? typed).split(' ');
    for (const word of typed.split(' ')) {
      const stem = stemWord(word);
      const known = found.get(stem) ?? new Set();
      for (const other of others) if (stemWord(other) !== stem) known.add(other);
      found.set(stem, known);
    }
  }
  return new Map([...found].map(([stem, others]) => [stem, [...others]]));
}
