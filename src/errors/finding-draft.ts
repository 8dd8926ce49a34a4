import type { CatalogueCause } from './catalogue.ts';
import type { FilledCause, Finding, LogPlace, MatchLevel, Occurrence } from './explanation.ts';
import { fillCommand } from './fill-command.ts';
import type { Candidate } from './open-catalogue.ts';
import type { Splat } from './splat.ts';

/** A finding while lines still come. */
export interface FindingDraft {
  candidate: Candidate;
  level: MatchLevel;
  why: string;
  readonly occurrences: Occurrence[];
  count: number;
  readonly consequences: LogPlace[];
  consequenceCount: number;
}

/** A draft without places yet, with the reason why it matched in words of the log; `isWhole` when all of the signature stands there. */
export function newDraft(candidate: Candidate, isWhole: boolean): FindingDraft {
  const literal = (candidate.variant.lines[0]?.parts ?? [])
    .map((part) => (typeof part === 'string' ? part.trim() : '…'))
    .join(' ');
  const { isHeard } = candidate.signature;
  const why =
    candidate.isClass === true
      ? whyClass(candidate.signature.text)
      : isWhole
        ? `The line has “${literal}”${isHeard ? ', which we have not seen printed' : ''}.`
        : `Most of “${literal}” is in the line.`;
  return {
    candidate,
    level: isWhole && !isHeard ? 'exact' : 'similar',
    why,
    occurrences: [],
    count: 0,
    consequences: [],
    consequenceCount: 0,
  };
}

function whyClass(text: string): string {
  return `The message itself is not known; “${text.replaceAll(' ', '”, “')}” in it tells what it is about.`;
}

/** `splat` is the place among `splats` of the report that holds the first occurrence, -1 for none. */
export function toFinding(draft: FindingDraft, splats: readonly Splat[], splat: number): Finding {
  const { candidate, level, why, occurrences, count, consequences, consequenceCount } = draft;
  const captures = { ...capturesOf(splats[splat]), ...occurrences[0]?.captures };
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

/** What the report has for commands: `rip` is where it happened, `module` what that belongs to. */
function capturesOf(splat: Splat | undefined): Readonly<Record<string, string>> {
  if (splat?.at === undefined) return {};
  const { symbol, offset, module } = splat.at;
  return { rip: `${symbol}+${offset}`, ...(module === undefined ? {} : { module }) };
}

function fillCause(cause: CatalogueCause, captures: Readonly<Record<string, string>>): FilledCause {
  return { ...cause, commands: (cause.commands ?? []).map((command) => fillCommand(command, captures)) };
}
