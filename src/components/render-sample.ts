import { escapeHtml } from '../markdown/escape-html.ts';
import type { SampleView } from '../model/page-views.ts';
import type { Outcome, SampleVerdict } from '../model/verdict.ts';
import { VERDICT_STEPS } from '../model/verdict.ts';
import { renderTranscript } from './render-transcript.ts';

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = { pass: 'passed', fail: 'failed', 'not-run': 'not run' };

/** What was seen when a sample was built, loaded, used and unloaded, and its files with a list to jump by. */
export function renderSample({ files, downloadUrl, verdicts, isOutOfDate }: SampleView): string {
  const tree = files.map(
    ({ path, anchor, lines, downloadUrl: url }) =>
      `<li><a href="#${escapeHtml(anchor)}"><code>${escapeHtml(path)}</code></a> <span class="kn-figure">${lines} lines</span>${url === undefined ? '' : ` <a href="${escapeHtml(url)}" download aria-label="Download ${escapeHtml(path)}">download</a>`}</li>`,
  );
  const all =
    downloadUrl === undefined
      ? ''
      : `<p><a href="${escapeHtml(downloadUrl)}" download>All files as one archive</a>, unpacked with <code>tar xf</code></p>`;
  const blocks = files.map(
    ({ anchor, html, lines }) => `<div id="${escapeHtml(anchor)}" class="kn-file">${numberLines(html, lines)}</div>`,
  );
  return (
    (verdicts.length === 0 ? '' : renderVerdicts(verdicts, isOutOfDate)) +
    `<section class="kn-part kn-files"><h2 id="files">Files</h2><ul class="kn-tree">${tree.join('')}</ul>${all}${blocks.join('')}</section>`
  );
}

/** A code block with the numbers of its lines beside it, out of the way of selection and copying. */
function numberLines(html: string, lines: number): string {
  const numbers = Array.from({ length: lines }, (_, i) => i + 1).join('\n');
  return html.replace('<code>', `<span class="kn-gutter" aria-hidden="true">${numbers}</span><code>`);
}

function renderVerdicts(verdicts: readonly SampleVerdict[], isOutOfDate: boolean): string {
  const steps = VERDICT_STEPS.map((step) => `<th scope="col">${step}</th>`).join('');
  const rows = verdicts.map((verdict) => {
    const cells = VERDICT_STEPS.map(
      (step) =>
        `<td><span class="kn-outcome" data-outcome="${verdict[step]}">${OUTCOME_WORDS[verdict[step]]}</span></td>`,
    );
    return `<tr><th scope="row">${verdict.release}</th>${cells.join('')}<td>${escapeHtml(verdict.package)}</td></tr>`;
  });
  return (
    `<section class="kn-part"><h2 id="verdicts">What was seen</h2>${isOutOfDate ? '<p>The files have changed since these runs.</p>' : ''}` +
    `<section class="kn-scroll" tabindex="0" aria-label="What was seen, by release"><table class="kn-verdicts">` +
    `<thead><tr><th scope="col">Release</th>${steps}<th scope="col">Package</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>` +
    `${verdicts.map(renderLines).join('')}</section>`
  );
}

function renderLines({ release, notes, lines }: SampleVerdict): string {
  return (
    (notes === '' ? '' : `<p>${release}: ${escapeHtml(notes)}</p>`) +
    (lines.length === 0
      ? ''
      : `<details><summary>What ${release} printed</summary>${renderTranscript(lines.join('\n'))}</details>`)
  );
}
