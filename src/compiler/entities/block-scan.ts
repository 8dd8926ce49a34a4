import type { EntityKind } from '../../model/entity.ts';
import type { Candidate } from './candidate.ts';
import { type RuleId, ruleOf } from './rules.ts';
import type { TextBlock } from './text-block.ts';

/** Bits of `BlockScan.marks`: how each UTF-16 unit of the text is marked up, and whether a name holds it already. */
export const MARK_CODE = 1;
const MARK_EMPHASIS = 2;
const MARK_STRONG = 4;
const MARK_LINK = 8;
export const MARK_TAKEN = 16;
export const MARK_STYLED = MARK_CODE | MARK_EMPHASIS | MARK_STRONG;

/** What the scanners of one block share. `marks` and `found` grow as names are taken. */
export interface BlockScan {
  readonly index: number;
  readonly text: string;
  readonly marks: Uint8Array;
  readonly found: Candidate[];
  /** The heading above the text, or the head of its column. */
  readonly title: string | undefined;
  readonly isCell: boolean;
}

const BIT_OF_STYLE = {
  code: MARK_CODE,
  emphasis: MARK_EMPHASIS,
  strong: MARK_STRONG,
  link: MARK_LINK,
  delete: 0,
} as const;

/** Above this, spans may be nested so deeply that marking them one by one takes the square of their number. */
const MANY_STYLES = 200;

/** Starts the scan of one block; `found` is where names go. */
export function startBlockScan(block: TextBlock, index: number, found: Candidate[]): BlockScan {
  const marks = new Uint8Array(block.text.length + 1);
  if (block.styles.length > MANY_STYLES) markNested(marks, block);
  else for (const { start, end, style } of block.styles) fill(marks, start, end, BIT_OF_STYLE[style]);
  const isCell = block.kind === 'cell';
  const above = block.kind === 'paragraph' ? (block.lead ?? block.headings.at(-1)) : undefined;
  const title = isCell ? block.column : above;
  return { index, text: block.text, marks, found, title, isCell };
}

function fill(marks: Uint8Array, start: number, end: number, bit: number): void {
  for (let i = start; i < end; i += 1) marks[i] = (marks[i] ?? 0) | bit;
}

/** Marks all spans of one style in one sweep: +1 where one starts, -1 where one ends. */
function markNested(marks: Uint8Array, block: TextBlock): void {
  for (const bit of [MARK_CODE, MARK_EMPHASIS, MARK_STRONG, MARK_LINK]) {
    const steps = new Int32Array(marks.length + 1);
    for (const { start, end, style } of block.styles) {
      if (BIT_OF_STYLE[style] !== bit || end <= start) continue;
      steps[start] = (steps[start] ?? 0) + 1;
      steps[end] = (steps[end] ?? 0) - 1;
    }
    let depth = 0;
    for (let i = 0; i < block.text.length; i += 1) {
      depth += steps[i] ?? 0;
      if (depth > 0) marks[i] = (marks[i] ?? 0) | bit;
    }
  }
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
 * Takes `[start, end)` as a name, unless a name taken earlier overlaps it; `kind` overrides the rule's, `of` is the structure it is a member of.
 * Tells whether it was taken.
 */
export function takeName(
  scan: BlockScan,
  start: number,
  end: number,
  name: string,
  rule: RuleId,
  kind?: EntityKind | undefined,
  of?: string | undefined,
): boolean {
  if (end <= start || name === '') return false;
  const { marks } = scan;
  if (((marks[start] ?? 0) & MARK_TAKEN) !== 0 || ((marks[end - 1] ?? 0) & MARK_TAKEN) !== 0) return false;
  for (let i = start; i < end; i += 1) marks[i] = (marks[i] ?? 0) | MARK_TAKEN;
  const { strength, kind: kindOfRule } = ruleOf(rule);
  const surface = scan.text.slice(start, end);
  const candidate: Candidate = {
    block: scan.index,
    start,
    end,
    surface,
    name,
    kind: kind ?? kindOfRule,
    rule,
    strength,
  };
  scan.found.push(of === undefined ? candidate : { ...candidate, of });
  return true;
}
