/**
 * Scripts that put no blanks between words. An index that knows words by blanks takes each letter of them for a word; what
 * is looked for is then a phrase of letters, which finds it wherever it stands and asks for no dictionary.
 */
const LETTER =
  '(?=\\p{Lo})[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}][\\p{M}ー]*';
const RE_GAP = new RegExp(`(?<=[\\p{L}\\p{N}]\\p{M}*)(?=${LETTER})|(?<=${LETTER})(?=[\\p{L}\\p{N}])(?!ー)`, 'gu');
const RE_ADDED = new RegExp(`(?<=${LETTER}(?:</mark>)?) (?=(?:<mark>)?${LETTER})`, 'gu');
const RE_RUN = new RegExp(`(?:${LETTER})+`, 'gu');

/** Code units of those scripts and of what lies between them: a look that costs next to nothing, where most texts have none. */
const RE_MAY_HAVE_LETTER = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** `text` with a blank on either side of each letter of such a script, where a letter or digit stands there. */
export function partUnspaced(text: string): string {
  return RE_MAY_HAVE_LETTER.test(text) ? text.replace(RE_GAP, ' ') : text;
}

/** The blanks between such letters taken out again; a mark may stand between. */
export function joinUnspaced(text: string): string {
  return text.replace(RE_ADDED, '');
}

/** The runs of such letters in a text, in order. */
export function unspacedRuns(text: string): string[] {
  return text.match(RE_RUN) ?? [];
}
