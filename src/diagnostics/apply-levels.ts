import type { Diagnostic, Severity } from '../model/diagnostic.ts';

/** Diagnostics with the severities that the settings of their notes give single rules; those that are off are left out. Sorted by place. */
export function applyLevels(
  diagnostics: readonly Diagnostic[],
  levelOf: (root: string, rule: string) => Severity | 'off' | undefined,
): readonly Diagnostic[] {
  const kept = diagnostics.flatMap((diagnostic) => {
    const level = levelOf(diagnostic.root, diagnostic.rule);
    if (level === 'off') return [];
    return level === undefined ? [diagnostic] : [{ ...diagnostic, severity: level }];
  });
  return kept.sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.root, b.root) ||
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.found, b.found)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
