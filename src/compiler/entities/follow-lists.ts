/** Lists whose kind is said once: `functions: a, b`, `modules a and b`, `insmod or x`. */

import type { EntityKind } from '../../model/entity.ts';
import { MARK_CODE, markAt } from './block-scan.ts';
import { chineseKind, fits, kindAfter, kindOfTitleAbove } from './kind-said.ts';
import { isDash } from './name-shapes.ts';
import { isBareName } from './rules.ts';
import { CHUNK, OTHER_SCRIPT, WORD } from './text-tokens.ts';
import type { TextView } from './text-view.ts';
import { C_KEYWORDS } from './vocabulary.ts';
import { ADJECTIVES, COMMON_WORDS, KIND_WORDS, STOP_WORDS } from './words.ts';

/** Gives the kind that is said of one member of a list to the others. */
export function followLists(view: TextView): void {
  const { types } = view.tokens;
  let i = 0;
  while (i < types.length) {
    if (!isListItem(view, i)) {
      i += 1;
      continue;
    }
    const items = [i];
    let k = i;
    for (;;) {
      const next = nextItem(view, k);
      if (next < 0) break;
      items.push(next);
      k = next;
    }
    if (items.length > 1 || isComma(view, i - 1) || isComma(view, i + 1)) nameList(view, items);
    i = k + 1;
  }
}

function isListItem(view: TextView, i: number): boolean {
  const type = view.tokens.types[i];
  if (type !== WORD && type !== CHUNK) return false;
  return view.isStyled(view.tokens.starts[i] ?? 0) || (isAmidChinese(view, i) && isPlainItem(view, i));
}

/** Between Chinese letters or the comma of Chinese lists a word is a name as if it were marked. */
function isAmidChinese(view: TextView, i: number): boolean {
  const before = view.tokens.types[i - 1];
  const after = view.tokens.types[i + 1];
  return (before === OTHER_SCRIPT || before === 0x3001) && (after === OTHER_SCRIPT || after === 0x3001);
}

/** An unmarked word that may be a name in a list that says what it holds. */
function isPlainItem(view: TextView, i: number): boolean {
  const word = view.tokens.types[i] === WORD ? view.word(i) : '';
  return /^[a-z][a-z0-9_]+$/u.test(word) && !(COMMON_WORDS.has(word) || STOP_WORDS.has(word) || ADJECTIVES.has(word));
}

/** The list with the unmarked members on both sides of it, `modules: bfq, `zram`, brd`: told from a sentence by the colon or the title before it. */
function withPlainItems(view: TextView, items: readonly number[]): readonly number[] {
  const all = [...items];
  for (let k = (all[0] ?? 0) - 1; isComma(view, k) && isPlainItem(view, k - 1); k -= 2) all.unshift(k - 1);
  for (let k = (all.at(-1) ?? 0) + 1; isComma(view, k) && isPlainItem(view, k + 1); k += 2) {
    if (view.tokens.types[k + 2] === WORD) break;
    all.push(k + 1);
  }
  return all;
}

function isComma(view: TextView, k: number): boolean {
  return view.tokens.types[k] === 44 || view.tokens.types[k] === 0x3001;
}

/** Index of the next member of the list that `i` is in; -1 where the list ends. */
function nextItem(view: TextView, i: number): number {
  const { types } = view.tokens;
  let k = i + 1;
  if (types[k] === 40 && types[k + 1] === 41) k += 2;
  for (let n = 0; n < 3; n += 1) {
    const type = types[k];
    const isJoin =
      type === 44 ||
      type === 47 ||
      type === 0x3001 ||
      type === 43 ||
      type === 38 ||
      (type === WORD &&
        /^(?:and|or|und|oder)$/u.test(view.word(k)) &&
        (markAt(view.scan, view.tokens.starts[k] ?? 0) & MARK_CODE) === 0) ||
      (type === OTHER_SCRIPT && /^[和与及或]$/u.test(view.word(k)));
    if (!isJoin) break;
    k += 1;
  }
  if (!isListItem(view, k)) return -1;
  // `brk` or `mmap` *system calls*: the words for the kind are no members.
  if (KIND_WORDS.has(view.word(k)) || (view.word(k) === 'system' && /^calls?$/u.test(view.word(k + 1)))) return -1;
  return view.isSameSpan(i, k) ? -1 : k;
}

