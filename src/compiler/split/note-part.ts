import type { Heading, RootContent } from 'mdast';
import type { EntryKind, QuestionState } from '../../model/entry.ts';
import type { ErrorFrontMatterInput } from '../../model/error-entry.ts';

/** What one entry will be made of. The nodes are those of the note's tree, each in one part only. */
export interface NotePart {
  readonly kind: EntryKind;
  readonly title: string;
  /** Unique in the note; empty for the part that stands for the note itself. */
  readonly slug: string;
  /** Slug of the part that this one was taken out of; `undefined` for the note itself. */
  readonly parent: string | undefined;
  /** The heading that became the title. */
  readonly heading: Heading | undefined;
  readonly nodes: RootContent[];
  /** What the body shows of `nodes`, where a part of them is told elsewhere; all of them when left out. */
  readonly shown?: readonly RootContent[] | undefined;
  readonly line: number;
  readonly endLine: number;
  readonly number?: number | undefined;
  readonly state?: QuestionState | undefined;
  readonly kernel?: string | undefined;
  /** What stands in lists for the part, where that is not the beginning of its text. */
  readonly summary?: string | undefined;
  /** What an error list's item says of its error. */
  readonly error?: ErrorFrontMatterInput | undefined;
}
