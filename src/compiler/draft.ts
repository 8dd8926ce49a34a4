/**
 * One compiled note, before it knows of any other. A draft is plain data: it crosses threads and stands in the cache. Whatever depends on
 * other notes, on the inventory or on the base path is left open in it (see render/slots.ts).
 */

import type { Claim } from '../model/claim.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { EntityKind } from '../model/entity.ts';
import type { EntryHeading, EntryKind, QuestionState } from '../model/entry.ts';
import type { ErrorFrontMatter } from '../model/error-entry.ts';
import type { SampleFrontMatter } from '../model/sample.ts';
import type { Strength } from './entities/candidate.ts';
import type { RuleId } from './entities/rules.ts';

/** A distinct name of a note by a distinct rule. */
export interface DraftName {
  readonly name: string;
  readonly kind?: EntityKind | undefined;
  readonly rule: RuleId;
  readonly strength: Strength;
  /** Tag of the structure of which it is a member, where a snippet shows that. */
  readonly of?: string | undefined;
}

/** Where a link of a note leads, as written. `part` is the fragment. */
export interface DraftTarget {
  readonly kind: 'note' | 'wiki' | 'image';
  readonly path: string;
  readonly part: string;
  /** Label of a wiki link: some wikis write it where others write the page. */
  readonly label?: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** Numbers of one mention, in the order in which they stand in `DraftEntry.mentions`. Line and column are 0 in a file beside the note. */
export const MENTION_FIELDS = ['name', 'block', 'start', 'end', 'line', 'column'] as const;
export const MENTION_SIZE = MENTION_FIELDS.length;

export interface DraftBlock {
  readonly text: string;
  readonly anchor: string;
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'code' | 'title';
}

export interface DraftCode {
  readonly language: string;
  readonly languageFrom: 'declared' | 'guessed' | 'none';
  readonly code: string;
  readonly anchor: string;
  readonly line: number;
  readonly endLine: number;
}

/** A file of a sample, written out. */
export interface DraftFile {
  readonly file: string;
  readonly anchor: string;
  readonly language: string;
  readonly code: string;
  readonly html: string;
}

export interface DraftEntry {
  readonly kind: EntryKind;
  /** Empty for the note itself. */
  readonly slug: string;
  readonly parent: string | undefined;
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  readonly number?: number | undefined;
  readonly state?: QuestionState | undefined;
  readonly kernel?: string | undefined;
  readonly summary?: string | undefined;
  readonly tags: readonly string[];
  readonly lang?: string | undefined;
  readonly headings: readonly EntryHeading[];
  readonly words: number;
  readonly error?: ErrorFrontMatter | undefined;
  readonly sample?: SampleFrontMatter | undefined;
  readonly claims: readonly Claim[];
  readonly blocks: readonly DraftBlock[];
  /** `MENTION_SIZE` numbers a mention, in the order of the text. */
  readonly mentions: Int32Array;
  readonly codes: readonly DraftCode[];
  readonly files: readonly DraftFile[];
  /** HTML of the texts of an error's front matter, by key: `signature-0`, `cause-0-title`, `cause-0-check`, `cause-0-fix`, `cause-0-commands`. */
  readonly fragments: Readonly<Record<string, string>>;
  /** Body with open slots. */
  readonly html: string;
}

export interface Draft {
  readonly outcome: 'rendered' | 'plain';
  /** Why the note is a plain page. */
  readonly reason?: string | undefined;
  readonly isPublished: boolean;
  readonly entries: readonly DraftEntry[];
  readonly names: readonly DraftName[];
  readonly targets: readonly DraftTarget[];
  /** Slug of the entry and fragment for every anchor of the note, by the anchor as GitHub makes it. */
  readonly anchors: readonly (readonly [anchor: string, slug: string, fragment: string])[];
  /** Names that other notes may use for this one: aliases of its front matter, and permalinks. */
  readonly aliases: readonly string[];
  readonly diagnostics: readonly Omit<Diagnostic, 'root' | 'file'>[];
}
