/**
 * Mends inline markup that the parser left as plain text.
 *
 *     __struct__s          →  <strong>struct</strong>s          a marker closed inside a word
 *     *CONFIG_DEBUG_FS_    →  <em>CONFIG_DEBUG_FS</em>          opened with one marker, closed with the other
 *     https://lwn.net/x.   →  <a href="https://lwn.net/x">…</a>.
 *     [[page#part|text]]   →  a wiki link; ![[x]] an embed
 *     [text]({{< ref "x.md" >}})   →  a link to the page of that name
 */
import type { PhrasingContent, Root, Text } from 'mdast';
import { cutText } from './source-offsets.ts';
import { type Replacement, splitText } from './split-text.ts';
import { mapPhrasing } from './walk.ts';

declare module 'mdast' {
  interface LinkData {
    /** Set on links that were written as `[[…]]`: the page and part as written. */
    wiki?: { readonly page: string; readonly part: string; readonly label: string; readonly isEmbed: boolean };
  }
}

const RE_INWORD = /(?<![\w`])(__|\*\*)([A-Za-z][\w-]*?)\1(?=(?:s|es|d|ed|ing|ly)\b)/g;
const RE_MISMATCHED = /(?<![\w*_])(?:\*([A-Za-z_$][\w()$.>/-]*\w\)?)_|_([A-Za-z$][\w()$.>/-]*[\w)])\*)(?![\w*])/g;
const RE_URL =
  /\b(?:https?|ftp):\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+|(?<![\w@./-])www\.[\w-]+\.[\w.-]+(?:\/[^\s<>"'`\u4e00-\u9fff]*)?/g;
