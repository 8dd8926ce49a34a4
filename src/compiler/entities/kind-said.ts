/** Of what kind the words around a name say it is. */

import type { EntityKind } from '../../model/entity.ts';
import { MARK_CODE, markAt } from './block-scan.ts';
import { isAllCapitals, isUpper } from './characters.ts';
import { kindOfTitle } from './kind-of-title.ts';
import { isDash, isUnderscored } from './name-shapes.ts';
import { OTHER_SCRIPT, WORD } from './text-tokens.ts';
import type { TextView } from './text-view.ts';
import { KNOWN_NAMES, SHELL_TOOLS } from './vocabulary.ts';
import {
  ADJECTIVES,
  CALL_VERBS,
  COMMON_WORDS,
  HARD_STOP_WORDS,
  KIND_WORDS,
  KIND_WORDS_CHINESE,
  MODULE_TOOLS,
  STOP_WORDS,
} from './words.ts';

/** Words that may stand between a name and the word for its kind. */
const QUALIFIERS: ReadonlySet<string> = new Set(
  'ELF kernel library boot sysctl shell debugging GNU helper callback platform character char block network USB PCI inline exported internal init cleanup'.split(
    ' ',
  ),
);

/** What joins a name to the word for its kind in Chinese: `的`, `等`, `这两个`. */
const RE_COUNTED = /^的?(?:等等?|之类的)?[这那]?(?:[一两二三四五六七八九十几多]*[个种些类])?/u;

/** Kind that the Chinese text at that edge says. */
export function chineseKind(run: string, edge: 'start' | 'end'): EntityKind | undefined {
  const bare = edge === 'start' ? run.replace(RE_COUNTED, '') : run;
  for (const [word, kind] of KIND_WORDS_CHINESE)
    if (edge === 'start' ? bare.startsWith(word) && word !== '调用' : bare.endsWith(word)) return kind;
  return undefined;
}

/** Kind that the words around a token say, if they do. */
export function kindSaid(view: TextView, i: number, endOfName?: number): EntityKind | undefined {
  const after = kindAfter(view, i, endOfName);
  if (after !== undefined) return after;
  return kindBefore(view, i);
}

export function kindAfter(view: TextView, i: number, endOfName?: number): EntityKind | undefined {
  let k = view.skipQuotes(i + 1, 1);
  if (endOfName !== undefined) while (k < view.tokens.starts.length && (view.tokens.starts[k] ?? 0) < endOfName) k += 1;
  k = view.skipQuotes(k, 1);
  if (view.tokens.types[k] === OTHER_SCRIPT) return chineseKind(view.word(k), 'start');
  if (view.tokens.types[k] !== WORD) return undefined;
  if (view.isSameSpan(i, k)) return undefined;
  const word = view.word(k);
  if (word === 'system' && /^calls?$/u.test(view.word(k + 1))) return 'syscall';
  if ((word === 'file' || word === 'files') && isUnderscored(view.word(i)))
    return view.tokens.types[k + 1] === 61 ? undefined : 'path';
  if (QUALIFIERS.has(word)) return view.tokens.types[k + 1] === WORD ? KIND_WORDS.get(view.word(k + 1)) : undefined;
  if (word === 'is' || word === 'are' || word === 'was') return kindBehindIs(view, k);
  if (word === 'of' || word === 'in' || word === 'von')
    return isStructNext(view, k + 1) && (isUnderscored(view.word(i)) || view.isWholeName(i)) ? 'field' : undefined;
  const kind = KIND_WORDS.get(word);
  // `the foo module parameter`, `a foo struct member`: the last word says it.
  const further =
    kind === 'module' || kind === 'struct' || kind === 'function' || kind === 'command'
      ? kindAfterKind(view, k)
      : undefined;
  return further ?? kind;
}

