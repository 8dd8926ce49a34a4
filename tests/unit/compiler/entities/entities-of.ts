import type { Candidate } from '../../../../src/compiler/entities/candidate.ts';
import { decideNames } from '../../../../src/compiler/entities/decide-names.ts';
import { recogniseNames } from '../../../../src/compiler/entities/recognise-names.ts';
import type { TextBlock } from '../../../../src/compiler/entities/text-block.ts';
import { collectTextBlocks } from '../../../../src/compiler/extract/collect-text-blocks.ts';
import { parseNote } from '../../../../src/compiler/parse/parse-note.ts';
import { languageOfBlock } from '../../../../src/compiler/render/render-code-block.ts';
import type { EntityKind } from '../../../../src/model/entity.ts';

/** One mention that was decided to be an entity. `line` counts from 1 in the note. */
export interface FoundEntity {
  readonly line: number;
  readonly surface: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly rule: string;
}

/** Blocks of a note, read the way the compiler reads it. */
export function blocksOf(text: string): readonly TextBlock[] {
  const { tree } = parseNote(text);
  const languageOf = (code: { readonly lang?: string | null | undefined; readonly value: string }) =>
    languageOfBlock(code.lang, code.value).language;
  return collectTextBlocks(tree.children, text, [], languageOf).map(({ block }) => block);
}

/** Entities of one note that stands alone; `kindsOf` is its inventory. */
export function entitiesOf(
  text: string,
  kindsOf: (name: string) => readonly EntityKind[] = () => [],
): readonly FoundEntity[] {
  const blocks = blocksOf(text);
  const candidates = recogniseNames(blocks);
  const [decisions = []] = decideNames([{ names: candidates }], kindsOf);
  return candidates.flatMap((candidate, index) => {
    const { kind, name } = decisions[index] ?? {};
    const place = placeOf(candidate, blocks, text);
    return kind === undefined ? [] : [{ ...place, name: name ?? place.name, kind }];
  });
}

function placeOf(candidate: Candidate, blocks: readonly TextBlock[], text: string): Omit<FoundEntity, 'kind'> {
  const offset = blocks[candidate.block]?.offsets[candidate.start] ?? 0;
  const { surface, name, rule } = candidate;
  return { line: text.slice(0, offset).split('\n').length, surface, name, rule };
}
