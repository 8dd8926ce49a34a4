import { type LineMatch, matchLine } from './match-line.ts';
import type { Candidate } from './open-catalogue.ts';

/** A signature whose first line stands in the line at hand. */
export interface Confirmed {
  readonly candidate: Candidate;
  readonly match: LineMatch;
  readonly score: number;
}

const MAX_CAUGHT = 8;
const NONE: readonly Confirmed[] = [];

/** Exact matches among the variants that the words of a line speak for, the best first; `release` is what the log speaks. */
export function confirmLine(
  candidates: readonly Candidate[],
  text: string,
  release: string | undefined,
): readonly Confirmed[] {
  if (candidates.length === 0) return NONE;
  const found: Confirmed[] = [];
  for (const candidate of candidates) {
    const head = candidate.variant.lines[0];
    const match = head === undefined ? undefined : matchLine(head, text);
    if (match !== undefined) found.push({ candidate, match, score: scoreOf(candidate, match, release) });
  }
  return found.length < 2
    ? found
    : found.sort((a, b) => b.score - a.score || (a.candidate.entry.id < b.candidate.entry.id ? -1 : 1));
}

/** Of matches that overlap only the first, which is the best, and those of other entries with the same signature. */
export function withoutOverlap(matches: readonly Confirmed[]): readonly Confirmed[] {
  if (matches.length < 2) return matches;
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

function scoreOf(candidate: Candidate, match: LineMatch, release: string | undefined): number {
  const fits = release !== undefined && candidate.signature.releases?.includes(release) === true;
  // What a hole caught could have been literal text of a more specific signature, so it counts against this one.
  let caught = 0;
  for (const value of Object.values(match.captures)) caught += Math.min(value.length, MAX_CAUGHT);
  // Spellings that were not seen printed come after all others.
  return (candidate.variant.weight - caught) * 8 + (fits ? 4 : 0) - (candidate.signature.isHeard ? 1e6 : 0);
}
