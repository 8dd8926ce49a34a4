import type { EntityView } from '../model/page-views.ts';
import type { KernelFacts } from './kernel-facts.ts';
import { marksOf } from './kernel-facts.ts';
import { outsideLinks } from './outside-links.ts';
import type { MentionQuotes } from './quote-mentions.ts';
import { rankPostings } from './rank-postings.ts';
import type { NearNames } from './relate-names.ts';
import type { SiteModel } from './site-model.ts';

const MAX_QUOTES = 40;
const MAX_SAMPLES = 8;
/** Where many entries mention a name each is quoted less, so that more of them are. */
const MANY_ENTRIES = 12;

/** The page of a name by its number: what is known of it, and the best of what the notes say. */
export function entityViewOf(
  model: SiteModel,
  number: number,
  { kernel, quotes, near }: { readonly kernel: KernelFacts; readonly quotes: MentionQuotes; readonly near: NearNames },
): EntityView {
  const entity = model.corpusEntity(number);
  const facts = model.factsOf(number);
  const known = kernel.describe(entity.name, entity.kind).releases;
  const ranked = rankPostings(entity.postings);
  const perEntry = ranked.length > MANY_ENTRIES ? 2 : 5;
  const mentions: EntityView['mentions'][number][] = [];
  let quoted = 0;
  for (const { entry, count } of ranked) {
    if (quoted >= MAX_QUOTES) break;
    const found = quotes.of(number, entry, Math.min(perEntry, MAX_QUOTES - quoted));
    quoted += found.length;
    mentions.push({ entry: model.card(entry), quotes: found, more: count - found.length });
  }
  return {
    entity: model.entityOf(number),
    url: model.entityUrl(number),
    ...marksOf(facts),
    status: facts.status,
    links: outsideLinks(entity, facts, known),
    known,
    owner: model.nameView(near.owner)[0],
    members: near.members.flatMap((other) => model.nameView(other)),
    predecessors: near.predecessors.flatMap((other) => model.nameView(other)),
    successors: (facts.replacedBy ?? []).flatMap(({ name }) => model.nameView(model.numberOfName(name))),
    samples: entity.postings
      .filter(({ entry }) => model.corpusEntry(entry).entry.kind === 'sample')
      .slice(0, MAX_SAMPLES)
      .map(({ entry }) => model.link(entry)),
    mentions,
    moreMentions: entity.mentionCount - quoted,
    moreEntries: entity.postings.length - mentions.length,
    related: near.related.flatMap((other) => model.nameView(other)),
  };
}
