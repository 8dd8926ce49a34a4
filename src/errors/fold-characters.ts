const RE_FOLDABLE = /[`\u00a0\u00b4\u2002-\u200a\u2010-\u2013\u2018\u2019\u201b\u201c-\u201f\u2032\u2033\u202f\t]/;
const RE_FOLDABLE_ALL = new RegExp(RE_FOLDABLE, 'g');

/** Turns typographic quotes, hyphens and blanks into those of ASCII, one unit for one unit, so that columns stay. */
export function foldCharacters(text: string): string {
  return RE_FOLDABLE.test(text) ? text.replace(RE_FOLDABLE_ALL, foldCharacter) : text;
}

function foldCharacter(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit === 9 || unit === 0xa0 || unit === 0x202f || (unit >= 0x2002 && unit <= 0x200a)) return ' ';
  if (unit >= 0x2010 && unit <= 0x2013) return '-';
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0x2033) return '"';
  return "'";
}
