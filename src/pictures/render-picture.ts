import { escapeHtml } from '../markdown/escape-html.ts';
import { SHEET_WIDTH } from './draw.ts';
import { findPicture } from './pictures.ts';

/** Attributes of the link around a name, such as `class="n" href="/name/kfree/"`; empty for one that leads nowhere. */
export type LinkName = (name: string) => string;

/**
 * A picture as a figure: the drawing, the writer's caption (finished HTML), and the same in words, folded, with names as links. The caption alone when
 * there is no such picture.
 */
export function renderPicture(name: string, captionHtml: string, linkName: LinkName): string {
  const picture = findPicture(name);
  if (picture === undefined) return `<p>${captionHtml}</p>`;
  const { title, height, drawing, words } = picture;
  const said = words.map((sentence) => `<li>${renderWords(sentence, linkName)}</li>`).join('');
  return (
    `<figure class="kn-picture"><svg viewBox="0 0 ${SHEET_WIDTH} ${height}" role="img" aria-label="${escapeHtml(title)}">${drawing}</svg>` +
    `<figcaption>${captionHtml || escapeHtml(title)}</figcaption>` +
    `<details><summary>The picture in words</summary><ol>${said}</ol></details></figure>`
  );
}

/** The sentences of a picture as plain paragraphs, for an index of words; empty when there is no such picture. */
export function pictureWords(name: string): string {
  return (findPicture(name)?.words ?? []).map((sentence) => `<p>${renderWords(sentence, () => '')}</p>`).join('');
}

function renderWords(sentence: string, linkName: LinkName): string {
  return sentence
    .split('`')
    .map((part, i) => {
      if (i % 2 === 0) return escapeHtml(part);
      const attributes = linkName(part.replace(/\(\)$|^struct /g, ''));
      const code = `<code>${escapeHtml(part)}</code>`;
      return attributes === '' ? code : `<code><a ${attributes}>${escapeHtml(part)}</a></code>`;
    })
    .join('');
}
