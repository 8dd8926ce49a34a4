import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import { findBrowser } from './browser.ts';
import { TEST_SITES } from './sites.ts';
import type { OpenSite } from './watched-page.ts';
import { openSite, skip } from './watched-page.ts';

const LOGS = join(import.meta.dirname, '..', 'fixtures', 'logs', 'recorded');
const BUILD_LOG = readFileSync(join(LOGS, 'modpost-6.12.txt'), 'utf8');
const LINE = 'ERROR: modpost: "no_such_function" [demo.ko] undefined!';

/** Waits for the final answer and returns it. */
async function answerOf(page: Page): Promise<string> {
  const state = page.locator('kn-log-lookup').getByRole('status');
  await state.filter({ hasText: /^\d.*\.$/ }).waitFor();
  return (await state.textContent()) ?? '';
}

for (const site of Object.values(TEST_SITES)) {
  describe(`the page that explains logs at ${site.base}`, { skip }, () => {
    let opened: OpenSite;
    before(async () => {
      opened = await openSite(site);
    });
    after(() => opened.close());

    test('a line that is typed and sent by keyboard is explained, with its value in the command and a link to its page', async () => {
      const { page, complaints, close } = await opened.open();
      await page.goto(new URL('explain/', opened.url).href);
      await page.getByRole('textbox', { name: 'Log' }).focus();
      await page.keyboard.insertText(LINE);
      await page.keyboard.press('Control+Enter');
      assert.equal(await answerOf(page), '1 line, 1 message explained.');
      await page.getByText('grep -w no_such_function "$KDIR/Module.symvers"').waitFor();
      const href = await page.getByRole('link', { name: 'modpost: symbol undefined' }).first().getAttribute('href');
      assert.equal((await page.request.get(new URL(href ?? '', opened.url).href)).status(), 200);
      assert.equal(new URL(page.url()).search + new URL(page.url()).hash, '');
      assert.deepEqual(complaints, []);
      await close();
    });

    test('an opened file is explained in the order of cause, its lines are marked, and a finding leads to its line', async () => {
      const { page, complaints, close } = await opened.open();
      await page.goto(new URL('explain/', opened.url).href);
      await page.locator('input[type=file]').setInputFiles(join(LOGS, 'modpost-6.12.txt'));
      assert.equal(await answerOf(page), '27 lines, 7 messages explained. The log is of kernel 6.12.117+deb12-amd64.');
      const titles = await page.locator('.kn-log-finding h3').allTextContents();
      assert.equal(titles[0], 'modpost: missing MODULE_LICENSE()');
      assert.equal(titles.at(-1), 'modpost: missing MODULE_DESCRIPTION()');
      await page.getByRole('button', { name: 'line 13' }).click();
      await page.locator('[data-line="13"]:focus').waitFor();
      assert.deepEqual(complaints, []);
      await close();
    });

    test('nothing is wider than the screen of a phone', async () => {
      const { page, close } = await opened.open({ width: 360, height: 700 });
      await page.goto(new URL('explain/', opened.url).href);
      await page.getByRole('textbox', { name: 'Log' }).fill(BUILD_LOG);
      await page.getByRole('button', { name: 'Explain', exact: true }).click();
      await answerOf(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await close();
    });

    test('without script all messages are there for the search of the browser', async () => {
      const { page, close } = await opened.open({ hasScript: false });
      await page.goto(new URL('explain/', opened.url).href);
      assert.equal(await page.getByRole('textbox', { name: 'Log' }).isVisible(), false);
      await page.getByText('FATAL: modpost: parse error in symbol dump file').first().waitFor();
      await close();
    });

    test('the single file works from disk and asks for nothing', async () => {
      const browser = await chromium.launch({
        executablePath: findBrowser() ?? '',
        args: ['--no-sandbox', '--disable-gpu'],
      });
      const page = await browser.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      const file = pathToFileURL(join(opened.folder, 'explain', 'explain.html')).href;
      await page.goto(file);
      await page.getByRole('textbox', { name: 'Log' }).fill(LINE);
      await page.getByRole('button', { name: 'Explain', exact: true }).click();
      assert.equal(await answerOf(page), '1 line, 1 message explained.');
      assert.deepEqual(asked, [file]);
      assert.deepEqual(said, []);
      await browser.close();
    });
  });
}
