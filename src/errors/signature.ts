/** What a signature is read into; its language is told in parse-signature.ts. */

export interface Hole {
  readonly type: string;
  /** Name under which the caught text is known; the type where none was given. */
  readonly name: string;
}

/** Literal text or a hole, in the order in which they stand. Two literals never follow each other. */
export type Part = string | Hole;

/** One line of one variant. */
export interface LinePattern {
  readonly parts: readonly Part[];
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
}

/** One way to spell a signature: its lines, the first being the one that is looked for. */
export interface Variant {
  readonly lines: readonly LinePattern[];
  /** Number of literal characters that are no blanks: the more, the more specific. */
  readonly weight: number;
}

/** Why a signature is refused. `line` and `column` count from 1 within its text. */
export interface SignatureProblem {
  readonly rule: 'signature-syntax' | 'signature-ambiguous' | 'signature-broad' | 'signature-slow';
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

export interface ParsedSignature {
  readonly variants: readonly Variant[];
  /** Empty exactly when the signature can be used. */
  readonly problems: readonly SignatureProblem[];
}

/** Tells of a problem at `offset` of the signature's text. */
export type ReportProblem = (rule: SignatureProblem['rule'], offset: number, found: string, expected: string) => void;
