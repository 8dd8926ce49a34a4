import type { PhrasingContent, Text } from 'mdast';
import { type Replacement, splitText } from './split-text.ts';

/** Inline nodes of a title that was written in quotes at `offset` of the source: text, and code between backticks. */
export function readTitle(value: string, offset: number, line: number): readonly PhrasingContent[] {
  const place = (at: number) => ({ line, column: 1, offset: at });
  const text: Text = { type: 'text', value, position: { start: place(offset), end: place(offset + value.length) } };
  const codes = [...value.matchAll(/`([^`]+)`/g)].map(({ 0: whole, 1: code = '', index }): Replacement => {
    const offsets = Int32Array.from(code, (_, unit) => offset + index + 1 + unit);
    return { start: index, end: index + whole.length, node: { type: 'inlineCode', value: code, data: { offsets } } };
  });
  return codes.length === 0 ? [text] : splitText(text, codes);
}
