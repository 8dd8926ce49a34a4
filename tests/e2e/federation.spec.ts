import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright';
import { type ServedSite, serveFolder } from '../../scripts/serve.ts';
import { findBrowser } from './browser.ts';
import { buildInto, provideSite, TEST_SITES } from './sites.ts';
import { skip } from './watched-page.ts';

const WORK = join(import.meta.dirname, '..', '..', '.cache', 'test-sites', 'federation');
const NOTE = `# Wheels

Our own note mentions \`wheel_register()\` and \`kmem_cache_zalloc()\`, and how a spoke is trued.
`;

/** A build that names three others: one that answers, one that accepts and never answers, one that is not there. */
describe('the search of several builds', { skip }, () => {
  let other: ServedSite;
  let own: ServedSite;
  let mute: Server;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    const { base } = TEST_SITES.fixtures;
    other = await serveFolder(provideSite(TEST_SITES.fixtures), base, 0, '*');
    mute = createServer(() => undefined);
    await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
    rmSync(WORK, { recursive: true, force: true });
    mkdirSync(join(WORK, 'notes'), { recursive: true });
    writeFileSync(join(WORK, 'notes', 'wheels.md'), NOTE);
    const site = join(WORK, 'site');
    const silent = `http://localhost:${(mute.address() as AddressInfo).port}/`;
    buildInto(
      site,
      { base: '/', notes: join(WORK, 'notes') },
      { FEDERATION: `fixtures=${other.url} mute=${silent} gone=http://localhost:9/` },
    );
    own = await serveFolder(site, '/', 0);
    browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(own.url, { waitUntil: 'load' });
    await page.keyboard.press('/');
  });
  after(async () => {
    await browser?.close();
    mute?.closeAllConnections();
    mute?.close();
    await Promise.all([own?.close(), other?.close()]);
  });

  const ask = async (query: string): Promise<void> => page.locator('input[type=search]').fill(query);
  const row = (text: string, site?: string) => {
    const found = page.locator('[data-result] a').filter({ hasText: text });
    return site === undefined ? found : found.filter({ has: page.locator(`[data-mark="site"]`, { hasText: site }) });
  };

  test('our own results do not wait for a build that is down, which is told in the end', async () => {
    const started = performance.now();
    await ask('wheel_register');
    await row('wheel_register').waitFor();
    assert.ok(performance.now() - started < 2500, 'shown before the time of the mute build is over');
    await page.getByText('no answer from there').waitFor();
    await page.getByText(/Without (?:gone, mute|mute, gone)/).waitFor();
  });

  test('names that only the other build has are found, marked with its name, and lead there', async () => {
    await ask('spin_lock_irqsave');
    const link = row('spin_lock_irqsave', 'fixtures').first();
    await link.waitFor();
    assert.ok((await link.getAttribute('href'))?.startsWith(other.url));
  });

  test('the text of the other build is searched, and a result leads to its heading', async () => {
    await ask('bytes that it could not copy');
    const link = row('To user space', 'fixtures').first();
    await link.waitFor();
    const href = (await link.getAttribute('href')) ?? '';
    assert.ok(href.startsWith(other.url) && href.endsWith('#to-user-space'), href);
    await ask('spoke is trued');
    await row('Wheels').first().waitFor();
    assert.equal(await row('Wheels', 'fixtures').count(), 0);
  });

  test('an error that both builds have is listed once', async () => {
    await ask('scheduling while atomic');
    await row('scheduling while atomic').first().waitFor();
    await page.waitForTimeout(500);
    assert.equal(await page.locator('[data-result] a[href$="atomic-scheduling/"]').count(), 1);
  });

  test('the policy allows the builds that are named, data only, and nothing was refused', async () => {
    const policy = (await page.locator('meta[http-equiv]').getAttribute('content')) ?? '';
    assert.match(policy, /connect-src 'self' http:\/\/localhost:\d+\/team\/kernel\/ /);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.deepEqual(
      complaints.filter((text) => !/net::ERR_(?:CONNECTION_REFUSED|UNSAFE_PORT|ABORTED)/.test(text)),
      [],
    );
    const plain = await browser.newPage();
    await plain.goto(other.url);
    assert.match((await plain.locator('meta[http-equiv]').getAttribute('content')) ?? '', /connect-src 'self';/);
    await plain.close();
  });
});
