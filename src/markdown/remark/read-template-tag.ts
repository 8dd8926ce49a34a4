/**
 * The tags of site generators: `{{< figure src="a.png" >}}` and `{{% notice info %}}` of Hugo, `{% include note.html %}` of Jekyll and
 * GitBook, `{{ site.url }}` of all of them.
 */

/** A stretch of the source. */
export interface TagWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TemplateTag {
  /** Half-open range in the source. */
  readonly start: number;
  readonly end: number;
  /** In lower case, without the `end` of a closing tag of Jekyll; empty for a value that is put in. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Words without a key, in their order. */
  readonly words: readonly TagWord[];
  /** By key, in lower case. */
  readonly named: ReadonlyMap<string, TagWord>;
}

/** Longest tag that is read. */
const MAX_TAG = 1500;
const RE_OPENING = /\{(?:\{[<%]|%)-?\s*(\/?)\s*([A-Za-z][\w./-]*)(?=[\s/>%-])/y;
/** Values of a site or page: anything else between two braces may be C. */
const RE_VALUE =
  /\{\{-?\s*(?:\.?(?:site|page|post|include|layout|content|paginator|jekyll|params)\b[^{}\n"']{0,200}|\$?\.[A-Z][^{}\n]{0,200}|[^{}\n]{1,200}\|\s*(?:relative_url|absolute_url|relURL|absURL)\s*)-?\}\}/iy;
const RE_WORD = /(?:([A-Za-z_][\w-]*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/y;

/** The tag that begins at `at`; `undefined` where none does, or where it does not end before `limit`. */
export function readTemplateTag(source: string, at: number, limit: number): TemplateTag | undefined {
  RE_VALUE.lastIndex = at;
  const value = RE_VALUE.exec(source);
  if (value !== null && at + value[0].length <= limit)
    return { start: at, end: at + value[0].length, name: '', isClosing: false, words: [], named: new Map() };
  RE_OPENING.lastIndex = at;
  const opening = RE_OPENING.exec(source);
  if (opening === null) return undefined;
  const close = source[at + 1] === '%' ? '%}' : source[at + 2] === '<' ? '>}}' : '%}}';
  const words: TagWord[] = [];
  const named = new Map<string, TagWord>();
  const written = source.slice(at, Math.min(limit, at + MAX_TAG));
  if (!written.includes(close)) return undefined;
  let i = opening[0].length;
  while (i < written.length) {
    if (written.startsWith(close, i)) {
      const said = (opening[2] ?? '').toLowerCase();
      const isEnd = close === '%}' && /^end[a-z]/.test(said);
      const end = at + i + close.length;
      const name = isEnd ? said.slice(3) : said;
      return { start: at, end, name, isClosing: isEnd || opening[1] === '/', words, named };
    }
    RE_WORD.lastIndex = i;
    const word = RE_WORD.exec(written);
    const shown = word?.[2] ?? word?.[3] ?? word?.[4] ?? word?.[5] ?? '';
    const length = word === null || shown.includes('%}') || shown.includes('>}}') ? 1 : word[0].length;
    if (word !== null && length > 1) {
      const start = at + i + word[0].lastIndexOf(shown);
      const found = { start, end: start + shown.length, text: shown };
      if (word[1] !== undefined) named.set(word[1].toLowerCase(), found);
      else words.push(found);
    }
    i += length;
  }
  return undefined;
}
