import type { Lookup } from './parse-query.ts';

/** A run of a text; marked where it is what was looked for. */
export interface TextRun {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * `text` cut into runs, with every place marked that holds one of the lookups as typed or as normalised, whatever its
 * case. The runs joined are `text`.
 */
export function markMatches(text: string, lookups: readonly Pick<Lookup, 'literal' | 'key'>[]): TextRun[] {
  return markWords(
    text,
    lookups.flatMap(({ literal, key }) => [literal, key]),
  );
}

/** The same for plain words. */
export function markWords(text: string, words: readonly string[]): TextRun[] {
  const needles = [...new Set(words)]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (needles.length === 0 || text === '') return text === '' ? [] : [{ text, isMarked: false }];
  const pattern = new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'gi');
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), isMarked: false });
    runs.push({ text: match[0], isMarked: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), isMarked: false });
  return runs;
}
