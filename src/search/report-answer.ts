import type { WordAnswer } from './find-words.ts';
import { groupOrder, type SearchAnswer } from './search-session.ts';

/** Titles shown before the pages that have the words in their text. */
const TITLES_BESIDE = 3;

/** One result of `kernel-notes find`. */
export interface FoundResult {
  readonly group: 'names' | 'errors' | 'pages';
  readonly title: string;
  readonly kind: string;
  /** How it matches; absent for errors. */
  readonly match?: string | undefined;
  /** `gone`, `moved`, `slip`; absent when there is nothing to look out for. */
  readonly mark?: string | undefined;
  readonly quote?: string | undefined;
  readonly url: string;
}

/**
 * The results of an answer in the order in which the site shows them, `limit` a group; `found` is what the text of the notes has. `origin` goes before
 * each URL.
 */
export function listResults(
  answer: SearchAnswer,
  found: WordAnswer | undefined,
  origin: string,
  limit: number,
): FoundResult[] {
  const titles = answer.pages
    .filter(({ distance }) => found === undefined || distance < 1)
    .slice(0, found === undefined ? limit : TITLES_BESIDE)
    .map(
      ({ record, matchClass }): FoundResult => ({
        group: 'pages',
        title: record.name,
        kind: record.kind,
        match: matchClass,
        url: origin + record.url,
      }),
    );
  const listed = new Set(titles.map(({ url }) => url));
  const hits = (found?.hits ?? [])
    .map(({ title, heading, kind, excerpt, url }): FoundResult => {
      const quote = excerpt
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
      return {
        group: 'pages',
        title: heading === '' ? title : `${title} › ${heading}`,
        kind,
        match: 'words',
        ...(quote === '' ? {} : { quote }),
        url: origin + url.replace(/^\//, ''),
      };
    })
    .filter(({ url }) => !listed.has(url.replace(/#.*$/, '')));
  const byGroup = {
    names: answer.names.slice(0, limit).map(
      ({ record, matchClass }): FoundResult => ({
        group: 'names',
        title: record.name,
        kind: record.kind,
        match: matchClass,
        ...(record.mark === 'fine' || record.mark === 'unchecked' ? {} : { mark: record.mark }),
        ...(record.quote === '' ? {} : { quote: record.quote }),
        url: origin + record.url,
      }),
    ),
    errors: answer.errors
      .slice(0, limit)
      .map(({ row }): FoundResult => ({ group: 'errors', title: row.title, kind: 'error', url: origin + row.url })),
    pages: [...titles, ...hits].slice(0, limit),
  };
  // An error that is among the pages as well is listed once, where it is seen first.
  const seen = new Set<string>();
  return groupOrder(answer).flatMap((group) => {
    const shown = byGroup[group].filter(({ url }) => group === 'names' || !seen.has(url.replace(/#.*$/, '')));
    for (const { url } of shown) seen.add(url.replace(/#.*$/, ''));
    return shown;
  });
}

/** What is to be told of how the text of the notes answers; `undefined` when nothing is. */
export function tellWords({ match, unmet, count, corrections = {} }: WordAnswer): string | undefined {
  if (count === 0 || match === 'words') return undefined;
  const slips = Object.entries(corrections);
  if (slips.length > 0)
    return `No page has ${slips.map(([typed, word]) => `“${typed}”: pages with “${word}” are shown`).join(', or ')}.`;
  if (match === 'most') return 'No page has all of these words: pages with most of them are shown.';
  return `No exact match for ${unmet.map((word) => `“${word}”`).join(', ')} in the text: pages with a shorter beginning are shown.`;
}

/** Results for people: title, kind and URL in columns, a quote below. Ends with a line break unless it is empty. */
export function formatResults(results: readonly FoundResult[], isGuess: boolean): string {
  if (results.length === 0) return '';
  const width = Math.min(48, Math.max(...results.map(({ title }) => title.length)));
  const lines = results.flatMap(({ title, kind, mark, quote, url }) => [
    `${title.padEnd(width)}  ${mark === undefined ? kind : `${kind}, ${mark}`}  ${url}`,
    ...(quote === undefined ? [] : [`    ${quote}`]),
  ]);
  return `${isGuess ? 'Nothing has this name. Did you mean:\n' : ''}${lines.join('\n')}\n`;
}
