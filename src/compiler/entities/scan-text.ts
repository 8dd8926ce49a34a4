/**
 * The scanner of running text, also used on comments, arguments and lines of logs. One pass cuts the text into tokens, a second one
 * looks at every token with its neighbours, a third one follows lists whose kind is said once. All three are linear.
 */

import { type BlockScan, MARK_TAKEN, markAt } from './block-scan.ts';
import { isSystemPath } from './classify-path.ts';
import { followLists } from './follow-lists.ts';
import { kindSaid } from './kind-said.ts';
import { lookAtChunk } from './look-at-chunk.ts';
import { lookAtWord } from './look-at-word.ts';
import { isPlainWord } from './name-shapes.ts';
import { CHUNK, cutTokens, NUMBER, OTHER_SCRIPT, PATH, SKIP, WORD } from './text-tokens.ts';
import { type TextMode, TextView } from './text-view.ts';
import { KNOWN_NAMES, mayBeKnown } from './vocabulary.ts';

/** First six letters of the words for a kind that make an unmarked word before them worth a look. */
const KIND_AHEAD: ReadonlySet<string> = new Set(['driver', 'module', 'system', 'syscal']);

/** Takes the names in `[from, to)` of the block's text. Names taken before are left alone. */
export function scanText(scan: BlockScan, from: number, to: number, mode: TextMode): void {
  const tokens = cutTokens(scan.text, from, to);
  const view = new TextView(scan, tokens, mode);
  for (let i = 0; i < tokens.starts.length; i += 1) look(view, i);
  if (mode === 'text' && view.hasMarks) followLists(view);
}

/** Decides on one token. */
function look(view: TextView, i: number): void {
  const start = view.tokens.starts[i] ?? 0;
  const end = view.tokens.ends[i] ?? 0;
  if ((markAt(view.scan, start) & MARK_TAKEN) !== 0) return;
  switch (view.tokens.types[i]) {
    case PATH: {
      const path = view.scan.text.slice(start, end);
      if (isSystemPath(path)) view.take(i, start, end, path, 'system-path');
      return;
    }
    case WORD:
      if (!isPassedOver(view, i, start, end)) lookAtWord(view, i, start, end);
      return;
    case CHUNK:
      lookAtChunk(view, i, start, end);
      return;
    case NUMBER:
      if (end - start > 4 && kindSaid(view, i) === 'module')
        view.take(i, start, end, view.scan.text.slice(start, end), 'said-to-be', 'module');
      return;
    case SKIP: {
      // `$KDIR`
      const name = view.scan.text.charCodeAt(start) === 36 ? view.scan.text.slice(start + 1, end) : '';
      if (name !== '' && KNOWN_NAMES.get(name)?.kind === 'build') view.take(i, start + 1, end, name, 'make-variable');
      return;
    }
    default:
      return;
  }
}

/** An ordinary word that nothing near makes a name of: unmarked, small letters only, not listed, neither called nor dereferenced. */
function isPassedOver(view: TextView, i: number, start: number, end: number): boolean {
  const { text } = view.scan;
  const next = text.charCodeAt(end);
  if (view.isStyled(start) || view.isStyled(end - 1)) {
    view.hasMarks = true;
    return false;
  }
  if (next === 0x3001) view.hasMarks = true;
  if (text.charCodeAt(start - 1) === 62 && text.charCodeAt(start - 2) === 45) return false;
  if (next === 40 || next === 58 || next === 61 || next >= 0x2000 || (next === 45 && text.charCodeAt(end + 1) === 62))
    return false;
  const ahead = text.charCodeAt(end + 1);
  if (ahead === 0x2192 || (ahead === 45 && text.charCodeAt(end + 2) === 62)) return false;
  const mayBeSaid = next === 32 && (ahead === 100 || ahead === 109 || ahead === 115);
  if (mayBeSaid && KIND_AHEAD.has(text.slice(end + 1, end + 7))) return false;
  if (!isPlainWord(text, start, end) || mayBeKnown(text, start, end) || text.startsWith('ctl', end - 3)) return false;
  const type = view.tokens.types[i - 1];
  if (type === OTHER_SCRIPT || type === 0x2192 || type === 62) return false;
  if (type !== WORD) return true;
  const before = text.charCodeAt(view.tokens.starts[i - 1] ?? 0);
  const length = (view.tokens.ends[i - 1] ?? 0) - (view.tokens.starts[i - 1] ?? 0);
  return !((before === 115 && length === 6) || (before === 117 && length === 5) || (before === 101 && length === 4));
}
