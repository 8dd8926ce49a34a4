/** The texts of a part's blocks, each with the leaves of the tree that it was joined from, so that what is found in the text can be written back. */
import type { Code, Html, InlineCode, Nodes, RootContent, Text } from 'mdast';
import { offsetIn } from '../../markdown/remark/source-offsets.ts';
import { plainText } from '../../markdown/remark/walk.ts';
import type { InlineStyle, StyledSpan, TextBlock } from '../entities/text-block.ts';
import { codeOffsets } from './code-offsets.ts';
import { htmlOffsets } from './html-offsets.ts';
import { readHtmlTexts } from './read-html-texts.ts';

/** A leaf's stretch of its block's text, half-open. `isLinked`: it stands inside a link already. */
export interface Leaf {
  readonly node: Text | InlineCode | Code | Html;
  readonly start: number;
  readonly end: number;
  readonly isLinked: boolean;
  /** Where the stretch begins in the value of an HTML node, which holds several. */
  readonly from?: number;
}

export interface CollectedBlock {
  readonly block: TextBlock;
  readonly leaves: readonly Leaf[];
  /** Anchor of the heading or definition that the block stands under; empty at the top. */
  readonly anchor: string;
}

/** What a leaf of a block is collected into. */
interface Draft {
  text: string;
  readonly offsets: number[];
  readonly styles: StyledSpan[];
  readonly leaves: Leaf[];
}

const STYLE_OF: Readonly<Partial<Record<Nodes['type'], InlineStyle>>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  link: 'link',
  linkReference: 'link',
};

/** As much of the sentence before a list is kept: its last words say what the list holds. */
const MAX_LEAD = 40;

/** Blocks of `nodes` in the order of the text. `languageOf` gives the canonical language of a code block; `above` are the headings over the part. */
export function collectTextBlocks(
  nodes: readonly RootContent[],
  source: string,
  above: readonly string[],
  languageOf: (code: Code) => string,
): readonly CollectedBlock[] {
  const blocks: CollectedBlock[] = [];
  const path: { depth: number; title: string }[] = [];
  let anchor = '';
  let announced: string | undefined;
  let lead: string | undefined;
  const push = (block: TextBlock, leaves: readonly Leaf[]) => {
    if (block.text.trim() !== '') blocks.push({ block, leaves, anchor });
  };
  const visit = (node: Nodes, depth: number): void => {
    if (depth > 400) return;
    if (node.type !== 'list' && node.type !== 'listItem') {
      announced = undefined;
      if (node.type !== 'paragraph') lead = undefined;
    }
    switch (node.type) {
      case 'heading': {
        while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= node.depth) path.pop();
        const draft = joinLeaves(node.children);
        anchor = node.data?.slug ?? anchor;
        push({ kind: 'heading', ...finish(draft), headings: titles() }, draft.leaves);
        path.push({ depth: node.depth, title: plainText(node) });
        return;
      }
      case 'paragraph': {
        if (node.data?.isMade) return;
        const draft = joinLeaves(node.children);
        if (node.data?.anchor !== undefined) anchor = node.data.anchor;
        push(
          { kind: 'paragraph', ...finish(draft), headings: titles(), ...(lead === undefined ? {} : { lead }) },
          draft.leaves,
        );
        lead = undefined;
        announced = /[:：]\s*$/u.test(draft.text) ? draft.text.trim().slice(-MAX_LEAD) : undefined;
        return;
      }
      case 'table': {
        const heads = node.children[0]?.children.map((cell) => plainText(cell));
        for (const [index, row] of node.children.entries()) {
          for (const [at, cell] of row.children.entries()) {
            const draft = joinLeaves(cell.children);
            const column = index > 0 ? heads?.[at] : undefined;
            push({ kind: 'cell', ...finish(draft), headings: titles(), column }, draft.leaves);
          }
        }
        return;
      }
      case 'code': {
        const text = node.value;
        const leaf: Leaf = { node, start: 0, end: text.length, isLinked: false };
        push(
          {
            kind: 'code',
            text,
            offsets: codeOffsets(node, source),
            styles: [],
            language: languageOf(node),
            headings: titles(),
          },
          [leaf],
        );
        return;
      }
      case 'list':
        if (node.data?.parts === undefined) {
          const before = announced;
          for (const item of node.children) {
            lead = before;
            visit(item, depth + 1);
          }
          lead = undefined;
        }
        return;
      case 'html': {
        if (node.data?.isDropped === true) return;
        const placesInHtml = htmlOffsets(node, source);
        for (const { kind, text, offsets, runs, styles } of readHtmlTexts(node.value)) {
          const places = Int32Array.from(offsets, (offset) => placesInHtml[offset] ?? 0);
          const leaves = runs.map(({ from, to, start, isLinked }) => ({
            node,
            start,
            end: start + to - from,
            isLinked,
            from,
          }));
          push({ kind, text, offsets: places, styles, headings: titles() }, leaves);
        }
        return;
      }
      case 'definition':
      case 'yaml':
        return;
      default:
        if ('children' in node) for (const child of node.children) visit(child, depth + 1);
    }
  };
  const titles = () => [...above, ...path.map((entry) => entry.title)];
  for (const node of nodes) visit(node, 0);
  return blocks;
}

function joinLeaves(children: readonly Nodes[]): Draft {
  const draft: Draft = { text: '', offsets: [], styles: [], leaves: [] };
  addLeaves(children, draft, false, 0);
  return draft;
}

function addLeaves(children: readonly Nodes[], draft: Draft, isLinked: boolean, depth: number): void {
  if (depth > 400) return;
  for (const node of children) {
    const start = draft.text.length;
    if (node.type === 'inlineCode' && node.data?.isTemplate === true) {
      draft.text += ' ';
      draft.offsets.push(node.position?.start.offset ?? draft.offsets.at(-1) ?? 0);
    } else if (node.type === 'text' || node.type === 'inlineCode') {
      draft.text += node.value;
      for (let index = 0; index < node.value.length; index++) draft.offsets.push(offsetIn(node, index));
      draft.leaves.push({ node, start, end: draft.text.length, isLinked });
      if (node.type === 'inlineCode') draft.styles.push({ start, end: draft.text.length, style: 'code' });
    } else if (node.type === 'break') {
      draft.text += '\n';
      draft.offsets.push(node.position?.start.offset ?? draft.offsets.at(-1) ?? 0);
    } else if ('children' in node) {
      const style = STYLE_OF[node.type];
      addLeaves(node.children, draft, isLinked || style === 'link', depth + 1);
      if (style !== undefined && draft.text.length > start) draft.styles.push({ start, end: draft.text.length, style });
    }
  }
}

function finish(draft: Draft): Pick<TextBlock, 'text' | 'offsets' | 'styles'> {
  return { text: draft.text, offsets: Int32Array.from(draft.offsets), styles: draft.styles };
}
