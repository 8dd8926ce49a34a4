const STOP_WORDS: ReadonlySet<string> = new Set(
  'a am an and any are as at be been being but by can could did do does for from get has have how i if in into is it its just me my no not of on or our per should so some than that the their then there these this to up us use was we were what when where which why will with would you your'.split(
    ' ',
  ),
);

/** True for English words that stand on nearly every page and tell none apart. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}

const WEAK_WORDS: ReadonlySet<string> = new Set(
  'after again all also although always another because before best better call called calls cannot come comes correct correctly difference different does doing done during each every explain find finding give go goes going good happen happened happens help instead know long look made make makes making many mean means more most much need needs never nothing now one only other others own possible possibly proper properly put right see since something still take takes tell tells thing things try trying understand until used uses using versus very want wants way ways whether while without work working works write'.split(
    ' ',
  ),
);

/** What a weak word counts for. */
export const WEAK_GAIN = 0.6;

/** True for English words by which questions are put: they say less of what is looked for than how often they stand in the notes tells. */
export function isWeakWord(word: string): boolean {
  return WEAK_WORDS.has(word.toLowerCase());
}

const RE_SYMPTOM =
  /^(?:already|bad|broken|bug|cannot|conflict|corrupt|crash|dead|denied|differ|disable|duplicate|error|exceed|exist|expire|fail|freez|frozen|gone|hang|ignore|invalid|inversion|killed|leak|lose|lost|mismatch|miss|nobody|nothing|oops|overflow|overheat|panic|refuse|reject|removed|stops?$|stopped|stuck|timeout|timed|unable|undefined|unknown|warn|without|wrong)/i;

/** True for English words by which people tell that something goes wrong. */
export function isSymptomWord(word: string): boolean {
  return RE_SYMPTOM.test(word);
}
