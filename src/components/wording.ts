import type { ClaimVerdict } from '../model/claim.ts';
import { type EntityState, RELEASES, type Release, type StatusByRelease } from '../model/entity.ts';
import type { EntryKind, QuestionState } from '../model/entry.ts';
import type { RankReason } from '../model/name-in-release.ts';
import type { NameMark } from '../model/page-views.ts';

/** How the site speaks of its collections: title of the list, one thing, and what the list is for. */
export const KIND_WORDS: Readonly<
  Record<EntryKind, { readonly many: string; readonly one: string; readonly lead: string }>
> = {
  chapter: {
    many: 'Chapters',
    one: 'Chapter',
    lead: 'The book: one subject a chapter, in the order in which it is best read.',
  },
  topic: { many: 'Topics', one: 'Topic', lead: 'Recipes and explanations, each on its own.' },
  error: {
    many: 'Errors',
    one: 'Error',
    lead: 'Messages of builds, loads and running kernels, with their causes and fixes.',
  },
  sample: { many: 'Samples', one: 'Sample', lead: 'Code to build on, and what was seen of it where it was run.' },
  question: {
    many: 'Questions',
    one: 'Question',
    lead: 'What nobody here knew when it was written, and what became of it.',
  },
};

/** What the list of all entries of a kind is called where it is linked to. */
export function allOf(kind: EntryKind): string {
  return kind === 'chapter' ? 'The book' : `All ${KIND_WORDS[kind].many.toLowerCase()}`;
}

/** What a mark says in words. */
export const MARK_WORDS: Readonly<Record<NameMark, string>> = {
  fine: '',
  moved: 'moved',
  gone: 'gone',
  slip: 'misspelt?',
  unchecked: 'not checked',
  newer: 'newer',
};

/** What a release says of a name, in words. */
export const STATE_WORDS: Readonly<Record<EntityState, string>> = {
  present: 'present',
  moved: 'moved',
  absent: 'gone',
  outside: 'not the kernel’s',
  unchecked: 'not checked',
};

/** Before a place that was found by its name alone. */
export const MOVED_BY_GUESS = 'likely, by its name,';

/** Why a definition stands where it does, in words. */
export const REASON_WORDS: Readonly<Record<RankReason, string>> = {
  'exported-here': 'exported there',
  'public-header': 'a public header',
  documented: 'described by a kernel-doc comment',
  'core-file': 'core code',
  syscall: 'a system call',
  'other-configuration': 'of another configuration',
  stub: 'a stub',
  'private-file': 'private to its folder',
  'other-architecture': 'of another architecture',
  'not-kernel-code': 'a program beside the kernel',
  'declaration-only': 'only declared',
  'made-by-macro': 'made by a macro',
};

/** What a release says of a statement. */
export const VERDICT_WORDS: Readonly<Record<ClaimVerdict, string>> = {
  true: 'true',
  false: 'not so',
  unchecked: 'not checked',
};

/** The word for one release: what only a later one has is not gone but still to come. */
export function stateWord(status: StatusByRelease, release: Release): string {
  const { state } = status[release];
  const isLater = RELEASES.slice(RELEASES.indexOf(release) + 1).some((later) => status[later].state === 'present');
  return state === 'absent' && isLater ? 'not yet there' : STATE_WORDS[state];
}

export const QUESTION_WORDS: Readonly<Record<QuestionState, string>> = {
  open: 'open',
  solved: 'solved',
  refuted: 'refuted',
};

/** Title of a chapter with its number before it, unless the title says it. */
export function numberedTitle({
  number,
  title,
}: {
  readonly number?: number | undefined;
  readonly title: string;
}): string {
  return number === undefined || title === `Chapter ${number}` ? title : `${number}. ${title}`;
}

/** `1 name`, `3 names`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same, but a count from 1,000 on is told by its hundreds: one more name must not change a page that only tells how many there are. */
export function aboutCountOf(count: number, one: string): string {
  return count < 1000 ? countOf(count, one) : `more than ${Math.floor(count / 100) * 100} ${one}s`;
}

/** Minutes that a reader needs for a text, at 200 words each; `undefined` for one that is read at a glance. */
export function minutesOf({ words }: { readonly words: number }): number | undefined {
  return words < 200 ? undefined : Math.round(words / 200);
}
