import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { provideSite, TEST_SITES } from './sites.ts';
import { skip } from './watched-page.ts';

for (const site of Object.values(TEST_SITES)) {
  test(`every link of the site ${site.name} leads to a page of it below ${site.base}, and to a part that is there`, {
    skip,
  }, () => {
    const folder = provideSite(site);
    /** Pages by what is wrong. */
    const lost = new Map<string, string[]>();
    const idsOf = new Map<string, ReadonlySet<string>>();
    for (const page of listPages(folder)) {
      const html = readFileSync(join(folder, page), 'utf8');
      const from = new URL(
        `http://site${site.base}${page
          .replace(/index\.html$/, '')
          .split('/')
          .map(encodeURIComponent)
          .join('/')}`,
      );
      for (const [, link = ''] of html.matchAll(
        /<(?:a|link|img|script|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g,
      )) {
        const target = new URL(link.replaceAll('&amp;', '&').replaceAll('&#x26;', '&'), from);
        if (target.host === 'site') {
          const problem = findProblem(folder, site.base, target, idsOf);
          if (problem !== undefined)
            lost.set(`${link}: ${problem}`, [...(lost.get(`${link}: ${problem}`) ?? []), page]);
        }
      }
    }
    const told = Array.from(lost, ([problem, pages]) => `${problem} (on ${pages.length} pages, such as ${pages[0]})`);
    assert.deepEqual(told.slice(0, 20), []);
  });
}

function listPages(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.html')).sort();
}

function findProblem(
  folder: string,
  base: string,
  target: URL,
  idsOf: Map<string, ReadonlySet<string>>,
): string | undefined {
  if (!target.pathname.startsWith(base)) return 'outside the base path';
  const path = decodeURIComponent(target.pathname.slice(base.length));
  const named = join(folder, path);
  if (!existsSync(named)) return 'no such file';
  const isFolder = statSync(named).isDirectory();
  if (isFolder && !target.pathname.endsWith('/')) return 'a folder without its last slash';
  const file = isFolder ? join(named, 'index.html') : named;
  if (!existsSync(file)) return 'a folder without a page';
  const part = decodeURIComponent(target.hash.slice(1));
  if (part === '' || !file.endsWith('.html')) return undefined;
  const ids =
    idsOf.get(file) ??
    new Set(
      Array.from(readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g), ([, id = '']) =>
        id.replaceAll('&amp;', '&').replaceAll('&#x26;', '&'),
      ),
    );
  idsOf.set(file, ids);
  return ids.has(part) ? undefined : `no part ${part}`;
}
