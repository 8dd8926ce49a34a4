import type { Diagnostic, Severity } from '../model/diagnostic.ts';

export const REPORT_FORMATS = ['text', 'json', 'annotations'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const COMMAND_OF: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Diagnostics in the order given, for people, for programs, or as workflow commands that CI shows beside the lines; empty text for none. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], format: ReportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ version: 1, diagnostics }, null, 1)}\n`;
    case 'annotations':
      return diagnostics
        .map(
          ({ file, line, column, severity, rule, found, expected, hint }) =>
            `::${COMMAND_OF[severity]} file=${escapeProperty(file)},line=${line},col=${column},title=${rule}::${escapeMessage(`${found}: expected ${expected}. ${hint}`)}\n`,
        )
        .join('');
    case 'text':
      return reportText(diagnostics);
  }
}

function reportText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const lines = diagnostics.map(
    ({ root, file, line, column, severity, rule, found, expected, hint }) =>
      `${root === '' ? '' : `${root}:`}${file}:${line}:${column}: ${severity}: ${found}: expected ${expected} [${rule}]\n    ${hint}\n`,
  );
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return `${lines.join('')}${count('error')} errors, ${count('warning')} warnings, ${count('info')} remarks\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
