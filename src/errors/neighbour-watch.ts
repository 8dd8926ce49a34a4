import type { Occurrence } from './explanation.ts';
import { matchLine } from './match-line.ts';
import type { Candidate } from './open-catalogue.ts';

interface Pending {
  readonly candidate: Candidate;
  readonly place: Occurrence;
  readonly isAlone: boolean;
  next: number;
  readonly deadline: number;
}

const NEIGHBOUR_LINES = 12;

/** Waits for the further lines of signatures whose first line was seen. */
export class NeighbourWatch {
  #pending: Pending[] = [];

  get isIdle(): boolean {
    return this.#pending.length === 0;
  }

  /** The first line stands at `place`. `isAlone`: nothing else explains it. */
  add(candidate: Candidate, place: Occurrence, isAlone: boolean): void {
    this.#pending.push({ candidate, place, isAlone, next: 1, deadline: place.line + NEIGHBOUR_LINES });
  }

  /** Takes a line; `found` is called for signatures that are complete with it. */
  read(text: string, found: (candidate: Candidate, place: Occurrence) => void): void {
    for (const pending of this.#pending) {
      const { lines } = pending.candidate.variant;
      const pattern = lines[pending.next];
      if (pattern !== undefined && matchLine(pattern, text) !== undefined) pending.next += 1;
      if (pending.next === lines.length) found(pending.candidate, pending.place);
    }
    this.#pending = this.#pending.filter(({ next, candidate }) => next < candidate.variant.lines.length);
  }

  /** Gives up those whose lines did not come before `line`; `lost` is called for those that nothing else explains. */
  expire(line: number, lost: (candidate: Candidate, place: Occurrence) => void): void {
    for (const { candidate, place, deadline, isAlone } of this.#pending)
      if (deadline < line && isAlone) lost(candidate, place);
    this.#pending = this.#pending.filter(({ deadline }) => deadline >= line);
  }
}
