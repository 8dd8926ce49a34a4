/**
 * `npm run shots`: a picture of each page type of the built site, on a phone and on a desktop, light and dark, in `work/shots/`. With
 * `-- --readme` the pictures of the README are renewed too. Looking at them is for people.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { buildSite } from '../src/astro/build-site.ts';
import { PROJECT_DIR, readSiteSettings } from '../src/site.ts';
import { findBrowser, NO_BROWSER } from '../tests/e2e/browser.ts';
import { listPageTypes } from '../tests/e2e/page-types.ts';
import { serveFolder } from './serve.ts';

const SCREENS = [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'desktop', viewport: { width: 1280, height: 860 } },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** Pictures that the README shows: page type, screen, scheme. */
const README_SHOTS = ['chapter-desktop-light', 'error-desktop-dark'];

const executablePath = findBrowser();
if (executablePath === undefined) {
  process.stderr.write(`${NO_BROWSER}\n`);
  process.exit(1);
}
const site = readSiteSettings(process.env, process.cwd());
await buildSite(site);
const folder = resolve(PROJECT_DIR, 'work/shots');
mkdirSync(folder, { recursive: true });
const served = await serveFolder(site.outDir, site.base, 0);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const { name, viewport } of SCREENS) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const [type, path] of listPageTypes(site.outDir, site.base)) {
        await page.goto(new URL(path, served.url).href);
        await page.screenshot({
          path: resolve(folder, `${type.replace(/\W+/g, '-').replace(/-$/, '')}-${name}-${colorScheme}.png`),
        });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await served.close();
}
if (process.argv.includes('--readme')) {
  mkdirSync(resolve(PROJECT_DIR, 'docs'), { recursive: true });
  for (const shot of README_SHOTS)
    copyFileSync(resolve(folder, `${shot}.png`), resolve(PROJECT_DIR, 'docs', `${shot}.png`));
}
process.stdout.write(`${folder}\n`);
