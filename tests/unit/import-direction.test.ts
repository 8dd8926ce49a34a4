import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const CORE = ['model', 'diagnostics', 'kernel', 'markdown', 'errors', 'search'];
/** What each folder may import beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'routes.ts': ['model'],
  diagnostics: ['model'],
  sources: ['model', 'diagnostics'],
  'site.ts': ['model', 'routes.ts', 'sources'],
  kernel: ['model', 'diagnostics'],
  markdown: ['model', 'diagnostics', 'kernel'],
  pictures: ['markdown'],
  errors: ['model', 'diagnostics'],
  search: ['model', 'diagnostics', 'errors', 'routes.ts'],
  compiler: [...CORE, 'pictures', 'routes.ts'],
  astro: [...CORE, 'pictures', 'routes.ts', 'site.ts', 'sources', 'compiler', 'components'],
  client: ['model', 'errors', 'search', 'routes.ts', 'styles'],
};
/** Folders that neither Astro nor, in the second list, Node may reach. */
const WITHOUT_ASTRO = ['compiler', ...CORE, 'pictures', 'client'];
const WITHOUT_NODE = [
  'client',
  'errors',
  'search',
  'model',
  'diagnostics',
  'routes.ts',
  'markdown',
  'pictures',
  'compiler',
];
const RE_IMPORT =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]/gm;

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

const imports = globSync('**/*.ts', { cwd: SRC })
  .filter((file) => !file.startsWith('content/'))
  .flatMap((file): readonly Import[] => {
    const text = readFileSync(join(SRC, file), 'utf8');
    const folder = file.split('/')[0] ?? '';
    return Array.from(text.matchAll(RE_IMPORT), ([, named, dynamic, bare]) => ({
      file,
      folder,
      target: named ?? dynamic ?? bare ?? '',
    }));
  });

test('modules import only from folders that stand before theirs', () => {
  const wrong = imports.flatMap(({ file, folder, target }) => {
    const allowed = ALLOWED[folder];
    if (allowed === undefined || !target.startsWith('.')) return [];
    const reached = relative(SRC, resolve(SRC, dirname(file), target)).split('/')[0] ?? '';
    return reached === folder || allowed.includes(reached) ? [] : [`${file}: ${target}`];
  });
  assert.deepEqual(wrong, []);
});

test('what understands notes knows nothing of Astro', () => {
  const wrong = imports.filter(
    ({ folder, target }) => WITHOUT_ASTRO.includes(folder) && /^astro(?::|\/|$)/.test(target),
  );
  assert.deepEqual(wrong, []);
});

test('what runs in a browser, and the pure core, knows nothing of Node', () => {
  const wrong = imports.filter(({ folder, target }) => WITHOUT_NODE.includes(folder) && target.startsWith('node:'));
  assert.deepEqual(wrong, []);
});

test('every import of a module of our own names its file', () => {
  const wrong = imports.filter(
    ({ target }) => target.startsWith('.') && !/\.(?:ts|js|css|astro|json)(?:\?url)?$/.test(target),
  );
  assert.deepEqual(wrong, []);
});
