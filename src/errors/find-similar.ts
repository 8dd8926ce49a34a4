import type { Candidate, OpenCatalogue } from './open-catalogue.ts';

const MIN_SCORE = 0.72;
const MIN_WORDS = 3;
const MIN_LETTERS = 14;
const MAX_HOLDERS = 160;
const MAX_WORDS = 80;

/**
 * The signature whose literal words stand in the line most completely and in order, paths, numbers and names left out of
 * account; undefined below 72 % of their weight, or where all but two words are those of a number of an error. `words` are those of the line that the catalogue knows, in order.
 */
export function findSimilar(words: readonly string[], open: OpenCatalogue): Candidate | undefined {
  const read = words.slice(0, MAX_WORDS);
  const tried = new Set<Candidate>();
  let best: Candidate | undefined;
  let bestScore = MIN_SCORE;
  for (const word of new Set(read)) {
    const holders = open.words.get(word)?.holders ?? [];
    // Words of very many signatures tell nothing; the rarer ones of the same signature bring it here.
    if (holders.length > MAX_HOLDERS) continue;
    for (const candidate of holders) {
      if (tried.has(candidate) || candidate.ownWords < MIN_WORDS) continue;
      tried.add(candidate);
      const score = scoreOf(candidate, read, open);
      const isBetter =
        score > bestScore || (score === bestScore && best !== undefined && candidate.words.length > best.words.length);
      if (isBetter) {
        best = candidate;
        bestScore = score;
      }
    }
  }
  return best;
}

/** Share of the weight of the candidate's words that stand in the line in their order. */
function scoreOf(candidate: Candidate, words: readonly string[], open: OpenCatalogue): number {
  let from = 0;
  let weight = 0;
  let count = 0;
  let letters = 0;
  for (const word of candidate.words) {
    const at = words.indexOf(word, from);
    if (at < 0) continue;
    from = at + 1;
    count += 1;
    letters += word.length;
    weight += open.words.get(word)?.weight ?? 0;
  }
  return count < MIN_WORDS || letters < MIN_LETTERS ? 0 : weight / candidate.wordWeight;
}
