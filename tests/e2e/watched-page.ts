/** A browser on a served site whose pages tell everything that a reader must never meet: console messages, foreign requests, failures. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import type { ServedSite } from '../../scripts/serve.ts';
import { serveFolder } from '../../scripts/serve.ts';
import { findBrowser, NO_BROWSER } from './browser.ts';
import type { TestSite } from './sites.ts';
import { provideSite } from './sites.ts';

/** For `test(…, { skip })`: the reason where there is no browser. */
export const skip = findBrowser() === undefined ? NO_BROWSER : false;

export interface OpenSite {
  /** Address of the home page. */
  readonly url: string;
  /** Folder of the built site. */
  readonly folder: string;
  open(options?: OpenOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}
export interface OpenOptions {
  readonly hasScript?: boolean;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The device is touched, not pointed at. */
  readonly hasTouch?: boolean;
}
export interface WatchedPage {
  readonly page: Page;
  /** What went wrong so far; empty when all is well. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Serves a built site and starts a browser. */
export async function openSite(site: TestSite): Promise<OpenSite> {
  const folder = provideSite(site);
  const served = await serveFolder(folder, site.base, 0);
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    url: served.url,
    folder,
    open: (options = {}) => openWatched(browser, served, options),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** Clicks a link and waits for the page that it leads to: a click alone returns before the next page is there. */
export async function follow(link: Locator): Promise<void> {
  const page = link.page();
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  await link.click();
  await page.waitForURL(address);
}

async function openWatched(browser: Browser, { url }: ServedSite, options: OpenOptions): Promise<WatchedPage> {
  const { hasScript = true, theme = 'light', width = 1280, height = 900, hasTouch = false } = options;
  const context = await browser.newContext({
    javaScriptEnabled: hasScript,
    colorScheme: theme,
    viewport: { width, height },
    hasTouch,
    isMobile: hasTouch,
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  watch(context, new URL(url).origin, complaints);
  const page = await context.newPage();
  return { page, complaints, close: () => context.close() };
}

function watch(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(address))
      complaints.push(`foreign request: ${address}`);
  });
  context.on('response', (response) => {
    const isExpected = response.status() < 400 || new URL(response.url()).pathname.endsWith('/no-such-page/');
    if (!isExpected) complaints.push(`status ${response.status()}: ${response.url()}`);
  });
}
