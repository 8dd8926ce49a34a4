import type { CatalogueCause } from './catalogue.ts';
import {
  type Explanation,
  type FilledCause,
  type Finding,
  type LogPlace,
  MAX_OCCURRENCES,
  MAX_UNEXPLAINED,
  type MatchLevel,
  type Occurrence,
  type SpokenRelease,
  type Unexplained,
} from './explanation.ts';
import { fillCommand } from './fill-command.ts';
import { findNames } from './find-names.ts';
import { findPlace } from './find-place.ts';
import { findSimilar } from './find-similar.ts';
import { LineSplitter } from './line-splitter.ts';
import { type LineMatch, matchLine } from './match-line.ts';
import { type NormalLine, normaliseLine } from './normalise-line.ts';
import { type Candidate, eachWord, type OpenCatalogue, type WordUse } from './open-catalogue.ts';
import { orderFindings } from './order-findings.ts';
import { SplatReader } from './splat-reader.ts';
import { readSpokenRelease } from './spoken-release.ts';

/** A part of a line that the page marks; columns as in `LogPlace`. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly entry: string;
  readonly level: MatchLevel;
  readonly isConsequence: boolean;
}

/** A finding while lines still come. */
export interface FindingDraft {
  readonly candidate: Candidate;
  level: MatchLevel;
  readonly why: string;
  readonly occurrences: Occurrence[];
  count: number;
  readonly consequences: LogPlace[];
  consequenceCount: number;
}

interface QuietLine {
  readonly line: NormalLine;
  readonly words: readonly string[];
  readonly place: (match: LineMatch) => Occurrence;
}

interface Confirmed {
  readonly candidate: Candidate;
  readonly match: LineMatch;
  readonly score: number;
}

interface Pending {
  readonly candidate: Candidate;
  readonly match: LineMatch;
  readonly place: Occurrence;
  readonly isAlone: boolean;
  next: number;
  readonly deadline: number;
}

// Longer lines are read in pieces: no message is that long, and work on a piece is bounded.
const MAX_PIECE = 8192;
const MAX_SHOWN = 2000;
const NEIGHBOUR_LINES = 12;
const MAX_MARKS = 20_000;
const MAX_KINDS = 5000;
const MAX_CAUGHT = 8;
const FEW_LINES = 5;
// Lines that only say where or what: notes and excerpts of compilers, what kbuild is doing, the command line.
const MAX_TROUBLE = 600;
const RE_CONTEXT =
  /^(?:(?:Kernel c|C)ommand line: |In file included from |from |inlined from |\d+ \| |[A-Z][A-Z0-9_+-]{1,11} (?:\[M\] )?\S+$)|: (?:note|In function '[^']*'): |: note: /;

/**
 * Explains a log that comes in chunks. `push` takes text cut anywhere, `finish` the answer; `explanation` may be asked
 * for in between. The work is linear in the length of the log, whatever stands in it.
 */
export class LogExplainer {
  readonly #open: OpenCatalogue;
  readonly #findings = new Map<string, FindingDraft>();
  readonly #splats = new SplatReader();
  readonly #unexplained: Unexplained[] = [];
  readonly #kindsSeen = new Map<string, ReturnType<typeof findSimilar>>();
  readonly #marks: Mark[] = [];
  #pending: Pending[] = [];
  #lastCause: FindingDraft | undefined;
  #lastSource: string | undefined;
  #spoken: SpokenRelease | undefined;
  readonly #splitter = new LineSplitter();
  #quiet: QuietLine[] = [];
  #lineCount = 0;

  constructor(open: OpenCatalogue) {
    this.#open = open;
  }

  get lineCount(): number {
    return this.#lineCount;
  }

