import type { CatalogueEntry } from './catalogue.ts';
import { eachWord, type OpenCatalogue } from './open-catalogue.ts';

const RE_NAME =
  /\bCONFIG_[A-Z0-9_]+\b|\b[A-Za-z_][A-Za-z0-9]*_[A-Za-z0-9_]+\b|\b[a-z][a-z0-9_]*(?=\(\))|\b(?:linux|asm|net|uapi)\/[\w/.-]+\.h\b/g;
const MAX_NAMES = 8;
const MAX_ENTRIES = 3;
const MIN_SCORE = 2;

/**
 * For a line that no signature fits: the kernel-like names in it (identifiers with an underscore, options, calls, headers)
 * and at most three entries whose title, names or search words share its rarer words, best first.
 */
export function findNames(
  text: string,
  open: OpenCatalogue,
): { readonly names: readonly string[]; readonly entries: readonly CatalogueEntry[] } {
  const names = [...new Set([...text.slice(0, 2000).matchAll(RE_NAME)].map((match) => match[0]))].slice(0, MAX_NAMES);
  const scores = new Map<CatalogueEntry, number>();
  const seen = new Set<string>();
  eachWord(text.slice(0, 2000).toLowerCase(), (word) => {
    const entries = seen.has(word) ? undefined : open.entriesByWord.get(word);
    seen.add(word);
    if (entries === undefined) return;
    const weight = Math.log(1 + open.catalogue.entries.length / entries.length) / 2;
    for (const entry of entries) scores.set(entry, (scores.get(entry) ?? 0) + weight);
  });
  const entries = [...scores]
    .filter(([, score]) => score >= MIN_SCORE)
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_ENTRIES)
    .map(([entry]) => entry);
  return { names, entries };
}
