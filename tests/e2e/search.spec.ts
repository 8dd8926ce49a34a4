import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright';
import { TEST_SITES } from './sites.ts';
import type { OpenOptions, OpenSite, WatchedPage } from './watched-page.ts';
import { openSite, skip } from './watched-page.ts';

const AXE = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const FIND = join(import.meta.dirname, '..', '..', 'scripts', 'find.ts');
const run = promisify(execFile);
const LOG = `[   10.1] usb 1-1: new high-speed USB device
[   12.3] BUG: sleeping function called from invalid context at kernel/locking/mutex.c:580
[   12.4] Call Trace:`;

const field = (page: Page): Locator => page.locator('input[type=search]');
const links = (page: Page): Locator => page.locator('[data-result] a');
const firstLink = (page: Page): Locator => links(page).first();

describe('the search', { skip }, () => {
  let opened: OpenSite;

  before(async () => {
    opened = await openSite(TEST_SITES.fixtures);
  });
  after(() => opened.close());

  const journey = async (options: OpenOptions, walk: (watched: WatchedPage) => Promise<void>): Promise<void> => {
    const watched = await opened.open(options);
    await watched.page.goto(opened.url, { waitUntil: 'load' });
    await walk(watched);
    const complaints = [...watched.complaints];
    await watched.close();
    assert.deepEqual(complaints, []);
  };

  test('loads nothing before the field is used, and little for the first answer', () =>
    journey({}, async ({ page }) => {
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      assert.deepEqual(
        fetched.filter((url) => /\/(?:search|pagefind)\/|search-(?:panel|dialog)/.test(url)),
        [],
      );
      fetched.length = 0;
      await page.keyboard.press('/');
      await field(page).fill('copy_to_user');
      await firstLink(page).waitFor();
      assert.ok(fetched.length <= 10, fetched.join('\n'));
      assert.deepEqual(
        fetched.filter((url) => url.includes('/pagefind/')),
        [],
      );
    }));

  for (const key of ['/', 'Control+k']) {
    test(`${key} opens the dialog, arrows choose, Enter follows, and Escape closes`, () =>
      journey({}, async ({ page }) => {
        await page.keyboard.press(key);
        await page.getByRole('dialog', { name: 'Search' }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        assert.equal(await field(page).count(), 1);
        await page.keyboard.press(key);
        await page.getByRole('combobox').fill('kmem_cache');
        await links(page).nth(1).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        const active = (await page.getByRole('combobox').getAttribute('aria-activedescendant')) ?? '';
        assert.equal(
          await page.locator(`[id="${active}"]`).getByRole('link').getAttribute('href'),
          await links(page).nth(1).getAttribute('href'),
        );
        await page.keyboard.press('Home');
        const href = (await firstLink(page).getAttribute('href')) ?? '';
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname + url.hash === href);
      }));
  }

  test('End leads to the last result and Home to the first; Ctrl-Enter opens one in a page of its own', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.getByRole('combobox').fill('kmem_cache');
      await links(page).nth(1).waitFor();
      const active = async (): Promise<string | null> =>
        page.locator('[data-result][aria-selected="true"] a').getAttribute('href');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      assert.equal(await active(), await links(page).last().getAttribute('href'));
      await page.keyboard.press('Home');
      const href = (await firstLink(page).getAttribute('href')) ?? '';
      assert.equal(await active(), href);
      const before = page.url();
      const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')]);
      await opened.waitForURL((url) => url.pathname + url.hash === href);
      assert.equal(page.url(), before);
    }));

  test('no keystroke is lost while the search is loaded', () =>
    journey({}, async ({ page }) => {
      await field(page).focus();
      await page.keyboard.type('copy_to_user', { delay: 5 });
      await page.getByRole('dialog').waitFor();
      await firstLink(page).waitFor();
      assert.equal(await field(page).inputValue(), 'copy_to_user');
      assert.match((await firstLink(page).textContent()) ?? '', /^copy_to_user function/);
    }));

  test('names are found by members, parts, ends of paths and through a slip, which is told', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      for (const [query, name] of [
        ['private_data', 'private_data'],
        ['lock_irqsave', 'spin_lock_irqsave'],
        ['mutex.h', 'linux/mutex.h'],
        ['kmaloc', 'kmalloc'],
      ] as const) {
        await field(page).fill(query);
        await firstLink(page).filter({ hasText: name }).waitFor();
      }
      await page.getByText('Nothing is called “kmaloc”').waitFor();
    }));

  test('a pasted line leads to its error, a pasted log to the page that explains it', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      await field(page).fill(
        '[   12.3] BUG: sleeping function called from invalid context at kernel/locking/mutex.c:580',
      );
      await firstLink(page).waitFor();
      assert.match((await firstLink(page).getAttribute('href')) ?? '', /\/errors\/.*atomic-sleeping-function\/$/);
      await field(page).fill('');
      await field(page).evaluate((input, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, LOG);
      await page.getByRole('button', { name: 'Explain these 3 lines' }).waitFor();
      assert.match(await field(page).inputValue(), /BUG: sleeping function/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/explain\/$/);
      await page.locator('.kn-log-list').getByText('sleeping function').first().waitFor();
    }));

  test('Enter after a line was pasted explains it, and follows a result that arrows chose', () =>
    journey({}, async ({ page }) => {
      const line = 'BUG: scheduling while atomic: cat/1234/0x00000002';
      const paste = async (): Promise<void> => {
        await page.keyboard.press('/');
        await page.getByRole('dialog').waitFor();
        await field(page).evaluate((input, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }, line);
        await field(page).fill(line);
        await page.getByRole('button', { name: 'Explain this line' }).waitFor();
      };
      await paste();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/errors\/.*atomic-scheduling\/$/);
      await paste();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/explain\/$/);
      await page.locator('.kn-log-list').getByText('scheduling while atomic').first().waitFor();
    }));

  test('words are searched for after names, and the result is the heading they stand under', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      await field(page).fill('bytes that it could not copy');
      const link = links(page).filter({ hasText: 'To user space' });
      await link.waitFor();
      assert.match((await link.getAttribute('href')) ?? '', /^\/team\/kernel\/.*#to-user-space$/);
    }));

  test('Chinese words inside an English note are found', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      await field(page).fill('驱动程序');
      await firstLink(page).filter({ hasText: '许多驱动' }).waitFor();
      for (const part of ['序使', '程']) {
        await field(page).fill(part);
        await firstLink(page).filter({ hasText: '许多驱动' }).waitFor();
      }
    }));

  test('a phrase in quotes is found as it stands only, and a word that no page has is told', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      await field(page).fill('"bytes that it could not copy"');
      await links(page).filter({ hasText: 'To user space' }).waitFor();
      await field(page).fill('"copy not could it that bytes"');
      await page.getByText('Nothing found for').waitFor();
      await field(page).fill('sleepable sleepingly');
      await page.getByText(/No exact match for “sleep|No page has all|Nothing found/).waitFor();
    }));

  test('results of the text are filtered by kind, book and status, with counts', () =>
    journey({}, async ({ page }) => {
      await page.goto(`${opened.url}search/?q=${encodeURIComponent('memory is freed')}`, { waitUntil: 'load' });
      const status = page.getByRole('group', { name: 'Status' }).getByRole('button', { name: /^fatal \d+$/ });
      await status.waitFor();
      const count = Number(/\d+/.exec((await status.textContent()) ?? '')?.[0]);
      await status.click();
      await page.locator('.kn-result-group', { hasText: 'Pages' }).waitFor();
      assert.deepEqual(await page.locator('.kn-result-group').allTextContents(), ['Pages']);
      await links(page).nth(count).waitFor({ state: 'detached' });
      assert.equal(await links(page).count(), count);
      assert.deepEqual([...new Set(await page.locator('.kn-result-kind').allTextContents())], ['error']);
      assert.equal(await status.getAttribute('aria-pressed'), 'true');
      await status.click();
      await links(page).nth(count).waitFor();
    }));

  test('the page of the search can be linked to, keeps its address in step and filters by kind', () =>
    journey({}, async ({ page }) => {
      await page.goto(`${opened.url}search/?q=module`, { waitUntil: 'load' });
      const chip = page.getByRole('button', { name: /^Names \d+$/ });
      await chip.waitFor();
      await chip.click();
      assert.equal(await chip.getAttribute('aria-pressed'), 'true');
      await field(page).fill('vmalloc');
      await firstLink(page).filter({ hasText: 'vmalloc' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('q'), 'vmalloc');
    }));

  test('a short beginning costs one file of names on the page of the search too, and chips are as wide as their words', () =>
    journey({}, async ({ page }) => {
      await page.goto(`${opened.url}search/`, { waitUntil: 'load' });
      await field(page).fill('copy_to_user');
      await firstLink(page).waitFor();
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(request.url()));
      await field(page).fill('s');
      await page.getByRole('button', { name: /^Names \d+$/ }).waitFor();
      await page.waitForLoadState('networkidle');
      assert.ok(fetched.filter((url) => url.includes('/search/n/')).length <= 1, fetched.join('\n'));
      const lines = await page
        .locator('.kn-search-chips button')
        .evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().height));
      assert.equal(new Set(lines.map(Math.round)).size, 1, String(lines));
    }));

  test('on a phone the field opens the dialog and a tapped result is followed', () =>
    journey({ width: 375, height: 700, hasTouch: true }, async ({ page }) => {
      await field(page).tap();
      await page.getByRole('dialog').waitFor();
      await field(page).fill('vmalloc');
      const href = (await firstLink(page).getAttribute('href')) ?? '';
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scroll <= 375, String(scroll));
      const sizes = await page
        .locator('[data-result] a, .kn-search-chips button')
        .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
      assert.ok(Math.min(...sizes) >= 24, String(sizes));
      await firstLink(page).tap();
      await page.waitForURL((url) => url.pathname + url.hash === href);
    }));

  test('where WebAssembly is forbidden the text is not searched, which is told, and names are found', async () => {
    const watched = await opened.open();
    const { page } = watched;
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy'] ?? '';
      const headers = { ...response.headers(), 'content-security-policy': policy.replace(" 'wasm-unsafe-eval'", '') };
      return route.fulfill({ response, headers });
    });
    await page.goto(`${opened.url}search/?q=kmalloc`, { waitUntil: 'load' });
    await page.getByText('This host forbids WebAssembly').waitFor();
    assert.match((await firstLink(page).textContent()) ?? '', /^kmalloc/);
    await watched.close();
  });

  test('without script the field leads to a page that lists other ways', () =>
    journey({ hasScript: false }, async ({ page }) => {
      await field(page).fill('kmalloc');
      await field(page).press('Enter');
      await page.waitForURL(/\/search\/\?q=kmalloc$/);
      assert.ok(await page.getByRole('link', { name: /names by letter/ }).isVisible());
    }));

  test('the terminal gives the first result of the dialog, for names, messages and words', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      for (const query of ['lock_irqsave', 'BUG: scheduling while atomic: cat/12', 'bytes that it could not copy']) {
        await field(page).fill(query);
        await page.locator('kn-search-panel[data-state=done]').waitFor();
        const env = { ...process.env, OUT_DIR: opened.folder, BASE_PATH: TEST_SITES.fixtures.base };
        const { stdout } = await run(process.execPath, [FIND, '--json', query], { env });
        const { results } = JSON.parse(stdout) as { results: { url: string }[] };
        assert.equal(results[0]?.url, await firstLink(page).getAttribute('href'), query);
      }
    }));

  test('what was searched for is offered again, until it is forgotten', () =>
    journey({}, async ({ page }) => {
      await page.keyboard.press('/');
      await field(page).fill('vmalloc');
      await firstLink(page).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/vmalloc/);
      await page.goto(opened.url, { waitUntil: 'load' });
      await page.keyboard.press('/');
      await page.getByRole('button', { name: 'vmalloc' }).waitFor();
      await page.getByRole('button', { name: 'Forget them' }).click();
      await page.getByText('Searched for before').waitFor({ state: 'detached' });
    }));

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the open dialog in the ${theme} theme`, () =>
      journey({ theme }, async ({ page }) => {
        await page.keyboard.press('/');
        await page.getByText('For example').waitFor();
        const found = [...(await runAxe(page))];
        await field(page).fill('kmem_cache');
        await firstLink(page).waitFor();
        found.push(...(await runAxe(page)));
        assert.deepEqual(found, []);
      }));
  }
});

async function runAxe(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ['violations'] })`)) as {
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
