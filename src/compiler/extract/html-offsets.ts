import type { Html } from 'mdast';

/**
 * Source offset of each UTF-16 unit of the value of an HTML node. The value is the source without what quotes and lists put before each
 * line, and with `&lt;` for the `<` of elements that are shown as text. What is lost in one line is found again in the next.
 */
export function htmlOffsets(node: Html, source: string): Int32Array {
  const { value } = node;
  const map = new Int32Array(value.length);
  let at = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.length;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code === 10 || code === 13) {
      while (at < end && !isLineEnd(source.charCodeAt(at))) at += 1;
      if (code === 10 && source.charCodeAt(at) === 13) {
        map[index] = Math.min(at, end);
        at += source.charCodeAt(at + 1) === 10 ? 2 : 1;
        continue;
      }
    } else {
      const isEscaped = code === 38 && value.startsWith('&lt;', index) && source.charCodeAt(at) === 60;
      if (isEscaped) {
        map.fill(at, index, index + 4);
        index += 3;
        at += 1;
        continue;
      }
      at = findInLine(source, code, at, end);
    }
    map[index] = Math.min(at, end);
    if (at < end && source.charCodeAt(at) === code) at += 1;
  }
  return map;
}

/** Offset of the next such unit in the line, `from` where it has none. */
function findInLine(source: string, code: number, from: number, end: number): number {
  for (let at = from; at < end && !isLineEnd(source.charCodeAt(at)); at += 1)
    if (source.charCodeAt(at) === code) return at;
  return from;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
