import type { CorpusEntry } from '../compiler/compile-corpus.ts';
import { SLOT } from '../compiler/render/slots.ts';

/**
 * Whether the body of an entry is wholly what was drafted of its note, names and targets aside: no record of the lab, no picture and nothing
 * of the catalogue stands in it. The digest of the note then tells the body from others.
 */
export function isAllDrafted({ entry, draft }: CorpusEntry): boolean {
  return entry.kind !== 'error' && entry.kind !== 'sample' && !draft.html.includes(SLOT.picture);
}
