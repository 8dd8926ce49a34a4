import type { CorpusEntity, CorpusNote, DecidedName, NoteBinding, Posting } from '../compile-corpus.ts';
import { choosePages } from './choose-pages.ts';
import { IS_DEFINED, IS_OUTRIGHT } from './collect-postings.ts';

/** The entities that are kept, sorted by id; sorts `kept` with them. `evidence` holds the bits of `collectEvidence`. */
export function describeEntities(
  kept: number[],
  found: readonly DecidedName[],
  postings: readonly Posting[][],
  evidence: Uint8Array,
  noteCount: number,
): readonly CorpusEntity[] {
  const kindsOfName = new Map<string, number>();
  for (const number of kept) {
    const name = found[number]?.name ?? '';
    kindsOfName.set(name, (kindsOfName.get(name) ?? 0) + 1);
  }
  const idOf = (number: number) => {
    const { name, kind } = found[number] ?? { name: '', kind: 'function' };
    return (kindsOfName.get(name) ?? 0) > 1 ? `${name}~${kind}` : name;
  };
  kept.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const pages = choosePages(
    kept.map((number) => ({
      entryCount: postings[number]?.length ?? 0,
      isExplained: postings[number]?.some(({ place }) => place >= 2) ?? false,
    })),
    noteCount,
  );
  return kept.map((number, at): CorpusEntity => {
    const own = postings[number] ?? [];
    const { name, kind } = found[number] ?? { name: '', kind: 'function' };
    return {
      id: idOf(number),
      name,
      kind,
      mentionCount: own.reduce((sum, { count }) => sum + count, 0),
      hasPage: pages[at] ?? false,
      isInProse: own.some(({ place }) => place > 0),
      isDefinedInNotes: ((evidence[number] ?? 0) & IS_DEFINED) !== 0,
      isBare: ((evidence[number] ?? 0) & IS_OUTRIGHT) === 0,
      postings: own,
    };
  });
}

/** Gives the names of all notes the numbers of the entities that were kept, -1 for the others. */
export function renumberNames(
  bindings: ReadonlyMap<CorpusNote, NoteBinding>,
  kept: readonly number[],
  count: number,
): void {
  const numbers = new Int32Array(count).fill(-1);
  kept.forEach((old, number) => {
    numbers[old] = number;
  });
  for (const { names } of bindings.values())
    for (let at = 0; at < names.length; at++) if ((names[at] ?? -1) >= 0) names[at] = numbers[names[at] ?? 0] ?? -1;
}
