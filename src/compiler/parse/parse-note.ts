import type { Code, Html, Root, RootContent } from 'mdast';
import { dropToolMarks } from '../../markdown/remark/drop-tool-marks.ts';
import { markBlocks } from '../../markdown/remark/mark-blocks.ts';
import { nestAdmonitions } from '../../markdown/remark/nest-admonitions.ts';
import { repairBlocks } from '../../markdown/remark/repair-blocks.ts';
import { repairText } from '../../markdown/remark/repair-text.ts';
import { locateText } from '../../markdown/remark/source-offsets.ts';
import { takeTemplateTags } from '../../markdown/remark/take-template-tags.ts';
import { walk } from '../../markdown/remark/walk.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts';
import { takeIndentedCallouts } from './take-indented-callouts.ts';
import { takeShortcodes } from './take-shortcodes.ts';

export interface ParsedNote {
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
}

/** A heading of two marks or more after a blank line: nobody writes that in code, so a fence that never closed ends there. */
const RE_AFTER_CODE = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)(?=#{2,6} \S)/;
/** First lines of HTML blocks that only their own end closes. */
const RE_OPENING = /^<(?:!--|(?:script|style|textarea)\b)[^\r\n]*/i;
const CLOSING: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<scr': '</script',
  '<sty': '</style',
  '<tex': '</textarea',
};
/** How often something that never closes is cut in one note. */
const MAX_CUTS = 20;

/**
 * Tree of a note, mended and marked, and its front matter. `text` must hold no control characters other than tab and line
 * ends; `isMdx` leaves out what is program in it: imports, exports and the tags of components.
 * Positions are offsets in `text`. The order of the plugins: places first, while the tree is as it was parsed; blocks before texts, because
 * mended blocks bring new texts; marks last, because they read finished text.
 */
export function parseNote(text: string, isMdx = false): ParsedNote {
  const frontMatter = readFrontMatter(text);
  const tree = parseMarkdown(text, frontMatter.end);
  cutUnclosed(tree, text);
  takeShortcodes(tree, text);
  takeIndentedCallouts(tree, text);
  if (text.includes('\r')) unifyLineEnds(tree);
  locateText(tree, text);
  dropToolMarks(tree, text);
  repairBlocks(tree, text, isMdx);
  takeTemplateTags(tree, text);
  if (/(?:^|[\r\n]):::/.test(text)) nestAdmonitions(tree);
  repairText(tree);
  markBlocks(tree, text);
  return { tree, frontMatter };
}

/** Gives the texts of a tree one kind of line end; where they stand in the source is found out afterwards. */
function unifyLineEnds(tree: Root): void {
  walk(tree, (node) => {
    if ('value' in node) node.value = node.value.replace(/\r\n?/g, '\n');
  });
}

/** What never closes reaches to the end of a note: it is cut where it can hardly be meant to go on, and what follows is parsed again. */
function cutUnclosed(tree: Root, text: string): void {
  for (let cuts = 0; cuts < MAX_CUTS; cuts++) {
    const last: RootContent | undefined = tree.children.at(-1);
    const from = last?.type === 'code' ? cutFence(last, text) : last?.type === 'html' ? cutHtml(last) : undefined;
    if (from === undefined) return;
    tree.children.push(...parseMarkdown(text, from).children);
  }
}

/** Ends a fence that never closes before the next heading; returns where the rest begins. */
function cutFence(last: Code, text: string): number | undefined {
  const start = last.position?.start.offset ?? 0;
  const written = text.slice(start, last.position?.end.offset ?? 0);
  const mark = /^(`{3,}|~{3,})/.exec(written)?.[1];
  const at = mark === undefined ? undefined : RE_AFTER_CODE.exec(written);
  if (mark === undefined || at == null || isClosed(written, mark)) return undefined;
  last.value = last.value.slice(
    0,
    Math.max(0, (RE_AFTER_CODE.exec(`\n${last.value}`)?.index ?? last.value.length + 1) - 1),
  );
  if (last.position) last.position = { ...last.position, end: { ...last.position.end, offset: start + at.index } };
  last.data = { ...last.data, isUnclosed: true };
  return start + at.index + at[0].length;
}

/** Leaves the first line of a comment or script that never closes and no more; returns where the rest begins. */
function cutHtml(last: Html): number | undefined {
  const start = last.position?.start.offset ?? 0;
  const opening = RE_OPENING.exec(last.value)?.[0];
  if (
    opening === undefined ||
    opening.length === last.value.length ||
    new RegExp(CLOSING[opening.slice(0, 4).toLowerCase()] ?? '-->', 'i').test(last.value)
  )
    return undefined;
  last.value = opening;
  if (last.position)
    last.position = { ...last.position, end: { ...last.position.end, offset: start + opening.length } };
  return start + opening.length;
}

function isClosed(written: string, mark: string): boolean {
  const line = written.slice(Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r')) + 1);
  return new RegExp(`^[ \\t]*\\${mark[0]}{${mark.length},}[ \\t]*$`).test(line) && /[\r\n]/.test(written);
}
