import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type PrerenderApp, printPages } from '../../../src/astro/print-pages.ts';

interface Route {
  readonly pathname: string;
  readonly type?: 'page' | 'endpoint';
  readonly answer: string;
  readonly status?: number;
}

/** An app of fixed routes that notes what it is asked for. */
function appOf(routes: readonly Route[]): { readonly app: PrerenderApp; readonly asked: string[] } {
  const asked: string[] = [];
  const list = routes.map(({ pathname, type = 'page', answer, status = 200 }) => ({
    routeData: { prerender: true, pathname, type, route: pathname, component: answer, fallbackRoutes: [], status },
  }));
  const app = {
    manifest: { routes: list },
    routeCache: {},
    getComponentByRoute: async () => ({}),
    logger: {},
    setInternals: () => undefined,
    setOptions: () => undefined,
    render: async (request: Request, { routeData }: { readonly routeData: (typeof list)[number]['routeData'] }) => {
      asked.push(new URL(request.url).pathname);
      return new Response(routeData.component, { status: routeData.status });
    },
  };
  return { app: app as unknown as PrerenderApp, asked };
}

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'print-pages-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test('pages are folders, endpoints files, and the page for unknown addresses is a file that servers know', async (t) => {
  const out = folder(t);
  const { app, asked } = appOf([
    { pathname: '/', answer: 'home' },
    { pathname: '/topics/锁/', answer: 'locks' },
    { pathname: '/404', answer: 'none', status: 404 },
    { pathname: '/explain/names.json', type: 'endpoint', answer: '{}' },
  ]);
  await printPages(app, '/kernel/', out);
  assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), 'home');
  assert.equal(readFileSync(join(out, 'topics/锁/index.html'), 'utf8'), 'locks');
  assert.equal(readFileSync(join(out, '404.html'), 'utf8'), 'none');
  assert.equal(readFileSync(join(out, 'explain/names.json'), 'utf8'), '{}');
  assert.deepEqual(asked.map(decodeURI), [
    '/kernel/',
    '/kernel/topics/锁/',
    '/kernel/404/',
    '/kernel/explain/names.json',
  ]);
});

test('the first route that claims an address has it', async (t) => {
  const out = folder(t);
  const { app, asked } = appOf([
    { pathname: '/book/', answer: 'page' },
    { pathname: '/book', answer: 'note' },
  ]);
  await printPages(app, '/', out);
  assert.equal(readFileSync(join(out, 'book/index.html'), 'utf8'), 'page');
  assert.equal(asked.length, 1);
});

test('a page that fails stops the printing and is named', async (t) => {
  const out = folder(t);
  const { app } = appOf([{ pathname: '/map/', answer: 'broken', status: 500 }]);
  await assert.rejects(printPages(app, '/', out), /map: the page answered 500/);
  assert.equal(existsSync(join(out, 'map')), false);
});
