const IDENTIFIER = 1;
const DIGIT = 2;
const UPPER = 4;

/** Bits a code unit; everything above ASCII is 0. */
const CLASSES = buildClasses();

/** A letter of ASCII or `_`. */
export function isIdentifierStart(code: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & (IDENTIFIER | DIGIT)) === IDENTIFIER;
}

/** A letter of ASCII, a digit or `_`. */
export function isIdentifierPart(code: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & (IDENTIFIER | DIGIT)) !== 0;
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A capital letter of ASCII. */
export function isUpper(code: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & UPPER) !== 0;
}

/** First offset from `from` on, below `to`, that is no part of an identifier. */
export function endOfIdentifier(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isIdentifierPart(text.charCodeAt(i))) i += 1;
  return i;
}

/** Capitals, digits and `_` only, with at least one capital. */
export function isAllCapitals(name: string): boolean {
  let hasCapital = false;
  for (let i = 0; i < name.length; i += 1) {
    const code = name.charCodeAt(i);
    if (code >= 97 && code <= 122) return false;
    if (code >= 65 && code <= 90) hasCapital = true;
  }
  return hasCapital;
}

/** No capital at all. */
export function isAllSmall(name: string): boolean {
  for (let i = 0; i < name.length; i += 1) if (isUpper(name.charCodeAt(i))) return false;
  return true;
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (let code = 97; code <= 122; code += 1) classes[code] = IDENTIFIER;
  for (let code = 65; code <= 90; code += 1) classes[code] = IDENTIFIER | UPPER;
  for (let code = 48; code <= 57; code += 1) classes[code] = DIGIT;
  classes[95] = IDENTIFIER;
  return classes;
}
