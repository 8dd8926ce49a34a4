import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIRoute } from 'astro';
import { build } from 'esbuild';
import { errorCatalogue } from '../../astro/error-catalogue.ts';
import { renderLogLookup } from '../../components/render-log-lookup.ts';
import { buildExplainHtml } from '../../errors/build-explain-html.ts';

const STYLES = ['tokens.css', 'explain.css', 'explain-file.css'];

const SCRIPT = 'src/client/log-lookup-file.ts';

/** The look-up as one file for machines without network. */
export const GET: APIRoute = async () => {
  const projectDir = findProjectDir();
  const { outputFiles } = await build({
    entryPoints: [resolve(projectDir, SCRIPT)],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    // The single file starts no worker, and without this the bundler would look for one.
    define: { 'import.meta.url': '""' },
    legalComments: 'none',
  });
  const html = buildExplainHtml({
    title: 'Explain a kernel log',
    catalogue: errorCatalogue(),
    script: (outputFiles[0]?.text ?? '').trim(),
    style: [
      '@layer tokens, base, components;',
      ...STYLES.map((name) => readFileSync(resolve(projectDir, 'src/styles', name), 'utf8')),
    ].join('\n'),
    markup: renderLogLookup(),
    hash: (text) => createHash('sha256').update(text).digest('base64'),
  });
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};

/** The folder of the project. This module runs from wherever Astro put its copy of it, somewhere below that folder. */
function findProjectDir(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(resolve(dir, SCRIPT))) {
    const parent = dirname(dir);
    if (parent === dir) throw new Error(`${SCRIPT} is in no folder above ${fileURLToPath(import.meta.url)}`);
    dir = parent;
  }
  return dir;
}
