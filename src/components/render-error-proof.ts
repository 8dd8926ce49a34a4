import { escapeHtml } from '../markdown/escape-html.ts';
import type { ErrorProof } from '../model/error-entry.ts';
import type { ErrorView } from '../model/page-views.ts';
import type { ErrorRun } from '../model/verdict.ts';
import { renderPrinting } from './render-printing.ts';
import { renderCases } from './render-runs.ts';
import { renderTranscript } from './render-transcript.ts';

const PROOF_WORDS: Readonly<Record<ErrorProof, string>> = {
  proven: 'Proven: the message was produced, the fix was applied, and it was gone.',
  analogous: 'Shown on a like case: the run used another module or an input written by hand.',
  none: 'Not proven by a run of ours.',
};

/** How far an error is proven: the recorded runs, folded, and where the sources print the message. */
export function renderErrorProof({ signatures, heard, evidence, runs, proof, isOutOfDate }: ErrorView): string {
  return (
    `<section class="kn-part kn-proofs"><h2 id="proof">Proof</h2><p class="kn-proof" data-proof="${proof}">${PROOF_WORDS[proof]}</p>` +
    (isOutOfDate ? '<p>The reproductions have changed since these runs.</p>' : '') +
    `${runs.length > 0 ? renderCases(runs) : ''}${runs.map(renderRun).join('')}${renderPrinting({ signatures: [...signatures, ...heard], evidence })}</section>`
  );
}

function renderRun({
  release,
  case: name,
  package: version,
  debugConfig,
  stage,
  commands,
  transcript,
  fix,
  transcriptAfter,
  expected,
}: ErrorRun): string {
  return (
    `<details><summary>${release}, ${escapeHtml(name)} <span class="kn-facts"><span>${stage}</span><span>${escapeHtml(version)}</span></span></summary>` +
    (debugConfig === undefined
      ? ''
      : `<p>With the lab’s own kernel, built with debugging options (configuration <code>${debugConfig}</code>).</p>`) +
    (expected === 'absent' ? `<p>This release is not expected to print it.</p>` : '') +
    (commands.length > 0 ? renderTranscript(commands.map((line) => `$ ${line}`).join('\n')) : '') +
    renderTranscript(transcript) +
    (fix === undefined ? '' : `<p>Fix: ${escapeHtml(fix)}</p>`) +
    (transcriptAfter === '' ? '' : renderTranscript(transcriptAfter)) +
    `</details>`
  );
}
