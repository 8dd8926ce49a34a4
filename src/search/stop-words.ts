const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be but by can do does for from how i if in into is it its my not of on or per so than that the their then there this to up was what when where which why will with you your'.split(
    ' ',
  ),
);

/** True for English words that stand on nearly every page and tell none apart. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}
