import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
const SPLAT = `[   12.000001] BUG: sleeping function called from invalid context at kernel/locking/mutex.c:580
[   12.000002] in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 96, name: insmod
[   12.000003] CPU: 0 PID: 96 Comm: insmod Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
[   12.000004] Call Trace:
[   12.000005]  <TASK>
[   12.000006]  copy_to_user+0x44/0x5c
[   12.000007]  demo_init+0x1b/0xff0 [demo]
[   12.000008]  </TASK>
`;
const LINE = 'ERROR: modpost: "no_such_function" [demo.ko] undefined!';

/** Waits for the final answer and returns it. */
async function answerOf(page: Page, timeout = 30_000): Promise<string> {
  const state = page.locator('kn-log-lookup').getByRole('status');
  await state.filter({ hasText: /^\d.*\.$/ }).waitFor({ timeout });
  return (await state.textContent()) ?? '';
}

/** Accessible name, or text, of what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? '';
  });
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

    test('names of a call trace that have a page lead there', async () => {
      const { page, complaints, close } = await opened.open();
      await page.goto(new URL('explain/', opened.url).href);
      await page.getByRole('textbox', { name: 'Log' }).fill(SPLAT);
      await page.getByRole('button', { name: 'Explain', exact: true }).click();
      await answerOf(page);
      const link = page.locator('.kn-log-splat a', { hasText: 'copy_to_user' });
      await link.waitFor();
      assert.equal(
        (await page.request.get(new URL((await link.getAttribute('href')) ?? '', opened.url).href)).status(),
        200,
      );
      assert.deepEqual(complaints, []);
      await close();
    });

    test('a file that is dropped is explained as one that is opened', async () => {
      const { page, complaints, close } = await opened.open();
      await page.goto(new URL('explain/', opened.url).href);
      await page.getByRole('textbox', { name: 'Log' }).waitFor();
      const transfer = await page.evaluateHandle((text) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([text], 'build.log', { type: 'text/plain' }));
        return dropped;
      }, BUILD_LOG);
      await page.locator('kn-log-lookup').dispatchEvent('drop', { dataTransfer: transfer });
      assert.equal(await answerOf(page), '27 lines, 7 messages explained. The log is of kernel 6.12.117+deb12-amd64.');
      assert.deepEqual(complaints, []);
      await close();
    });

    test('by keyboard alone a reader comes from the field through the answer to the page of the error and back', async () => {
      const { page, complaints, close } = await opened.open();
      await page.goto(new URL('explain/', opened.url).href);
      await page.getByRole('textbox', { name: 'Log' }).focus();
      await page.keyboard.insertText(LINE);
      await page.keyboard.press('Tab');
      assert.equal(await focusedName(page), 'Explain');
      await page.keyboard.press('Enter');
      await answerOf(page);
      const reached: string[] = [];
      for (let presses = 0; presses < 20 && !reached.includes('modpost: symbol undefined'); presses += 1) {
        await page.keyboard.press('Tab');
        reached.push(await focusedName(page));
      }
      assert.ok(reached.includes('modpost: symbol undefined'), reached.join(', '));
      await page.keyboard.press('Enter');
      await page.waitForURL(/modpost-undefined-symbol/);
      assert.equal(await page.locator('h1').textContent(), 'modpost: symbol undefined');
      assert.deepEqual(complaints, []);
      await close();
    });

    test('on a phone a log is pasted, read and followed to its line, and nothing is wider than the screen', async () => {
      const { page, complaints, close } = await opened.open({ width: 360, height: 700 });
      await page.goto(new URL('explain/', opened.url).href);
      await page.getByRole('textbox', { name: 'Log' }).fill(BUILD_LOG);
      await page.getByRole('button', { name: 'Explain', exact: true }).click();
      await answerOf(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await page.getByRole('button', { name: 'line 13' }).first().click();
      await page.locator('[data-line="13"]:focus').waitFor();
      assert.equal(await page.locator('[data-line="13"]').first().isVisible(), true);
      assert.deepEqual(complaints, []);
      await close();
    });

    for (const [what, isLine] of [
      ['a failing build', () => true],
      ['errors alone', (line: string) => line.includes(': error: ')],
    ] as const) {
      test(`a hundred thousand lines of ${what} are shown a little at a time`, async (context) => {
        const { page, complaints, close } = await opened.open();
        await page.goto(new URL('explain/', opened.url).href);
        await page.getByRole('textbox', { name: 'Log' }).waitFor();
        const lines = readFileSync(join(LOGS, 'interfaces-6.12.txt'), 'utf8').split('\n').filter(isLine);
        const log = Array.from({ length: 100_000 }, (_, index) => lines[index % lines.length]).join('\n');
        // What one task changes: blocks of lines that get their text, and findings.
        await page.evaluate(() => {
          const most = { blocks: 0, findings: 0, longest: 0 };
          Object.assign(globalThis, { most });
          new MutationObserver((records) => {
            const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
            const countOf = (selector: string): number =>
              added.filter((node) => node instanceof Element && node.matches(selector)).length;
            most.blocks = Math.max(most.blocks, countOf('.kn-log-block > pre:last-child'));
            most.findings = Math.max(most.findings, countOf('.kn-log-finding'));
          }).observe(document.body, { childList: true, subtree: true });
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) most.longest = Math.max(most.longest, duration);
          }).observe({ entryTypes: ['longtask'] });
        });
        // A file of the disk: handing over its content would be work of the page.
        const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-'));
        writeFileSync(join(folder, 'build.log'), log);
        await page.locator('input[type=file]').setInputFiles(join(folder, 'build.log'));
        assert.match(await answerOf(page, 120_000), /^100,000 lines, \d+ messages explained/);
        rmSync(folder, { recursive: true });
        const most = await page.evaluate(
          () => (globalThis as unknown as { most: { blocks: number; findings: number; longest: number } }).most,
        );
        context.diagnostic(
          `at most ${most.blocks} blocks and ${most.findings} findings a task; longest task ${Math.round(most.longest)} ms, the aim on a quiet machine is 50 ms`,
        );
        assert.ok(most.blocks > 0 && most.blocks <= 8, `${most.blocks} blocks of lines in one task`);
        assert.ok(most.findings > 0 && most.findings <= 8, `${most.findings} findings in one task`);
        // What is far from sight comes in idle time.
        await page.locator('.kn-log-block').last().locator('pre').first().waitFor({ state: 'attached' });
        assert.deepEqual(complaints, []);
        await close();
      });
    }

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
