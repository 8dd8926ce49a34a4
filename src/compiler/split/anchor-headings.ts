import type { Heading, RootContent } from 'mdast';
import { plainText } from '../../markdown/remark/walk.ts';
import type { Draft } from '../draft.ts';
import type { NotePart } from './note-part.ts';
import { slugOf } from './slug-headings.ts';

declare module 'mdast' {
  interface HeadingData {
    /** Plain text, kept because slots are written into the nodes later. */
    title?: string;
  }
  interface ParagraphData {
    /** Anchor of a run-in definition. */
    anchor?: string;
  }
}

/**
 * Gives headings and definitions of all parts their anchors and levels, in place: the first heading of a part is level 2, none is more
 * than one level below the one before. Returns where each anchor of the note can be found.
 */
export function anchorHeadings(parts: readonly NotePart[]): Draft['anchors'] {
  const anchors: [string, string, string][] = [];
  const used = new Set(
    parts.flatMap((part) => part.nodes.map((node) => (node.type === 'heading' ? (node.data?.slug ?? '') : ''))),
  );
  for (const part of parts) {
    const own = part.heading?.data?.slug;
    if (own !== undefined) anchors.push([own, part.slug, '']);
    for (const node of part.nodes)
      if (node.type === 'paragraph')
        anchorDefinition(node, used, (anchor) => anchors.push([anchor, part.slug, anchor]));
    levelHeadings(part.nodes);
    for (const node of part.nodes)
      if (node.type === 'heading') anchors.push([node.data?.slug ?? '', part.slug, node.data?.slug ?? '']);
  }
  return anchors;
}

function levelHeadings(nodes: readonly RootContent[]): void {
  const headings = nodes.filter((node) => node.type === 'heading');
  const top = Math.min(...headings.map((heading) => heading.depth));
  let before = 1;
  for (const heading of headings) {
    const title = plainText(heading).trim();
    const level = Math.min(heading.depth - top + 2, before + 1, 6);
    heading.depth = level as Heading['depth'];
    heading.data = { ...heading.data, title, hProperties: { id: heading.data?.slug ?? '' } };
    before = level;
  }
}

function anchorDefinition(
  node: Extract<RootContent, { type: 'paragraph' }>,
  used: Set<string>,
  found: (anchor: string) => void,
): void {
  const term = node.data?.definition;
  if (term === undefined) return;
  const slug = slugOf(term.replace(/ \([^)]*\)$/, ''));
  let anchor = slug;
  for (let count = 2; used.has(anchor); count++) anchor = `${slug}-${count}`;
  used.add(anchor);
  node.data = { ...node.data, anchor, hProperties: { id: anchor, className: ['kn-definition'] } };
  found(anchor);
}
