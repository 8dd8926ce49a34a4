/**
 * What the pages are given. A page module only lays these values out: every URL below is ready to print (base path included),
 * every `html` is finished and safe, every list is already in the order in which it is shown.
 */
import type { Diagnostic } from './diagnostic.ts';
import type { EntityKind, StatusByRelease } from './entity.ts';
import type { Collection, Entry } from './entry.ts';
import type { Entity, FileReport } from './corpus.ts';

export interface LinkView {
  readonly title: string;
  readonly url: string;
}

/** One line of a list of entries. */
export interface EntryCard extends LinkView {
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly summary?: string | undefined;
  readonly number?: number | undefined;
  readonly state?: Entry['state'];
  readonly severity?: string | undefined;
  readonly component?: string | undefined;
  readonly tags: readonly string[];
}

/** How much a reader must look out for a name: nothing is shown for `fine`. */
export type NameMark = 'fine' | 'moved' | 'gone' | 'slip' | 'unchecked';

export interface NameView extends LinkView {
  readonly kind: EntityKind;
  readonly mark: NameMark;
}

export interface NavView extends LinkView {
  readonly isCurrent: boolean;
  readonly depth: 0 | 1;
}

/** Everything on the page of one entry. */
export interface EntryView {
  readonly entry: Entry;
  readonly url: string;
  readonly html: string;
  readonly breadcrumbs: readonly LinkView[];
  /** Neighbours in the same section, at most 60, with the entry itself. */
  readonly nav: readonly NavView[];
  readonly previous?: LinkView | undefined;
  readonly next?: LinkView | undefined;
  /** Entries that were split from this one. */
  readonly children: readonly EntryCard[];
  readonly names: readonly NameView[];
  readonly related: readonly EntryCard[];
  readonly editUrl?: string | undefined;
}

export interface QuoteView {
  readonly html: string;
  readonly url: string;
  readonly heading: string;
}

/** Everything on the page of one entity. */
export interface EntityView {
  readonly entity: Entity;
  readonly url: string;
  readonly mark: NameMark;
  readonly status: StatusByRelease;
  /** At most 40 quotes in all, grouped by entry, best first. */
  readonly mentions: readonly { readonly entry: EntryCard; readonly quotes: readonly QuoteView[]; readonly more: number }[];
  /** Mentions that are not quoted. */
  readonly moreMentions: number;
  readonly moreEntries: number;
  readonly related: readonly NameView[];
}

/** One line of the lists of names. `anchor` is set for the names that have no page of their own. */
export interface NameRow extends NameView {
  readonly id: string;
  readonly anchor?: string | undefined;
  readonly mentionCount: number;
  /** The first few entries that mention it; only for names without a page. */
  readonly entries: readonly LinkView[];
}

/** One page of at most 500 names whose first letter is `letter` (`#` for what is no letter). */
export interface NamePageView {
  readonly letter: string;
  readonly page: number;
  readonly pageCount: number;
  readonly url: string;
  readonly rows: readonly NameRow[];
}

export interface CollectionView {
  readonly collection: Collection;
  readonly url: string;
  /** Page of a long list, from 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly pages: readonly LinkView[];
  readonly cards: readonly EntryCard[];
  readonly total: number;
}

export interface StatusView {
  readonly files: readonly FileReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Readonly<Record<string, number>>;
}
