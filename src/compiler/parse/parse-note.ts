import type { Root, RootContent } from 'mdast';
import { markBlocks } from '../../markdown/remark/mark-blocks.ts';
import { repairBlocks } from '../../markdown/remark/repair-blocks.ts';
import { repairText } from '../../markdown/remark/repair-text.ts';
import { locateText } from '../../markdown/remark/source-offsets.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts';

export interface ParsedNote {
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
}

/** A heading of two marks or more after a blank line: nobody writes that in code, so a fence that never closed ends there. */
const RE_AFTER_CODE = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)(?=#{2,6} \S)/;
/** How often a never-closed fence is cut in one note. */
const MAX_CUTS = 20;

/**
 * Tree of a note, mended and marked, and its front matter. `text` must hold no control characters other than tab and line ends.
 * Positions are offsets in `text`. The order of the plugins: places first, while the tree is as it was parsed; blocks before texts, because
 * mended blocks bring new texts; marks last, because they read finished text.
 */
export function parseNote(text: string): ParsedNote {
  const frontMatter = readFrontMatter(text);
  const tree = parseMarkdown(text, frontMatter.end);
  cutUnclosedFences(tree, text);
  locateText(tree, text);
  repairBlocks(tree, text);
  repairText(tree);
  markBlocks(tree, text);
  return { tree, frontMatter };
}

function cutUnclosedFences(tree: Root, text: string): void {
  for (let cuts = 0; cuts < MAX_CUTS; cuts++) {
    const last: RootContent | undefined = tree.children.at(-1);
    const start = last?.position?.start.offset ?? 0;
    const end = last?.position?.end.offset ?? 0;
    if (last?.type !== 'code') return;
    const written = text.slice(start, end);
    const mark = /^(`{3,}|~{3,})/.exec(written)?.[1];
    const at = mark === undefined ? undefined : RE_AFTER_CODE.exec(written);
    if (mark === undefined || at == null || isClosed(written, mark)) return;
    const from = start + at.index + at[0].length;
    last.value = last.value.slice(0, Math.max(0, RE_AFTER_CODE.exec(`\n${last.value}`)?.index ?? last.value.length));
    if (last.position) last.position = { ...last.position, end: { ...last.position.end, offset: start + at.index } };
    tree.children.push(...parseMarkdown(text, from).children);
  }
}

function isClosed(written: string, mark: string): boolean {
  const line = written.slice(Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r')) + 1);
  return new RegExp(`^[ \\t]*\\${mark[0]}{${mark.length},}[ \\t]*$`).test(line) && /[\r\n]/.test(written);
}
