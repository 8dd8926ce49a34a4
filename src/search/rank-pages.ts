import { alternativesOf } from './alternatives-of.ts';
import { type KnownStems, measurePage, type PageMeasures, type Wanted } from './measure-page.ts';
import type { PagefindPage } from './pagefind-types.ts';
import { partUnspaced } from './part-unspaced.ts';
import { stemWord } from './stem-word.ts';
import { isSymptomWord, isWeakWord, WEAK_GAIN } from './stop-words.ts';
import type { WordPart } from './word-parts.ts';

/**
 * Orders the few pages that the word index thinks best by what they say. The index weighs words one by one and knows a compound by its parts, so that a
 * name in a title outranks the page that is about the word. The weights were fitted to graded queries over our notes and over notes of others.
 */

/** A page, with where its best place begins. */
export interface RankedPage {
  readonly page: PagefindPage;
  /** Up to about 2, whatever the query; pages of several sites can be compared. */
  readonly score: number;
  /** Number of the word at which the closest run of the words begins, as the index counts words. */
  readonly location: number;
}

const ALTERNATIVE_GAIN = 0.55;
const WEIGHTS: Readonly<Record<Exclude<keyof PageMeasures, 'location'>, number>> = {
  said: 0.37,
  section: 0.25,
  title: 0.13,
  heading: 0.21,
  lead: 0.17,
  start: 0.21,
  close: 0.24,
  near: 0.25,
  order: 0.11,
  covered: 0.23,
};
/** Pages that tell of an error are many, short, and repeat its words: they lose this much, less where the query tells of something that goes wrong. */
const ERROR_LOSS = 0.22;
const SYMPTOM_LOSS = 0.08;
/** How much more rare words tell: 0 would be nothing. */
const RARITY = 0.35;
const RE_TOKEN = /[\p{L}\p{N}_]+/gu;

/** `pages` best first. `counts` tells how many of `total` pages have each part. */
export function rankPages(
  pages: readonly PagefindPage[],
  parts: readonly WordPart[],
  counts: readonly number[],
  total: number,
): RankedPage[] {
  const wanted = parts.flatMap((part, index) => toWanted(part, gluedWith(parts, index), counts[index] ?? 0, total));
  const errorLoss = parts.some(({ text }) => isSymptomWord(text)) ? SYMPTOM_LOSS : ERROR_LOSS;
  const stems: KnownStems = new Map();
  return pages
    .map((page) => {
      const measures = measurePage(page, wanted, stems);
      const loss = page.meta.kind === 'error' ? errorLoss : 0;
      return { page, score: score(measures) - loss, location: measures.location };
    })
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
}

function score(measures: PageMeasures): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * measures[name as keyof PageMeasures];
  return sum;
}

/** A part written as one word with the one before or after it: `user space` is `userspace` elsewhere. */
function gluedWith(parts: readonly WordPart[], index: number): string[] {
  const plain = (part: WordPart | undefined): string =>
    part !== undefined && /^[a-z]+$/i.test(part.query) ? part.text.toLowerCase() : '';
  const [before, own, after] = [plain(parts[index - 1]), plain(parts[index]), plain(parts[index + 1])];
  return own === '' ? [] : [before === '' ? '' : before + own, after === '' ? '' : own + after];
}

function toWanted(part: WordPart, glued: readonly string[], count: number, total: number): Wanted[] {
  const words = partUnspaced(part.text).toLowerCase().match(RE_TOKEN) ?? [];
  // Each word of a phrase is commoner than the phrase.
  const rarity = Math.log(1 + total / (count * words.length + 1)) ** RARITY;
  const weight = rarity * (isWeakWord(part.text) ? WEAK_GAIN : 1);
  return words.map((word) => {
    const others = part.query === part.text ? alternativesOf(word) : [];
    const forms = new Map(others.map((other) => [stemWord(other), ALTERNATIVE_GAIN]));
    for (const whole of glued) if (whole !== '') forms.set(stemWord(whole), 1);
    return { weight, forms: forms.set(stemWord(word), 1) };
  });
}
