import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright';
import { listPageTypes } from './page-types.ts';
import { TEST_SITES } from './sites.ts';
import type { OpenSite } from './watched-page.ts';
import { openSite, skip } from './watched-page.ts';

const AXE = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const WIDTHS = [320, 375, 414, 600, 768, 900, 1024, 1280, 1440, 1920];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

interface LayoutShift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** How far a page shifted and what moved, as the page itself tells it; empty when nothing did. */
const DESCRIBE_SHIFTS = `knShifts.map(({ value, sources }) =>
  value + ' ' + sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80)).join(' + ')).join('; ')`;

for (const site of Object.values(TEST_SITES)) {
  describe(`the site ${site.name} at ${site.base}`, { skip }, () => {
    let opened: OpenSite;
    let pages: ReadonlyMap<string, string>;

    before(async () => {
      opened = await openSite(site);
      pages = listPageTypes(opened.folder, site.base);
    });
    after(() => opened.close());

    for (const theme of ['light', 'dark'] as const) {
      test(`axe finds nothing on any page type in the ${theme} theme, and the console stays empty`, async () => {
        const watched = await opened.open({ theme });
        const found: string[] = [];
        for (const [type, path] of pages) {
          await watched.page.goto(opened.url + path, { waitUntil: 'load' });
          found.push(...(await runAxe(watched.page)).map((violation) => `${type}: ${violation}`));
        }
        await watched.close();
        assert.deepEqual([found, withoutExpected(watched.complaints)], [[], []]);
      });
    }

    test('no page scrolls sideways from 320 to 1920 pixels', async () => {
      const watched = await opened.open();
      const wide: string[] = [];
      for (const [type, path] of pages) {
        await watched.page.goto(opened.url + path, { waitUntil: 'load' });
        for (const width of WIDTHS) {
          await watched.page.setViewportSize({ width, height: 900 });
          const scroll = await watched.page.evaluate(() => document.documentElement.scrollWidth);
          if (scroll > width) wide.push(`${type} (${path}): ${scroll} at ${width}`);
        }
      }
      await watched.close();
      assert.deepEqual(wide, []);
    });

    test('nothing shifts while a page loads, on a phone and on a desktop', async () => {
      const shifted: string[] = [];
      for (const width of [390, 1280]) {
        const watched = await opened.open({ width });
        await delayAssets(watched.page);
        await watched.page.addInitScript(() => {
          const seen: LayoutShift[] = [];
          Object.assign(globalThis, { knShifts: seen });
          new PerformanceObserver((list) => seen.push(...(list.getEntries() as unknown as LayoutShift[]))).observe({
            type: 'layout-shift',
            buffered: true,
          });
        });
        for (const [type, path] of pages) {
          await watched.page.goto(opened.url + path, { waitUntil: 'networkidle' });
          const shifts = await watched.page.evaluate(DESCRIBE_SHIFTS);
          if (shifts !== '') shifted.push(`${type} at ${width}: ${shifts}`);
        }
        await watched.close();
      }
      assert.deepEqual(shifted, []);
    });

    test('with forced colours and letters twice as large every page type still shows its text and scrolls one way', async () => {
      const watched = await opened.open({ width: 640 });
      await watched.page.emulateMedia({ forcedColors: 'active' });
      const wide: string[] = [];
      for (const [type, path] of pages) {
        await watched.page.goto(opened.url + path, { waitUntil: 'load' });
        await watched.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        const scroll = await watched.page.evaluate(() => document.documentElement.scrollWidth);
        if (scroll > 640) wide.push(`${type} (${path}): ${scroll}`);
        assert.ok(await watched.page.getByRole('heading', { level: 1 }).isVisible(), type);
      }
      await watched.close();
      assert.deepEqual(wide, []);
    });

    test('without script every page shows its text, its links and a way to search, and the console stays empty', async () => {
      const watched = await opened.open({ hasScript: false });
      for (const [type, path] of pages) {
        await watched.page.goto(opened.url + path, { waitUntil: 'load' });
        assert.ok(await watched.page.getByRole('main').getByRole('heading', { level: 1 }).first().isVisible(), type);
        assert.ok(((await watched.page.getByRole('main').textContent()) ?? '').trim().length > 20, type);
        assert.ok(await watched.page.locator('form[action$="/search/"]').first().isVisible(), type);
      }
      await watched.close();
      assert.deepEqual(withoutExpected(watched.complaints), []);
    });

    test('every page has one main part, one first heading, a title and a language', async () => {
      const watched = await opened.open();
      for (const [type, path] of pages) {
        await watched.page.goto(opened.url + path, { waitUntil: 'load' });
        assert.equal(await watched.page.getByRole('main').count(), 1, type);
        assert.equal(await watched.page.getByRole('heading', { level: 1 }).count(), 1, type);
        assert.ok((await watched.page.title()).length > 0, type);
        assert.match((await watched.page.locator('html').getAttribute('lang')) ?? '', /^[a-z]{2}/, type);
      }
      await watched.close();
    });
  });
}

/** The browser's own line about the page that is asked for because it does not exist. */
function withoutExpected(complaints: readonly string[]): readonly string[] {
  return complaints.filter((complaint) => !/console error: Failed to load resource: .* 404/.test(complaint));
}

async function runAxe(page: Page): Promise<readonly string[]> {
  // Evaluated by the test, not by the page: the policy of the page does not apply and stays as strict as it is.
  const { violations } = (await page.evaluate(
    `${AXE}; axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Scripts and styles come late, as they do from far away: what they bring must not push what is there already. */
async function delayAssets(page: Page): Promise<void> {
  await page.route('**/_astro/**', async (route) => {
    await new Promise((settle) => setTimeout(settle, 100));
    await route.continue();
  });
}
