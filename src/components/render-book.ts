import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntryView } from '../model/page-views.ts';
import { numberedTitle } from './wording.ts';

/** All chapters as one text to print: a table of contents, then each chapter with its anchors set apart from those of the others. */
export function renderBook(chapters: readonly EntryView[]): string {
  const titles = chapters.map(({ entry }, i) => `<li><a href="#c${i}">${escapeHtml(numberedTitle(entry))}</a></li>`);
  const texts = chapters.map(
    ({ entry, html }, i) =>
      `<article class="kn-article" id="c${i}"><header class="kn-head"><h2>${escapeHtml(numberedTitle(entry))}</h2></header>` +
      `<div class="kn-prose">${setApart(html, `c${i}-`)}</div></article>`,
  );
  return `<ol class="kn-contents">${titles.join('')}</ol>${texts.join('')}`;
}

/** Every id and every link inside the page with `prefix`, headings one level deeper. */
export function setApart(html: string, prefix: string): string {
  return html
    .replace(/<(\/?)h([2-5])(?=[\s>])/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/ (id|aria-describedby)="/gi, ` $1="${prefix}`).replace(/ href="#/gi, ` href="#${prefix}`),
    );
}
