const STOP_WORDS: ReadonlySet<string> = new Set(
  'a am an and any are as at be been being but by can could did do does for from get has have how i if in into is it its just me my no not of on or our per should so some than that the their then there these this to up us use was we were what when where which why will with would you your'.split(
    ' ',
  ),
);

/** True for English words that stand on nearly every page and tell none apart. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}
