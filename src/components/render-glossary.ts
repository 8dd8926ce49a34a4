import { escapeHtml } from '../markdown/escape-html.ts';
import type { GlossaryView } from '../model/page-views.ts';
import { renderName } from './render-name.ts';
import { numberedTitle } from './wording.ts';

/** The names of each chapter under its title, each with the sentence in which the chapter first speaks of it. */
export function renderGlossary(view: GlossaryView): string {
  return view
    .map(({ chapter, names }, i) => {
      const items = names.map(
        ({ name, quoteHtml, url }) =>
          `<li class="kn-card" data-kind="name">${renderName(name)} <span class="kn-facts"><span>${name.kind}</span></span>` +
          `<p>${quoteHtml} <a href="${escapeHtml(url)}" aria-label="${escapeHtml(name.title)} in the chapter">§</a></p></li>`,
      );
      return (
        `<section class="kn-group" id="chapter-${i + 1}"><h2><a href="${escapeHtml(chapter.url)}">${escapeHtml(numberedTitle(chapter))}</a> ` +
        `<span class="kn-figure">${names.length}</span></h2><ul class="kn-cards" data-list="group">${items.join('')}</ul></section>`
      );
    })
    .join('');
}

/** Links to the chapters of the page, for the rail. */
export function renderGlossaryNav(view: GlossaryView): string {
  const items = view.map(
    ({ chapter }, i) => `<li><a href="#chapter-${i + 1}">${escapeHtml(numberedTitle(chapter))}</a></li>`,
  );
  return `<ul class="kn-nav">${items.join('')}</ul>`;
}
