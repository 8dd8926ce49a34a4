import type { CorpusEntry } from '../compiler/compile-corpus.ts';
import { MENTION_SIZE } from '../compiler/draft.ts';
import type { QuoteView } from '../model/page-views.ts';
import { quoteMention } from './quote-mention.ts';

/** Mentions of a name in one entry that are looked at. */
const MAX_LOOKED_AT = 24;
/** What says most of a name, first. */
const WEIGHTS: Readonly<Record<string, number>> = { paragraph: 3, cell: 2, heading: 1 };

/** Quotes what entries say of names. Keeps where each entry mentions what, for it is asked for by many names. */
export class MentionQuotes {
  readonly #entries: readonly CorpusEntry[];
  readonly #urlOf: (entry: number, anchor: string) => string;
  readonly #mentions = new Map<number, ReadonlyMap<number, readonly number[]>>();

  /** `urlOf` gives the address of a place in an entry. */
  constructor(entries: readonly CorpusEntry[], urlOf: (entry: number, anchor: string) => string) {
    this.#entries = entries;
    this.#urlOf = urlOf;
  }

  /** At most `most` quotes of an entity from an entry, best first. */
  of(entity: number, number: number, most: number): readonly QuoteView[] {
    const entry = this.#entries[number];
    if (entry === undefined) return [];
    const { mentions, blocks, headings } = entry.draft;
    const found: { readonly quote: QuoteView; readonly weight: number }[] = [];
    const seen = new Set<string>();
    for (const at of this.#mentionsIn(number, entry).get(entity) ?? []) {
      const block = blocks[mentions[at + 1] ?? 0];
      if (block === undefined) continue;
      const html = quoteMention(block, mentions[at + 2] ?? 0, mentions[at + 3] ?? 0);
      if (seen.has(html)) continue;
      seen.add(html);
      const heading = headings.find(({ id }) => id === block.anchor)?.text ?? '';
      found.push({
        quote: { html, heading, url: this.#urlOf(number, block.anchor) },
        weight: WEIGHTS[block.kind] ?? 0,
      });
      if (found.length >= MAX_LOOKED_AT) break;
    }
    return found
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ quote }) => quote);
  }

  /** Places of the mentions of each entity in an entry's list of mentions. */
  #mentionsIn(number: number, { draft, binding }: CorpusEntry): ReadonlyMap<number, readonly number[]> {
    const known = this.#mentions.get(number);
    if (known !== undefined) return known;
    const found = new Map<number, number[]>();
    for (let at = 0; at < draft.mentions.length; at += MENTION_SIZE) {
      const entity = binding.names[draft.mentions[at] ?? 0] ?? -1;
      const list = found.get(entity);
      if (list === undefined) found.set(entity, [at]);
      else list.push(at);
    }
    this.#mentions.set(number, found);
    return found;
  }
}
