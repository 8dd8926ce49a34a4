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
// A longer line is no message of trouble.
const MAX_TROUBLE = 600;
// Lines that only say where or what: notes, carets and excerpts of compilers, what kbuild is doing, the command line.
const RE_CONTEXT =
  /^(?:(?:Kernel c|C)ommand line: |In file included from |from |inlined from |\d+ \| |= (?:help|note): |[-~]*\^[-^~ ]*(?:[a-z]|$)|[A-Z][A-Z0-9_+-]{1,11} (?:\[M\] )?\S+$)|: (?:note|In function '[^']*'): |: note: /;

/** What is like a line that no signature fits. */
export interface Suspicion {
  readonly candidates: readonly Candidate[];
  /** Values that the line has for commands. */
  readonly captures: Readonly<Record<string, string>>;
}

const NONE: readonly Candidate[] = [];
const NOTHING: Suspicion = { candidates: NONE, captures: {} };

/** Looks at lines that no signature fits: similar to one that is known, of a kind that is, or at least full of known names. */
export class SuspectReader {
  readonly #open: OpenCatalogue;
  /** By the known words of a line: what it is similar to. */
  readonly #similar = new Map<string, Suspicion | undefined>();
  /** By what else classes ask for. */
  readonly #kindsSeen = new Map<string, readonly Candidate[]>();
  readonly #unexplained: Unexplained[] = [];

  constructor(open: OpenCatalogue) {
    this.#open = open;
  }

  get unexplained(): readonly Unexplained[] {
    return this.#unexplained;
  }

  /**
   * What the line is similar to, if anything; else a new kind of line is noted. `words` are those known; `isAlarming` says
   * whether one of them speaks of trouble.
   */
  read(text: string, words: readonly string[], isAlarming: boolean, place: () => Occurrence): Suspicion {
    const said = words.join(' ');
    const similar = text.length > MAX_TROUBLE ? undefined : this.#findSimilar(said, words);
    if (similar !== undefined) return similar;
    // Most lines of a failing build only say where or what, and are told from others more quickly than read.
    if (isContext(text)) return NOTHING;
    const subject = readSubject(text);
    // Only what classes ask for makes a kind of its own, or each device of a long log would be one.
    const marks = [...subject.speakers, subject.errno ?? ''].filter((mark) => this.#open.classMarks.has(mark));
    const kind = `${said}|${marks.join(' ')}|${subject.isCalm}|${subject.isRefused}`;
    const known = this.#kindsSeen.get(kind);
    const isNew = known === undefined && this.#kindsSeen.size < MAX_KINDS;
    const candidates = known ?? (isNew ? this.#look(text, words, subject, isAlarming) : NONE);
    if (isNew) this.#kindsSeen.set(kind, candidates);
    if (isNew && candidates.length === 0 && this.#unexplained.length < MAX_UNEXPLAINED) {
      const { names, entries } = findNames(text, this.#open);
      if (names.length + entries.length > 0) this.#unexplained.push({ ...withoutCaptures(place()), names, entries });
    }
    return { candidates, captures: candidates[0]?.isClass === true ? subject.captures : {} };
  }

  #findSimilar(said: string, words: readonly string[]): Suspicion | undefined {
    if (this.#similar.has(said) || this.#similar.size >= MAX_KINDS) return this.#similar.get(said);
    const candidate = findSimilar(words, this.#open);
    const found = candidate === undefined ? undefined : { candidates: [candidate], captures: {} };
    this.#similar.set(said, found);
    return found;
  }

  #look(text: string, words: readonly string[], subject: LineSubject, isAlarming: boolean): readonly Candidate[] {
    return text.length < MIN_TEXT || subject.isCalm ? NONE : findClasses(words, subject, isAlarming, this.#open);
  }
}

function isContext(text: string): boolean {
  return text.length > MAX_TROUBLE || RE_CONTEXT.test(text);
}
