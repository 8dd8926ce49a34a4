import { escapeHtml } from '../markdown/escape-html.ts';
import { markAttributes } from '../model/mark-attributes.ts';
import type { NameView } from '../model/page-views.ts';

/** One name as a link with its marks. */
export function renderName(name: NameView): string {
  return `<a class="n" href="${escapeHtml(name.url)}"${markAttributes(name)}>${escapeHtml(name.title)}</a>`;
}
