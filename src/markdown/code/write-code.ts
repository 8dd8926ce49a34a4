/**
 * Code block to HTML, without a tree in between.
 *
 *     struct file *f;   →   <i class="k">struct</i> <i class="t">␁0␂file␃</i> *f;
 *
 * Names are written as slots (see render/slots.ts), because whether they lead anywhere is known only when all notes are read.
 */

import { escapeHtml } from '../escape-html.ts';
import type { CodeToken } from './highlighter.ts';

/** A named stretch of the code, half-open in UTF-16 units; `slot` opens and closes what stands around its text. */
export interface CodeName {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

/**
 * HTML of the tokens of `code`, lines joined by `\n`. `names` must be sorted and must not overlap; one that crosses tokens is written
 * in its last one. `lineBreaks` are those of `code`, so that offsets stay true for `\r\n`. Lines whose number, from 1, is in `marked` stand
 * in `<mark>`.
 */
export function writeCode(
  code: string,
  lines: readonly (readonly CodeToken[])[],
  names: readonly CodeName[],
  marked: ReadonlySet<number> = new Set(),
): string {
  const rows: string[] = [];
  let offset = 0;
  let next = 0;
  for (const line of lines) {
    let row = '';
    for (const { text, className } of line) {
      let html = '';
      let from = 0;
      while (next < names.length) {
        const name = names[next];
        if (name === undefined || name.start >= offset + text.length) break;
        const start = Math.max(0, name.start - offset);
        const end = Math.min(text.length, name.end - offset);
        // Of a name over several tokens, such as `struct file`, the last one is the link.
        if (end > start && name.end <= offset + text.length) {
          html += `${escapeHtml(text.slice(from, start))}${name.open}${escapeHtml(text.slice(start, end))}${name.close}`;
          from = end;
        }
        if (name.end > offset + text.length) break;
        next++;
      }
      html += escapeHtml(text.slice(from));
      row += className === '' || html === '' ? html : `<i class="${className}">${html}</i>`;
      offset += text.length;
    }
    rows.push(marked.has(rows.length + 1) ? `<mark>${row}</mark>` : row);
    if (code[offset] === '\r') offset++;
    if (code[offset] === '\n') offset++;
  }
  return rows.join('\n');
}
