import type { EntityKind } from '../model/entity.ts';
import type { EntryKind } from '../model/entry.ts';
import type { OtherSite } from '../model/other-site.ts';
import type { NameMark } from '../model/page-views.ts';

/**
 * What the search is built from. The build fills it from the corpus; nothing here knows how.
 *
 * URLs stand without the base path, so that the index is the same under every base: `name/kfree/`, `names/k/#kfree`.
 * Texts are plain text.
 */

/** A name that notes mention. */
export interface SearchName {
  /** The name, with `~kind` added only where two kinds share a name. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly aliases: readonly string[];
  readonly url: string;
  /** Left out for `fine`. */
  readonly mark?: NameMark | undefined;
  /** How much the notes say of it; only its order of magnitude is kept, so that one more mention changes nothing. */
  readonly weight: number;
  /** Expressions in which the name was met, as written: `sk->sk_state`. */
  readonly expressions?: readonly string[] | undefined;
  /** The line of a note that tells most of it. */
  readonly quote?: string | undefined;
}

export interface SearchHeading {
  readonly id: string;
  readonly text: string;
}

/** A page that is found at once by the words of its title. Errors are found by their messages instead. */
export interface SearchPage {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly url: string;
}

/** An error with the messages that lead to it, in the language of signatures (`{sym}` is a hole). */
export interface SearchError extends SearchPage {
  readonly signatures: readonly string[];
}

/** Everything that the identifier index and the table of errors are made from; order does not matter. */
export interface SearchSource {
  readonly names: readonly SearchName[];
  readonly pages: readonly SearchPage[];
  readonly errors: readonly SearchError[];
  /** Builds to be asked as well. */
  readonly others?: readonly OtherSite[] | undefined;
}

/** An entry as the word index takes it. */
export interface SearchEntry extends SearchPage {
  readonly headings: readonly SearchHeading[];
  readonly tags: readonly string[];
  /** Other titles, for readers who do not know the words of the first. */
  readonly aliases?: readonly string[] | undefined;
  /** State of a question, proof of an error: what readers filter by. */
  readonly status?: string | undefined;
  /** Title of what the entry is a part of: a book, a folder of notes. */
  readonly book?: string | undefined;
  /** BCP 47 tag; found from the script of the text where it is left out. */
  readonly lang?: string | undefined;
  /** Finished HTML of the entry; headings carry their `id`. */
  readonly bodyHtml: string;
}
