import { escapeHtml } from '../markdown/escape-html.ts';
import type { Claim } from '../model/claim.ts';
import { RELEASES } from '../model/entity.ts';
import { VERDICT_WORDS } from './wording.ts';

/** What is owed to readers who take a sentence of the text for proven. */
const REST =
  '<p class="kn-quiet">Names are looked up in both releases. What the text says beyond these statements, the files it names and the runs it links to is not checked.</p>';

/** What was checked of the statements of an entry, each with its verdicts and where the sources show it; empty without claims. */
export function renderClaims(claims: readonly Claim[]): string {
  if (claims.length === 0) return '';
  const items = claims.map(({ id, text, verdict, evidence }) => {
    const verdicts = RELEASES.map(
      (release) =>
        `<span class="kn-verdict" data-verdict="${verdict[release]}">${release}: ${VERDICT_WORDS[verdict[release]]}</span>`,
    );
    const places = evidence.map(
      ({ release, file, line, anchor }) =>
        `<li>${release} <code>${escapeHtml(file)}:${line}</code> <code class="kn-quiet">${escapeHtml(anchor)}</code></li>`,
    );
    return (
      `<li id="claim-${id}"><p>${escapeHtml(text)}</p><p class="kn-facts">${verdicts.join('')}</p>` +
      (places.length > 0 ? `<details><summary>Evidence</summary><ul>${places.join('')}</ul></details>` : '') +
      `</li>`
    );
  });
  return `<section class="kn-part kn-claims"><h2 id="since-then">Since then</h2><ul>${items.join('')}</ul>${REST}</section>`;
}
