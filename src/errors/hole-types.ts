/**
 * The types that a hole of a signature can have. A hole is defined by the characters it may run over and, where that is
 * too little, by a shape that the caught text must have; neither ever needs to go back over what was read.
 */

export interface HoleType {
  /** True when the character with this UTF-16 unit may stand in the hole. */
  readonly accepts: (unit: number) => boolean;
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
  path: { accepts: oneOf(`${LETTERS}${DIGITS}_./+~@=#,<>-`, true), limit: 1024, placeholder: '<path>' },
  file: { accepts: oneOf(`${LETTERS}${DIGITS}_.+~@=#,<>-`, true), limit: 256, placeholder: '<file>' },
  line: { accepts: oneOf(DIGITS), limit: 10, placeholder: '<line>' },
  sym: { accepts: oneOf(`${LETTERS}${DIGITS}_.$`), limit: 512, placeholder: '<symbol>' },
  module: { accepts: oneOf(`${LETTERS}${DIGITS}_-`), limit: 64, placeholder: '<module>' },
  hex: { accepts: oneOf(HEX), shape: RE_HEX, limit: 32, placeholder: '<hex>' },
  addr: { accepts: oneOf(`${LETTERS}${DIGITS}_`), limit: 32, placeholder: '<address>' },
  num: { accepts: oneOf(`${DIGITS}+-`), shape: RE_NUMBER, limit: 24, placeholder: '<number>' },
  pid: { accepts: oneOf(DIGITS), limit: 10, placeholder: '<pid>' },
  // The name of a task: up to 15 characters of any kind, longer for workers; `kworker/0:1-events`, `Web Content`.
  comm: { accepts: () => true, limit: 64, placeholder: '<command>' },
  dev: { accepts: oneOf(`${LETTERS}${DIGITS}_.:/!@-`), limit: 128, placeholder: '<device>' },
  version: { accepts: oneOf(`${LETTERS}${DIGITS}_.+~-`), shape: RE_HAS_DIGIT, limit: 128, placeholder: '<version>' },
  ret: { accepts: oneOf(`${LETTERS}${DIGITS}-`), shape: RE_RETURN, limit: 24, placeholder: '<status>' },
  word: { accepts: (unit) => unit > SPACE && unit !== NO_BREAK_SPACE, limit: 512, placeholder: '<word>' },
  text: { accepts: () => true, limit: 8192, placeholder: '<text>' },
};

/** True for letters, digits and the underscore of ASCII: what words, and so the index of the matcher, are made of. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95;
}

function oneOf(characters: string, isOpen = false): (unit: number) => boolean {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  // Letters outside ASCII are welcome in paths, and nowhere else.
  return (unit) => (unit < 128 ? table[unit] === 1 : isOpen && unit !== NO_BREAK_SPACE);
}
