import { alternativesOf } from './alternatives-of.ts';
import type { PagefindPage } from './pagefind-types.ts';
import { partUnspaced } from './part-unspaced.ts';
import { stemWord } from './stem-word.ts';
import { isStopWord, isWeakWord, WEAK_GAIN } from './stop-words.ts';
import type { WordPart } from './word-parts.ts';

/**
 * Orders the few pages that the word index thinks best by what they say. The index weighs words one by one and knows a compound by its parts, so that a
 * name in a title outranks the page that is about the word. Here counts: how often a page has the words for its length, whether they make up its title
 * or one of its headings, whether its first sentences have them, and how many of them stand close together and in order. The weights were fitted to the graded queries in tests/search.
 */

/** A page, with where its best place begins. */
export interface RankedPage {
  readonly page: PagefindPage;
  /** 0 to about 3, whatever the query; pages of several sites can be compared. */
  readonly score: number;
  /** Number of the word at which the closest run of the words begins, as the index counts words. */
  readonly location: number;
}

/** A word of the query. */
interface Wanted {
  /** What it is worth: words that few pages have tell more. */
  readonly weight: number;
  /** How well a stem answers it, 0 to 1. */
  readonly forms: ReadonlyMap<string, number>;
}

interface Place {
  readonly location: number;
  readonly wanted: number;
  readonly gain: number;
}

const ALTERNATIVE_GAIN = 0.6;
/** For a part of a name, such as `write` in `cpu_write_table`. */
const NAME_PART_GAIN = 0.2;
const TITLE = 0.8;
const HEADING = 0.5;
const LEAD = 0.5;
const CLOSENESS = 1;
const ORDER = 0.6;
/** Words after the title that tell what a page is about: its summary and the beginning of its text. */
const LEAD_LENGTH = 45;
/** From one word of the query to the next, where they stand as in the query. */
const NEXT = 2;
/** Words between the first and the last of those that stand close together. */
const CLOSE = 12;
/** Share of the score that does not depend on how much of the query the page has. */
const UNCOVERED = 0.8;
/** Occurrences of which a page gets half the gain of very many, at the usual length. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;
const USUAL_LENGTH = 700;
/** Most pages that tell of an error are short and repeat its words; they are found by the message. */
const ERROR_GAIN = 0.9;
const RE_TOKEN = /[\p{L}\p{N}_]+/gu;

/** `pages` best first. `counts` tells how many of `total` pages have each part. */
export function rankPages(
  pages: readonly PagefindPage[],
  parts: readonly WordPart[],
  counts: readonly number[],
  total: number,
): RankedPage[] {
  const wanted = parts.flatMap((part, index) => toWanted(part, gluedWith(parts, index), counts[index] ?? 0, total));
  const stems = new Map<string, readonly string[]>();
  return pages
    .map((page) => rankPage(page, wanted, stems))
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
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
  const rarity = Math.sqrt(Math.log(1 + total / (count * words.length + 1)));
  const weight = rarity * (isWeakWord(part.text) ? WEAK_GAIN : 1);
  return words.map((word) => {
    const others = part.query === part.text ? alternativesOf(word) : [];
    const forms = new Map(others.map((other) => [stemWord(other), ALTERNATIVE_GAIN]));
    for (const whole of glued) if (whole !== '') forms.set(stemWord(whole), 1);
    return { weight, forms: forms.set(stemWord(word), 1) };
  });
}

function rankPage(page: PagefindPage, wanted: readonly Wanted[], stems: Map<string, readonly string[]>): RankedPage {
  const words = page.content.toLowerCase().split(' ');
  const places = words.flatMap((word, location) => placesIn(word, location, wanted, stems));
  const total = Math.max(0.001, sum(wanted.map(({ weight }) => weight)));
  const often = wanted.map((_, index) => sum(places.map((place) => (place.wanted === index ? place.gain : 0))));
  const rest = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * words.length) / USUAL_LENGTH);
  const weigh = (share: (count: number) => number): number =>
    sum(wanted.map(({ weight }, index) => weight * share(often[index] ?? 0))) / total;
  const closest = findClosest(places, wanted);
  const title = matchTitle(page.meta.title ?? '', wanted, total, stems);
  const heading = Math.max(0, ...page.anchors.map(({ text }) => matchTitle(text, wanted, total, stems)));
  const titleLength = (page.meta.title ?? '').split(' ').length;
  const leadWeight = weighStart(places, wanted, titleLength + LEAD_LENGTH);
  const said =
    weigh((count) => count / (count + rest)) +
    TITLE * title +
    HEADING * heading +
    (LEAD * leadWeight + CLOSENESS * closest.weight) / total +
    ORDER * matchOrder(places, wanted);
  const covered = weigh((count) => Math.min(1, count));
  const gain = page.meta.kind === 'error' ? ERROR_GAIN : 1;
  return { page, score: said * (UNCOVERED + (1 - UNCOVERED) * covered) * gain, location: closest.location };
}

