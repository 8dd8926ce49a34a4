import { CandidateFinder } from './candidate-finder.ts';
import { type Confirmed, confirmLine, withoutOverlap } from './confirm-line.ts';
import type { Explanation, Occurrence, SpokenRelease } from './explanation.ts';
import { toFinding } from './finding-draft.ts';
import { FindingRecorder, type Mark } from './finding-recorder.ts';
import { LineSplitter } from './line-splitter.ts';
import type { LineMatch } from './match-line.ts';
import { NeighbourWatch } from './neighbour-watch.ts';
import { type NormalLine, normaliseLine } from './normalise-line.ts';
import type { Candidate, OpenCatalogue } from './open-catalogue.ts';
import { orderFindings } from './order-findings.ts';
import { SplatReader } from './splat-reader.ts';
import { mayNameRelease, readSpokenRelease } from './spoken-release.ts';
import { SuspectReader } from './suspect-reader.ts';

/** A line without match. */
interface QuietLine {
  readonly text: string;
  readonly words: readonly string[];
  readonly isAlarming: boolean;
  readonly place: () => Occurrence;
}

// Longer lines are read in pieces: no message is that long, and work on a piece is bounded.
const MAX_PIECE = 8192;
const MAX_SHOWN = 2000;
const FEW_LINES = 5;

/**
 * Explains a log that comes in chunks. `push` takes text cut anywhere, `finish` the answer; `explanation` may be asked
 * for in between. The work is linear in the length of the log, whatever stands in it.
 */
export class LogExplainer {
  readonly #finder: CandidateFinder;
  readonly #recorder = new FindingRecorder();
  readonly #neighbours = new NeighbourWatch();
  readonly #splats = new SplatReader();
  readonly #suspects: SuspectReader;
  readonly #splitter = new LineSplitter();
  #spoken: SpokenRelease | undefined;
  #quiet: QuietLine[] = [];
  #lineCount = 0;

  constructor(open: OpenCatalogue) {
    this.#finder = new CandidateFinder(open);
    this.#suspects = new SuspectReader(open);
  }

  get lineCount(): number {
    return this.#lineCount;
  }

  /** Parts of lines found so far, at most 20,000, in the order of the log. */
  get marks(): readonly Mark[] {
    return this.#recorder.marks;
  }

  /** Identifiers of the entries found so far; cheaper than the whole answer. */
  get entryIds(): readonly string[] {
    return this.#recorder.entryIds;
  }

  /** Takes the next part of the log; a line is read when its end has come. */
  push(chunk: string): void {
    for (const line of this.#splitter.push(chunk)) this.#readLine(line);
  }

  /** Reads what is left without a line end and answers. */
  finish(): Explanation {
    for (const line of this.#splitter.finish()) this.#readLine(line);
    this.#readFew();
    this.#neighbours.expire(Number.POSITIVE_INFINITY, this.#recordSimilar);
    return this.explanation();
  }

  /** The answer for the lines read so far. */
  explanation(): Explanation {
    const splats = this.#splats.finish();
    const drafts = orderFindings(this.#recorder.drafts, this.#spoken?.release);
    return {
      lineCount: this.#lineCount,
      ...(this.#spoken === undefined ? {} : { spoken: this.#spoken }),
      findings: drafts.map((draft) => {
        const line = draft.occurrences[0]?.line ?? 0;
        const splat = splats.findIndex((block) => block.line <= line && line <= block.endLine);
        return toFinding(draft, splats, splat);
      }),
      splats,
      unexplained: [...this.#suspects.unexplained],
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
    const isRead = this.#finder.read(piece, true);
    if (isRead && this.#isQuiet(piece)) return;
    const line = normaliseLine(piece, isRead && this.#finder.isPlain);
    const { text } = line;
    if (text === '') return;
    if (!isRead) this.#finder.read(text);
    if (this.#finder.mayNameRelease) this.#spoken ??= readSpokenRelease(text, this.#lineCount);
    const isInReport = (this.#finder.mayOpenReport || !this.#splats.isIdle) && this.#splats.push(this.#lineCount, line);
    if (!this.#neighbours.isIdle) {
      this.#neighbours.read(text, this.#recordExact);
      this.#neighbours.expire(this.#lineCount, this.#recordSimilar);
    }
    const matches = confirmLine(this.#finder.candidates, text, this.#spoken?.release);
    const lineNumber = this.#lineCount;
    const place = (match: LineMatch): Occurrence => toOccurrence(lineNumber, line, match, from, raw);
    if (matches.length > 0) this.#recordMatches(matches, place, from === 0 ? text : undefined);
    else if (!isInReport && (this.#finder.isAlarming || lineNumber <= FEW_LINES))
      this.#readUnmatched(text, () => place({ start: 0, end: text.length, captures: {} }));
  }

  /** True for the lines of which most logs consist: nothing waits for them, and their words speak for nothing. */
  #isQuiet(piece: string): boolean {
    const { candidates, isAlarming, mayOpenReport, mayNameRelease: mayName } = this.#finder;
    return (
      candidates.length === 0 &&
      !isAlarming &&
      !mayOpenReport &&
      this.#lineCount > FEW_LINES &&
      this.#splats.isIdle &&
      this.#neighbours.isIdle &&
      (!mayName || this.#spoken !== undefined || !mayNameRelease(piece))
    );
  }

  #recordMatches(
    matches: readonly Confirmed[],
    place: (match: LineMatch) => Occurrence,
    normal: string | undefined,
  ): void {
    const isWhole = ({ candidate }: Confirmed): boolean => candidate.variant.lines.length === 1;
    const whole = matches.every(isWhole) ? matches : matches.filter(isWhole);
    for (const { candidate, match } of withoutOverlap(whole)) this.#recordExact(candidate, place(match), normal);
    if (whole === matches) return;
    for (const one of matches)
      if (!isWhole(one)) this.#neighbours.add(one.candidate, place(one.match), whole.length === 0);
  }

  #readUnmatched(text: string, place: () => Occurrence): void {
    const { isAlarming } = this.#finder;
    const line = { text, words: this.#finder.wordsOf(text), isAlarming, place };
    if (isAlarming) this.#readSuspect(line);
    else this.#quiet.push(line);
  }

  /** Of a few lines each was chosen by a person, so those without an alarming word are looked at too, if nothing is found. */
  #readFew(): void {
    if (this.#lineCount <= FEW_LINES && this.#recorder.isEmpty) for (const line of this.#quiet) this.#readSuspect(line);
    this.#quiet = [];
  }

  #readSuspect({ text, words, isAlarming, place }: QuietLine): void {
    const { candidates, captures } = this.#suspects.read(text, words, isAlarming, place);
    if (candidates.length === 0) return;
    const found = { ...place(), captures };
    for (const candidate of candidates) this.#recordSimilar(candidate, found);
  }

  /** What fits a spelling that nobody saw printed stays similar. */
  readonly #recordExact = (candidate: Candidate, place: Occurrence, normal?: string): void =>
    this.#recorder.record(candidate, place, candidate.signature.isHeard ? 'similar' : 'exact', true, normal);

  /** Also for a first line whose neighbours did not come: it is worth a look, no more. */
  readonly #recordSimilar = (candidate: Candidate, place: Occurrence): void =>
    this.#recorder.record(candidate, place, 'similar');
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
