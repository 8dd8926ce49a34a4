const RE_FOLDABLE =
  /[`\u00a0\u00ab\u00b4\u00bb\u2002-\u200a\u2010-\u2013\u2018\u2019\u201b\u201c-\u201f\u2032\u2033\u202f\t]/;

/** Turns typographic quotes, hyphens and blanks into those of ASCII, one unit for one unit, so that columns stay. */
export function foldCharacters(text: string): string {
  let folded = '';
  let done = 0;
  for (let at = text.search(RE_FOLDABLE); at >= 0 && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const put = unit < 128 && unit !== 9 && unit !== 96 ? undefined : foldOf(unit);
    if (put === undefined) continue;
    folded += text.slice(done, at) + put;
    done = at + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}

/** What stands for the unit; undefined when it stays. */
function foldOf(unit: number): string | undefined {
  if (unit === 9 || unit === 0xa0 || unit === 0x202f || (unit >= 0x2002 && unit <= 0x200a)) return ' ';
  if (unit >= 0x2010 && unit <= 0x2013) return '-';
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0x2033) return '"';
  const isQuote =
    unit === 0x60 ||
    unit === 0xab ||
    unit === 0xb4 ||
    unit === 0xbb ||
    unit === 0x2018 ||
    unit === 0x2019 ||
    unit === 0x201b ||
    unit === 0x2032;
  return isQuote ? "'" : undefined;
}