  /** Parts of lines found so far, at most 20,000, in the order of the log. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Takes the next part of the log; a line is read when its end has come. */
  push(chunk: string): void {
    for (const line of this.#splitter.push(chunk)) this.#readLine(line);
  }

  /** Reads what is left without a line end and answers. */
  finish(): Explanation {
    for (const line of this.#splitter.finish()) this.#readLine(line);
    this.#readFew();
    this.#expire(Number.POSITIVE_INFINITY);
    return this.explanation();
  }

  /** The answer for the lines read so far. */
  explanation(): Explanation {
    const splats = this.#splats.finish();
    const drafts = orderFindings([...this.#findings.values()], this.#spoken?.release);
    return {
      lineCount: this.#lineCount,
      ...(this.#spoken === undefined ? {} : { spoken: this.#spoken }),
      findings: drafts.map((draft) => {
        const line = draft.occurrences[0]?.line ?? 0;
        const splat = splats.findIndex((block) => block.line <= line && line <= block.endLine);
        return toFinding(draft, splat);
      }),
      splats,
      unexplained: [...this.#unexplained],
    };
  }

  #readLine(raw: string): void {
    this.#lineCount += 1;
    if (raw === '') return;
    if (raw.length <= MAX_PIECE) {
      this.#readPiece(raw, 0, raw);
      return;
    }
    for (let from = 0; from < raw.length; from += MAX_PIECE) {
      this.#readPiece(raw.slice(from, from + MAX_PIECE), from, raw);
    }
  }

  #readPiece(piece: string, from: number, raw: string): void {
    const line = normaliseLine(piece);
    const { text } = line;
    if (text === '') return;
    this.#spoken ??= readSpokenRelease(text, this.#lineCount);
    this.#splats.push(this.#lineCount, line);
    if (this.#pending.length > 0) this.#readNeighbours(text);
    const uses: WordUse[] = [];
    const words: string[] = [];
    let isAlarming = false;
    eachWord(text.toLowerCase(), (word) => {
      const use = this.#open.words.get(word);
      if (use === undefined) return;
      words.push(word);
      if (use.confirms.length > 0 && !uses.includes(use)) uses.push(use);
      isAlarming ||= use.isAlarming;
    });
    const place = (match: LineMatch): Occurrence => toOccurrence(this.#lineCount, line, match, from, raw);
    const matches = this.#confirm(uses, text);
    const heads = matches.filter(({ candidate }) => candidate.variant.lines.length > 1);
    const whole = matches.filter(({ candidate }) => candidate.variant.lines.length === 1);
    for (const { candidate, match } of withoutOverlap(whole)) this.#record(candidate, place(match), 'exact');
    for (const { candidate, match } of heads) this.#await(candidate, match, place(match), whole.length === 0);
    if (matches.length > 0) return;
    if (isAlarming) this.#readAlarming(line, words, place);
    else if (this.#lineCount <= FEW_LINES) this.#quiet.push({ line, words, place });
  }

  /** Exact matches, the best first. */
  #confirm(uses: readonly WordUse[], text: string): Confirmed[] {
    const found: Confirmed[] = [];
    for (const use of uses) {
      for (const candidate of use.confirms) {
        const head = candidate.variant.lines[0];
        const match = head === undefined ? undefined : matchLine(head, text);
        if (match !== undefined) found.push({ candidate, match, score: this.#score(candidate, match) });
      }
    }
    return found.sort((a, b) => b.score - a.score || (a.candidate.entry.id < b.candidate.entry.id ? -1 : 1));
  }

  #score(candidate: Candidate, match: LineMatch): number {
    const { releases } = candidate.signature;
    const fits = this.#spoken !== undefined && releases?.includes(this.#spoken.release) === true;
    // What a hole caught could have been literal text of a more specific signature, so it counts against this one.
    const caught = Object.values(match.captures).reduce((sum, value) => sum + Math.min(value.length, MAX_CAUGHT), 0);
    return (candidate.variant.weight - caught) * 8 + (fits ? 4 : 0);
  }

  /** Waits for the lines that must follow. `isAlone`: nothing else explains the first one. */
  #await(candidate: Candidate, match: LineMatch, place: Occurrence, isAlone: boolean): void {
    this.#pending.push({ candidate, match, place, isAlone, next: 1, deadline: this.#lineCount + NEIGHBOUR_LINES });
  }

  #readNeighbours(text: string): void {
    for (const pending of this.#pending) {
      const pattern = pending.candidate.variant.lines[pending.next];
      if (pattern !== undefined && matchLine(pattern, text) !== undefined) pending.next += 1;
      if (pending.next === pending.candidate.variant.lines.length)
        this.#record(pending.candidate, pending.place, 'exact');
    }
    this.#pending = this.#pending.filter(({ next, candidate }) => next < candidate.variant.lines.length);
    this.#expire(this.#lineCount);
  }

  /** A first line whose neighbours did not come is worth a look, no more. */
  #expire(line: number): void {
    for (const { candidate, place, deadline, isAlone } of this.#pending) {
      if (deadline < line && isAlone) this.#record(candidate, place, 'similar');
    }
    this.#pending = this.#pending.filter(({ deadline }) => deadline >= line);
  }

  #record(candidate: Candidate, place: Occurrence, level: MatchLevel): void {
    const isConsequence = candidate.signature.isConsequence === true;
    const source = sourceOf(place.text);
    const folded = this.#lastCause !== undefined && (isConsequence || this.#isSameStatement(candidate, source));
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
    const known = this.#findings.get(key);
    const draft = known ?? newDraft(candidate, level);
    if (known === undefined) this.#findings.set(key, draft);
    if (level === 'exact') draft.level = 'exact';
    draft.count += 1;
    if (draft.occurrences.length < MAX_OCCURRENCES) draft.occurrences.push(place);
    const { severity } = candidate.entry;
    if (!isConsequence && level === 'exact' && (severity === 'error' || severity === 'fatal')) {
      this.#lastCause = draft;
      this.#lastSource = source;
    }
  }

  /** A second complaint of a compiler about the line of its last one, such as a macro that is "undeclared" after all. */
  #isSameStatement(candidate: Candidate, source: string | undefined): boolean {
    const isOther = this.#lastCause?.candidate.entry !== candidate.entry;
    return isOther && source !== undefined && source === this.#lastSource && candidate.entry.component === 'compiler';
  }

  /** Of a few lines each was chosen by a person, so those without an alarming word are looked at too, if nothing is found. */
  #readFew(): void {
    if (this.#lineCount <= FEW_LINES && this.#findings.size === 0) {
      for (const { line, words, place } of this.#quiet) this.#readAlarming(line, words, place);
    }
    this.#quiet = [];
  }

  #readAlarming(line: NormalLine, words: readonly string[], place: (match: LineMatch) => Occurrence): void {
    const kind = words.join(' ');
    const isNew = !this.#kindsSeen.has(kind);
    if (isNew && this.#kindsSeen.size >= MAX_KINDS) return;
    const similar = isNew ? findSimilar(words, this.#open) : this.#kindsSeen.get(kind);
    if (isNew) this.#kindsSeen.set(kind, similar);
    const whole: LineMatch = { start: 0, end: line.text.length, captures: {} };
    if (similar !== undefined) {
      this.#record(similar, place(whole), 'similar');
    } else if (isNew && this.#unexplained.length < MAX_UNEXPLAINED && !isContext(line.text)) {
      const { names, entries } = findNames(line.text, this.#open);
      if (names.length + entries.length > 0)
        this.#unexplained.push({ ...withoutCaptures(place(whole)), names, entries });
    }
  }
}

/** Of matches that overlap only the first, which is the best, and those of other entries with the same signature. */
function withoutOverlap(matches: readonly Confirmed[]): Confirmed[] {
  const kept: Confirmed[] = [];
  for (const one of matches) {
    const isFree = kept.every(
      ({ match, candidate }) =>
        one.match.end <= match.start ||
        one.match.start >= match.end ||
        (candidate.entry !== one.candidate.entry && candidate.signature.text === one.candidate.signature.text),
    );
    if (isFree) kept.push(one);
  }
  return kept;
}

function isContext(text: string): boolean {
  return text.length > MAX_TROUBLE || RE_CONTEXT.test(text);
}

function newDraft(candidate: Candidate, level: MatchLevel): FindingDraft {
  const literal = (candidate.variant.lines[0]?.parts ?? [])
    .map((part) => (typeof part === 'string' ? part.trim() : '…'))
    .join(' ');
  const why =
    level === 'exact' ? `The line has “${literal}”.` : `Most words of “${literal}” stand in the line in this order.`;
  return { candidate, level, why, occurrences: [], count: 0, consequences: [], consequenceCount: 0 };
}

function toOccurrence(line: number, normal: NormalLine, match: LineMatch, from: number, raw: string): Occurrence {
  return {
    line,
    column: from + normal.toRaw(match.start) + 1,
    endColumn: from + normal.toRaw(match.end - 1) + 2,
    text: raw.length > MAX_SHOWN ? `${raw.slice(0, MAX_SHOWN)}…` : raw,
    captures: match.captures,
  };
}

function sourceOf(text: string): string | undefined {
  const place = findPlace(normaliseLine(text).text);
  return place === undefined ? undefined : `${place.file}:${place.line}`;
}

function withoutCaptures({ line, column, endColumn, text }: Occurrence): LogPlace {
  return { line, column, endColumn, text };
}

function toFinding(draft: FindingDraft, splat: number): Finding {
  const { candidate, level, why, occurrences, count, consequences, consequenceCount } = draft;
  const captures = occurrences[0]?.captures ?? {};
  return {
    entry: candidate.entry,
    level,
    signature: candidate.signature,
    why,
    occurrences: [...occurrences],
    count,
    causes: candidate.entry.causes.map((cause) => fillCause(cause, captures)),
    consequences: [...consequences],
    consequenceCount,
    ...(splat < 0 ? {} : { splat }),
  };
}

function fillCause(cause: CatalogueCause, captures: Readonly<Record<string, string>>): FilledCause {
  return { ...cause, commands: (cause.commands ?? []).map((command) => fillCommand(command, captures)) };
}
