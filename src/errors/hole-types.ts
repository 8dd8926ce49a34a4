/**
 * The types that a hole of a signature can have. A hole is defined by the characters it may run over and, where that is
 * too little, by a shape that the caught text must have; neither ever needs to go back over what was read.
 */

/** Blanks of typography end a word as others do. */
type Beyond = 'none' | 'all but blanks' | 'all';

export interface HoleType {
  /** By UTF-16 unit below 128: 1 when it may stand in the hole. */
  readonly ascii: Uint8Array;
  /** Which of the other units may stand in it. */
  readonly beyond: Beyond;
  /** What the whole caught text must look like beyond its characters. */
  readonly shape?: RegExp;
  /** Most units that are caught. */
  readonly limit: number;
  /** What the reader sees when nothing was caught: `<module>`. */
  readonly placeholder: string;
}

const RE_NUMBER = /^[+-]?\d+$/;
const RE_HAS_DIGIT = /\d/;
const RE_RETURN = /^(?:-?\d+|E[A-Z0-9]+)$/;
const RE_HEX = /^(?:0[xX])?[0-9a-fA-F]+$/;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdefABCDEFxX`;
const SPACE = 32;
const NO_BREAK_SPACE = 160;

/** By the name that stands between the braces. */
export const HOLE_TYPES: Readonly<Record<string, HoleType>> = {
  path: { ...oneOf(`${LETTERS}${DIGITS}_./+~@=#,<>-`, 'all but blanks'), limit: 1024, placeholder: '<path>' },
  file: { ...oneOf(`${LETTERS}${DIGITS}_.+~@=#,<>-`, 'all but blanks'), limit: 256, placeholder: '<file>' },
  line: { ...oneOf(DIGITS), limit: 10, placeholder: '<line>' },
  sym: { ...oneOf(`${LETTERS}${DIGITS}_.$`), limit: 512, placeholder: '<symbol>' },
  module: { ...oneOf(`${LETTERS}${DIGITS}_-`), limit: 64, placeholder: '<module>' },
  hex: { ...oneOf(HEX), shape: RE_HEX, limit: 32, placeholder: '<hex>' },
  addr: { ...oneOf(`${LETTERS}${DIGITS}_`), limit: 32, placeholder: '<address>' },
  num: { ...oneOf(`${DIGITS}+-`), shape: RE_NUMBER, limit: 24, placeholder: '<number>' },
  pid: { ...oneOf(DIGITS), limit: 10, placeholder: '<pid>' },
  // The name of a task: up to 15 characters of any kind, longer for workers; `kworker/0:1-events`, `Web Content`.
  comm: { ...from(0, 'all'), limit: 64, placeholder: '<command>' },
  dev: { ...oneOf(`${LETTERS}${DIGITS}_.:/!@-`), limit: 128, placeholder: '<device>' },
  version: { ...oneOf(`${LETTERS}${DIGITS}_.+~-`), shape: RE_HAS_DIGIT, limit: 128, placeholder: '<version>' },
  ret: { ...oneOf(`${LETTERS}${DIGITS}-`), shape: RE_RETURN, limit: 24, placeholder: '<status>' },
  word: { ...from(SPACE + 1, 'all but blanks'), limit: 512, placeholder: '<word>' },
  text: { ...from(0, 'all'), limit: 8192, placeholder: '<text>' },
};

/** True for letters, digits and the underscore of ASCII: what words, and so the index of the matcher, are made of. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95;
}

/** Of `text` from `from` on, the offset of the first unit that may not stand in the hole; `to` when there is none before. */
export function endOfAccepted({ ascii, beyond }: HoleType, text: string, from: number, to: number): number {
  for (let offset = from; offset < to; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit < 128 ? ascii[unit] === 0 : !isAcceptedBeyond(beyond, unit)) return offset;
  }
  return to;
}

/** The same backwards: the offset of the first unit of those before `from`, at most down to `least`, that all may stand in the hole. */
export function startOfAccepted({ ascii, beyond }: HoleType, text: string, from: number, least: number): number {
  for (let offset = from; offset > least; offset -= 1) {
    const unit = text.charCodeAt(offset - 1);
    if (unit < 128 ? ascii[unit] === 0 : !isAcceptedBeyond(beyond, unit)) return offset;
  }
  return least;
}

function isAcceptedBeyond(beyond: Beyond, unit: number): boolean {
  return beyond === 'all' || (beyond === 'all but blanks' && unit !== NO_BREAK_SPACE);
}

// Letters outside ASCII are welcome in paths, words and free text, and nowhere else.
function oneOf(characters: string, beyond: Beyond = 'none'): Pick<HoleType, 'ascii' | 'beyond'> {
  const ascii = new Uint8Array(128);
  for (const character of characters) ascii[character.charCodeAt(0)] = 1;
  return { ascii, beyond };
}

function from(first: number, beyond: Beyond): Pick<HoleType, 'ascii' | 'beyond'> {
  return { ascii: new Uint8Array(128).fill(1, first), beyond };
}
