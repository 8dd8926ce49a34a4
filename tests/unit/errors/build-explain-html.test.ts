import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildExplainHtml } from '../../../src/errors/build-explain-html.ts';
import { packAdvice, packCatalogue } from '../../../src/errors/pack-catalogue.ts';
import { unpackCatalogue } from '../../../src/errors/unpack-catalogue.ts';
import { SHIPPED } from './shipped-catalogue.ts';

const BUDGET = 60 * 1024;

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

test('the policy of the single file names its script and style by hash and allows no request', () => {
  const parts = {
    title: 'a < b',
    catalogue: { version: 1, entries: [] } as const,
    script: 'var a = "</script><!--";',
    style: 'a{}</style>',
    markup: '<p>x</p>',
    hash,
  };
  const html = buildExplainHtml(parts);
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  assert.equal(script, 'var a = "<\\/script><\\!--";');
  assert.ok(
    html.includes(
      `default-src 'none'; script-src 'sha256-${hash(script)}'; style-src 'sha256-${hash(style)}'; base-uri 'none'; form-action 'none'`,
    ),
  );
  assert.ok(html.includes('<title>a &lt; b</title>'));
  assert.equal(html, buildExplainHtml(parts));
});

test('the catalogue inside the single file cannot end its element', () => {
  const catalogue = {
    version: 1 as const,
    entries: [
      { id: 'x', title: '</script><b>', component: 'other', severity: 'error' as const, signatures: [], causes: [] },
    ],
  };
  const html = buildExplainHtml({ title: 't', catalogue, script: '', style: '', markup: '', hash });
  const json = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const packed = JSON.parse(json);
  assert.deepEqual(unpackCatalogue(packed.catalogue).catalogue, catalogue);
});

test('catalogue and matcher are at most 60 KB gzip, with the largest file of advice', async (context) => {
  const { outputFiles } = await build({
    entryPoints: ['src/client/log-worker.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  const sizeOf = (contents: string | Uint8Array): number => gzipSync(contents, { level: 9 }).length;
  const matcher = sizeOf(outputFiles[0]?.contents ?? '');
  const catalogue = sizeOf(JSON.stringify(packCatalogue(SHIPPED.catalogue)));
  const advice = packAdvice(SHIPPED.catalogue).map((part) => sizeOf(JSON.stringify(part)));
  context.diagnostic(`bytes of gzip: matcher ${matcher}, catalogue ${catalogue}, advice ${advice.join(' ')}`);
  const largest = Math.max(...advice);
  assert.ok(matcher + catalogue + largest <= BUDGET, `${matcher + catalogue} and ${largest} bytes`);
});
