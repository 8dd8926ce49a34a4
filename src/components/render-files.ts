import { escapeHtml } from '../markdown/escape-html.ts';
import type { FileReport } from '../model/corpus.ts';

const OUTCOME_WORDS: Readonly<Record<FileReport['outcome'], string>> = {
  rendered: 'a page',
  'rendered-with-warnings': 'a page, with remarks',
  plain: 'a plain page',
  skipped: 'left out',
};

/** What became of files, as a table. */
export function renderFiles(files: readonly FileReport[]): string {
  const rows = files.map(
    ({ file, outcome, reason = '' }) =>
      `<tr data-outcome="${outcome}"><th scope="row"><code>${escapeHtml(file)}</code></th><td>${OUTCOME_WORDS[outcome]}</td><td>${escapeHtml(reason)}</td></tr>`,
  );
  return `<table class="kn-rows" data-of="files"><thead><tr><th scope="col">File</th><th scope="col">Became</th><th scope="col">Why</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
