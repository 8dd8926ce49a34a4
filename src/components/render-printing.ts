import { escapeHtml } from '../markdown/escape-html.ts';
import { RELEASES } from '../model/entity.ts';
import type { ErrorView, PrintingView, SignatureView } from '../model/page-views.ts';

/** Where the sources print the messages of an error: found by their text, then the lines that the note gives as evidence. */
export function renderPrinting({ signatures, evidence }: Pick<ErrorView, 'signatures' | 'evidence'>): string {
  const html = renderFound(signatures) + renderEvidence(evidence);
  return html === '' ? '' : `<h3>Where it is printed</h3>${html}`;
}

function renderFound(signatures: readonly SignatureView[]): string {
  const items = signatures.flatMap(({ html, printed, releases }) =>
    printed === undefined ? [] : [`<dt><samp>${html}</samp></dt><dd>${wordsOf(printed, releases)}</dd>`],
  );
  return items.length === 0 ? '' : `<dl class="kn-printed-in">${items.join('')}</dl>`;
}

function wordsOf(printed: readonly PrintingView[], releases: readonly string[]): string {
  const missing = RELEASES.filter((release) => printed.every((one) => one.release !== release));
  const older = releases.filter((release) => RELEASES.every((known) => known !== release));
  const words = printed.map(({ release, place, url }) =>
    place === undefined
      ? `${release}: put together of pieces`
      : `${release}: <a href="${escapeHtml(url ?? '')}"><code>${escapeHtml(place)}</code></a>`,
  );
  if (older.length > 0) words.push(`${older.join(', ')}: not checked`);
  if (missing.length > 0 && older.length === 0) words.push(`not in the sources of ${missing.join(' or ')}`);
  return words.join('; ');
}

function renderEvidence(evidence: ErrorView['evidence']): string {
  const items = evidence.map(({ release, file, line, anchor, url }) => {
    const place = `<code>${escapeHtml(file)}:${line}</code>`;
    const linked = url === undefined ? place : `<a href="${escapeHtml(url)}">${place}</a>`;
    return `<li>${release} ${linked} <code class="kn-quiet">${escapeHtml(anchor)}</code></li>`;
  });
  return items.length === 0 ? '' : `<ul class="kn-evidence">${items.join('')}</ul>`;
}
