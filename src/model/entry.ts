import type { Claim } from './claim.ts';
import type { ErrorFrontMatter } from './error-entry.ts';
import type { SampleFrontMatter } from './sample.ts';

/** The five things that readers look for. */
export const ENTRY_KINDS = ['chapter', 'topic', 'error', 'sample', 'question'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Collection, folder and first part of the URL of each kind. */
export const COLLECTION_OF = {
  chapter: 'chapters',
  topic: 'topics',
  error: 'errors',
  sample: 'samples',
  question: 'questions',
} as const satisfies Record<EntryKind, string>;
export type Collection = (typeof COLLECTION_OF)[EntryKind];

export const QUESTION_STATES = ['open', 'solved', 'refuted'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** A run of lines of a note. `file` is relative to its root, with `/`; both lines count from 1 and are included. */
export interface SourceRange {
  readonly root: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** A place inside an entry that can be linked to: a heading, or a run-in definition. `depth` counts from 2 below the entry's title. */
export interface EntryHeading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
  readonly line: number;
  readonly kind: 'heading' | 'definition';
}

export const RELATION_KINDS = ['mentions', 'explains', 'samples', 'fixes', 'asks', 'replaces'] as const;
export interface Relation {
  /** Id of an entry or of an entity. */
  readonly to: string;
  readonly relation: (typeof RELATION_KINDS)[number];
}

/** One typed thing that readers look for. `id` is `<collection>/<path>` and, between slashes and percent-encoded, its URL below the base. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Plain text. */
  readonly title: string;
  readonly source: SourceRange;
  /** Id of the entry that this one was split from. */
  readonly parent?: string | undefined;
  readonly state?: QuestionState | undefined;
  /** Number of a chapter. */
  readonly number?: number | undefined;
  /** Plain text of at most 240 characters. */
  readonly summary?: string | undefined;
  /** Kernel version that the writer spoke of, as written: `4.19`. */
  readonly kernel?: string | undefined;
  readonly tags: readonly string[];
  /** BCP 47 language tag of the text when it is known not to be the site's. */
  readonly lang?: string | undefined;
  readonly headings: readonly EntryHeading[];
  readonly words: number;
  /** What only errors have. */
  readonly error?: ErrorFrontMatter | undefined;
  /** What only samples have. */
  readonly sample?: SampleFrontMatter | undefined;
  readonly claims: readonly Claim[];
}