/** `of struct file`, `in the task_struct`; a call is no member. */
function isStructNext(view: TextView, from: number): boolean {
  const k = /^(?:the|a|an|every|each)$/u.test(view.word(from)) ? from + 1 : from;
  if (view.word(k) === 'struct') return view.tokens.types[k + 1] === WORD;
  return (
    view.tokens.types[k] === WORD &&
    (KNOWN_NAMES.get(view.word(k))?.kind === 'struct' || /_(?:ops|operations)$/u.test(view.word(k))) &&
    isUnderscored(view.word(k))
  );
}

function kindAfterKind(view: TextView, k: number): EntityKind | undefined {
  if (view.tokens.types[k + 1] !== WORD) return undefined;
  const kind = KIND_WORDS.get(view.word(k + 1));
  return kind === 'parameter' || kind === 'field' ? kind : undefined;
}

/** `is a function`, `are tools`, `is still the field`; `k` is the verb. */
function kindBehindIs(view: TextView, k: number): EntityKind | undefined {
  let hasArticle = view.word(k) === 'are';
  for (let n = k + 1; n < k + 5; n += 1) {
    if (view.tokens.types[n] !== WORD) return undefined;
    const word = view.word(n);
    const kind = KIND_WORDS.get(word);
    if (kind !== undefined) return hasArticle ? kind : undefined;
    if (word === 'a' || word === 'an' || word === 'the') hasArticle = true;
    else if (STOP_WORDS.has(word) && word !== 'still' && word !== 'only' && word !== 'simple') return undefined;
  }
  return undefined;
}

/** Beside Chinese a plain word is a name where a word for its kind touches it. */
export function kindInChinese(view: TextView, i: number, name: string): EntityKind | undefined {
  if (view.mode !== 'text' || name.length < 2) return undefined;
  if (view.tokens.types[i + 1] !== OTHER_SCRIPT && view.tokens.types[i - 1] !== OTHER_SCRIPT) return undefined;
  const kind =
    (view.tokens.types[i + 1] === OTHER_SCRIPT ? kindAfter(view, i) : undefined) ??
    (view.tokens.types[i - 1] === OTHER_SCRIPT ? kindBefore(view, i) : undefined);
  return isUpper(name.charCodeAt(0)) && !(kind === 'macro' && name.length > 4) ? undefined : kind;
}

