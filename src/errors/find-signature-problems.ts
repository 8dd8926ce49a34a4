import { parseSignature } from './parse-signature.ts';
import type { SignatureProblem } from './signature.ts';

/** A signature of an entry that cannot be used. `line` and `column` count from 1 within its text. */
export interface RefusedSignature extends Omit<SignatureProblem, 'rule'> {
  readonly rule: SignatureProblem['rule'] | 'signature-repeated';
  /** Index in the entry's signatures. */
  readonly signature: number;
}

/** What is wrong with the signatures of one entry, in their order; empty when all can be used. */
export function findSignatureProblems(texts: readonly string[]): readonly RefusedSignature[] {
  return texts.flatMap((text, signature): readonly RefusedSignature[] => {
    if (texts.indexOf(text) < signature) {
      const [found, expected] = ['the same signature twice', 'each spelling once'];
      return [{ signature, rule: 'signature-repeated', line: 1, column: 1, found, expected }];
    }
    return parseSignature(text).problems.map((problem) => ({ signature, ...problem }));
  });
}
