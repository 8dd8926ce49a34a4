import type { OtherSite } from '../model/other-site.ts';
import type { SearchError } from './search-source.ts';
import { isStopWord } from './stop-words.ts';

/**
 * Leads from a pasted line to the error that prints it, by the words that its signatures are made of. The matcher of
 * whole logs is exact; this table only has to point at the right page, and is small: a list of words, then a line for
 * each error with the numbers of the words of each signature. Where a signature leaves a choice, one of several words is
 * met: their numbers are joined by a dot. Words are numbered from those of the titles on, which need no list.
 */

/** The words of which one stands in the message; mostly one. */
export type Term = readonly string[];

export interface ErrorTable {
  readonly errors: readonly ErrorRow[];
  /** Rarity of each word: the logarithm of how few errors have it. */
  readonly rarity: ReadonlyMap<string, number>;
}

export interface ErrorRow {
  readonly title: string;
  /** Without the base path. */
  readonly url: string;
  readonly signatures: readonly (readonly Term[])[];
}

export interface ErrorMatch {
  readonly row: ErrorRow;
  /** 0 to 1: how much of the message was met. */
  readonly share: number;
  /** 0 to 1: how much of what was typed is in the message; names and quoted words, which fill its holes, are not asked for. */
  readonly answered: number;
  /** `true` when the words that were met stand side by side and in order, in the message or in what was typed. */
  readonly isRun: boolean;
  /** Orders the matches of several tables. */
  readonly score: number;
  /** The words that were met, lower case. */
  readonly words: readonly string[];
  /** The build that it comes from, where that is not the open one. */
  readonly from?: OtherSite | undefined;
}

