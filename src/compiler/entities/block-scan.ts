import type { EntityKind } from '../../model/entity.ts';
import type { Candidate } from './candidate.ts';
import { type RuleId, ruleOf } from './rules.ts';
import type { TextBlock } from './text-block.ts';

/** Bits of `BlockScan.marks`: how each UTF-16 unit of the text is marked up, and whether a name holds it already. */
export const MARK_CODE = 1;
export const MARK_EMPHASIS = 2;
export const MARK_STRONG = 4;
export const MARK_LINK = 8;
export const MARK_TAKEN = 16;
export const MARK_STYLED = MARK_CODE | MARK_EMPHASIS | MARK_STRONG;

/** What the scanners of one block share. `marks` and `found` grow as names are taken. */
export interface BlockScan {
  readonly index: number;
  readonly text: string;
  readonly marks: Uint8Array;
  readonly found: Candidate[];
}

const BIT_OF_STYLE = {
  code: MARK_CODE,
  emphasis: MARK_EMPHASIS,
  strong: MARK_STRONG,
  link: MARK_LINK,
  delete: 0,
} as const;

/** Starts the scan of one block; `found` is where names go. */
export function startBlockScan(block: TextBlock, index: number, found: Candidate[]): BlockScan {
  const marks = new Uint8Array(block.text.length + 1);
  for (const span of block.styles) {
    const bit = BIT_OF_STYLE[span.style];
    for (let i = span.start; i < span.end; i += 1) marks[i] = (marks[i] ?? 0) | bit;
  }
  return { index, text: block.text, marks, found };
}

/** The innermost markup at a unit, as one bit: code, else strong, else emphasis, else 0. */
export function innermostMark(scan: BlockScan, offset: number): number {
  const mark = scan.marks[offset] ?? 0;
  if ((mark & MARK_CODE) !== 0) return MARK_CODE;
  if ((mark & MARK_STRONG) !== 0) return MARK_STRONG;
  return mark & MARK_EMPHASIS;
}

/** Style bits at one unit of the text; 0 outside. */
export function markAt(scan: BlockScan, offset: number): number {
  return scan.marks[offset] ?? 0;
}

/**
 * Takes `[start, end)` as a name, unless a name taken earlier overlaps it; `kind` overrides the rule's.
 * Tells whether it was taken.
 */
export function takeName(
  scan: BlockScan,
  start: number,
  end: number,
  name: string,
  rule: RuleId,
  kind?: EntityKind | undefined,
): boolean {
  if (end <= start || name === '') return false;
  const { marks } = scan;
  if (((marks[start] ?? 0) & MARK_TAKEN) !== 0 || ((marks[end - 1] ?? 0) & MARK_TAKEN) !== 0) return false;
  for (let i = start; i < end; i += 1) marks[i] = (marks[i] ?? 0) | MARK_TAKEN;
  const { strength, kind: kindOfRule } = ruleOf(rule);
  const surface = scan.text.slice(start, end);
  scan.found.push({ block: scan.index, start, end, surface, name, kind: kind ?? kindOfRule, rule, strength });
  return true;
}
