import { aliasesOf } from './aliases-of.ts';
import type { PagefindPage } from './pagefind-types.ts';
import { stemWord } from './stem-word.ts';
import { isStopWord } from './stop-words.ts';

/**
 * Tells by what a page answers a query, each from 0 to 1: how often it has the words for its length, as a whole and in its best section; whether
 * they make up its title, or another that it has, and a heading, stand in its first sentences, close together, in order; and how many of them it has at all.
 */

/** A word of the query. */
export interface Wanted {
  /** What it is worth: words that few pages have tell more. */
  readonly weight: number;
  /** How well a stem answers it, 0 to 1. */
  readonly forms: ReadonlyMap<string, number>;
}

/** See the head of this file; every number is from 0 to 1. */
export interface PageMeasures {
  readonly said: number;
  readonly section: number;
  readonly title: number;
  readonly heading: number;
  readonly lead: number;
  readonly start: number;
  readonly close: number;
  readonly near: number;
  readonly order: number;
  readonly covered: number;
  /** Number of the word at which the closest run of the words begins, as the index counts words. */
  readonly location: number;
}

/** The stems in texts without blanks that were met before: pages share most of their words. */
export type KnownStems = Map<string, readonly string[]>;

interface Place {
  readonly location: number;
  readonly wanted: number;
  readonly gain: number;
}

/** For a part of a name, such as `write` in `cpu_write_table`. */
const NAME_PART_GAIN = 0.2;
/** For a part of a word of a title, and the letters that it has at least. */
const COMPOUND_GAIN = 0.5;
const COMPOUND_LETTERS = 5;
/** Words after the title that tell what a page is about: its summary, and the beginning of its text with it. */
const START_LENGTH = 20;
const LEAD_LENGTH = 45;
/** From one word of the query to the next, where they stand as in the query. */
const NEXT = 2;
/** Words between the first and the last of those that stand close together, and of those in one paragraph. */
const CLOSE = 12;
const NEAR = 30;
/** How often a word has to stand for half the gain of very many: at the usual length, which counts for a share. */
const ON_PAGE = { often: 1.2, lengthShare: 0.6, usualLength: 700 };
const IN_SECTION = { often: 1.2, lengthShare: 0.5, usualLength: 120 };
const RE_TOKEN = /[\p{L}\p{N}_]+/gu;

/** The measures of one page. `stems` is filled. */
export function measurePage(page: PagefindPage, wanted: readonly Wanted[], stems: KnownStems): PageMeasures {
  const words = page.content.toLowerCase().split(' ');
  const places = words.flatMap((word, location) => placesIn(word, location, wanted, stems));
  const total = Math.max(0.001, sum(wanted.map(({ weight }) => weight)));
  const weigh = (gains: readonly number[]): number =>
    sum(wanted.map(({ weight }, index) => weight * (gains[index] ?? 0))) / total;
  const often = countPlaces(places, wanted);
  const own = matchTitle(page.meta.title ?? '', wanted, stems);
  const aliases = aliasesOf(page);
  const rate = ({ gains, asked }: TitleMatch): number => weigh(gains) * (0.5 + 0.5 * asked);
  const title = aliases
    .map((alias) => matchTitle(alias, wanted, stems))
    .reduce((best, match) => (rate(match) > rate(best) ? match : best), own);
  const headings = page.anchors.map(({ text }) => matchTitle(text, wanted, stems).gains);
  const titleLength = [page.meta.title ?? '', ...aliases].join(' ').split(' ').length;
  const begin = (length: number): number =>
    weigh(
      bestGains(
        places.filter(({ location }) => location < titleLength + length),
        wanted,
      ),
    );
  const closest = findClosest(places, wanted, CLOSE);
  return {
    said: weigh(saturate(often, words.length, ON_PAGE)),
    section: Math.max(
      ...sectionCounts(page, places, wanted, title.gains, headings, words.length).map(({ counts, length }) =>
        weigh(saturate(counts, length, IN_SECTION)),
      ),
    ),
    title: rate(title),
    heading: Math.max(weigh(title.gains), ...headings.map((gains) => weigh(mostOf(gains, title.gains)))),
    lead: begin(LEAD_LENGTH),
    start: begin(START_LENGTH),
    close: closest.weight / total,
    near: findClosest(places, wanted, NEAR).weight / total,
    order: matchOrder(places, wanted),
    covered: weigh(often.map((count) => Math.min(1, count))),
    location: closest.location,
  };
}