function nameList(view: TextView, marked: readonly number[]): void {
  const whole = withPlainItems(view, marked);
  const isAnnounced = whole[0] === 0 || view.tokens.types[(whole[0] ?? 0) - 1] === 58;
  const announced = isAnnounced ? kindBeforeList(view, whole[0] ?? 0) : undefined;
  const items = announced === undefined ? marked : whole;
  const before = announced ?? kindBeforeList(view, items[0] ?? 0);
  if (items.length < 2) return;
  const last = items.at(-1) ?? 0;
  const lastEnd =
    view.tokens.types[last + 1] === 40 && view.tokens.types[last + 2] === 41
      ? (view.tokens.ends[last + 2] ?? 0)
      : undefined;
  const said = before ?? kindAfter(view, last, lastEnd);
  const rule = said === undefined ? 'coordinated' : 'listed';
  const isJoined = items.every((item, n) => n === 0 || item - (items[n - 1] ?? 0) > 1);
  const isMarked = items.every((i) => view.isStyled(view.tokens.starts[i] ?? 0));
  const kind = said ?? (isJoined && isMarked ? kindShared(view, items) : undefined);
  if (kind === undefined) return;
  const hasName = before !== undefined && items.some((i) => !COMMON_WORDS.has(view.word(i)));
  for (const i of items) {
    const start = view.tokens.starts[i] ?? 0;
    const end = view.tokens.ends[i] ?? 0;
    const name = view.scan.text.slice(start, end);
    if (name.startsWith('.')) continue;
    const isEnglish = hasName && COMMON_WORDS.has(name) && kind === 'module';
    if (C_KEYWORDS.has(name) || (!isEnglish && !fits(view, name, start, kind))) continue;
    if (view.kinds[i] === undefined) view.take(i, start, end, name, rule, kind);
    else sharpen(view, start, kind, rule);
  }
}

/** Says the kind of a name that was taken without one, or as possible only. */
function sharpen(view: TextView, start: number, kind: EntityKind, rule: 'listed' | 'coordinated'): void {
  const { found } = view.scan;
  const k = view.placeOf(start);
  const candidate = found[k];
  if (candidate === undefined) return;
  const isOpen =
    candidate.rule === 'marked-word' ||
    candidate.rule === 'marked-english' ||
    isBareName(candidate.rule) ||
    (kind === 'module' && candidate.rule === 'known-marked-name' && candidate.kind === 'command');
  if (isOpen) found[k] = { ...candidate, kind, rule, strength: rule === 'listed' ? 'certain' : 'likely' };
}

/** `functions: a, b`, `structs (a, b)`, `modules a and b`. */
function kindBeforeList(view: TextView, first: number): EntityKind | undefined {
  let k = first - 1;
  const type = view.tokens.types[k];
  if (type === 58) {
    const kind = kindOfClause(view, k);
    if (kind !== undefined) return kind;
  }
  if (type === 58 || type === 40 || isDash(type)) k -= 1;
  if (k < 0) return kindOfTitleAbove(view, first);
  if (view.tokens.types[k] === OTHER_SCRIPT) {
    const run = view.word(k);
    if (/(?:有|含|带|给|里的?|中的?)$/u.test(run) && run.length < 8 && isStructNear(view, k)) return 'field';
    return chineseKind(run.replace(/[有是:：]+$/u, ''), 'end');
  }
  if (view.tokens.types[k] !== WORD) return undefined;
  const word = view.word(k).replace(/^_+|_+(?=s?$)/gu, '');
  if (HOLDING_VERBS.has(word) && isStructNear(view, k)) return 'field';
  if (/^calls?$/u.test(word) && view.word(k - 1) === 'system') return 'syscall';
  return KIND_WORDS.get(word);
}

/** `Modules at that time: a, b`: the first word of the clause before the colon `k`, in the plural, says what the list holds. */
function kindOfClause(view: TextView, k: number): EntityKind | undefined {
  let first = k;
  while (first > 0 && k - first < 8 && view.tokens.types[first - 1] === WORD) first -= 1;
  const before = view.tokens.types[first - 1];
  if (first === k || !(before === undefined || before === 46 || before === 59)) return undefined;
  const word = view.word(first);
  return word.endsWith('s') && !view.isStyled(view.tokens.starts[first] ?? 0)
    ? KIND_WORDS.get(word.toLowerCase())
    : undefined;
}

/** What a structure does to its members. */
const HOLDING_VERBS: ReadonlySet<string> = new Set(
  'carries has have had contains contain holds hold keeps keep embeds embed gained gains got lost loses includes include members fields its'.split(
    ' ',
  ),
);

/** A structure was named a few words before token `k`. */
function isStructNear(view: TextView, k: number): boolean {
  for (let n = k - 1; n >= Math.max(0, k - 5); n -= 1) {
    if (view.tokens.types[n] === 46) return false;
    if (view.kinds[n] === 'struct') return true;
  }
  return false;
}

function kindShared(view: TextView, items: readonly number[]): EntityKind | undefined {
  for (const i of items) {
    const kind = view.kinds[i];
    if (kind === 'command' || kind === 'module' || kind === 'struct') return kind;
  }
  return undefined;
}
