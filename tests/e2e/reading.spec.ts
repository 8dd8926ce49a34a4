import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TEST_SITES } from './sites.ts';
import type { OpenSite } from './watched-page.ts';
import { follow, openSite, skip } from './watched-page.ts';

const SITE = TEST_SITES.fixtures;

describe('reading', { skip }, () => {
  let opened: OpenSite;

  before(async () => {
    opened = await openSite(SITE);
  });
  after(() => opened.close());

  test('a reader comes from the home page to a chapter, to a name of it and back to where it is mentioned', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(opened.url);
    const main = page.getByRole('main');
    await follow(page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Chapters' }));
    await follow(main.getByRole('link', { name: /Memory/ }).first());
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Memory');
    await follow(main.getByRole('link', { name: 'kmalloc()' }).first());
    assert.match((await main.textContent()) ?? '', /kmalloc/);
    await follow(main.getByRole('link', { name: /Memory/ }).first());
    assert.match(page.url(), /\/team\/kernel\/chapters\//);
    await close();
    assert.deepEqual(complaints, []);
  });

  test('without script the same links lead through the same pages', async () => {
    const { page, complaints, close } = await opened.open({ hasScript: false });
    await page.goto(opened.url);
    const main = page.getByRole('main');
    await follow(page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Chapters' }));
    await follow(main.getByRole('link', { name: /Building/ }).first());
    assert.equal(await main.locator('pre').first().isVisible(), true);
    await follow(main.getByRole('link', { name: 'memory', exact: true }));
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Memory');
    await close();
    assert.deepEqual(complaints, []);
  });

  test('a relative link, a wikilink, an alias and an anchor of the notes lead to their pages', async () => {
    const { page, close } = await opened.open();
    await page.goto(`${opened.url}topics/index/`);
    const main = page.locator('.kn-main');
    const leads = async (name: string) => main.getByRole('link', { name, exact: true }).getAttribute('href');
    assert.match((await leads('building a module')) ?? '', /\/team\/kernel\/chapters\/book\/building\/$/);
    assert.match((await leads('choice of a lock')) ?? '', /\/team\/kernel\/topics\/locking\/$/);
    const picture = await main.getByRole('img', { name: 'How a write travels' }).elementHandle();
    await page.waitForFunction((image) => image instanceof HTMLImageElement && image.naturalWidth > 0, picture);
    await close();
  });

  test('the chosen theme is there before the first paint of the next page, and is forgotten when it equals the system', async () => {
    const { page, complaints, close } = await opened.open({ theme: 'light' });
    await page.goto(opened.url);
    const button = page.getByRole('button', { name: 'Dark theme' });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    const light = await background();
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    await page.goto(`${opened.url}names/`, { waitUntil: 'commit' });
    await page.waitForSelector('body', { state: 'attached' });
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.notEqual(await background(), light);
    await button.click();
    assert.equal(await page.locator('html').getAttribute('data-theme'), null);
    await close();
    assert.deepEqual(complaints, []);
  });

  test('the first stop of the keyboard leads past the header to the text', async () => {
    const { page, close } = await opened.open();
    await page.goto(`${opened.url}chapters/book/building/`);
    await page.keyboard.press('Tab');
    const skipLink = page.getByRole('link', { name: 'Skip to the text' });
    assert.equal(await skipLink.evaluate((link) => link === document.activeElement), true);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await close();
  });

  test('a page that does not exist says so and keeps its way home', async () => {
    const { page, close } = await opened.open();
    const response = await page.goto(`${opened.url}no-such-page/`);
    assert.equal(response?.status(), 404);
    assert.equal(new URL((await page.locator('.kn-brand').getAttribute('href')) ?? '', page.url()).href, opened.url);
    await close();
  });

  test('what the settings of the notes ignore is nowhere', async () => {
    const { page, close } = await opened.open();
    await page.goto(`${opened.url}status/`);
    assert.doesNotMatch((await page.getByRole('main').textContent()) ?? '', /hiddenfromreaders/);
    const response = await page.goto(`${opened.url}topics/unpublished/plan/`);
    assert.equal(response?.status(), 404);
    await close();
  });
});
