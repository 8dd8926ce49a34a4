/**
 * The language whose word index a text belongs to, told from its script alone: enough to keep scripts apart that are cut
 * into words differently. Languages of one script are told apart by their notes' front matter only.
 */

const SCRIPTS: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];
/** Of the letters of a text; code and names in Latin letters are common in notes of any language. */
const MIN_SHARE = 0.1;
const SAMPLE_LENGTH = 4000;

/** Code units of the scripts above and of all that lies between them; Latin letters, signs and arrows are none. */
const RE_OTHER_SCRIPT = /[\u0370-\u1fff\u2e80-\uffff]/;

/** False for a text that is surely in Latin letters alone, which most are: a look that costs next to nothing. */
export function mayHaveOtherScript(text: string): boolean {
  return RE_OTHER_SCRIPT.test(text);
}

/** BCP 47 language of the script that the text is written in besides Latin; `undefined` when it is Latin alone. */
export function languageOfText(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (!mayHaveOtherScript(sample)) return undefined;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [language, pattern] of SCRIPTS) {
    if ((sample.match(pattern)?.length ?? 0) / letters >= MIN_SHARE) return language;
  }
  return undefined;
}
