import type { CorpusEntity } from '../compiler/compile-corpus.ts';
import { type EntityState, RELEASES } from '../model/entity.ts';
import type { KernelFacts, NameFacts } from './kernel-facts.ts';

/** Unknown names up to which a spelling is proposed for each; about a millisecond a name. */
const MAX_PROPOSALS = 400;
/** The same for names that may be anybody's. */
const MAX_DOUBTFUL_PROPOSALS = 150;

/**
 * What the inventory says of every name, in their order. A spelling is proposed only where few names are unknown: looking for one costs more
 * than all other look-ups together, and notes full of unknown names speak of another code base.
 */
export function lookUpNames(entities: readonly CorpusEntity[], kernel: KernelFacts): readonly NameFacts[] {
  const lookUp = ({ name, kind, isDefinedInNotes, isBare }: CorpusEntity, isInProse: boolean) =>
    kernel.factsOf(name, kind, { isInProse, isDefinedInNotes, isBare });
  const plain = entities.map((entity) => lookUp(entity, false));
  const inProse = [...entities.entries()].filter(
    ([number, { isInProse }]) =>
      isInProse && plain[number]?.replacedBy === undefined && plain[number]?.howToPort === undefined,
  );
  const inState = (state: EntityState) =>
    inProse.filter(([number]) => RELEASES.some((release) => plain[number]?.status[release].state === state));
  const absent = inState('absent');
  if (absent.length > MAX_PROPOSALS) return plain;
  const all = [...plain];
  const unknown = new Map([...absent, ...inState('unchecked').slice(0, MAX_DOUBTFUL_PROPOSALS)]);
  for (const [number, entity] of unknown) all[number] = lookUp(entity, true);
  return all;
}
