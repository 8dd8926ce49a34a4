/** A block of more lines than this has none marked beyond it. */
const LAST_LINE = 5000;

/**
 * Numbers of the lines that the words behind a fence point at: `{3,5-7}`, as many generators write it, or `hl_lines="3 5-7"`, as Python's
 * do. Empty when they point at none.
 */
export function readMarkedLines(info: string): ReadonlySet<number> {
  const listed =
    /\{([\d\s,-]+)\}/.exec(info)?.[1] ?? /\bhl_lines=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(info)?.slice(1).find(Boolean);
  const marked = new Set<number>();
  for (const [, first = '', last = first] of (listed ?? '').matchAll(/(\d{1,6})(?:\s*-\s*(\d{1,6}))?/g))
    for (let line = Number(first); line <= Math.min(Number(last), LAST_LINE); line++) marked.add(line);
  return marked;
}
