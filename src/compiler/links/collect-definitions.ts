/** Link and footnote definitions of a note. They serve all its parts; what nothing refers to is shown, so that no word is lost. */
import type { Definition, FootnoteDefinition, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { walk } from '../../markdown/remark/walk.ts';

export interface Definitions {
  readonly links: readonly Definition[];
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

const RE_COMMENT_LABEL = /^(?:\/\/|comment|_|)$/i;

/** Takes the definitions out of the tree, in place; unused and repeated ones turn into paragraphs where they stand. */
export function collectDefinitions(tree: Root): Definitions {
  const used = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(`[${node.identifier}`);
    if (node.type === 'footnoteReference') used.add(`^${node.identifier}`);
  });
  const links = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  takeOut(tree, (node) => {
    const key = node.type === 'definition' ? `[${node.identifier}` : `^${node.identifier}`;
    if (node.type === 'definition') {
      if (used.has(key) && !links.has(node.identifier)) {
        links.set(node.identifier, node);
        return [];
      }
      return isComment(node) ? [] : [showDefinition(node)];
    }
    if (used.has(key) && !notes.has(node.identifier)) {
      notes.set(node.identifier, node);
      return [];
    }
    return showNote(node);
  });
  return { links: [...links.values()], notes };
}

/** The definitions that `nodes` need: all of links, the footnotes that they refer to, also through other footnotes. */
export function definitionsFor(nodes: readonly RootContent[], { links, notes }: Definitions): readonly RootContent[] {
  if (notes.size === 0) return links;
  const needed = new Set<FootnoteDefinition>();
  const visit = (parent: Parents) =>
    walk(parent, (node) => {
      const note = node.type === 'footnoteReference' ? notes.get(node.identifier) : undefined;
      if (note === undefined || needed.has(note)) return;
      needed.add(note);
      visit(note);
    });
  visit({ type: 'root', children: [...nodes] });
  return [...links, ...needed];
}

function takeOut(parent: Parents, replace: (node: Definition | FootnoteDefinition) => readonly RootContent[], depth = 0): void {
  if (depth > 400) return;
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index];
    if (node === undefined) continue;
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const stand = replace(node);
      parent.children.splice(index, 1, ...(stand as never[]));
      index += stand.length - 1;
    } else if ('children' in node) takeOut(node, replace, depth + 1);
  }
}

function isComment(node: Definition): boolean {
  return RE_COMMENT_LABEL.test(node.label ?? '') || node.url === '#';
}

function showDefinition(node: Definition): RootContent {
  const link: PhrasingContent = { type: 'link', url: node.url, children: [{ type: 'text', value: node.url }] };
  const children: PhrasingContent[] = [{ type: 'text', value: `${node.label ?? node.identifier}: ` }, link];
  if (node.title) children.push({ type: 'text', value: ` ${node.title}` });
  return { type: 'paragraph', children, ...(node.position ? { position: node.position } : {}) };
}

function showNote(node: FootnoteDefinition): readonly RootContent[] {
  const label: PhrasingContent = { type: 'text', value: `${node.label ?? node.identifier}: ` };
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph') return [{ ...first, children: [label, ...first.children] }, ...rest];
  return [{ type: 'paragraph', children: [label] }, ...node.children];
}
