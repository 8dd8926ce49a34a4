import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { APIRoute } from 'astro';
import { build } from 'esbuild';
import { errorCatalogue } from '../astro/error-catalogue.ts';
import { renderLogLookup } from '../components/render-log-lookup.ts';
import { buildExplainHtml } from '../errors/build-explain-html.ts';
import { PROJECT_DIR } from '../site.ts';

const STYLES = ['tokens.css', 'explain.css', 'explain-file.css'];

/** The look-up as one file for machines without network. */
export const GET: APIRoute = async () => {
  const { outputFiles } = await build({
    entryPoints: [resolve(PROJECT_DIR, 'src/client/log-lookup-file.ts')],
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
      ...STYLES.map((name) => readFileSync(resolve(PROJECT_DIR, 'src/styles', name), 'utf8')),
    ].join('\n'),
    markup: renderLogLookup(),
    hash: (text) => createHash('sha256').update(text).digest('base64'),
  });
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
