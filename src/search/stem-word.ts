const RE_PLAIN = /^[a-z]{4,}$/;
const ENDINGS: readonly (readonly [ending: string, minLeft: number])[] = [
  ['ness', 4],
  ['ally', 5],
  ['ly', 4],
  ['able', 4],
  ['ment', 4],
  ['al', 5],
  ['ing', 3],
  ['ed', 3],
  ['ion', 5],
  ['er', 4],
];

/** What English forms of a lower-case word share: `maps`, `mapped` and `mapping` are `map`. Names and other scripts are left as they are. */
export function stemWord(word: string): string {
  if (!RE_PLAIN.test(word)) return word;
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1);
  for (const [ending, minLeft] of ENDINGS) {
    if (stem.endsWith(ending) && stem.length - ending.length >= minLeft)
      stem = stem.slice(0, -ending.length).replace(/([bdfgmnprt])\1$/, '$1');
  }
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