/** Beginnings of Russian words for a kind, which take many endings. */
const RUSSIAN_KINDS: readonly (readonly [string, EntityKind])[] = [
  ['системн', 'syscall'],
  ['функци', 'function'],
  ['структур', 'struct'],
  ['пол', 'field'],
  ['макрос', 'macro'],
  ['переменн', 'variable'],
  ['параметр', 'parameter'],
  ['модул', 'module'],
  ['драйвер', 'module'],
  ['утилит', 'command'],
  ['команд', 'command'],
  ['секци', 'section'],
];
const RE_RUSSIAN = /(системн[а-я]+\s+вызов[а-я]*|[а-яё]{4,})[\s«"]*$/iu;

/** Kind that the Russian word before a token says. */
export function kindInRussian(view: TextView, i: number): EntityKind | undefined {
  const start = view.tokens.starts[i] ?? 0;
  const before = view.scan.text.charCodeAt(start - 2);
  if (view.mode !== 'text' || before < 0x400 || before > 0x45f) return undefined;
  const word = RE_RUSSIAN.exec(view.scan.text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase() ?? '';
  const kind = RUSSIAN_KINDS.find(([stem]) => word.startsWith(stem))?.[1];
  if (kind === 'field' && !/^пол(?:е|я|ю|ем|ей|ям|ями|ях)$/u.test(word)) return undefined;
  return kind === 'syscall' && !word.includes('вызов') ? undefined : kind;
}

function kindBefore(view: TextView, i: number): EntityKind | undefined {
  const inRussian = kindInRussian(view, i);
  if (inRussian !== undefined) return inRussian;
  let k = view.skipQuotes(i - 1, -1);
  // `the first field - name`
  if (isDash(view.tokens.types[k])) k = view.skipQuotes(k - 1, -1);
  if (k < 0) return kindOfTitleAbove(view, i);
  if (view.tokens.types[k] === OTHER_SCRIPT) return chineseKind(view.word(k), 'end');
  if (view.tokens.types[k] !== WORD) return undefined;
  if (view.isSameSpan(i, k)) return undefined;
  const word = view.word(k);
  if ((word === 'call' || word === 'calls') && view.word(k - 1) === 'system') return 'syscall';
  if (word === 'its' && isUnderscored(view.word(i)) && isStructBefore(view, k)) return 'field';
  if (word === 'called' || word === 'named') return kindCalled(view, k);
  if (MODULE_TOOLS.has(word)) return 'module';
  if (CALL_VERBS.has(word) || (word === 'of' && CALL_VERBS.has(view.word(k - 1)))) return 'function';
  const kind = KIND_WORDS.get(word);
  if (kind === 'variable' && word === 'global') return undefined;
  return kind;
}

/** Kind that the heading or the head of the column says of a name that begins the text. */
export function kindOfTitleAbove(view: TextView, i: number): EntityKind | undefined {
  const { scan, mode } = view;
  if (scan.title === undefined || mode !== 'text') return undefined;
  if (i > 0 && view.skipQuotes(0, 1) !== i) return undefined;
  const kind = kindOfTitle(scan.title, scan.isCell);
  return kind !== 'macro' && isUpper(scan.text.charCodeAt(view.tokens.starts[i] ?? 0)) ? undefined : kind;
}

/** A structure was named a few words before token `k`. */
function isStructBefore(view: TextView, k: number): boolean {
  for (let n = k - 1; n >= 0 && n > k - 5; n -= 1) if (view.kinds[n] === 'struct') return true;
  return false;
}

/** `a module called NAME`, `the module will be called NAME`; `k` is the verb. */
function kindCalled(view: TextView, k: number): EntityKind | undefined {
  for (let n = k - 1; n > k - 5; n -= 1) {
    if (view.tokens.types[n] !== WORD) return undefined;
    const kind = KIND_WORDS.get(view.word(n));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** A marked name in a column whose head says that it holds such names: English or not, it is one. */
function isHeldBy(view: TextView, start: number, kind: EntityKind): boolean {
  const { title, isCell } = view.scan;
  return isCell && title !== undefined && view.isStyled(start) && kindOfTitle(title, true) === kind;
}

/** Whether a name can be of the kind that the text says. */
export function fits(view: TextView, name: string, start: number, kind: EntityKind): boolean {
  const isCode = (markAt(view.scan, start) & MARK_CODE) !== 0 || isHeldBy(view, start, kind);
  if ((isCode ? HARD_STOP_WORDS : STOP_WORDS).has(name) || KIND_WORDS.has(name) || name.length < 2) return false;
  if (
    isAllCapitals(name) &&
    !isUnderscored(name) &&
    kind !== 'macro' &&
    !(isCode && (kind === 'module' || kind === 'command'))
  )
    return false;
  // `the DPLL_CMD_PIN_SET command`: a constant that stands for one.
  if (isAllCapitals(name) && isUnderscored(name) && kind !== 'macro' && kind !== 'function' && kind !== 'enum')
    return false;
  if (kind === 'variable' && name.endsWith('_t')) return false;
  if (kind === 'command' && SHELL_TOOLS.has(name)) return false;
  if (kind === 'section') return name.startsWith('__');
  if (kind === 'annotation') return name.startsWith('__');
  if (kind === 'type' && !isUnderscored(name)) return isCode && !COMMON_WORDS.has(name);
  if (kind === 'struct' || kind === 'union' || kind === 'enum')
    return !isUpper(name.charCodeAt(0)) && (isCode || !ADJECTIVES.has(name));
  if (isUnderscored(name)) return true;
  return isCode || !(COMMON_WORDS.has(name) || ADJECTIVES.has(name));
}
