import { endOfAccepted, HOLE_TYPES, type HoleType, isWordUnit, startOfAccepted } from './hole-types.ts';
import type { LinePattern } from './signature.ts';

/** Where a pattern stands in a normalised line, and what its holes caught. */
export interface LineMatch {
  readonly start: number;
  readonly end: number;
  /** By the name of the hole; the first of a name wins. */
  readonly captures: Readonly<Record<string, string>>;
}

// A line may hold the first words of a message several times ("error: … error: …"); more tries would not stay linear.
const MAX_TRIES = 6;
// A value that somebody took out before publishing the log: `<pid>`, `<build>`.
const LESS_THAN = 60;
const RE_MASKED = /^<[a-z][a-z_-]{0,30}>$/;
const RE_TRAILING = /[.,:;]+$/;

/**
 * Looks for a pattern in a normalised line. Nothing is read twice but for at most `MAX_TRIES` places where the first
 * literal text stands, so the work is linear in the length of the line. Returns undefined when it stands nowhere.
 */
export function matchLine(pattern: LinePattern, text: string): LineMatch | undefined {
  const { parts } = pattern;
  const pivot = typeof parts[0] === 'string' ? 0 : 1;
  const literal = parts[pivot];
  if (typeof literal !== 'string') return undefined;
  let from = 0;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const at = text.indexOf(literal, from);
    if (at < 0 || (pattern.isFromStart && pivot === 0 && at > 0)) return undefined;
    const found = matchAt(pattern, pivot, text, at, literal);
    if (found !== undefined) return found;
    from = at + 1;
  }
  return undefined;
}

function matchAt(
  pattern: LinePattern,
  pivot: number,
  text: string,
  at: number,
  literal: string,
): LineMatch | undefined {
  const captures: Record<string, string> = {};
  const start = pivot === 0 ? at : readLeadingHole(pattern, text, at, captures);
  if (start === undefined || (pattern.isFromStart && start > 0) || isInsideWord(text, start)) return undefined;
  const end = matchRest(pattern, pivot + 1, text, at + literal.length, captures);
  return end === undefined ? undefined : { start, end, captures };
}

/** Matches the parts from `first` on at `offset`, fills `captures`, and returns where the match ends. */
function matchRest(
  pattern: LinePattern,
  first: number,
  text: string,
  from: number,
  captures: Record<string, string>,
): number | undefined {
  let offset = from;
  for (let index = first; index < pattern.parts.length; index += 1) {
    const part = pattern.parts[index];
    if (typeof part === 'string') {
      if (!text.startsWith(part, offset)) return undefined;
      offset += part.length;
    } else if (part !== undefined) {
      const next = pattern.parts[index + 1];
      if (part.type === 'comm' && typeof next === 'string') return matchComm(pattern, index, text, offset, captures);
      const end = typeof next === 'string' ? text.indexOf(next, offset) : endOfLastHole(part.type, text, offset);
      if (end < 0 || !isAccepted(part.type, text, offset, end)) return undefined;
      captures[part.name] ??= text.slice(offset, end);
      offset = end;
    }
  }
  const isOpen = isInsideWord(text, offset) || (pattern.isToEnd && text.slice(offset).trim() !== '');
  return isOpen ? undefined : offset;
}

/** The name of a task may hold the text after it (`kworker/0:1`), so the last few places are tried, the longest first. */
function matchComm(
  pattern: LinePattern,
  index: number,
  text: string,
  from: number,
  captures: Record<string, string>,
): number | undefined {
  const hole = pattern.parts[index];
  const next = pattern.parts[index + 1];
  if (typeof hole !== 'object' || typeof next !== 'string') return undefined;
  const window = text.slice(from, from + (HOLE_TYPES[hole.type]?.limit ?? 0));
  let length = window.lastIndexOf(next);
  for (let tries = 0; tries < MAX_TRIES && length > 0; tries += 1) {
    const inner = { ...captures };
    const end = matchRest(pattern, index + 1, text, from + length, inner);
    if (end !== undefined) {
      Object.assign(captures, inner);
      captures[hole.name] ??= window.slice(0, length);
      return end;
    }
    length = window.lastIndexOf(next, length - 1);
  }
  return undefined;
}

function readLeadingHole(
  pattern: LinePattern,
  text: string,
  at: number,
  captures: Record<string, string>,
): number | undefined {
  const hole = pattern.parts[0];
  const type = typeof hole === 'object' ? HOLE_TYPES[hole.type] : undefined;
  if (typeof hole !== 'object' || type === undefined) return undefined;
  const start = startOfAccepted(type, text, at, Math.max(0, at - type.limit));
  if (start === at || !isShaped(type, text, start, at)) return undefined;
  captures[hole.name] = text.slice(start, at);
  return start;
}

/** A hole at the end of a pattern takes what it can, but not the full stop of the sentence. */
function endOfLastHole(name: string, text: string, from: number): number {
  const type = HOLE_TYPES[name];
  if (type === undefined) return -1;
  const end = endOfAccepted(type, text, from, Math.min(text.length, from + type.limit));
  if (name === 'text') return from + text.slice(from, end).trimEnd().length;
  return end - (RE_TRAILING.exec(text.slice(from, end))?.[0].length ?? 0);
}

function isAccepted(name: string, text: string, from: number, to: number): boolean {
  const type = HOLE_TYPES[name];
  if (type === undefined || to <= from || to - from > type.limit) return false;
  if (text.charCodeAt(from) === LESS_THAN && RE_MASKED.test(text.slice(from, to))) return true;
  return endOfAccepted(type, text, from, to) === to && isShaped(type, text, from, to);
}

function isShaped({ shape }: HoleType, text: string, from: number, to: number): boolean {
  return shape === undefined || shape.test(text.slice(from, to));
}

function isInsideWord(text: string, offset: number): boolean {
  return (
    offset > 0 && offset < text.length && isWordUnit(text.charCodeAt(offset - 1)) && isWordUnit(text.charCodeAt(offset))
  );
}
