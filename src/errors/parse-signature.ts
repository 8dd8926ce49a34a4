import { checkLineDraft } from './check-line-draft.ts';
import { expandSignature } from './expand-signature.ts';
import type { ParsedSignature, ReportProblem, SignatureProblem } from './signature.ts';

/**
 * The signature language. A signature is the message as it is printed, with these marks:
 *
 *     {module}  {sym:caller}     a typed hole, or one with a name of its own; types in hole-types.ts
 *     {?, skipping}              an optional part; it may contain holes
 *     {=WARNING|ERROR}           alternatives; they may be empty and may contain holes
 *     {start}  {end}             the message begins or ends here (else it may stand anywhere between word boundaries)
 *     {{  }}                     a brace
 *     line break                 the next line must follow within a few lines of the log
 *
 * Optional parts and alternatives do not nest; they are multiplied out into at most 32 plain variants. In a
 * variant a hole ends where the text after it first stands, so matching reads forward only. A signature for which that
 * place could be inside the caught text, or which has too little literal text, is refused.
 */

/** Reads and checks a signature; never throws. `variants` is empty when there are problems. */
export function parseSignature(text: string): ParsedSignature {
  const problems: SignatureProblem[] = [];
  const report: ReportProblem = (rule, offset, found, expected) => {
    problems.push({ rule, ...placeIn(text, offset), found, expected });
  };
  const variants = expandSignature(text, report, (draft) => checkLineDraft(draft, report));
  return problems.length > 0 ? { variants: [], problems: dropRepeated(problems) } : { variants, problems };
}

function dropRepeated(problems: readonly SignatureProblem[]): SignatureProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.rule}:${problem.line}:${problem.column}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
