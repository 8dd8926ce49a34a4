import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Queries with what answers them, over the shipped notes, those beside this file and made-up distractors. Those beside
 * this file are there to be found: they were written from general knowledge and checked against no kernel tree.
 */

export const EVALUATION_NOTES = join(import.meta.dirname, 'notes');

/** Each written before any of its queries was tried. The ranking is fitted to the first five. The sixth asks for pages drawn by lot, the seventh puts what people ask on public sites; both are kept apart to tell how it does on others. */
export const QUERY_FILES: readonly string[] = [
  'queries.tsv',
  'second-queries.tsv',
  'third-queries.tsv',
  'fourth-queries.tsv',
  'fifth-queries.tsv',
  'sixth-queries.tsv',
  'seventh-queries.tsv',
].map((name) => join(import.meta.dirname, name));

/** Queries over notes of another field: the README files of the packages that this project installs, each copied under the name of its package. */
export const FOREIGN_QUERIES = join(import.meta.dirname, 'foreign-queries.tsv');

/** Queries over documents of the kernel's tree, drawn by lot, kept apart from what the ranking is fitted to; and the paths of those documents. */
export const DOCUMENT_QUERIES = join(import.meta.dirname, 'document-queries.tsv');
export const DOCUMENT_LIST = join(import.meta.dirname, 'documents.txt');

/** What answers a query: a name by its spelling, an entry by its kind and slug, a page by its title, or all of a file of notes. */
export interface RightAnswer {
  readonly kind: 'name' | 'entry' | 'page' | 'file';
  /** Any of these. */
  readonly names: readonly string[];
}

export interface GradedQuery {
  readonly queryClass: string;
  readonly text: string;
  /** Best first: the first is worth 3, all others 1. */
  readonly right: readonly RightAnswer[];
}

/** Reads a file of queries: class, query, right answers parted by `;`, each `KIND SPELLING|SPELLING`. */
export function readQueries(file: string): GradedQuery[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const [queryClass = '', text = '', right = ''] = line.split('\t');
    if (text === '' || right === '')
      throw new Error(`${file}:${index + 2}: expected class, query and answers parted by tabs`);
    return { queryClass, text, right: right.split(';').map((answer) => readAnswer(answer, `${file}:${index + 2}`)) };
  });
}

/** Discounted gain of the first ten grades against the best order of all right answers; 1 is perfect. */
export function ndcgAt10(grades: readonly number[], ideal: readonly number[]): number {
  const gain = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  const best = gain([...ideal].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(grades) / best;
}

function readAnswer(answer: string, place: string): RightAnswer {
  const blank = answer.indexOf(' ');
  const kind = answer.slice(0, blank);
  if (kind !== 'name' && kind !== 'entry' && kind !== 'page' && kind !== 'file')
    throw new Error(`${place}: unknown kind of answer ${kind}`);
  return { kind, names: answer.slice(blank + 1).split('|') };
}
