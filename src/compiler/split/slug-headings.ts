const RE_DROPPED = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/** Anchor of a heading as GitHub makes it: lower case, punctuation dropped, blanks to `-`; `section` when nothing is left. */
export function slugOf(text: string): string {
  const slug = text.trim().toLowerCase().replace(RE_DROPPED, '').replace(/ /g, '-').slice(0, 120);
  return slug === '' ? 'section' : slug;
}

/** Hands out slugs that are unique in one note: the second `x` becomes `x-1`, as on GitHub. */
export class Slugger {
  readonly #used = new Map<string, number>();

  next(text: string): string {
    const slug = slugOf(text);
    let count = this.#used.get(slug);
    if (count === undefined) {
      this.#used.set(slug, 0);
      return slug;
    }
    let unique: string;
    do unique = `${slug}-${++count}`;
    while (this.#used.has(unique));
    this.#used.set(slug, count);
    this.#used.set(unique, 0);
    return unique;
  }
}

/**
 * Short slug for a sentence: its first words, at most `length` characters, never cut inside a word unless it is longer than that. Names
 * keep their underscores.
 */
export function shortSlug(text: string, length = 60): string {
  const slug = slugOf(text.replace(/['’]/g, '').replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ')).replace(/-+/g, '-');
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1).lastIndexOf('-');
  return slug.slice(0, cut > 15 ? cut : length).replace(/-+$/, '');
}
