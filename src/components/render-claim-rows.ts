import { escapeHtml } from '../markdown/escape-html.ts';
import type { ClaimVerdict } from '../model/claim.ts';
import { RELEASES } from '../model/entity.ts';
import type { ClaimView } from '../model/page-views.ts';
import { countOf, VERDICT_WORDS } from './wording.ts';

/** States by which a reader filters, worst first. */
const STATES: readonly (readonly [ClaimVerdict | 'mixed', string])[] = [
  ['false', 'not so'],
  ['mixed', 'depends on the release'],
  ['unchecked', 'not checked'],
  ['true', 'true'],
];

/** Worst first: what holds in no release, what holds in one only, what nobody checked, what holds; then by where it is said. */
export function sortClaims(claims: readonly ClaimView[]): readonly ClaimView[] {
  const rank = new Map<string, number>(STATES.map(([state], index) => [state, index]));
  return [...claims].sort(
    (a, b) => (rank.get(stateOf(a)) ?? 0) - (rank.get(stateOf(b)) ?? 0) || (a.url < b.url ? -1 : a.url > b.url ? 1 : 0),
  );
}

/** A table of statements with their verdicts and the tools to filter it; empty without statements. */
export function renderClaimRows(claims: readonly ClaimView[]): string {
  if (claims.length === 0) return '';
  const rows = claims.map((claim) => {
    const verdicts = RELEASES.map(
      (release) =>
        `<div class="kn-verdict" data-verdict="${claim.verdict[release]}">${VERDICT_WORDS[claim.verdict[release]]} in ${release}</div>`,
    );
    return (
      `<tr data-state="${stateOf(claim)}"><th scope="row"><a href="${escapeHtml(claim.url)}">${escapeHtml(claim.text)}</a></th>` +
      `<td>${verdicts.join('')}</td><td>${placesOf(claim)}</td><td><a href="${escapeHtml(claim.entry.url)}">${escapeHtml(claim.entry.title)}</a></td></tr>`
    );
  });
  return (
    renderTools(claims) +
    `<table class="kn-rows" data-of="claims"><thead><tr><th scope="col">Statement</th><th scope="col">Verdict</th><th scope="col">Shown by</th>` +
    `<th scope="col">Made in</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  );
}

function renderTools(claims: readonly ClaimView[]): string {
  const states = STATES.filter(([state]) => claims.some((claim) => stateOf(claim) === state));
  const options = states.map(([state, word]) => `<option value="${state}">${word}</option>`);
  return (
    `<div class="kn-tools" data-when="script"><label>Filter <input type="search" autocomplete="off" spellcheck="false"></label>` +
    (states.length > 1
      ? `<label>Verdict <select data-by="state"><option value="">any</option>${options.join('')}</select></label>`
      : '') +
    `<output>${countOf(claims.length, 'statement')}</output></div>`
  );
}

/** Files that show it, each once. */
function placesOf({ evidence }: ClaimView): string {
  const files = [...new Set(evidence.map(({ file, line }) => `${file}:${line}`))].slice(0, 2);
  return files.map((place) => `<code>${escapeHtml(place).replaceAll('/', '/<wbr>')}</code>`).join('<br>');
}

function stateOf({ verdict }: ClaimView): ClaimVerdict | 'mixed' {
  const verdicts = new Set(RELEASES.map((release) => verdict[release]));
  const [only] = verdicts;
  if (only !== undefined && verdicts.size === 1) return only;
  return verdicts.has('false') ? 'mixed' : 'unchecked';
}
