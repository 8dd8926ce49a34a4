/**
 * What may be parsed, by counting, so that the answer is the same on every machine. Markdown parsers are quick on what people write and
 * take minutes on what machines can: their time grows with the square of the markers in one stretch of running text, of list
 * markers on one line, of lazy lines in one block.
 */
import { MarkerCounter, type Measures } from './count-markers.ts';
import { isParsedWhole } from './parse/parse-markdown.ts';

const MAX_COST = 4_000_000;
/** Share of the whole cost from which one cause is named. */
const NAMED_SHARE = 0.6;
/** Walks over a tree are recursive in the tools that we use. */
const MAX_DEPTH = 100;
const MAX_HTML_DEPTH = 500;
const SMALL = { cost: 100_000, depth: 16, htmlDepth: 50, length: 100_000 } as const;

/** Measures a text in one pass. */
export function measureText(text: string): Measures {
  const counter = new MarkerCounter(isParsedWhole(text));
  const hasReturns = text.includes('\r');
  let longestLine = 0;
  let lines = 0;
  for (let start = 0; start <= text.length; ) {
    const end = endOfLine(text, start, hasReturns);
    lines += 1;
    longestLine = Math.max(longestLine, end - start);
    counter.addLine(text.slice(start, end));
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return { length: text.length, lines, longestLine, ...counter.finish(text.length, lines) };
}

/** Offset of the line feed or carriage return that ends a line, or of the text's end. */
function endOfLine(text: string, start: number, hasReturns: boolean): number {
  if (!hasReturns) {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
  }
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}

/** Why a text must not be parsed, as the end of a sentence about it; `undefined` when it may be. */
export function isOverBudget(measures: Measures): string | undefined {
  if (measures.depth > MAX_DEPTH) return `it nests lists and quotes ${measures.depth} deep`;
  if (measures.htmlDepth > MAX_HTML_DEPTH) return `it opens ${measures.htmlDepth} elements of HTML inside each other`;
  const total = totalCost(measures);
  if (total <= MAX_COST) return undefined;
  const [cause, cost] = Object.entries(measures.costs).reduce((most, other) => (other[1] > most[1] ? other : most));
  const isNamed = cause !== 'length' && cost >= total * NAMED_SHARE;
  return isNamed ? `it has too much of one thing in one place: ${cause}` : 'it is too long';
}

/** Certainly parsed within a tenth of a second and without deep recursion. */
export function isSmallAndShallow(measures: Measures): boolean {
  const { depth, htmlDepth, length } = measures;
  return (
    length <= SMALL.length && depth <= SMALL.depth && htmlDepth <= SMALL.htmlDepth && totalCost(measures) <= SMALL.cost
  );
}

function totalCost({ costs }: Measures): number {
  return Object.values(costs).reduce((sum, cost) => sum + cost, 0);
}
