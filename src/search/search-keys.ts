import { isStopWord } from './stop-words.ts';

/**
 * Keys are the strings under which a name can be looked up by their beginnings. A name has one key for the whole of it
 * and one for the rest from each of its parts on, so that a middle part, a member after `->` and the end of a path are
 * all beginnings of some key:
 *
 *     sk_stream_alloc_skb  →  sk_stream_alloc_skb  stream_alloc_skb  alloc_skb  skb
 *     fs/char_dev.c        →  fs/char_dev.c  char_dev.c  dev.c
 *
 * Both names and queries go through `normaliseName`, hence `__tcp_x`, `tcp_x()` and `TCP_X` share their keys; which of
 * them was meant is decided when results are ranked.
 */

/** Characters of a key that are kept: longer beginnings tell nothing apart that ranking would not. */
export const KEY_LENGTH = 40;

const RE_DECORATION = /^(?:struct|union|enum)\s+/;
const RE_CALL = /(?<=[\p{L}\p{N}_])\([^()]*\)?;?$/u;
const RE_LEADING = /^[^\p{L}\p{N}]+/u;
const RE_PREFIX = /^(?:config_(?=.)|include\/(?=.))/;
const RE_CHOICE = /=[ymn]$|\/+$/;
/** A part of a path that stands for anything: `*`, `…`, `$(uname -r)`, `$KDIR`, `<device>`, `{dev}`. */
const RE_HOLE = /\$\([^()]*\)|\$\{?\w+\}?|<[^<>/]+>|\{[^{}/]+\}|…|\*+/g;
const RE_HOLED_PATH = /\/.*[*…$<{]|[*…$<{].*\//;
const RE_ASCII = /^[\u0000-\u007f]*$/;
const RE_ALNUM = /[\p{L}\p{N}]/u;
const RE_WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=.)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Endings that are no names by themselves. */
const ENDINGS: ReadonlySet<string> = new Set(['c', 'h', 's', 'o', 'ko', 'so', 'txt', 'rst', 'conf', 'y', 'm', 'n']);

/** Where a key begins within the normalised name; `key` is the rest from there, cut to `KEY_LENGTH`. */
export interface NameKey {
  readonly key: string;
  readonly start: number;
}

/**
 * The name without what people leave out or add: case, `()` with its content, `struct `, leading punctuation, `CONFIG_`,
 * `include/`, `=y`, a slash at the end; holes of a path are all written `*`. Empty when nothing is left.
 */
export function normaliseName(name: string): string {
  return (RE_HOLED_PATH.test(name) ? name.replace(RE_HOLE, '*') : name)
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(RE_DECORATION, '')
    .replace(RE_CALL, '')
    .replace(RE_LEADING, '')
    .replace(RE_PREFIX, '')
    .replace(RE_LEADING, '')
    .replace(RE_CHOICE, '');
}

/** Keys of a name, the whole first. Endings such as `c` and parts of one character give none. */
export function keysOfName(name: string): NameKey[] {
  return keysAt(normaliseName(name), (part) => part.length < 2 || ENDINGS.has(part));
}

/** Keys of a title: one from each word on that says something. */
export function keysOfTitle(title: string): NameKey[] {
  return keysAt(normaliseName(title), (rest) => {
    const word = /^[\p{L}\p{N}]+/u.exec(rest)?.[0] ?? '';
    return isStopWord(word) || (word.length < 2 && /^[a-z0-9]/.test(word));
  });
}

/** True where a part of `text` begins or ends at `offset`. */
export function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return !(RE_ALNUM.test(text.charAt(offset - 1)) && RE_ALNUM.test(text.charAt(offset)));
}

function keysAt(text: string, isSkipped: (rest: string) => boolean): NameKey[] {
  if (text === '') return [];
  const keys: NameKey[] = [{ key: text.slice(0, KEY_LENGTH).trimEnd(), start: 0 }];
  for (const start of wordStarts(text)) {
    const rest = text.slice(start);
    if (start > 0 && !isSkipped(rest)) keys.push({ key: rest.slice(0, KEY_LENGTH).trimEnd(), start });
  }
  return keys;
}

/** Most names are ASCII, where no pattern is needed. */
function wordStarts(text: string): number[] {
  if (!RE_ASCII.test(text)) return [...text.matchAll(RE_WORD_START)].map(({ index }) => index);
  const starts: number[] = [];
  let isInside = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset) | 32;
    const isAlnum = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57 && text.charCodeAt(offset) >= 48);
    if (isAlnum && !isInside) starts.push(offset);
    isInside = isAlnum;
  }
  return starts;
}
