import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';

/** Depth below which trees are not followed: the budget keeps deeper ones out, this keeps the stack safe. */
const MAX_DEPTH = 400;

/**
 * Calls `visit` on every node below `parent`, in document order; below a node for which it returns `false` it is not called. `visit` may
 * replace the node or take it out.
 */
export function walk(
  parent: Parents,
  visit: (node: Nodes, parent: Parents, index: number) => boolean | void,
  depth = 0,
): void {
  if (depth > MAX_DEPTH) return;
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index];
    if (node === undefined) continue;
    const { length } = parent.children;
    const into = visit(node, parent, index);
    if (parent.children.length < length) index -= length - parent.children.length;
    else if (into !== false && 'children' in node) walk(node, visit, depth + 1);
  }
}

/**
 * Rewrites the inline content of every block that holds any. `rewrite` is given the children and whether they stand in a link, and returns
 * the same list when nothing changes.
 */
export function mapPhrasing(
  parent: Parents,
  rewrite: (children: readonly PhrasingContent[], isInLink: boolean) => readonly PhrasingContent[],
  isInLink = false,
  depth = 0,
): void {
  if (depth > MAX_DEPTH) return;
  for (const node of parent.children) {
    if (!('children' in node)) continue;
    const inside = isInLink || node.type === 'link' || node.type === 'linkReference';
    mapPhrasing(node, rewrite, inside, depth + 1);
  }
  if (!holdsPhrasing(parent)) return;
  const children = parent.children as PhrasingContent[];
  const changed = rewrite(children, isInLink);
  if (changed !== children) parent.children = [...changed] as never;
}

/** All text of a node: text, code, alternative texts; breaks are blanks. */
export function plainText(node: Nodes | Root | RootContent): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function holdsPhrasing(node: Parents): boolean {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return true;
    default:
      return false;
  }
}
