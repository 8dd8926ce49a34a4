import type { OtherSite } from '../model/other-site.ts';
import type { NameMatch } from './rank-names.ts';
import { compareOrders } from './rank-names.ts';
import type { SearchAnswer } from './search-session.ts';

/** What another build of kernel-notes answers to the same query. */
export interface OtherAnswer {
  readonly site: OtherSite;
  readonly answer: SearchAnswer;
}

/**
 * One answer out of that of the open site and those of others, whose matches carry the site they come from. Matches are in one order; of equals
 * those of the open site come first. Errors that both tell of are listed once. What was guessed elsewhere is left out, and our own guess as well
 * when another site has the name.
 */
export function mergeAnswers(own: SearchAnswer, others: readonly OtherAnswer[]): SearchAnswer {
  const known = others.filter(({ answer }) => !answer.isGuess);
  const isGuess = own.isGuess && !known.some(({ answer }) => answer.names.length > 0);
  const matches = (list: 'names' | 'pages', first: readonly NameMatch[]): NameMatch[] =>
    [...first, ...known.flatMap(({ site, answer }) => answer[list].map((match) => ({ ...match, from: site })))].sort(
      compareOrders,
    );
  const titles = new Set(own.errors.map(({ row }) => row.title));
  const errors = known.flatMap(({ site, answer }) =>
    answer.errors.filter(({ row }) => !titles.has(row.title)).map((match) => ({ ...match, from: site })),
  );
  const isOwnLeftOut = own.isGuess && !isGuess;
  return {
    query: own.query,
    isGuess,
    names: isGuess ? own.names : matches('names', isOwnLeftOut ? [] : own.names),
    nameCount: known.reduce((sum, { answer }) => sum + answer.nameCount, isOwnLeftOut ? 0 : own.nameCount),
    pages: matches('pages', own.pages),
    errors: [...own.errors, ...errors].sort((a, b) => b.score - a.score),
  };
}
