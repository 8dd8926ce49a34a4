import type { PhrasingContent, Text } from 'mdast';
import { cutText, locate } from './source-offsets.ts';

/** A node that takes the place of `value[start, end)` of a text node. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly node: PhrasingContent;
}

/** `text` with some stretches replaced, in order; what lies between stays text. Every piece carries the place of what it stands for. */
export function splitText(text: Text, replacements: readonly Replacement[]): readonly PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end, node } of replacements) {
    if (start > from) pieces.push(cutText(text, from, start));
    pieces.push(locate(node, text, start, end));
    from = end;
  }
  if (from < text.value.length) pieces.push(cutText(text, from, text.value.length));
  return pieces;
}
