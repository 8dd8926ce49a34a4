import { partUnspaced, unspacedRuns } from './part-unspaced.ts';
import { isStopWord } from './stop-words.ts';

/** One thing that a page should hold. */
export interface WordPart {
  /** As the word index takes it: a word, or a phrase in quotation marks. */
  readonly query: string;
  /** The word or phrase itself, as it stands in a text. */
  readonly text: string;
  /** A phrase in quotes: pages without it are no answer. */
  readonly isWanted: boolean;
}

const RE_QUOTED = /["“”„«]([^"“”„«»]+)["“”»]/g;
const MAX_PARTS = 12;
/** Letters of a run that may be one term. */
const MAX_RUN = 6;

/**
 * The parts of a query for words, in order, each once. Words that say nothing are left out unless there are no others; arrows and brackets part
 * names, which would else be glued into a word that no page has; runs of a script without blanks are phrases.
 */
export function toWordParts(typed: string): WordPart[] {
  const phrases: WordPart[] = [];
  const rest = typed.normalize('NFC').replace(RE_QUOTED, (_, phrase: string) => {
    if (/[\p{L}\p{N}]/u.test(phrase)) phrases.push(toPhrase(phrase.replace(/\s+/g, ' ').trim(), true));
    return ' ';
  });
  const runs = unspacedRuns(rest);
  const words = runs
    .reduce((text, run) => text.replace(run, ' '), rest)
    .replace(/["“”„«»]/g, ' ')
    .replace(/->|::|\(\)|[()[\]{}=;,]/g, ' ')
    .replace(/\b\w+n['’]t\b/g, ' ')
    .replace(/['’](?:s|re|ll|ve|d|m)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !isStopWord(word));
  const kept = telling.length > 0 || phrases.length > 0 || runs.length > 0 ? telling : words;
  const parts = [
    ...phrases,
    ...runs.flatMap(toRunParts),
    ...kept.map((word) => ({ query: word, text: word, isWanted: false })),
  ];
  return [...new Map(parts.map((part) => [part.query.toLowerCase(), part])).values()].slice(0, MAX_PARTS);
}

function toPhrase(text: string, isWanted: boolean): WordPart {
  return { query: `"${partUnspaced(text)}"`, text, isWanted };
}

/** What is longer than a word is looked for as it stands and by its words. */
function toRunParts(run: string): WordPart[] {
  if (run.length <= 2) return [toPhrase(run, false)];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = Array.from(segmenter.segment(run), ({ segment }) => segment);
  return [...(run.length <= MAX_RUN ? [run] : []), ...words].map((word) => toPhrase(word, false));
}
