/** Whether the word index of the last build still holds: it is made anew only when some entry's searchable text changed, or what makes it. */
import { createHash, hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { PROJECT_DIR } from '../site.ts';
import { CACHE_DIR } from './cache-dir.ts';
import { PAGEFIND_FOLDER } from './feed-pagefind.ts';
import { searchDigestOf } from './search-source-of.ts';
import type { SiteModel } from './site-model.ts';

export interface WordsPlan {
  /** Of all that the index is made from. */
  readonly digest: string;
  /** `true` when the output folder has that index, and nobody touched it. */
  readonly isCurrent: boolean;
}

/** Sources beside the notes that decide what the index holds. */
const MAKERS = [
  'src/astro/feed-pagefind.ts',
  'src/astro/search-source-of.ts',
  'src/search/language-of-text.ts',
  'src/search/part-unspaced.ts',
  'package-lock.json',
];

const recordSchema = z.object({ version: z.literal(1), digest: z.string(), stamp: z.string() });

/** Tells entries apart by what they were drafted from, so that nothing is made that is not fed. */
export function planWords(model: SiteModel, outDir: string): WordsPlan {
  const sum = createHash('sha256');
  for (const file of MAKERS) sum.update(readFileSync(resolve(PROJECT_DIR, file)));
  sum.update(`${model.info.lang}\n`);
  for (let number = 0; number < model.corpus.entries.length; number += 1)
    sum.update(`${searchDigestOf(model, number)}\n`);
  const digest = sum.digest('hex');
  return { digest, isCurrent: holdsWords(digest, outDir) };
}

/** True when the index in the output folder was made from what `digest` stands for, and nobody touched it since. */
export function holdsWords(digest: string, outDir: string): boolean {
  const known = readRecord(outDir);
  return known?.digest === digest && known.stamp !== '' && known.stamp === stampOf(outDir);
}

/** Remembers what the index that now lies in the output folder was made from. */
export function recordWords({ digest }: Pick<WordsPlan, 'digest'>, outDir: string): void {
  mkdirSync(CACHE_DIR, { recursive: true });
  writeFileSync(recordFile(outDir), JSON.stringify({ version: 1, digest, stamp: stampOf(outDir) }));
}

function readRecord(outDir: string): z.infer<typeof recordSchema> | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordFile(outDir), 'utf8')));
  } catch {
    return undefined; // The first build of this folder, or one that did not end.
  }
}

function recordFile(outDir: string): string {
  return resolve(CACHE_DIR, `words-${hash('sha1', outDir, 'hex').slice(0, 12)}.json`);
}

/** Names, sizes and times of all files of the index; empty when there is none. */
function stampOf(outDir: string): string {
  const folder = resolve(outDir, PAGEFIND_FOLDER);
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => resolve(entry.parentPath, entry.name))
      .sort();
    const lines = files.map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file.slice(folder.length)} ${size} ${mtimeMs}`;
    });
    return lines.length === 0 ? '' : hash('sha1', lines.join('\n'), 'hex');
  } catch {
    return '';
  }
}
