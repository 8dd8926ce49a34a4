import { MAX_UNEXPLAINED, type Occurrence, type Unexplained } from './explanation.ts';
import { findNames } from './find-names.ts';
import { findSimilar } from './find-similar.ts';
import { withoutCaptures } from './finding-recorder.ts';
import type { Candidate, OpenCatalogue } from './open-catalogue.ts';

const MAX_KINDS = 5000;
// Lines that only say where or what: notes and excerpts of compilers, what kbuild is doing, the command line.
const MAX_TROUBLE = 600;
const RE_CONTEXT =
  /^(?:(?:Kernel c|C)ommand line: |In file included from |from |inlined from |\d+ \| |[A-Z][A-Z0-9_+-]{1,11} (?:\[M\] )?\S+$)|: (?:note|In function '[^']*'): |: note: /;

/** Looks at lines that no signature fits: similar to one that is known, or at least full of names that are. */
export class SuspectReader {
  readonly #open: OpenCatalogue;
  readonly #kindsSeen = new Map<string, Candidate | undefined>();
  readonly #unexplained: Unexplained[] = [];

  constructor(open: OpenCatalogue) {
    this.#open = open;
  }

  get unexplained(): readonly Unexplained[] {
    return this.#unexplained;
  }

  /** The signature that the line is similar to, if any; else a new kind of line is noted. `words` are those known. */
  read(text: string, words: readonly string[], place: () => Occurrence): Candidate | undefined {
    const kind = words.join(' ');
    const isNew = !this.#kindsSeen.has(kind);
    if (isNew && this.#kindsSeen.size >= MAX_KINDS) return undefined;
    const similar = isNew ? findSimilar(words, this.#open) : this.#kindsSeen.get(kind);
    if (isNew) this.#kindsSeen.set(kind, similar);
    if (similar === undefined && isNew && this.#unexplained.length < MAX_UNEXPLAINED && !isContext(text)) {
      const { names, entries } = findNames(text, this.#open);
      if (names.length + entries.length > 0) this.#unexplained.push({ ...withoutCaptures(place()), names, entries });
    }
    return similar;
  }
}

function isContext(text: string): boolean {
  return text.length > MAX_TROUBLE || RE_CONTEXT.test(text);
}
