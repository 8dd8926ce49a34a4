import { escapeHtml } from '../markdown/escape-html.ts';
import { RELEASES } from '../model/entity.ts';
import type { ErrorProof } from '../model/error-entry.ts';
import type { RunsView } from '../model/page-views.ts';
import {
  type ErrorRun,
  isRunAsExpected,
  isVerdictGreen,
  type Outcome,
  type SampleVerdict,
  VERDICT_STEPS,
} from '../model/verdict.ts';

const PROOF_WORDS: Readonly<Record<ErrorProof, string>> = {
  proven: 'proven',
  analogous: 'like case',
  none: 'not proven',
};
const OLD = ' <span class="kn-figure">files changed since</span>';

/** Samples by release: one row a sample, its steps told in a word where all passed and by name where one did not. */
export function renderSampleRuns(samples: RunsView['samples']): string {
  return renderTable(
    'Samples, by release',
    ['Sample', ...RELEASES],
    samples.map(({ title, url, verdicts, isOutOfDate }) => [
      `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>${isOutOfDate ? OLD : ''}`,
      ...RELEASES.map((release) => renderVerdict(verdicts.find((verdict) => verdict.release === release))),
    ]),
  );
}

/** Errors by release: one row an error that has a reproduction. */
export function renderErrorRuns(errors: RunsView['errors']): string {
  return renderTable(
    'Errors, by release',
    ['Error', ...RELEASES, 'Proof'],
    errors.map(({ title, url, runs, proof, isOutOfDate }) => [
      `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>${isOutOfDate ? OLD : ''}`,
      ...RELEASES.map((release) => renderCell(runs.filter((run) => run.release === release))),
      `<span class="kn-proof" data-proof="${proof}">${PROOF_WORDS[proof]}</span>`,
    ]),
  );
}

/** The cases of one error by release. */
export function renderCases(runs: readonly ErrorRun[]): string {
  const cases = [...new Set(runs.map(({ case: name }) => name))];
  return renderTable(
    'What was run, by release',
    ['Case', ...RELEASES],
    cases.map((name) => [
      escapeHtml(name),
      ...RELEASES.map((release) => renderCell(runs.filter((run) => run.case === name && run.release === release))),
    ]),
  );
}

function renderVerdict(verdict: SampleVerdict | undefined): string {
  if (verdict === undefined) return outcome('not-run', 'not checked');
  if (!isVerdictGreen(verdict)) {
    const failed = VERDICT_STEPS.filter((step) => verdict[step] === 'fail').join(', ');
    return outcome('fail', `${failed} failed`);
  }
  const left = VERDICT_STEPS.filter((step) => verdict[step] === 'not-run');
  return outcome('pass', left.length === 0 ? 'all passed' : `passed, without ${left.join(', ')}`);
}

/** What several runs of one release say together; the worst is told. */
function renderCell(runs: readonly ErrorRun[]): string {
  if (runs.length === 0) return outcome('not-run', 'not checked');
  const bad = runs.find((run) => !isRunAsExpected(run));
  if (bad !== undefined) return outcome('fail', describe(bad));
  const debug = runs.some(({ debugConfig }) => debugConfig !== undefined) ? ', debug kernel' : '';
  return outcome('pass', `${[...new Set(runs.map(describe))].join('; ')}${debug}`);
}

function describe({ expected, seenBefore, goneAfter }: ErrorRun): string {
  if (expected === 'absent') return seenBefore ? 'printed, against what is said' : 'does not print it';
  if (!seenBefore) return 'not printed';
  if (goneAfter === undefined) return 'printed';
  return goneAfter ? 'printed, gone when mended' : 'printed, also when mended';
}

function outcome(kind: Outcome, text: string): string {
  return `<span class="kn-outcome" data-outcome="${kind}">${text}</span>`;
}

function renderTable(label: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return (
    `<section class="kn-scroll" tabindex="0" aria-label="${label}"><table class="kn-verdicts">` +
    `<thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>` +
    `<tbody>${body.join('')}</tbody></table></section>`
  );
}
