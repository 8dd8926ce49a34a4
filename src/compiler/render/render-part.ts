/**
 * A part's nodes to the HTML of its body, slots open: mdast → hast → (sanitised, where the note holds HTML) → links → string. Code blocks
 * are written by our own writer and join as finished HTML at the very end, so that no tree is built for their tokens.
 */
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Code, Html, Root, RootContent } from 'mdast';
import { type Raw, type State, toHast } from 'mdast-util-to-hast';
import { linkTargets, type TargetSink } from '../links/link-targets.ts';
import { SANITISE_SCHEMA } from './sanitise-schema.ts';
import { tidyIds } from './tidy-ids.ts';
import { writePlainPart } from './write-plain-part.ts';

export interface RenderInput {
  readonly nodes: readonly RootContent[];
  /** Definitions and footnotes of the whole note that the part refers to. */
  readonly definitions: readonly RootContent[];
  /** `true` when the part holds HTML of its writer. */
  readonly hasHtml: boolean;
  /** Finished HTML of a code block. */
  readonly writeBlock: (code: Code) => string;
  readonly sink: TargetSink;
}

/** Body of a part. Reports through the sink; leaves the nodes as they are. */
export function renderPart(input: RenderInput): string {
  const { nodes, definitions, hasHtml, writeBlock, sink } = input;
  const plain = hasHtml || definitions.length > 0 ? undefined : writePlainPart({ nodes, writeBlock, sink });
  return plain ?? renderTree(input);
}

/** As `renderPart`, for parts of every kind. */
export function renderTree({ nodes, definitions, hasHtml, writeBlock, sink }: RenderInput): string {
  const root: Root = { type: 'root', children: [...nodes, ...definitions] };
  const blocks: string[] = [];
  const made = toHast(root, {
    allowDangerousHtml: hasHtml,
    handlers: {
      code: (_state: unknown, node: Code): Element => {
        blocks.push(writeBlock(node));
        return { type: 'element', tagName: 'pre', properties: { dataKnCode: String(blocks.length - 1) }, children: [] };
      },
      html: (state: State, node: Html): Raw | undefined => {
        const found = RE_UNSAFE.exec(node.value);
        if (found !== null) sink.report('unsafe-html', found[0].trim(), node.position?.start.offset);
        if (node.data?.isDropped) return undefined;
        const result: Raw = { type: 'raw', value: node.value };
        state.patch(node, result);
        return result;
      },
    },
  });
  // Links of Markdown first, while they know their places; those of HTML when they have become elements.
  if (made.type === 'root') linkTargets(made, sink);
  const tree = asRoot(hasHtml ? sanitize(raw(made), SANITISE_SCHEMA) : made);
  if (hasHtml) {
    linkTargets(tree, sink);
    tidyIds(tree, ownIds(nodes));
  }
  finishTree(tree, blocks);
  return toHtml(tree, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
}

const RE_UNSAFE = /<(script|style|iframe|object|embed|form|link|meta|base)\b|\son\w+\s*=|\sstyle\s*=/i;

function ownIds(nodes: readonly RootContent[]): ReadonlySet<string> {
  const ids = nodes.map((node) =>
    node.type === 'heading' ? node.data?.slug : node.type === 'paragraph' ? node.data?.anchor : undefined,
  );
  return new Set(ids.filter((id) => id !== undefined));
}

function asRoot(node: HastNodes): HastRoot {
  return node.type === 'root' ? node : { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}

/** Puts code blocks in, makes wide tables scroll inside themselves, and lets the empty corner of a table head nothing. */
function finishTree(parent: HastRoot | Element, blocks: readonly string[], depth = 0): void {
  if (depth > 600) return;
  parent.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    const block = child.tagName === 'pre' ? child.properties['dataKnCode'] : undefined;
    if (block !== undefined) {
      const html: ElementContent = { type: 'raw', value: blocks[Number(block)] ?? '' };
      parent.children[index] = html;
      return;
    }
    finishTree(child, blocks, depth + 1);
    if (child.tagName === 'th' && child.children.length === 0) child.tagName = 'td';
    if (child.tagName === 'table')
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['kn-table'], tabIndex: 0 },
        children: [child],
      };
  });
}
