/**
 * The catalogue of errors for commands that must answer at once.
 *
 * Reading two hundred notes as YAML takes longer than explaining a log, so the compiled catalogue is kept in
 * `.cache/errors/`, under a key made of every note's name, size and time of change and of the compiler's own sources. A kept
 * catalogue is only ever an exact copy of what compiling again would give; where it cannot be written nothing is kept.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../src/errors/catalogue.ts';
import type { CatalogueProblem } from '../../src/errors/compile-catalogue.ts';
import type { ErrorEntry } from '../../src/model/error-entry.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SHIPPED = join(ROOT, 'src', 'content', 'errors');
const CACHE = join(ROOT, '.cache', 'errors');
const SOURCES = ['src/errors', 'src/model/error-entry.ts', 'scripts/errors'];

/** The shipped errors, compiled; from the cache when no note and no source has changed since. */
export async function loadCatalogue(dir = SHIPPED): Promise<Catalogue> {
  const key = keyOf(dir);
  const kept = join(CACHE, `${key}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Catalogue;
  const { catalogue } = await compileErrorNotes(dir);
  keep(kept, JSON.stringify(catalogue));
  return catalogue;
}

/**
 * Reads `<dir>/<slug>/index.md` of every error and compiles them. Notes whose front matter does not fit the schema are
 * named in `unreadable` with the reason and left out.
 */
export async function compileErrorNotes(dir = SHIPPED): Promise<{
  readonly catalogue: Catalogue;
  readonly problems: readonly CatalogueProblem[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}> {
  const [{ errorFrontMatterSchema }, { compileCatalogue }] = await Promise.all([
    import('../../src/model/error-entry.ts'),
    import('../../src/errors/compile-catalogue.ts'),
  ]);
  const unreadable: { file: string; reason: string }[] = [];
  const entries: ErrorEntry[] = [];
  for (const { slug, file } of notesIn(dir)) {
    try {
      const frontMatter = await readFrontMatter(readFileSync(file, 'utf8'));
      entries.push({ id: slug, ...errorFrontMatterSchema.parse(frontMatter) });
    } catch (error) {
      unreadable.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { ...compileCatalogue(entries), unreadable };
}

function notesIn(dir: string): { slug: string; file: string }[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .sort()
    .map((slug) => ({ slug, file: join(dir, slug, 'index.md') }))
    .filter(({ file }) => existsSync(file));
}

/** The value between the first two lines of ---; YAML as a whole is loaded only where the plain part does not do. */
async function readFrontMatter(text: string): Promise<unknown> {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?(?:\n|$)/.exec(text);
  if (match?.[1] === undefined) throw new Error('no front matter between two lines of ---');
  return readPlainYaml(match[1]) ?? (await import('yaml')).parse(match[1]);
}

function keyOf(dir: string): string {
  const hash = createHash('sha256');
  const files = [...notesIn(dir).map(({ file }) => file), ...SOURCES.flatMap((path) => filesBelow(join(ROOT, path)))];
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 24);
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => file.endsWith('.ts'));
}

/** Writes beside and renames, so that a second process never reads half of it. */
function keep(file: string, text: string): void {
  try {
    mkdirSync(CACHE, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    // A tree that cannot be written to is as good, only slower.
    if (!isFileError(error)) throw error;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
