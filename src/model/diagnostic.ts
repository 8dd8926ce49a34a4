export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A problem in a note, as a value. `line` and `column` count from 1. */
export interface Diagnostic {
  readonly root: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}
