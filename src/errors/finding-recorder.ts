import { type LogPlace, MAX_OCCURRENCES, type MatchLevel, type Occurrence } from './explanation.ts';
import { findPlace } from './find-place.ts';
import { type FindingDraft, newDraft } from './finding-draft.ts';
import { normaliseLine } from './normalise-line.ts';
import type { Candidate } from './open-catalogue.ts';

/** A part of a line that the page marks; columns as in `LogPlace`. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly entry: string;
  readonly level: MatchLevel;
  readonly isConsequence: boolean;
}

const MAX_MARKS = 20_000;
// A compiler says itself how bad it is; what only warns ended no build.
const RE_MILD = /:\d+: warning: /;

/**
 * Collects what was found, by entry. Lines that only follow from an error, such as `make: *** … Error 2`, are folded under
 * the last error before them, and so is a second complaint of a compiler about the same line of a source.
 */
export class FindingRecorder {
  readonly #drafts = new Map<string, FindingDraft>();
  readonly #marks: Mark[] = [];
  #lastCause: FindingDraft | undefined;
  #lastSource: string | undefined;

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  get drafts(): readonly FindingDraft[] {
    return [...this.#drafts.values()];
  }

  /** Identifiers of the entries that were found, in the order of the log. */
  get entryIds(): readonly string[] {
    return [...this.#drafts.keys()];
  }

  get isEmpty(): boolean {
    return this.#drafts.size === 0;
  }

  /**
   * `isWhole`: all of the signature stands there, as it does in what is exact. `normal`: the line without what varies, where it is
   * at hand.
   */
  record(candidate: Candidate, place: Occurrence, level: MatchLevel, isWhole = false, normal?: string): void {
    const isConsequence = candidate.signature.isConsequence === true;
    const folded =
      this.#lastCause !== undefined && (isConsequence || this.#isSameStatement(candidate, place.text, normal));
    if (this.#marks.length < MAX_MARKS) {
      const { line, column, endColumn } = place;
      this.#marks.push({ line, column, endColumn, entry: candidate.entry.id, level, isConsequence: folded });
    }
    if (folded && this.#lastCause !== undefined) {
      this.#lastCause.consequenceCount += 1;
      if (this.#lastCause.consequences.length < MAX_OCCURRENCES)
        this.#lastCause.consequences.push(withoutCaptures(place));
      return;
    }
    const key = candidate.entry.id;
    const known = this.#drafts.get(key);
    const draft = known ?? newDraft(candidate, isWhole);
    if (known === undefined) this.#drafts.set(key, draft);
    // What is sure tells why, wherever it stands.
    if (level !== draft.level && level === 'exact')
      Object.assign(draft, { candidate, level, why: newDraft(candidate, isWhole).why });
    draft.count += 1;
    if (draft.occurrences.length < MAX_OCCURRENCES) draft.occurrences.push(place);
    const { severity } = candidate.entry;
    const isGrave = (severity === 'error' || severity === 'fatal') && !RE_MILD.test(place.text);
    if (!isConsequence && isWhole && isGrave) {
      this.#lastCause = draft;
      this.#lastSource = sourceOf(place.text, normal);
    }
  }

  /** A second complaint of a compiler about the line of its last one, such as a macro that is "undeclared" after all. */
  #isSameStatement(candidate: Candidate, text: string, normal: string | undefined): boolean {
    const isOther = this.#lastCause?.candidate.entry !== candidate.entry;
    const mayBe = isOther && this.#lastSource !== undefined && candidate.entry.component === 'compiler';
    return mayBe && sourceOf(text, normal) === this.#lastSource;
  }
}

function sourceOf(raw: string, normal: string | undefined): string | undefined {
  const place = findPlace(normal ?? normaliseLine(raw).text);
  return place === undefined ? undefined : `${place.file}:${place.line}`;
}

/** The place alone. */
export function withoutCaptures({ line, column, endColumn, text }: Occurrence): LogPlace {
  return { line, column, endColumn, text };
}
