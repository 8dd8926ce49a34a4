/**
 * Mends inline markup that the parser left as plain text.
 *
 *     __struct__s          →  <strong>struct</strong>s          a marker closed inside a word
 *     *CONFIG_DEBUG_FS_    →  <em>CONFIG_DEBUG_FS</em>          opened with one marker, closed with the other
 *     https://lwn.net/x.   →  <a href="https://lwn.net/x">…</a>.
 *     [[page#part|text]]   →  a wiki link; ![[x]] an embed
 */
import type { PhrasingContent, Root, Text } from 'mdast';
import { cutText } from './source-offsets.ts';
import { type Replacement, splitText } from './split-text.ts';
import { mapPhrasing } from './walk.ts';

declare module 'mdast' {
  interface LinkData {
    /** Set on links that were written as `[[…]]`: the page and part as written. */
    wiki?: { readonly page: string; readonly part: string; readonly isEmbed: boolean };
  }
}

const RE_INWORD = /(?<![\w`])(__|\*\*)([A-Za-z][\w-]*?)\1(?=(?:s|es|d|ed|ing|ly)\b)/g;
const RE_MISMATCHED = /(?<![\w*_])(?:\*([A-Za-z_$][\w()$.>/-]*\w\)?)_|_([A-Za-z$][\w()$.>/-]*[\w)])\*)(?![\w*])/g;
const RE_URL = /\b(?:https?|ftp):\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+|(?<![\w@./-])www\.[\w-]+\.[\w.-]+(?:\/[^\s<>"'`\u4e00-\u9fff]*)?/g;
const RE_WIKI = /(!?)\[\[(?!\s)([^[\]\n|#]{0,300})(#[^[\]|\n]{0,300})?(?:\\?\|([^[\]\n]{0,300}))?\]\]/g;

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
  return value.includes('://') || value.includes('[[') || value.includes('www.') || value.includes('__') || value.includes('*') || value.includes('_');
}

function findRepairs(text: Text, isInLink: boolean): readonly Replacement[] {
  const found: Replacement[] = [];
  const { value } = text;
  if (!isInLink && value.includes('[[')) {
    for (const match of value.matchAll(RE_WIKI)) {
      const [whole, mark = '', page = '', part = '', label] = match;
      if (page === '' && part === '') continue;
      const shown = label?.trim() || (page === '' ? part.slice(1) : part === '' ? page : `${page} ${part.slice(1)}`);
      const start = match.index;
      const at = start + whole.indexOf(shown.split(' ')[0] ?? '', 2);
      const inner = value.slice(at, at + shown.length) === shown ? cutText(text, at, at + shown.length) : cutText(text, start, start);
      inner.value = shown;
      if (inner.data?.offsets !== undefined && inner.data.offsets.length !== shown.length) delete inner.data.offsets;
      found.push({ start, end: start + whole.length, node: { type: 'link', url: '', data: { wiki: { page: page.trim(), part: part.slice(1).trim(), isEmbed: mark === '!' } }, children: [inner] } });
    }
  }
  if (!isInLink && (value.includes('://') || value.includes('www.'))) {
    for (const match of value.matchAll(RE_URL)) {
      const url = trimUrl(match[0]);
      const end = match.index + url.length;
      if (url.length < 8) continue;
      found.push({ start: match.index, end, node: { type: 'link', url: url.startsWith('www.') ? `http://${url}` : url, children: [cutText(text, match.index, end)] } });
    }
  }
  if (value.includes('__') || value.includes('**')) {
    for (const match of value.matchAll(RE_INWORD)) {
      const from = match.index + 2;
      found.push({ start: match.index, end: match.index + match[0].length, node: { type: 'strong', children: [cutText(text, from, from + (match[2] ?? '').length)] } });
    }
  }
  if (value.includes('*') && value.includes('_')) {
    for (const match of value.matchAll(RE_MISMATCHED)) {
      const inner = match[1] ?? match[2] ?? '';
      const from = match.index + 1;
      if (!/[_A-Z()]/.test(inner)) continue;
      found.push({ start: match.index, end: match.index + match[0].length, node: { type: 'emphasis', children: [cutText(text, from, from + inner.length)] } });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((item, index) => found.slice(0, index).every((earlier) => earlier.end <= item.start));
}

function count(text: string, character: string, end: number): number {
  let total = 0;
  for (let at = 0; at < end; at++) if (text[at] === character) total++;
  return total;
}
