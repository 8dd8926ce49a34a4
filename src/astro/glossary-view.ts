import { type DraftBlock, MENTION_SIZE } from '../compiler/draft.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { CODE_KINDS, type EntityKind } from '../model/entity.ts';
import type { GlossaryView } from '../model/page-views.ts';
import { marksOf } from './kernel-facts.ts';
import { quoteMention } from './quote-mention.ts';
import type { SiteModel } from './site-model.ts';

const MOST_CHAPTERS = 60;
/** Names of one chapter, in the order in which it speaks of them. */
const MOST_NAMES = 30;
/** Shorter sentences name a thing without saying anything of it. */
const LEAST_WORDS = 5;
/** What one looks up in a glossary; files, commands and sections have lists of their own. */
const KINDS: readonly EntityKind[] = [...CODE_KINDS, 'variable', 'config', 'header'];

/** For each chapter the names that its text is the first to speak of, each with the sentence in which it does. */
export function glossaryOf(model: SiteModel): GlossaryView {
  const told = new Set<number>();
  return model
    .entryIds('chapter')
    .slice(0, MOST_CHAPTERS)
    .flatMap((id) => {
      const { number } = model.recordOf(id);
      const found = model.corpus.entries[number];
      if (found === undefined) return [];
      const { draft, binding } = found;
      const names: GlossaryView[number]['names'][number][] = [];
      const { mentions, blocks } = draft;
      for (let at = 0; at < mentions.length && names.length < MOST_NAMES; at += MENTION_SIZE) {
        const entity = binding.names[mentions[at] ?? 0] ?? -1;
        const block = blocks[mentions[at + 1] ?? 0];
        const { name, kind } = model.corpus.entities[entity] ?? {};
        if (block === undefined || name === undefined || kind === undefined || told.has(entity)) continue;
        if (!KINDS.includes(kind)) continue;
        const quoteHtml = quoteOf(blocks, mentions[at + 1] ?? 0, mentions[at + 2] ?? 0, mentions[at + 3] ?? 0);
        if (quoteHtml === undefined) continue;
        told.add(entity);
        names.push({
          name: { title: name, url: model.entityUrl(entity), kind, ...marksOf(model.factsOf(entity)) },
          quoteHtml,
          url: model.entryUrl(number) + (block.anchor === '' ? '' : `#${encodeURIComponent(block.anchor)}`),
        });
      }
      return names.length === 0 ? [] : [{ chapter: model.card(number), names }];
    });
}

/**
 * The sentence around a mention, half-open in the text of its block, with the name in bold; for a name that fills the cell of a table, what
 * the next cell says of it. `undefined` where nothing is said.
 */
function quoteOf(blocks: readonly DraftBlock[], number: number, start: number, end: number): string | undefined {
  const block = blocks[number];
  const next = blocks[number + 1];
  if (block?.kind === 'cell') {
    const isFilled = block.text.length - (end - start) <= 4;
    return isFilled && next?.kind === 'cell' && countWords(next.text) >= 2 ? escapeHtml(next.text) : undefined;
  }
  if (block?.kind !== 'paragraph') return undefined;
  const html = quoteMention(block, start, end);
  return countWords(html.replace(/<[^>]*>/g, '')) < LEAST_WORDS ? undefined : html.replace(/(<\/?)mark>/g, '$1b>');
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length;
}