const RE_WIKI = /(!?)\[\[(?!\s)([^[\]\n|#]{0,300})(#[^[\]|\n]{0,300})?(?:\\?\|([^[\]\n]{0,300}))?\]\]/g;

/** Scheme of the URLs of wiki links: page, part and label follow with `#` between them, percent-encoded. */
const WIKI_SCHEME = 'kn-wiki:';
const WIKI_SEPARATOR = ' › ';
/** Links whose URL Hugo or Jekyll computes: by the name of a page, or below the base of the site. */
const RE_TEMPLATE_LINK =
  /\[([^[\]\n]{1,200})\]\(\{(?:\{[<%]\s*(?:rel)?ref\s+|%-?\s*(?:post_url|link)\s+)["']?([^"'\s{}<>]{1,200})["']?\s*-?[>%]\}?\}\)|(?<!!)\[([^[\]\n]{1,200})\]\(\{\{\s*site\.\w+\s*\}\}([^\s()]{0,200})\)/g;
const RE_IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
const RE_SIZE = /^(\d{1,4})(?:x\d{1,4})?$/;

/** Mends the texts of a tree in place. */
export function repairText(tree: Root): void {
  mapPhrasing(tree, (children, isInLink) => {
    let changed: PhrasingContent[] | undefined;
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (child === undefined) continue;
      const replacements = child.type === 'text' && mayNeedRepair(child.value) ? findRepairs(child, isInLink) : [];
      if (replacements.length > 0 && child.type === 'text') {
        changed ??= children.slice(0, index);
        changed.push(...splitText(child, replacements));
      } else changed?.push(child);
    }
    return changed ?? children;
  });
}

/** `url` without the punctuation that belongs to the sentence around it: `.,;:!?` and closing brackets that nothing inside opened. */
export function trimUrl(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url[end - 1] ?? '';
    if (/[.,;:!?*_~'"”’]/.test(last)) end--;
    else if (last === ')' && count(url, '(', end) < count(url, ')', end)) end--;
    else if (last === ']' && count(url, '[', end) < count(url, ']', end)) end--;
    else return url.slice(0, end);
  }
}

function mayNeedRepair(value: string): boolean {
  return (
    value.includes('://') ||
    value.includes('[[') ||
    value.includes('www.') ||
    value.includes(']({') ||
    value.includes('__') ||
    value.includes('*') ||
    value.includes('_')
  );
}

function findRepairs(text: Text, isInLink: boolean): readonly Replacement[] {
  const found: Replacement[] = [];
  const { value } = text;
  if (!isInLink && value.includes('[[')) {
    for (const match of value.matchAll(RE_WIKI)) {
      const node = readWiki(text, match);
      if (node !== undefined) found.push({ start: match.index, end: match.index + match[0].length, node });
    }
  }
  if (!isInLink && value.includes(']({')) {
    for (const match of value.matchAll(RE_TEMPLATE_LINK)) {
      const [whole, named = '', reference, based = '', path = ''] = match;
      const label = named || based;
      const from = match.index + 1;
      const url = reference === undefined ? path : `${WIKI_SCHEME}${encodeURIComponent(reference).replace('%23', '#')}`;
      const children = [cutText(text, from, from + label.length)];
      found.push({ start: match.index, end: match.index + whole.length, node: { type: 'link', url, children } });
    }
  }
  if (!isInLink && (value.includes('://') || value.includes('www.'))) {
    for (const match of value.matchAll(RE_URL)) {
      const url = trimUrl(match[0]);
      const end = match.index + url.length;
      if (url.length < 8) continue;
      found.push({
        start: match.index,
        end,
        node: {
          type: 'link',
          url: url.startsWith('www.') ? `http://${url}` : url,
          children: [cutText(text, match.index, end)],
        },
      });
    }
  }
  if (value.includes('__') || value.includes('**')) {
    for (const match of value.matchAll(RE_INWORD)) {
      const from = match.index + 2;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        node: { type: 'strong', children: [cutText(text, from, from + (match[2] ?? '').length)] },
      });
    }
  }
  if (value.includes('*') && value.includes('_')) {
    for (const match of value.matchAll(RE_MISMATCHED)) {
      const inner = match[1] ?? match[2] ?? '';
      const from = match.index + 1;
      if (!/[_A-Z()]/.test(inner)) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        node: { type: 'emphasis', children: [cutText(text, from, from + inner.length)] },
      });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((item, index) => found.slice(0, index).every((earlier) => earlier.end <= item.start));
}

/** The link or image that `[[…]]` stands for; its words keep their places. */
function readWiki(text: Text, match: RegExpExecArray): PhrasingContent | undefined {
  const [whole, mark = '', writtenPage = '', writtenPart = '', label = ''] = match;
  const page = writtenPage.trim();
  const part = writtenPart.slice(1).trim();
  if (page === '' && part === '') return undefined;
  const pieces = [page, part, label.trim()].map(encodeURIComponent);
  const url = WIKI_SCHEME + pieces.join('#').replace(/#+$/, '');
  if (mark === '!' && RE_IMAGE.test(page)) {
    const width = RE_SIZE.exec(label.trim())?.[1];
    const alt = width === undefined && label.trim() !== '' ? label.trim() : page;
    return {
      type: 'image',
      url,
      alt,
      ...(width === undefined ? {} : { data: { hProperties: { width: Number(width) } } }),
    };
  }
  const cut = (shown: string, after: number): Text => {
    const at = match.index + whole.indexOf(shown, after);
    return cutText(text, at, at + shown.length);
  };
  const pageAt = mark.length + 2;
  const partAt = pageAt + writtenPage.length;
  const children: Text[] = [];
  if (label.trim() !== '') children.push(cut(label.trim(), whole.length - 2 - label.length));
  else {
    if (page !== '') children.push(cut(page, pageAt));
    if (page !== '' && part !== '') children.push(separator(text, match.index + partAt));
    if (part !== '') children.push(cut(part, partAt + 1));
  }
  return { type: 'link', url, data: { wiki: { page, part, label: label.trim(), isEmbed: mark === '!' } }, children };
}

/** What stands for the `#` between page and part. */
function separator(text: Text, at: number): Text {
  const node = cutText(text, at, at + 1);
  const offset = node.position?.start.offset ?? 0;
  return { ...node, value: WIKI_SEPARATOR, data: { offsets: new Int32Array(WIKI_SEPARATOR.length).fill(offset) } };
}

function count(text: string, character: string, end: number): number {
  let total = 0;
  for (let at = 0; at < end; at++) if (text[at] === character) total++;
  return total;
}
