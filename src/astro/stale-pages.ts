/**
 * All names that are to be looked out for, worst first, on pages. Where a page ends is decided by the names themselves: of the rows from the
 * middle of a full page to its end, the one whose hash is least is its last. One name more or less, or one that is mentioned once more,
 * moves that end seldom, so that an edited note changes the pages on which its names stand and not all that follow.
 */
import { hashWord } from '../kernel/word-filter.ts';
import type { ClaimView, LinkView, NameMark, StalePageView, StaleRow } from '../model/page-views.ts';
import { marksOf } from './kernel-facts.ts';
import { NAMES_PER_PAGE } from './page-names.ts';
import { rankPostings } from './rank-postings.ts';
import type { SiteModel } from './site-model.ts';

const SHORTEST_PAGE = NAMES_PER_PAGE / 2;
/** Places that a row links to. */
const MAX_PLACES = 4;
const WORST_FIRST: readonly NameMark[] = ['gone', 'slip', 'moved'];

const made = new WeakMap<SiteModel, readonly StalePageView[]>();

/** Pages of the list of stale names, made once for a site; one without rows where there are none. */
export function stalePagesOf(model: SiteModel): readonly StalePageView[] {
  let pages = made.get(model);
  if (pages === undefined) {
    pages = makePages(model);
    made.set(model, pages);
  }
  return pages;
}

/** What tells a page of the list from others: its view, and on the first one the statements below it. */
export function staleListDigest(view: StalePageView, claims: readonly ClaimView[]): unknown {
  return [view, view.page === 1 ? claims : []];
}

/** Lengths of the pages of a list of `ids`, each at most `NAMES_PER_PAGE`; `[0]` for none. */
export function stalePageLengths(ids: readonly string[]): readonly number[] {
  const lengths: number[] = [];
  let from = 0;
  while (ids.length - from > NAMES_PER_PAGE) {
    let end = from + SHORTEST_PAGE;
    let least = Number.POSITIVE_INFINITY;
    for (let at = from + SHORTEST_PAGE; at < from + NAMES_PER_PAGE; at++) {
      const hash = hashWord(ids[at] ?? '');
      if (hash < least) {
        least = hash;
        end = at + 1;
      }
    }
    lengths.push(end - from);
    from = end;
  }
  return [...lengths, ids.length - from];
}

/** Names to be looked out for, worst first and, among those, most mentioned first, then by id; all others are left out. */
export function worstFirst<
  Name extends { readonly id: string; readonly mark: NameMark; readonly mentionCount: number },
>(names: readonly Name[]): readonly Name[] {
  return names
    .filter(({ mark }) => WORST_FIRST.includes(mark))
    .sort(
      (a, b) =>
        WORST_FIRST.indexOf(a.mark) - WORST_FIRST.indexOf(b.mark) ||
        b.mentionCount - a.mentionCount ||
        (a.id < b.id ? -1 : 1),
    );
}

function makePages(model: SiteModel): readonly StalePageView[] {
  const numbers = staleNumbers(model);
  const lengths = stalePageLengths(numbers.map((number) => model.corpusEntity(number).id));
  const pages = lengths.map(
    (_, index): LinkView => ({ title: String(index + 1), url: model.info.routes.freshness(index + 1) }),
  );
  const isChecked = model.corpus.entities.some((_, number) => marksOf(model.factsOf(number)).mark !== 'unchecked');
  let from = 0;
  return lengths.map((length, index) => {
    const listed = numbers.slice(from, from + length);
    from += length;
    return {
      page: index + 1,
      url: pages[index]?.url ?? '',
      pages,
      total: index === 0 ? numbers.length : undefined,
      isChecked,
      rows: listed.map((number) => staleRowOf(model, number)),
    };
  });
}

function staleNumbers(model: SiteModel): readonly number[] {
  const names = model.corpus.entities.map(({ id, mentionCount }, number) => ({
    id,
    mentionCount,
    number,
    mark: marksOf(model.factsOf(number)).mark,
  }));
  return worstFirst(names).map(({ number }) => number);
}

function staleRowOf(model: SiteModel, number: number): StaleRow {
  const { id, postings } = model.corpusEntity(number);
  const { status, suggestion, replacedBy, howToPort } = model.factsOf(number);
  const places = rankPostings(postings);
  return {
    ...model.nameViewOf(number),
    id,
    status,
    suggestion,
    replacedBy,
    howToPort,
    entries: places.slice(0, MAX_PLACES).map(({ entry }) => model.link(entry)),
    isMentionedElsewhere: places.length > MAX_PLACES,
  };
}
