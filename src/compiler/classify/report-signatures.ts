import type { RuleName } from '../../diagnostics/rules.ts';
import { findSignatureProblems } from '../../errors/find-signature-problems.ts';
import type { ErrorSignature } from '../../model/error-entry.ts';

/**
 * Tells of signatures that the look-up cannot use. `offsetsOf` gives the source offset of each character of a text that
 * stands behind an offset, all 0 when it does not stand there as it is; `start` is the offset that is told then.
 */
export function reportSignatures(
  signatures: readonly Pick<ErrorSignature, 'text'>[],
  offsetsOf: (text: string, from: number) => Int32Array,
  start: number,
  report: (rule: RuleName, offset: number, found: string, expected: string) => void,
): void {
  const texts = signatures.map(({ text }) => text);
  const problems = findSignatureProblems(texts);
  if (problems.length === 0) return;
  // The same text may stand there twice, so each is looked for behind the one before.
  let from = 0;
  const places = texts.map((text) => {
    const offsets = offsetsOf(text, from);
    from = Math.max(from, offsets.at(-1) ?? 0);
    return offsets;
  });
  for (const { signature, rule, line, column, found, expected } of problems) {
    const text = texts[signature] ?? '';
    const before = text.split('\n').slice(0, line - 1);
    const at = before.reduce((sum, one) => sum + one.length + 1, column - 1);
    report(rule, places[signature]?.[Math.min(at, text.length - 1)] || start, found, expected);
  }
}