/** Where a word of a page, with what is glued to it, answers words of the query. */
function placesIn(text: string, location: number, wanted: readonly Wanted[], stems: KnownStems): Place[] {
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

/** For a word that a title's begins or ends with: `barrier` in `membarrier`. */
function compoundGain(stem: string, forms: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [form, gain] of forms)
    if (form.length >= COMPOUND_LETTERS && form.length < stem.length && (stem.startsWith(form) || stem.endsWith(form)))
      best = Math.max(best, COMPOUND_GAIN * gain);
  return best;
}

function stemsOf(text: string, stems: KnownStems): readonly string[] {
  const known = stems.get(text);
  if (known !== undefined) return known;
  const found = (text.match(RE_TOKEN) ?? []).map(stemWord);
  stems.set(text, found);
  return found;
}

interface TitleMatch {
  readonly gains: readonly number[];
  readonly asked: number;
}

/** How well a title answers each word of the query, and which share of the title, 0 to 1, was asked for. */
function matchTitle(title: string, wanted: readonly Wanted[], stems: KnownStems): TitleMatch {
  const words = title
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => stemsOf(word, stems).filter((stem) => !isStopWord(stem)));
  const gain = (word: string, forms: Wanted['forms']): number =>
    Math.max(gainOf(word, forms), compoundGain(word, forms));
  const gains = wanted.map(({ forms }) => Math.max(0, ...words.map((word) => gain(word, forms))));
  const asked = sum(words.map((word) => Math.max(0, ...wanted.map(({ forms }) => gain(word, forms)))));
  return { gains, asked: asked / Math.max(1, words.length) };
}

/** How often each section, from one heading to the next, has the words; those of its heading and of the title stand once in each. */
function sectionCounts(
  page: PagefindPage,
  places: readonly Place[],
  wanted: readonly Wanted[],
  title: readonly number[],
  headings: readonly (readonly number[])[],
  length: number,
): { counts: number[]; length: number }[] {
  const starts = [0, ...page.anchors.map(({ location }) => location)];
  const sections = starts.map((start, section) => {
    const heading = headings[section - 1];
    const counts = wanted.map((_, index) => (title[index] ?? 0) + (heading?.[index] ?? 0));
    return { counts, length: Math.max(1, (starts[section + 1] ?? length) - start) };
  });
  let section = 0;
  for (const { location, wanted: index, gain } of places) {
    while (location >= (starts[section + 1] ?? Number.POSITIVE_INFINITY)) section += 1;
    const counts = sections[section]?.counts;
    if (counts !== undefined) counts[index] = (counts[index] ?? 0) + gain;
  }
  return sections;
}

/** The more often, the nearer to 1; in a long text a word has to stand more often. */
function saturate(
  counts: readonly number[],
  length: number,
  { often, lengthShare, usualLength }: typeof ON_PAGE,
): readonly number[] {
  const rest = often * (1 - lengthShare + (lengthShare * length) / usualLength);
  return counts.map((count) => count / (count + rest));
}

/** The run of at most `most` words that has most of the query, and where it begins. */
function findClosest(
  places: readonly Place[],
  wanted: readonly Wanted[],
  most: number,
): { weight: number; location: number } {
  let best = { weight: 0, location: places[0]?.location ?? 0 };
  for (let end = 0, start = 0; end < places.length; end += 1) {
    const last = places[end]?.location ?? 0;
    while (last - (places[start]?.location ?? 0) > most) start += 1;
    const gains = bestGains(places.slice(start, end + 1), wanted);
    const weight = sum(wanted.map((one, index) => one.weight * (gains[index] ?? 0)));
    if (weight > best.weight) best = { weight, location: places[start]?.location ?? 0 };
  }
  return best;
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

function countPlaces(places: readonly Place[], wanted: readonly Wanted[]): number[] {
  const counts = wanted.map(() => 0);
  for (const { wanted: index, gain } of places) counts[index] = (counts[index] ?? 0) + gain;
  return counts;
}

function bestGains(places: readonly Place[], wanted: readonly Wanted[]): number[] {
  const gains = wanted.map(() => 0);
  for (const { wanted: index, gain } of places) gains[index] = Math.max(gains[index] ?? 0, gain);
  return gains;
}

function mostOf(one: readonly number[], other: readonly number[]): number[] {
  return one.map((gain, index) => Math.max(gain, other[index] ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
