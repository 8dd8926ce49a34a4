import type { Code } from 'mdast';

/**
 * Source offset of each UTF-16 unit of a code block's value, which stands in the source line by line behind an indentation, a quote's
 * marks or the fence itself. A line that cannot be found keeps the offset of the line's start.
 */
export function codeOffsets(node: Code, source: string): Int32Array {
  const map = new Int32Array(node.value.length);
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.length;
  const isFenced = /^(?:`{3,}|~{3,})/.test(source.slice(start, start + 3));
  let at = isFenced && node.data?.startsOnFence !== true ? nextLine(source, start, end) : start;
  let index = 0;
  for (const line of node.value.split('\n')) {
    let lineEnd = nextLine(source, at, end);
    let column = line === '' ? at : findLine(source, line, at, lineEnd);
    while (column < 0 && lineEnd < end) {
      at = lineEnd;
      lineEnd = nextLine(source, at, end);
      column = findLine(source, line, at, lineEnd);
    }
    const from = column < 0 ? at : column;
    for (let unit = 0; unit < line.length; unit++) map[index++] = Math.min(from + unit, end);
    if (index < map.length) map[index++] = Math.min(from + line.length, end);
    at = lineEnd;
  }
  return map;
}

/** Finds the line's text, or what follows its indentation where tabs were turned to blanks. */
function findLine(source: string, line: string, from: number, to: number): number {
  const written = source.slice(from, to);
  const at = written.lastIndexOf(line.trimEnd() === line ? line : line.replace(/\s+$/, ''));
  if (at >= 0) return from + at;
  const bare = line.trimStart();
  const bareAt = bare === '' ? -1 : written.lastIndexOf(bare);
  return bareAt < 0 ? -1 : Math.max(from, from + bareAt - (line.length - bare.length));
}

function nextLine(source: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 10) return at + 1;
    if (code === 13) return source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return end;
}
