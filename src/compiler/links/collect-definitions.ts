/** Link and footnote definitions of a note. They serve all its parts; what nothing refers to is shown, so that no word is lost. */
import type { Definition, FootnoteDefinition, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { walk } from '../../markdown/remark/walk.ts';

export interface Definitions {
  readonly links: readonly Definition[];
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

const RE_COMMENT_LABEL = /^(?:\/\/|comment|_|)$/i;

/** Takes the definitions out of the tree, in place; unused and repeated ones turn into paragraphs where they stand. */
export function collectDefinitions(tree: Root, source: string): Definitions {
  const used = findUsed(tree);
  const links = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  takeOut(tree, (node) => {
    const key = node.type === 'definition' ? `[${node.identifier}` : `^${node.identifier}`;
    if (node.type === 'definition') {
      if (used.has(key) && !links.has(node.identifier)) {
        links.set(node.identifier, node);
        return [];
      }
      return isComment(node) ? [] : [showDefinition(node, source)];
    }
    if (used.has(key) && !notes.has(node.identifier)) {
      notes.set(node.identifier, node);
      return [];
    }
    return showNote(node, source);
  });
  return { links: [...links.values()], notes };
}

/** Keys of what the note refers to. A footnote that only footnotes nobody reads refer to is not used. */
function findUsed(tree: Root): ReadonlySet<string> {
  const used = new Set<string>();
  const firsts = new Map<string, FootnoteDefinition>();
  const lookAt = (parent: Parents): void =>
    walk(parent, (node) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') used.add(`[${node.identifier}`);
      if (node.type === 'footnoteDefinition' && !firsts.has(node.identifier)) firsts.set(node.identifier, node);
      if (node.type === 'footnoteReference') used.add(`^${node.identifier}`);
      return node.type !== 'footnoteDefinition';
    });
  lookAt(tree);
  // Sets go on over what is added meanwhile.
  for (const key of used) {
    const note = key.startsWith('^') ? firsts.get(key.slice(1)) : undefined;
    if (note !== undefined) lookAt(note);
  }
  for (const note of firsts.values())
    if (!used.has(`^${note.identifier}`))
      walk(
        note,
        (node) =>
          void ((node.type === 'linkReference' || node.type === 'imageReference') && used.add(`[${node.identifier}`)),
      );
  return used;
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

function takeOut(
  parent: Parents,
  replace: (node: Definition | FootnoteDefinition) => readonly RootContent[],
  depth = 0,
): void {
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

function showDefinition(node: Definition, source: string): RootContent {
  const url = placed(node.url, node, source);
  const children: PhrasingContent[] = [
    placed(`${node.label ?? node.identifier}: `, node, source),
    { type: 'link', url: node.url, children: [url], position: url.position },
  ];
  if (node.title) children.push(placed(` ${node.title}`, node, source));
  return { type: 'paragraph', children, ...(node.position ? { position: node.position } : {}) };
}

function showNote(node: FootnoteDefinition, source: string): readonly RootContent[] {
  const label = placed(`${node.label ?? node.identifier}: `, node, source);
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph') return [{ ...first, children: [label, ...first.children] }, ...rest];
  return [
    { type: 'paragraph', children: [label], ...(node.position ? { position: node.position } : {}) },
    ...node.children,
  ];
}

/** A text of a definition, each of its letters with the place where the text stands in it. */
function placed(value: string, node: Definition | FootnoteDefinition, source: string): Text {
  const from = node.position?.start.offset ?? 0;
  const found = source.slice(0, node.position?.end.offset ?? 0).indexOf(value.replace(/: $/, '').trim(), from);
  const at = found < 0 ? from : found - (value.startsWith(' ') ? 1 : 0);
  const last = (node.position?.end.offset ?? from + 1) - 1;
  const offsets = Int32Array.from({ length: value.length }, (_, index) =>
    found < 0 ? from : Math.min(at + index, last),
  );
  return { type: 'text', value, data: { offsets }, ...(node.position ? { position: node.position } : {}) };
}
