/** A place in a source file that a message names; `line` and `column` count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

const RE_PLACE = /^([A-Za-z0-9_./+~@%=#,-]{1,1024}):(\d{1,9})(?::(\d{1,9}))?: /;

/** The `file:line:column:` that compilers put in front of a message; undefined when the text does not begin with one. */
export function findPlace(text: string): SourcePlace | undefined {
  const match = RE_PLACE.exec(text);
  if (match?.[1] === undefined) return undefined;
  const place = { file: match[1], line: Number(match[2]) };
  return match[3] === undefined ? place : { ...place, column: Number(match[3]) };
}
