import type { CorpusEntity, Posting } from '../compiler/compile-corpus.ts';
import { numberedTitle } from '../components/wording.ts';
import { type EntityKind, RELEASES } from '../model/entity.ts';
import type { EntryKind } from '../model/entry.ts';
import type { MapView } from '../model/page-views.ts';
import { marksOf, type NameFacts } from './kernel-facts.ts';
import type { SiteModel } from './site-model.ts';

/** Together at most 150 places, which is as much as one can look at. */
const MOST_CHAPTERS = 36;
const MOST_SAMPLES = 40;
const MOST_NAMES = 64;
/** Lines of one name to either side: those that say most of it. */
const MOST_LINES = 3;
/** Names that code calls and declares; what is typed at a terminal joins nothing. */
const KINDS: readonly EntityKind[] = ['function', 'macro', 'struct', 'variable'];

interface Candidate {
  readonly number: number;
  readonly chapters: readonly Posting[];
  readonly samples: readonly Posting[];
  readonly worth: number;
}

/**
 * Chapters in the order of the book, samples, and the names that join them: of each chapter in turn the best that is left, so that none
 * stands alone, until there is no more room. Names that only one of them has join nothing and are left out.
 */
export function mapViewOf(model: SiteModel): MapView {
  const chapters = bestOf(model, 'chapter', MOST_CHAPTERS);
  const samples = bestOf(model, 'sample', MOST_SAMPLES);
  const candidates = listCandidates(model, new Set(chapters), new Set(samples));
  const chosen = new Set<Candidate>();
  const queueOf = (entry: number, side: 'chapters' | 'samples') =>
    candidates
      .filter((candidate) => candidate[side].some((posting) => posting.entry === entry))
      .map((candidate) => ({ candidate, worth: candidate.worth + (placeIn(candidate[side], entry) >= 2 ? 1 : 0) }))
      .sort((a, b) => b.worth - a.worth || a.candidate.number - b.candidate.number)
      .map(({ candidate }) => candidate);
  const queues = [
    ...samples.map((sample) => queueOf(sample, 'samples')),
    ...chapters.map((chapter) => queueOf(chapter, 'chapters')),
  ];
  for (let round = 0; round < MOST_NAMES && chosen.size < MOST_NAMES; round++) {
    for (const queue of queues) {
      const next = queue.find((candidate) => !chosen.has(candidate));
      if (next !== undefined && chosen.size < MOST_NAMES) chosen.add(next);
    }
  }
  const names = [...chosen].sort((a, b) => a.number - b.number);
  const link = (number: number) => {
    const { title, url, number: chapter } = model.card(number);
    return { title: numberedTitle({ title, number: chapter }), url };
  };
  const firstSample = chapters.length + names.length;
  return {
    chapters: chapters.map(link),
    names: names.map(({ number }) => ({
      title: titleOf(entityOf(model, number)),
      url: model.entityUrl(number),
      kind: entityOf(model, number).kind,
      ...marksOf(model.factsOf(number)),
    })),
    samples: samples.map(link),
    edges: names.flatMap((candidate, at) => {
      const node = chapters.length + at;
      return [
        ...candidate.chapters.map(({ entry }): readonly [number, number] => [chapters.indexOf(entry), node]),
        ...candidate.samples.map(({ entry }): readonly [number, number] => [
          node,
          firstSample + samples.indexOf(entry),
        ]),
      ];
    }),
  };
}

/** Numbers of the entries of a kind that mention most names, in the order of their list. */
function bestOf(model: SiteModel, kind: EntryKind, most: number): readonly number[] {
  const all = model.entryIds(kind).map((id) => model.recordOf(id).number);
  const weigh = (number: number) => model.corpus.entries[number]?.names.length ?? 0;
  const kept = new Set([...all].sort((a, b) => weigh(b) - weigh(a) || a - b).slice(0, most));
  return all.filter((number) => kept.has(number));
}

function listCandidates(
  model: SiteModel,
  chapters: ReadonlySet<number>,
  samples: ReadonlySet<number>,
): readonly Candidate[] {
  const numbers = new Set([...chapters].flatMap((chapter) => model.corpus.entries[chapter]?.names ?? []));
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number): readonly Candidate[] => {
      const { kind, name, postings } = entityOf(model, number);
      if (!KINDS.includes(kind) || !isForModules(model.factsOf(number))) return [];
      const ofChapters = postings.filter(({ entry, place }) => chapters.has(entry) && place >= 1);
      const ofSamples = postings.filter(({ entry }) => samples.has(entry));
      const joined = ofChapters.length + ofSamples.length;
      if (ofChapters.length === 0 || joined < 2) return [];
      // What half of all have, such as the licence of a module, tells none from the other.
      const isEverywhere = joined > 6 && joined * 2 > chapters.size + samples.size;
      return isEverywhere
        ? []
        : [
            {
              number,
              chapters: strongest(ofChapters),
              samples: strongest(ofSamples),
              worth: (ofSamples.length > 0 ? 3 : 0) + (/[a-z]/.test(name) ? 1.5 : 0) - Math.log2(postings.length) / 2,
            },
          ];
    });
}

/** Whether a module can use the name, or could: what is exported or stands in a header, and what is gone. */
function isForModules({ status }: NameFacts): boolean {
  return RELEASES.some((release) => {
    const { state, export: exported = 'none', file = '' } = status[release];
    if (state === 'absent') return true;
    return (state === 'present' || state === 'moved') && (exported !== 'none' || file.startsWith('include/'));
  });
}

/** The entries that say most of a name: those that explain it, then those that mention it most. */
function strongest(postings: readonly Posting[]): readonly Posting[] {
  const weigh = ({ place, count }: Posting) => (place >= 2 ? 100 : 0) + Math.min(count, 99);
  return [...postings].sort((a, b) => weigh(b) - weigh(a) || a.entry - b.entry).slice(0, MOST_LINES);
}

function placeIn(postings: readonly Posting[], wanted: number): number {
  return postings.find(({ entry }) => entry === wanted)?.place ?? 0;
}

/** A tag alone, such as `file`, would be taken for a word. */
function titleOf({ kind, name }: CorpusEntity): string {
  return kind === 'struct' ? `struct ${name}` : name;
}

function entityOf(model: SiteModel, number: number): CorpusEntity {
  const entity = model.corpus.entities[number];
  if (entity === undefined) throw new Error(`no entity ${number}`);
  return entity;
}