/** Bytes that the table may have when it is compressed. */
export const ERROR_TABLE_SIZE = 12_000;
/** Compressed bytes a character, where they are not measured. */
const BYTES_A_CHARACTER = 0.46;
const MAX_TERMS = 8;
const MIN_TERMS = 3;
const MAX_CHOICE = 24;
/** What further words of one choice weigh. */
const BRANCH_SHARE = 0.5;
const RE_FILLING = /[_./\d]/;
const RE_QUOTED = /(["'`‘“])[^"'`’”]*["'`’”]/g;
const RE_WORD = /[\p{L}\p{N}_]{2,}/gu;
const RE_GROUP = /\{([?=])((?:[^{}]|\{[^{}]*\})*)\}/g;
const RE_HOLE = /[\p{L}\p{N}_]*\{[a-z]+(?::[a-z0-9_]+)?\}[\p{L}\p{N}_]*/gu;

/**
 * The text of the table, errors in code-unit order of their URLs. As many words of each signature are kept as fit into
 * `ERROR_TABLE_SIZE`, the rarest first and three at least. Where those do not fit, the first signatures of all errors go before the second of any; errors
 * of which not even the titles fit are left to the word index. A signature with the very words
 * of the title is left out: titles are matched as well. `sizeOf` tells the compressed size of a text.
 */
export function encodeErrorTable(
  errors: readonly SearchError[],
  sizeOf: (text: string) => number = (text) => text.length * BYTES_A_CHARACTER,
): string {
  const rows = [...errors]
    .sort((a, b) => compareUnits(a.url, b.url))
    .map(({ title, url, signatures }) => {
      const told = wordsOf(title).join(' ');
      return { title, url, signatures: signatures.map(termsOf).filter((terms) => terms.join(' ') !== told) };
    });
  const known = titleWords(rows.map(({ title }) => flatten(title)));
  const isFitting = (text: string): boolean => sizeOf(text) <= ERROR_TABLE_SIZE;
  const byTerms = findLargest(MIN_TERMS, MAX_TERMS, (count) => encodeRows(rows, count, known), isFitting);
  if (byTerms !== undefined) return byTerms;
  const count = rows.reduce((sum, { signatures }) => sum + signatures.length, 0);
  const byOrder = findLargest(0, count, (kept) => encodeRows(firstSignatures(rows, kept), MIN_TERMS, known), isFitting);
  return byOrder ?? cutRows(firstSignatures(rows, 0), sizeOf);
}

/** So many signatures: the first of each error, then the second of each, and so on. */
function firstSignatures(rows: readonly ErrorRow[], count: number): ErrorRow[] {
  const kept = rows.map(() => 0);
  for (let round = 0, left = count; left > 0; round += 1) {
    rows.forEach(({ signatures }, index) => {
      if (left === 0 || signatures.length <= round) return;
      kept[index] = round + 1;
      left -= 1;
    });
    if (rows.every(({ signatures }) => signatures.length <= round)) break;
  }
  return rows.map((row, index) => ({ ...row, signatures: row.signatures.slice(0, kept[index]) }));
}

/** What `make` makes of the largest number from `least` to `most` of which it is fitting, as it is of all smaller ones; `undefined` when of none. */
function findLargest(
  least: number,
  most: number,
  make: (count: number) => string,
  isFitting: (text: string) => boolean,
): string | undefined {
  let best: string | undefined;
  for (let low = least, high = most; low <= high; ) {
    const middle = (low + high) >> 1;
    const text = make(middle);
    if (isFitting(text)) {
      best = text;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

export function decodeErrorTable(text: string): ErrorTable {
  const [vocabulary = '', ...lines] = text.split('\n');
  const words = [...titleWords(lines.map((line) => line.slice(0, line.indexOf('\t')))), ...vocabulary.split(' ')];
  const errors: ErrorRow[] = [];
  for (const line of lines) {
    const [title = '', url = '', ...signatures] = line.split('\t');
    if (url === '') continue;
    errors.push({
      title,
      url,
      signatures: signatures.map((signature) =>
        signature === ''
          ? []
          : signature
              .split(' ')
              .map((term) => term.split('.').map((number) => words[Number.parseInt(number, 36)] ?? '')),
      ),
    });
  }
  const counts = new Map<string, number>();
  for (const row of errors) {
    for (const word of wordsOfRow(row)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rarity = new Map([...counts].map(([word, count]) => [word, Math.log(1 + errors.length / count)] as const));
  return { errors, rarity };
}

/** The errors that a typed or pasted text points at, best first, `limit` at most. */
export function matchErrors(table: ErrorTable, text: string, limit = 5): ErrorMatch[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return [];
  const found =
    typed.length === 1 ? matchWord(table, typed[0] ?? '', !text.trim().includes(' ')) : matchLine(table, text, typed);
  return found.sort((a, b) => b.score - a.score || compareUnits(a.row.url, b.row.url)).slice(0, limit);
}

/** One word names an error only when few have it; among others that tell nothing it is no message. */
function matchWord(table: ErrorTable, word: string, isAlone: boolean): ErrorMatch[] {
  if (word.length < 4) return [];
  const found: ErrorMatch[] = [];
  for (const row of table.errors) {
    const words = [...wordsOfRow(row)].filter((known) => known.startsWith(word));
    if (words.length === 0) continue;
    const isInTitle = wordsOf(row.title).some((known) => known.startsWith(word));
    const score = (isInTitle ? 1 : 0) + (words.includes(word) ? 2 : 0);
    found.push({ row, share: 0, answered: 1, isRun: isAlone, words, score });
  }
  return found.length <= Math.max(6, table.errors.length / 10) ? found : [];
}

function matchLine(table: ErrorTable, text: string, typed: readonly string[]): ErrorMatch[] {
  const known = new Set(typed);
  const last = typed.at(-1) ?? '';
  const found: ErrorMatch[] = [];
  const asked = weighAsked(table, text, typed);
  const fillings = fillingsOf(text);
  const plain = typed.filter((word) => !fillings.has(word));
  for (const row of table.errors) {
    let best: ErrorMatch | undefined;
    for (const terms of [...row.signatures, wordsOf(row.title).map((word) => [word])]) {
      const met = terms.flatMap((term) => term.filter((word) => known.has(word)).slice(0, 1));
      // Of a choice, further words tell the branch.
      const branch = terms.flatMap((term) => term.filter((word) => known.has(word)).slice(1));
      // The last word may still be on its way: it stands for one that begins with it.
      const begun =
        last.length < 3 || met.includes(last) ? undefined : terms.flat().find((word) => word.startsWith(last));
      if (begun !== undefined) met.push(begun);
      if (met.length < 2 && !(met.length === 1 && terms.length === 1)) continue;
      const weight = weigh(met, table) + BRANCH_SHARE * weigh(branch, table);
      const share = weight / Math.max(weight + weighMissed(terms, met, table), 0.001);
      const answered = Math.min(1, weight / Math.max(asked, 0.001));
      // Either the message is all there, or all that was typed is in the message.
      if (share < 0.6 && answered < 0.7) continue;
      const isInOrder = isRun(typed, terms, met) || (plain.length > 0 && isRun(plain, terms, met));
      const score = weight * Math.max(share, answered) * (1 + share);
      if (best !== undefined && score <= best.score) continue;
      best = { row, share, answered, isRun: isInOrder, words: met, score };
    }
    if (best !== undefined) found.push(best);
  }
  const top = Math.max(0, ...found.map(({ score }) => score));
  return found.filter(({ score }) => score >= top * 0.35);
}

/** What the typed words weigh, those left out that no table knows and that look like what fills a hole. */
function weighAsked(table: ErrorTable, text: string, typed: readonly string[]): number {
  const unknown = Math.log(1 + table.errors.length);
  const quoted = new Set([...text.matchAll(RE_QUOTED)].flatMap(([part]) => wordsOf(part)));
  const fillings = fillingsOf(text);
  return typed.reduce((sum, word) => {
    const rarity = table.rarity.get(word);
    if (rarity !== undefined) return sum + rarity;
    return quoted.has(word) || fillings.has(word) ? sum : sum + unknown;
  }, 0);
}

/** Words of names, numbers and paths, which fill the holes of messages. */
function fillingsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/\s+/)
      .filter((part) => RE_FILLING.test(part))
      .flatMap(wordsOf),
  );
}

/** True when the met words follow each other in what was typed, or all that was typed does in the message. */
function isRun(typed: readonly string[], terms: readonly Term[], met: readonly string[]): boolean {
  const holds = (list: readonly string[], run: readonly string[]): boolean =>
    list.some((_, start) => run.every((word, index) => list[start + index]?.startsWith(word)));
  return holds(typed, met) || holds(terms.flat(), typed);
}

function weigh(words: readonly string[], table: ErrorTable): number {
  return words.reduce((sum, word) => sum + (table.rarity.get(word) ?? 0), 0);
}

/** What the terms weigh of which no word was met; a choice as much as its commonest word. */
function weighMissed(terms: readonly Term[], met: readonly string[], table: ErrorTable): number {
  return terms
    .filter((term) => !term.some((word) => met.includes(word)))
    .reduce((sum, term) => sum + Math.min(...term.map((word) => table.rarity.get(word) ?? 0)), 0);
}

/** Words of a signature that no hole touches, each once; a choice is one term, an optional part none. */
function termsOf(signature: string): Term[] {
  const choices: Term[] = [];
  const literal = signature
    .replace(/\{\{|\}\}/g, ' ')
    .replace(/\{(?:start|end)\}/g, ' ')
    .replace(RE_GROUP, (_, mark: string, inner: string) => {
      const branches = inner.split('|').map((branch) => wordsOf(branch.replace(RE_HOLE, ' ')));
      if (mark === '=' && branches.every((words) => words.length > 0))
        choices.push([...new Set(branches.flat())].slice(0, MAX_CHOICE));
      return ' ';
    })
    .replace(RE_HOLE, ' ');
  return [...wordsOf(literal).map((word) => [word]), ...choices];
}

function wordsOf(text: string): string[] {
  return [...new Set([...text.normalize('NFC').toLowerCase().matchAll(RE_WORD)].map(([word]) => word))].filter(
    (word) => /[^\d_]/.test(word) && !/^0x[0-9a-f]+$/.test(word) && !isStopWord(word),
  );
}

function wordsOfRow(row: ErrorRow): Set<string> {
  return new Set([...row.signatures.flat(2), ...wordsOf(row.title)]);
}

/** `known` are the words of all titles. */
function encodeRows(rows: readonly ErrorRow[], maxTerms: number, known: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const word of new Set(row.signatures.flat(2))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const commonness = (term: Term): number => Math.max(...term.map((word) => counts.get(word) ?? 0));
  const rarestOf = (signature: readonly Term[]): readonly Term[] => {
    if (signature.length <= maxTerms) return signature;
    const ranked = signature
      .map((term) => ({ term, common: commonness(term), text: term.join(' ') }))
      .sort((a, b) => a.common - b.common || compareUnits(a.text, b.text));
    const kept = new Set(ranked.slice(0, maxTerms).map(({ term }) => term));
    return signature.filter((term) => kept.has(term));
  };
  const reduced = rows.map((row) => ({ ...row, signatures: row.signatures.map(rarestOf) }));
  const vocabulary = [...new Set(reduced.flatMap((row) => row.signatures.flat(2)))]
    .filter((word) => !known.has(word))
    .sort(compareUnits);
  const numbers = new Map([...known, ...vocabulary].map((word, index) => [word, index.toString(36)] as const));
  const lines = reduced.map(({ title, url, signatures }) => {
    const encoded = signatures.map((terms) =>
      terms.map((term) => term.map((word) => numbers.get(word) ?? '').join('.')).join(' '),
    );
    return [flatten(title), url, ...new Set(encoded)].join('\t');
  });
  return [vocabulary.join(' '), ...lines].join('\n');
}

/** As many errors as fit, so that the table stays small whatever the notes hold. */
function cutRows(rows: readonly ErrorRow[], sizeOf: (text: string) => number): string {
  const encode = (few: readonly ErrorRow[]): string =>
    encodeRows(few, MIN_TERMS, titleWords(few.map(({ title }) => flatten(title))));
  let kept = rows;
  let text = encode(kept);
  for (let size = sizeOf(text); size > ERROR_TABLE_SIZE && kept.length > 1; size = sizeOf(text)) {
    kept = kept.slice(0, Math.min(kept.length - 1, Math.floor((kept.length * ERROR_TABLE_SIZE) / size)));
    text = encode(kept);
  }
  return text;
}

/** The words of all titles, in order of their first place. */
function titleWords(titles: readonly string[]): Set<string> {
  return new Set(titles.flatMap(wordsOf));
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
