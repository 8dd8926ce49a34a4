/** Longest summary, in UTF-16 units. */
const MAX_SUMMARY = 240;
const RE_WORD = /[\p{L}\p{N}_]+/gu;
const RE_HAN = /\p{Script=Han}/gu;

/** The beginning of a text, cut at a word; `undefined` for no text. */
export function summarise(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  if (line === undefined || line === '') return undefined;
  if (line.length <= MAX_SUMMARY) return line;
  const cut = line.slice(0, MAX_SUMMARY - 1).lastIndexOf(' ');
  return `${line.slice(0, cut > 100 ? cut : MAX_SUMMARY - 1)}…`;
}

/** Words of texts; a letter of a script without blanks counts as one half. */
export function countWords(texts: readonly string[]): number {
  let words = 0;
  for (const text of texts) {
    const letters = /[\u2e80-\u9fff]/.test(text) ? (text.match(RE_HAN)?.length ?? 0) : 0;
    words +=
      letters > 0
        ? Math.round(letters / 2) + (text.replace(RE_HAN, ' ').match(RE_WORD)?.length ?? 0)
        : (text.match(RE_WORD)?.length ?? 0);
  }
  return words;
}

/** Language by script: `zh`, `ja`, `ko`, `ru`, where that script is a fifth of the letters; `undefined` for Latin text. */
export function detectLanguage(texts: readonly string[]): string | undefined {
  const sample = texts.join(' ').slice(0, 4000);
  if (!/[^\u0000-\u024f]/.test(sample)) return undefined;
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return undefined;
  const share = (pattern: RegExp) => count(pattern) / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.15) return 'zh';
  if (share(/\p{Script=Hangul}/gu) > 0.2) return 'ko';
  if (share(/\p{Script=Cyrillic}/gu) > 0.2) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return undefined;
}
