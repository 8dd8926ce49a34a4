/**
 * Takes out what tools write into notes for themselves and show nobody.
 *
 *     - text\n  id:: 63f1-aaaa\n  collapsed:: true    Logseq's own properties; others, such as `type:: book`, stay
 *     :LOGBOOK:\nCLOCK: […]\n:END:                    its log of hours
 *     seen %%unseen%% seen                            Obsidian's comments, also over several blocks
 *     The end of a block. ^37066d                     its mark that other notes link to
 */
import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import { splitText } from './split-text.ts';
import { mapPhrasing } from './walk.ts';

const RE_PROPERTY =
  /(?:^|\n)[ \t]*(?:id|collapsed|background-color|heading|public|created-at|updated-at|exclude-from-graph-view|ls-type|hl-[\w-]+|card-[\w-]+|query-[\w-]+|logseq\.[\w.-]+)::(?:[ \t][^\n]*)?(?=\n|$)/g;
const RE_DRAWER = /(?:^|\n)[ \t]*:LOGBOOK:[ \t]*\n(?:[ \t]*CLOCK:[^\n]*\n)*[ \t]*:END:[ \t]*(?=\n|$)/g;
/** Between a blank, a line end or a bracket on either side, so that `100%%` in text is none. */
const RE_COMMENT = /(?<![^\s([{])%%(?!%)(?:[^%]|%(?!%))*%%(?![^\s)\]}.,;:!?])/g;
/** At the very end, six letters and digits as Obsidian makes them: a mark that a person chose reads like a word. */
const RE_BLOCK_MARK = /(?<=\s)\^(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{6}[ \t]*$/;

/** Takes such marks out of a tree in place; `source` is its text. */
export function dropToolMarks(tree: Root, source: string): void {
  const hasComments = source.includes('%%');
  if (hasComments) dropCommentBlocks(tree);
  if (!hasComments && !source.includes(':: ') && !source.includes(' ^') && !source.includes(':LOGBOOK:')) return;
  mapPhrasing(tree, (children) => {
    let changed: PhrasingContent[] | undefined;
    children.forEach((child, index) => {
      const dropped = child.type === 'text' ? findMarks(child, index, children.length) : [];
      if (dropped.length > 0 && child.type === 'text') {
        changed ??= children.slice(0, index);
        changed.push(...splitText(child, dropped));
      } else changed?.push(child);
    });
    return changed ?? children;
  });
}

function findMarks({ value }: Text, index: number, count: number): { start: number; end: number; node: Text }[] {
  const found: { start: number; end: number; node: Text }[] = [];
  const drop = (start: number, end: number): void => {
    found.push({ start, end, node: { type: 'text', value: '' } });
  };
  const findAll = (marks: RegExp): void => {
    for (const { 0: whole, index: at } of value.matchAll(marks)) {
      // A line that other markup begins is not the whole line.
      if (at > 0 || index === 0 || whole.startsWith('\n')) drop(at, at + whole.length);
    }
  };
  if (value.includes(':LOGBOOK:')) findAll(RE_DRAWER);
  if (value.includes('::')) findAll(RE_PROPERTY);
  if (value.includes('%%'))
    for (const { 0: whole, index: at } of value.matchAll(RE_COMMENT)) drop(at, at + whole.length);
  const mark = index === count - 1 && value.includes('^') ? RE_BLOCK_MARK.exec(value) : null;
  if (mark !== null) drop(mark.index, value.length);
  let last = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= last;
      if (isFree) last = end;
      return isFree;
    });
}

/** Takes out blocks at the top from one that begins with `%%` to one that ends with it; one that never ends stays. */
function dropCommentBlocks(tree: Root): void {
  for (let index = 0; index < tree.children.length; index++) {
    if (!opensComment(tree.children[index])) continue;
    const end = tree.children.findIndex((node, at) => at > index && closesComment(node));
    if (end < 0) return;
    tree.children.splice(index, end - index + 1);
    index -= 1;
  }
}

function opensComment(node: RootContent | undefined): boolean {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && first.value.startsWith('%%') && !first.value.includes('%%', 2);
}

function closesComment(node: RootContent): boolean {
  const last = node.type === 'paragraph' ? node.children.at(-1) : undefined;
  return last?.type === 'text' && last.value.trimEnd().endsWith('%%');
}
