/** What pages of lists are given: collections, the first page, the index of names, runs of the lab, statements, the state of the build. */
import { COLLECTION_OF, type EntryKind } from '../model/entry.ts';
import type {
  ClaimView,
  CollectionView,
  EntryCard,
  LinkView,
  NamePageView,
  NameRow,
  NameView,
  RunsView,
  StatusView,
} from '../model/page-views.ts';
import { proofOf } from '../model/verdict.ts';
import { countLinks } from './count-links.ts';
import { recordName } from './error-view.ts';
import { anchorOfName } from './name-lists.ts';
import type { SiteModel } from './site-model.ts';

export interface LetterView {
  readonly letter: string;
  readonly url: string;
  readonly count: number;
}

export interface HomeView {
  readonly chapters: readonly EntryCard[];
  readonly topics: readonly EntryCard[];
  readonly errors: readonly EntryCard[];
  readonly samples: readonly EntryCard[];
  readonly questions: readonly EntryCard[];
  readonly names: readonly NameView[];
}

/** A list that is no longer than this stands on one page, so that its filter sees all of it. */
const CARDS_WHOLE = 400;
const CARDS_PER_PAGE = 200;
/** Entries that the row of a name without a page of its own links to. */
const MAX_PLACES = 5;
const HOME_NAMES = 24;

/** Pages of the list of a kind of entries; one without cards where there are none. */
export function collectionViewsOf(model: SiteModel, kind: EntryKind): readonly CollectionView[] {
  const { routes } = model.info;
  const numbers = model.numbersOf(kind);
  const perPage = numbers.length <= CARDS_WHOLE ? CARDS_WHOLE : CARDS_PER_PAGE;
  const pageCount = Math.max(1, Math.ceil(numbers.length / perPage));
  const pages = Array.from(
    { length: pageCount },
    (_, index): LinkView => ({ title: String(index + 1), url: routes.collection(kind, index + 1) }),
  );
  return pages.map(({ url }, index) => ({
    collection: COLLECTION_OF[kind],
    url,
    page: index + 1,
    pageCount,
    pages,
    cards: numbers.slice(index * perPage, (index + 1) * perPage).map((number) => model.listCard(number)),
    total: numbers.length,
  }));
}

const namePages = new WeakMap<SiteModel, readonly NamePageView[]>();

/** Pages of the lists of names, each with its rows; made once for a site. */
export function namePagesOf(model: SiteModel): readonly NamePageView[] {
  let pages = namePages.get(model);
  if (pages === undefined) {
    pages = model.nameLists.pages.map(({ entities, ...page }) => ({
      ...page,
      rows: entities.map((number) => nameRowOf(model, number)),
    }));
    namePages.set(model, pages);
  }
  return pages;
}

function nameRowOf(model: SiteModel, number: number): NameRow {
  const { id, hasPage, mentionCount, postings } = model.corpusEntity(number);
  return {
    ...model.nameViewOf(number),
    id,
    anchor: hasPage ? undefined : anchorOfName(id),
    mentionCount,
    entries: hasPage ? [] : postings.slice(0, MAX_PLACES).map(({ entry }) => model.link(entry)),
  };
}

/** Letters with names, each with how many. */
export function lettersOf(model: SiteModel): readonly LetterView[] {
  const counts = new Map<string, number>();
  for (const { letter, entities } of model.nameLists.pages)
    counts.set(letter, (counts.get(letter) ?? 0) + entities.length);
  return [...counts].map(([letter, count]) => ({ letter, count, url: model.info.routes.namePage(letter) }));
}

/** What tells a page of a list of names from others: its view, and the letters that its head leads to. */
export function nameListDigest(view: NamePageView, letters: readonly LetterView[]): unknown {
  return [view, letters.map(({ letter }) => letter)];
}

/** Every statement that entries carry, in the order of entries. */
export function claimViewsOf(model: SiteModel): readonly ClaimView[] {
  return model.corpus.entries.flatMap(({ entry }, number) =>
    entry.claims.map((claim) => ({
      ...claim,
      url: model.entryUrl(number, `claim-${claim.id}`),
      entry: model.link(number),
    })),
  );
}

/** What became of every file, and what is to be said of the notes. */
export function statusViewOf({ notes, diagnostics, info }: SiteModel): StatusView {
  return { files: notes.files, diagnostics, counts: info.counts };
}

/** What the lab recorded of the samples and errors of these notes. */
export function runsViewOf(model: SiteModel): RunsView {
  const linked = (kind: EntryKind) =>
    model.numbersOf(kind).map((number) => ({ ...model.link(number), name: recordName(model.corpusEntry(number)) }));
  return {
    samples: linked('sample').flatMap(({ title, url, name }) => {
      const record = model.runs.samples.get(name);
      return record === undefined ? [] : [{ title, url, ...record }];
    }),
    errors: linked('error').flatMap(({ title, url, name }) => {
      const record = model.runs.errors.get(name);
      return record === undefined ? [] : [{ title, url, ...record, proof: proofOf(record.runs) }];
    }),
  };
}

/** The first of each kind; of errors and samples those that notes link to most. */
export function homeViewOf(model: SiteModel): HomeView {
  const cards = (kind: EntryKind, most: number) =>
    model
      .numbersOf(kind)
      .slice(0, most)
      .map((number) => model.listCard(number));
  const links = countLinks(model.corpus.entries);
  const mostLinked = (kind: EntryKind, most: number) =>
    [...model.numbersOf(kind)]
      .sort((a, b) => (links[b] ?? 0) - (links[a] ?? 0) || a - b)
      .slice(0, most)
      .map((number) => model.card(number));
  const names = model.corpus.entities
    .map(({ hasPage, postings }, number) => ({ hasPage, uses: postings.length, number }))
    .filter(({ hasPage }) => hasPage)
    .sort((a, b) => b.uses - a.uses || a.number - b.number)
    .slice(0, HOME_NAMES);
  return {
    chapters: cards('chapter', 30),
    topics: cards('topic', 12),
    errors: mostLinked('error', 12),
    samples: mostLinked('sample', 12),
    questions: cards('question', 8),
    names: names.flatMap(({ number }) => model.nameView(number)),
  };
}
