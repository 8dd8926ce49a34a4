import { foldCharacters } from './fold-characters.ts';
import { type Choice, readChoices, type Token } from './read-signature.ts';
import type { LinePattern, Part, ReportProblem, Variant } from './signature.ts';

const MAX_VARIANTS = 32;

/** One line of a variant before its ends are trimmed: what checks need to tell the place of a problem. */
export interface LineDraft {
  readonly parts: readonly Part[];
  /** Offset in the signature of each part. */
  readonly offsets: readonly number[];
  readonly pattern: LinePattern;
  /** Number of literal characters that are no blanks. */
  readonly weight: number;
  /** Offset of the line. */
  readonly offset: number;
}

/**
 * The variants of a signature; empty when it cannot be read or has too many. Problems of its form go to `report`, every
 * line to `inspect`; a catalogue was checked when it was made, so that whoever opens one leaves both out.
 */
export function expandSignature(
  text: string,
  report: ReportProblem = () => {},
  inspect: (draft: LineDraft) => void = () => {},
): readonly Variant[] {
  let isReadable = true;
  const tell: ReportProblem = (...problem) => {
    isReadable = false;
    report(...problem);
  };
  const choices = readChoices(text, tell);
  const count = choices.reduce((product, choice) => product * choice.length, 1);
  if (count > MAX_VARIANTS)
    tell('signature-slow', 0, `${count} variants`, `at most ${MAX_VARIANTS}: split it into several signatures`);
  return isReadable ? multiplyOut(choices).map((tokens) => toVariant(tokens, inspect)) : [];
}

function multiplyOut(choices: readonly Choice[]): Token[][] {
  let rows: Token[][] = [[]];
  for (const choice of choices) rows = rows.flatMap((row) => choice.map((tokens) => [...row, ...tokens]));
  return rows;
}

function toVariant(tokens: readonly Token[], inspect: (draft: LineDraft) => void): Variant {
  const drafts = splitAtBreaks(tokens).map(toLineDraft);
  drafts.forEach(inspect);
  return { lines: drafts.map(({ pattern }) => pattern), weight: drafts.reduce((sum, { weight }) => sum + weight, 0) };
}

function splitAtBreaks(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  const first = lines[0] ?? [];
  return [first, ...lines.slice(1).filter((line) => line.length > 0)];
}

function toLineDraft(tokens: readonly Token[]): LineDraft {
  const parts: Part[] = [];
  const offsets: number[] = [];
  let isFromStart = false;
  let isToEnd = false;
  for (const { kind, text, hole, offset } of tokens) {
    const last = parts.at(-1);
    if (kind === 'start') isFromStart = true;
    else if (kind === 'end') isToEnd = true;
    else if (hole === undefined && typeof last === 'string') parts[parts.length - 1] = foldBlanks(last + text);
    else {
      parts.push(hole ?? foldBlanks(text));
      offsets.push(offset);
    }
  }
  const pattern = { parts: trimEnds(parts), isFromStart, isToEnd };
  return { parts, offsets, pattern, weight: weightOf(pattern.parts), offset: tokens[0]?.offset ?? 0 };
}

function weightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.replace(/ /g, '').length : 0), 0);
}

function foldBlanks(text: string): string {
  return foldCharacters(text).replace(/[ \t]+/g, ' ');
}

function trimEnds(parts: readonly Part[]): Part[] {
  const trimmed = [...parts];
  if (typeof trimmed[0] === 'string') trimmed[0] = trimmed[0].trimStart();
  const last = trimmed.at(-1);
  if (typeof last === 'string') trimmed[trimmed.length - 1] = last.trimEnd();
  return trimmed.filter((part) => part !== '');
}
