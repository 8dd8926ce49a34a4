import { groupOrder, type SearchAnswer } from './search-session.ts';

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

/** The results of an answer in the order in which the site shows them, `limit` a group. `origin` goes before each URL. */
export function listResults(answer: SearchAnswer, origin: string, limit: number): FoundResult[] {
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
    pages: answer.pages.slice(0, limit).map(
      ({ record, matchClass }): FoundResult => ({
        group: 'pages',
        title: record.name,
        kind: record.kind,
        match: matchClass,
        url: origin + record.url,
      }),
    ),
  };
  return groupOrder(answer).flatMap((group) => byGroup[group]);
}

/** The same for people: title, kind and URL in columns, a quote below. Ends with a line break unless it is empty. */
export function formatResults(results: readonly FoundResult[], isGuess: boolean): string {
  if (results.length === 0) return '';
  const width = Math.min(48, Math.max(...results.map(({ title }) => title.length)));
  const lines = results.flatMap(({ title, kind, mark, quote, url }) => [
    `${title.padEnd(width)}  ${mark === undefined ? kind : `${kind}, ${mark}`}  ${url}`,
    ...(quote === undefined ? [] : [`    ${quote}`]),
  ]);
  return `${isGuess ? 'Nothing has this name. Did you mean:\n' : ''}${lines.join('\n')}\n`;
}
