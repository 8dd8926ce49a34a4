import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * GFM roughly doubles the time of a parse, so it is switched on only for texts that hold one of its constructs: a table's delimiter row,
 * a footnote, struck text or a task. Bare URLs are linked by a plugin of our own in either case.
 */
const RE_NEEDS_GFM = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$|\[\^[^\]\s]+\]|~~?[^\s~]|^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\]/m;

const commonMark = unified().use(remarkParse).freeze();
const gitHub = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Tree of `text`. Text before `from` is taken for blank lines, so that positions stay those of the whole note. */
export function parseMarkdown(text: string, from = 0): Root {
  const source = from === 0 ? text : text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from);
  return (RE_NEEDS_GFM.test(source) ? gitHub : commonMark).parse(source);
}