/** Where a word of a page, with what is glued to it, answers words of the query. */
function placesIn(
  text: string,
  location: number,
  wanted: readonly Wanted[],
  stems: Map<string, readonly string[]>,
): Place[] {
  const found: Place[] = [];
  for (const token of stemsOf(text, stems)) {
    wanted.forEach(({ forms }, index) => {
      const gain = gainOf(token, forms);
      if (gain > 0) found.push({ location, wanted: index, gain });
    });
  }
  return found;
}

function gainOf(stem: string, forms: ReadonlyMap<string, number>): number {
  const whole = forms.get(stem);
  if (whole !== undefined) return whole;
  if (!stem.includes('_')) return 0;
  return NAME_PART_GAIN * Math.max(0, ...stem.split('_').map((part) => forms.get(stemWord(part)) ?? 0));
}

/** The stems in a text without blanks, remembered: pages share most of their words. */
function stemsOf(text: string, stems: Map<string, readonly string[]>): readonly string[] {
  const known = stems.get(text);
  if (known !== undefined) return known;
  const found = (text.match(RE_TOKEN) ?? []).map(stemWord);
  stems.set(text, found);
  return found;
}

/** 0 to 1: how much of the query a title has, the more so where it has little else. */
function matchTitle(
  title: string,
  wanted: readonly Wanted[],
  total: number,
  stems: Map<string, readonly string[]>,
): number {
  const words = title
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => stemsOf(word, stems).filter((stem) => !isStopWord(stem)));
  const answered = sum(
    wanted.map(({ weight, forms }) => weight * Math.max(0, ...words.map((word) => gainOf(word, forms)))),
  );
  const asked = sum(words.map((word) => Math.max(0, ...wanted.map(({ forms }) => gainOf(word, forms)))));
  return (answered / total) * (0.5 + (0.5 * asked) / Math.max(1, words.length));
}

/** The run of at most `CLOSE` words that has most of the query, and where it begins. */
function findClosest(places: readonly Place[], wanted: readonly Wanted[]): { weight: number; location: number } {
  let best = { weight: 0, location: places[0]?.location ?? 0 };
  for (let end = 0, start = 0; end < places.length; end += 1) {
    const last = places[end]?.location ?? 0;
    while (last - (places[start]?.location ?? 0) > CLOSE) start += 1;
    const gains = wanted.map(() => 0);
    for (let index = start; index <= end; index += 1) {
      const place = places[index];
      if (place !== undefined) gains[place.wanted] = Math.max(gains[place.wanted] ?? 0, place.gain);
    }
    const weight = sum(wanted.map((one, index) => one.weight * (gains[index] ?? 0)));
    if (weight > best.weight) best = { weight, location: places[start]?.location ?? 0 };
  }
  return best;
}

/** What a page has of the query before word `end`. */
function weighStart(places: readonly Place[], wanted: readonly Wanted[], end: number): number {
  const gains = wanted.map(() => 0);
  for (const { location, wanted: index, gain } of places)
    if (location < end) gains[index] = Math.max(gains[index] ?? 0, gain);
  return sum(wanted.map(({ weight }, index) => weight * (gains[index] ?? 0)));
}

/** 0 to 1: how many words of the query somewhere follow the one that they follow in the query. */
function matchOrder(places: readonly Place[], wanted: readonly Wanted[]): number {
  const gains = wanted.map(() => 0);
  const last: (Place | undefined)[] = wanted.map(() => undefined);
  for (const place of places) {
    const { location, wanted: index, gain } = place;
    const before = last[index - 1];
    if (before !== undefined && location > before.location && location - before.location <= NEXT)
      gains[index] = Math.max(gains[index] ?? 0, Math.min(gain, before.gain));
    last[index] = place;
  }
  const weights = wanted.map(({ weight }, index) => (index === 0 ? 0 : weight + (wanted[index - 1]?.weight ?? 0)));
  return sum(weights.map((weight, index) => weight * (gains[index] ?? 0))) / Math.max(0.001, sum(weights));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
