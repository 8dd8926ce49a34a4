import { MAX_UNEXPLAINED, type Occurrence, type Unexplained } from './explanation.ts';
import { findClasses } from './find-classes.ts';
import { findNames } from './find-names.ts';
import { findSimilar } from './find-similar.ts';
import { withoutCaptures } from './finding-recorder.ts';
import type { Candidate, OpenCatalogue } from './open-catalogue.ts';
import { type LineSubject, readSubject } from './read-subject.ts';

const MAX_KINDS = 5000;
// Less than this says nothing of what it is about.
const MIN_TEXT = 20;
// Lines that only say where or what: notes and excerpts of compilers, what kbuild is doing, the command line.
const MAX_TROUBLE = 600;
const RE_CONTEXT =
  /^(?:(?:Kernel c|C)ommand line: |In file included from |from |inlined from |\d+ \| |[A-Z][A-Z0-9_+-]{1,11} (?:\[M\] )?\S+$)|: (?:note|In function '[^']*'): |: note: /;

/** What is like a line that no signature fits. */
export interface Suspicion {
  readonly candidates: readonly Candidate[];
  /** Values that the line has for commands. */
  readonly captures: Readonly<Record<string, string>>;
}

const NONE: readonly Candidate[] = [];

/** Looks at lines that no signature fits: similar to one that is known, of a kind that is, or at least full of known names. */
export class SuspectReader {
  readonly #open: OpenCatalogue;
  readonly #kindsSeen = new Map<string, readonly Candidate[]>();
  readonly #unexplained: Unexplained[] = [];
  readonly #marks: ReadonlySet<string>;

  constructor(open: OpenCatalogue) {
    this.#open = open;
    this.#marks = new Set([...open.classes.values()].flat().flatMap(({ marks }) => marks));
  }

  get unexplained(): readonly Unexplained[] {
    return this.#unexplained;
  }

  /**
   * What the line is similar to, if anything; else a new kind of line is noted. `words` are those known; `isAlarming` says
   * whether one of them speaks of trouble.
   */
  read(text: string, words: readonly string[], isAlarming: boolean, place: () => Occurrence): Suspicion {
    const subject = readSubject(text);
    // Only what classes ask for makes a kind of its own, or each device of a long log would be one.
    const marks = [...subject.speakers, subject.errno ?? ''].filter((mark) => this.#marks.has(mark));
    const kind = `${words.join(' ')}|${marks.join(' ')}|${subject.isCalm}|${subject.isRefused}`;
    const known = this.#kindsSeen.get(kind);
    const isNew = known === undefined && this.#kindsSeen.size < MAX_KINDS;
    const candidates = known ?? (isNew ? this.#look(text, words, subject, isAlarming) : NONE);
    if (isNew) this.#kindsSeen.set(kind, candidates);
    if (isNew && candidates.length === 0 && this.#unexplained.length < MAX_UNEXPLAINED && !isContext(text)) {
      const { names, entries } = findNames(text, this.#open);
      if (names.length + entries.length > 0) this.#unexplained.push({ ...withoutCaptures(place()), names, entries });
    }
    return { candidates, captures: candidates[0]?.isClass === true ? subject.captures : {} };
  }

  #look(text: string, words: readonly string[], subject: LineSubject, isAlarming: boolean): readonly Candidate[] {
    const similar = findSimilar(words, this.#open);
    if (similar !== undefined) return [similar];
    return text.length < MIN_TEXT || subject.isCalm || isContext(text)
      ? NONE
      : findClasses(words, subject, isAlarming, this.#open);
  }
}

function isContext(text: string): boolean {
  return text.length > MAX_TROUBLE || RE_CONTEXT.test(text);
}
