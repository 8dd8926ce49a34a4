import type { PhrasingContent, Text } from 'mdast';
import { cutText, offsetIn } from './source-offsets.ts';

/**
 * What of some inline nodes stands in `[from, to)` of the source, without the blanks and breaks that it begins and ends with. Nodes other than
 * text that lie partly inside are kept whole.
 */
export function cutChildren(children: readonly PhrasingContent[], from: number, to: number): PhrasingContent[] {
  const cut = children.flatMap((child): PhrasingContent[] => {
    const start = child.position?.start.offset ?? from;
    const end = child.position?.end.offset ?? start;
    if (end <= from || start >= to) return [];
    if (child.type !== 'text') return [child];
    const first = start >= from ? 0 : indexAt(child, from);
    const last = end <= to ? child.value.length : indexAt(child, to);
    return first < last ? [cutText(child, first, last)] : [];
  });
  while (cut.length > 0 && isBlank(cut[0])) cut.shift();
  while (cut.length > 0 && isBlank(cut.at(-1))) cut.pop();
  const first = cut[0];
  if (first?.type === 'text') cut[0] = cutText(first, first.value.search(/\S/), first.value.length);
  const last = cut.at(-1);
  if (last?.type === 'text') cut[cut.length - 1] = cutText(last, 0, last.value.trimEnd().length);
  return cut;
}

/** Index in the value of the first unit that stands at `offset` of the source or behind it. */
export function indexAt(text: Text, offset: number): number {
  let low = 0;
  let high = text.value.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetIn(text, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}
