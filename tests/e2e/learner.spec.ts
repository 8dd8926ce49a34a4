import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TEST_SITES } from './sites.ts';
import type { OpenSite } from './watched-page.ts';
import { openSite, skip } from './watched-page.ts';

const MODULES = 'chapters/building-and-running-modules/';

describe('what helps a learner', { skip }, () => {
  let opened: OpenSite;

  before(async () => {
    opened = await openSite(TEST_SITES.shipped);
  });
  after(() => opened.close());

  test('a chapter read to its end is marked, counted, and offered again on the front page', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(opened.url + MODULES);
    const title = (await page.getByRole('heading', { level: 1 }).textContent())?.trim();
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, 50);
    await page.waitForFunction(() => localStorage.getItem('kn-last') !== null);
    await page.locator('.kn-footer').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => localStorage.getItem('kn-read') !== null);
    await page.goto(opened.url);
    const door = page.locator('a[data-continue]');
    await page.waitForFunction(() => document.querySelector('a[data-continue]')?.textContent?.startsWith('Continue'));
    assert.equal((await door.textContent())?.trim(), `Continue with ${title}`);
    assert.match((await door.getAttribute('href')) ?? '', new RegExp(`${MODULES}$`));
    await page.goto(`${opened.url}chapters/`);
    const progress = page.locator('kn-progress');
    await progress.getByRole('button', { name: 'Forget' }).waitFor();
    assert.match((await progress.textContent()) ?? '', /^1 of \d+ read/);
    await progress.getByRole('button', { name: 'Forget' }).click();
    assert.equal((await progress.textContent())?.trim(), '');
    assert.equal(await page.evaluate(() => localStorage.getItem('kn-read')), null);
    await close();
    assert.deepEqual(complaints, []);
  });

  test('brackets lead to the neighbours, t changes the theme, a question mark lists the keys', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(opened.url + MODULES);
    const next = await page.locator('[rel="next"]').getAttribute('href');
    await page.keyboard.press(']');
    await page.waitForURL(`**${next}`);
    await page.keyboard.press('[');
    await page.waitForURL(`**/${MODULES}`);
    await page.keyboard.press('t');
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    assert.match((await keys.textContent()) ?? '', /search/);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await close();
    assert.deepEqual(complaints, []);
  });

  test('a card tells about a name that one moves to, and goes on Escape', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(opened.url + MODULES);
    const name = page.locator('.kn-prose a.n', { hasText: 'module_init' }).first();
    await name.focus();
    const card = page.getByRole('tooltip');
    await card.waitFor();
    assert.match((await card.textContent()) ?? '', /module_init.*6\.12/);
    assert.equal(await name.getAttribute('aria-describedby'), 'kn-name-card');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await page.locator('.kn-prose > p a.n').last().focus();
    await card.waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await card.waitFor({ state: 'hidden' });
    await close();
    assert.deepEqual(complaints, []);
  });

  test('a block of code gets its buttons when one comes near', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(opened.url + MODULES);
    const last = page.locator('.kn-prose .kn-block').last();
    assert.equal(await last.getByRole('button').count(), 0);
    await last.scrollIntoViewIfNeeded();
    await last.getByRole('button', { name: 'Copy' }).waitFor();
    await close();
    assert.deepEqual(complaints, []);
  });

  test('a tap on a name with a mark explains it, the next one leads to its page', async () => {
    const { page, complaints, close } = await opened.open({ width: 390, height: 800, hasTouch: true });
    await page.goto(`${opened.url}freshness/`);
    const names = page.locator('main a.n[data-mark="gone"]', { hasText: /^init_timer$|^__devinit$/ });
    const name = names.first();
    const title = (await name.textContent()) ?? '';
    const card = page.getByRole('tooltip');
    await name.tap();
    await card.waitFor();
    assert.match((await card.textContent()) ?? '', /6\.12 gone.*\w: \w/);
    assert.match(page.url(), /freshness\/$/);
    await names.nth(1).tap();
    await page.waitForFunction(
      (text) => document.querySelector('[role=tooltip] b')?.textContent !== text,
      title.replace('()', ''),
    );
    assert.match(page.url(), /freshness\/$/);
    await names.nth(1).tap();
    await page.waitForURL(/\/name\//);
    await close();
    assert.deepEqual(complaints, []);
  });

  test('a picture has a name, its words fold out with names as links, and it is drawn anew in the dark', async () => {
    const inks: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await opened.open({ theme });
      await page.goto(opened.url + MODULES);
      const picture = page.getByRole('img', { name: 'Life of a module' });
      assert.equal(await picture.count(), 1);
      inks.push(
        await picture
          .locator('text')
          .first()
          .evaluate((text) => getComputedStyle(text).fill),
      );
      await page.getByText('The picture in words').click();
      assert.ok(
        await page
          .locator('.kn-picture li a.n', { hasText: 'finit_module()' })
          .or(page.locator('.kn-picture li a.n'))
          .first()
          .isVisible(),
      );
      await close();
      assert.deepEqual(complaints, []);
    }
    assert.notEqual(inks[0], inks[1]);
  });

  test('the map lights what a place is joined with, and finds again what the address asks for', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(`${opened.url}map/`);
    const chapter = page.locator('svg [data-node="0"]');
    await chapter.focus();
    const lit = page.locator('svg path[data-lit]');
    assert.ok((await lit.count()) > 0);
    for (const of of await lit.evaluateAll((paths) => paths.map((path) => path.getAttribute('data-of') ?? '')))
      assert.match(of, /^0 /);
    const name = (await page.locator('svg text.m').first().textContent()) ?? '';
    await page.getByRole('searchbox', { name: 'Find' }).fill(name);
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === name);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('svg[data-focused]') !== null);
    assert.equal(await page.locator('svg [data-lit="self"]').first().textContent(), name);
    const chapters = await page.locator('[data-list="map"] > li').count();
    assert.equal(chapters, await page.locator('svg text.e:not(.h)').count());
    await close();
    assert.deepEqual(complaints, []);
  });

  test('a filtered list of errors stands in its address', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(`${opened.url}errors/`);
    const cards = page.locator('.kn-card:visible');
    const all = await cards.count();
    await page.getByLabel('Severity').selectOption('fatal');
    await page.waitForURL(({ search }) => search === '?severity=fatal');
    const fatal = await cards.count();
    assert.ok(fatal > 0 && fatal < all);
    await page.getByRole('searchbox', { name: 'Filter' }).fill('oops');
    await page.waitForURL(({ search }) => search === '?severity=fatal&q=oops');
    const some = await cards.count();
    await page.reload();
    await page.waitForFunction((wanted) => document.querySelectorAll('.kn-card:not([hidden])').length === wanted, some);
    assert.equal(await page.getByLabel('Severity').inputValue(), 'fatal');
    assert.match((await page.locator('kn-list-filter output').textContent()) ?? '', new RegExp(`^${some} of ${all}`));
    await close();
    assert.deepEqual(complaints, []);
  });

  test('the files of a sample can be fetched one by one and as one archive', async () => {
    const { page, complaints, close } = await opened.open();
    await page.goto(`${opened.url}samples/hello/`);
    const archive = page.getByRole('link', { name: 'All files as one archive' });
    const file = page.getByRole('link', { name: 'Download hello.c' });
    const [packed, plain] = await Promise.all(
      [archive, file].map(async (link) => {
        const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
        assert.equal(answer.status(), 200);
        return (await answer.body()).toString('latin1');
      }),
    );
    assert.match(plain ?? '', /MODULE_LICENSE/);
    assert.equal(packed?.slice(257, 262), 'ustar');
    assert.ok(packed?.includes(plain ?? '?'));
    await close();
    assert.deepEqual(complaints, []);
  });
});
