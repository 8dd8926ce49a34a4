const RE_HAN_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;

const RE_HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/** `text` with a blank between the words of each run of Chinese or Japanese, for an index that knows words by blanks only. */
export function partHan(text: string): string {
  if (!RE_HAN.test(text)) return text;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return text.replace(RE_HAN_RUN, (run) => Array.from(segmenter.segment(run), ({ segment }) => segment).join(' '));
}

/** The blanks that `partHan` put in taken out again; a mark may stand between. */
export function joinHan(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}](?:<\/mark>)?) (?=(?:<mark>)?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    '',
  );
}
