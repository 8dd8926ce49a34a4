/**
 * What the pages are given. A page module only lays these values out: every URL below is ready to print (base path included),
 * every `html` is finished and safe, every list is already in the order in which it is shown.
 */

import type { Claim } from './claim.ts';
import type { Entity, FileReport } from './corpus.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { EntityKind, Release, StatusByRelease, Succession } from './entity.ts';
import type { Collection, Entry } from './entry.ts';
import type { ErrorEvidence, ErrorProof, ErrorSeverity } from './error-entry.ts';
import type { NameInRelease } from './name-in-release.ts';
import type { ErrorRun, SampleVerdict } from './verdict.ts';

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
  /** Reading time; told in the list of chapters alone, so that an edit changes no other page. */
  readonly minutes?: number | undefined;
}

/** How much a reader must look out for a name: nothing is shown for `fine`. `newer`: an older release does not have it yet. */
export type NameMark = 'fine' | 'moved' | 'gone' | 'slip' | 'unchecked' | 'newer';

/**
 * Marks of one name in the single releases, for a reader who has chosen one. Set only where the releases differ.
 *
 * In HTML a mention carries `data-mark` (left out for `fine` and `unchecked`) and, where the releases differ, also
 * `data-mark-61` and `data-mark-612` with the mark of each, `fine` included: `<a class="n" href data-mark="gone"
 * data-mark-61="fine" data-mark-612="gone">`. The style sheet lets `data-release` of `<html>` pick; see `markAttributes`.
 */
export type MarkByRelease = Readonly<Record<Release, NameMark>>;

export interface NameView extends LinkView {
  readonly kind: EntityKind;
  /** The worst of both releases. */
  readonly mark: NameMark;
  readonly marks?: MarkByRelease | undefined;
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
  /** Other titles that its front matter gives it. */
  readonly aliases: readonly string[];
  readonly editUrl?: string | undefined;
  /** Only for errors. */
  readonly error?: ErrorView | undefined;
  /** Only for samples. */
  readonly sample?: SampleView | undefined;
}

/** One spelling of a message; `html` is the text with its holes as `<var>`. */
export interface SignatureView {
  readonly html: string;
  readonly releases: readonly string[];
  readonly printer?: string | undefined;
  /** Indexed releases that print it, in their order; `undefined` when it was not looked for. */
  readonly printed?: readonly PrintingView[] | undefined;
}

/** A spelling that nobody here has seen printed, with the reason in plain words. */
export interface HeardView extends SignatureView {
  readonly why: string;
}

/** Where a release prints a message. Without `place` the text is put together at run time. */
export interface PrintingView {
  readonly release: string;
  /** `scripts/mod/modpost.c:2250` */
  readonly place?: string;
  readonly url?: string;
}

/** One reason for an error. `commands` is a finished code block; `{holes}` are left as `<var data-hole="sym">`. */
export interface CauseView {
  readonly id: string;
  readonly titleHtml: string;
  readonly checkHtml?: string | undefined;
  readonly fixHtml: string;
  readonly commandsHtml?: string | undefined;
  readonly proof?: ErrorProof | undefined;
}

/** What only the page of an error shows: above the body (`html`), the message and its causes; below it, the proof. */
export interface ErrorView {
  readonly severity: ErrorSeverity;
  readonly component: string;
  readonly signatures: readonly SignatureView[];
  readonly heard: readonly HeardView[];
  /** Kinds of lines, in the language of `classes` of the error's model. */
  readonly classes: readonly string[];
  /** In order of likelihood. */
  readonly causes: readonly CauseView[];
  /** `url` leads to the line at the release's tag in a public browser of the sources. */
  readonly evidence: readonly (ErrorEvidence & { readonly url?: string | undefined })[];
  readonly proof: ErrorProof;
  readonly runs: readonly ErrorRun[];
  /** The reproductions have changed since the runs. */
  readonly isOutOfDate: boolean;
}

/** One printed file of a sample. `html` is a finished code block; `anchor` is its id on the page. */
export interface SampleFileView {
  readonly path: string;
  readonly anchor: string;
  readonly language: string;
  readonly lines: number;
  readonly html: string;
  readonly downloadUrl?: string | undefined;
}

/** What only the page of a sample shows, below the body. */
export interface SampleView {
  readonly files: readonly SampleFileView[];
  /** Everything as one archive. */
  readonly downloadUrl?: string | undefined;
  readonly verdicts: readonly SampleVerdict[];
  /** The verdicts were taken of other bytes than the files shown. */
  readonly isOutOfDate: boolean;
}

/** What was run of all samples and errors that have a record, in the order of their collections. */
export interface RunsView {
  readonly samples: readonly {
    readonly title: string;
    readonly url: string;
    readonly verdicts: readonly SampleVerdict[];
    readonly isOutOfDate: boolean;
  }[];
  readonly errors: readonly {
    readonly title: string;
    readonly url: string;
    readonly runs: readonly ErrorRun[];
    readonly proof: ErrorProof;
    readonly isOutOfDate: boolean;
  }[];
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
  /** Places outside, such as the definition in a browser of the sources or a manual page; `release` where it is of one. */
  readonly links?: readonly (LinkView & { readonly release?: Release | undefined })[] | undefined;
  /** What each release knows beyond the status: every place that defines it, the header to include. */
  readonly known?: Readonly<Partial<Record<Release, NameInRelease>>> | undefined;
  /** Struct of a member. */
  readonly owner?: NameView | undefined;
  /** Members of a struct that the notes name. */
  readonly members?: readonly NameView[] | undefined;
  /** Names whose place it took. */
  readonly predecessors?: readonly NameView[] | undefined;
  /** Samples whose code uses it. */
  readonly samples?: readonly LinkView[] | undefined;
  /** Names that take its place, where they have a page or an anchor. */
  readonly successors?: readonly NameView[] | undefined;
  /** At most 40 quotes in all, grouped by entry, best first. */
  readonly mentions: readonly {
    readonly entry: EntryCard;
    readonly quotes: readonly QuoteView[];
    readonly more: number;
  }[];
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

/** One line of the list of stale names. */
export interface StaleRow extends NameView {
  readonly id: string;
  readonly status: StatusByRelease;
  readonly suggestion?: string | undefined;
  readonly replacedBy?: readonly Succession[] | undefined;
  readonly howToPort?: string | undefined;
  /** The first few entries that mention it, those that say most of it first. */
  readonly entries: readonly LinkView[];
  readonly isMentionedElsewhere: boolean;
}

/** One page of at most 500 stale names. */
export interface StalePageView {
  readonly page: number;
  readonly url: string;
  readonly pages: readonly LinkView[];
  /** Names on all pages; told by the first one only, so that one more of them changes no other page. */
  readonly total: number | undefined;
  /** Whether a kernel was there to check any name against. */
  readonly isChecked: boolean;
  readonly rows: readonly StaleRow[];
}

/** One statement of an entry; `url` leads to where it is made. */
export interface ClaimView extends Claim {
  readonly url: string;
  readonly entry: LinkView;
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

/** What the map shows. Places are numbered through: chapters, then names, then samples; an edge joins two of them, the smaller number first. */
export interface MapView {
  readonly chapters: readonly LinkView[];
  readonly names: readonly NameView[];
  readonly samples: readonly LinkView[];
  readonly edges: readonly (readonly [from: number, to: number])[];
}

/** Names by the chapter that speaks of them first; `url` leads to the place, `quoteHtml` is the sentence. */
export type GlossaryView = readonly {
  readonly chapter: EntryCard;
  readonly names: readonly { readonly name: NameView; readonly quoteHtml: string; readonly url: string }[];
}[];
