import { escapeHtml } from '../markdown/escape-html.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Problems in notes as a table: where, what was found, what was expected and how to mend it. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(
    ({ file, line, column, severity, rule, found, expected, hint }) =>
      `<tr><th scope="row"><code>${escapeHtml(file)}:${line}:${column}</code></th>` +
      `<td><span class="kn-state" data-severity="${severity}">${severity}</span> ${escapeHtml(rule)}</td>` +
      `<td>${escapeHtml(found)}${expected ? `; expected ${escapeHtml(expected)}` : ''}${hint ? `. ${escapeHtml(hint)}` : ''}</td></tr>`,
  );
  return `<table class="kn-rows" data-of="remarks"><thead><tr><th scope="col">Place</th><th scope="col">Rule</th><th scope="col">Remark</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
