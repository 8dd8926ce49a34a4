/**
 * HTML of a part that holds nothing but what most parts hold: headings, paragraphs, lists, quotes, code, links. No tree is built for it, which
 * takes a third of the time. It writes byte for byte what the tools of `render-part.ts` make of such nodes; a test compares both on generated texts.
 */
import { toHtml } from 'hast-util-to-html';
import type { Code, Link, List, ListItem, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { linkTargets, type TargetSink } from '../links/link-targets.ts';

export interface PlainPartInput {
  readonly nodes: readonly RootContent[];
  readonly writeBlock: (code: Code) => string;
  readonly sink: TargetSink;
}

/** Body of a part, or `undefined` when it holds anything else; then nothing was written or reported. */
export function writePlainPart({ nodes, writeBlock, sink }: PlainPartInput): string | undefined {
  const codes: Code[] = [];
  if (!nodes.every((node) => isPlain(node, codes))) return undefined;
  const written = new Map(codes.map((code) => [code, writeBlock(code)]));
  const writer = new PlainWriter(written, sink);
  return nodes.map((node) => writer.write(node)).join('\n');
}

const INLINE: ReadonlySet<RootContent['type']> = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
]);
const BLOCKS: ReadonlySet<RootContent['type']> = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote']);

/** Collects the code blocks on the way, in the order of the text. */
function isPlain(node: RootContent, codes: Code[]): boolean {
  if (node.type === 'code') codes.push(node);
  if (node.type === 'code' || node.type === 'thematicBreak') return !isShaped(node);
  if (!INLINE.has(node.type) && !BLOCKS.has(node.type)) return false;
  if (node.type === 'heading' ? !hasPlainId(node) : isShaped(node)) return false;
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return false;
  return !('children' in node) || node.children.every((child) => isPlain(child, codes));
}

/** `true` when something gave the node another element than its own. */
function isShaped({ data }: RootContent): boolean {
  return data !== undefined && ('hName' in data || 'hProperties' in data || 'hChildren' in data);
}

function hasPlainId(node: RootContent): boolean {
  if (!isShaped(node)) return true;
  const { hName, hChildren, hProperties } = node.data ?? {};
  if (hName !== undefined || hChildren !== undefined || hProperties === undefined) return false;
  const [[name, id] = [], ...others] = Object.entries(hProperties);
  return name === 'id' && others.length === 0 && typeof id === 'string' && /^[\w-]+$/.test(id);
}

class PlainWriter {
  readonly #codes: ReadonlyMap<Code, string>;
  readonly #sink: TargetSink;

  constructor(codes: ReadonlyMap<Code, string>, sink: TargetSink) {
    this.#codes = codes;
    this.#sink = sink;
  }

  write(node: RootContent): string {
    switch (node.type) {
      case 'text':
        return escapeText(node.value.replace(/[\t ]*(\r?\n|\r)[\t ]*/g, '$1'));
      case 'inlineCode':
        return `<code>${escapeText(node.value.replace(/\r?\n|\r/g, ' '))}</code>`;
      case 'emphasis':
        return `<em>${this.#all(node.children)}</em>`;
      case 'strong':
        return `<strong>${this.#all(node.children)}</strong>`;
      case 'delete':
        return `<del>${this.#all(node.children)}</del>`;
      case 'link':
        return this.#link(node);
      case 'paragraph':
        return `<p>${this.#all(node.children)}</p>`;
      case 'heading': {
        const id = node.data?.hProperties?.['id'];
        return `<h${node.depth}${typeof id === 'string' ? ` id="${id}"` : ''}>${this.#all(node.children)}</h${node.depth}>`;
      }
      case 'blockquote':
        return `<blockquote>\n${node.children.map((child) => `${this.write(child)}\n`).join('')}</blockquote>`;
      case 'list':
        return this.#list(node);
      case 'thematicBreak':
        return '<hr>';
      case 'code':
        return this.#codes.get(node) ?? '';
      default:
        throw new Error(`${node.type} is not plain`);
    }
  }

  #all(nodes: readonly RootContent[]): string {
    let html = '';
    for (const node of nodes) html += this.write(node);
    return html;
  }

  /** Attributes are written, and what they lead to is told, as for every other link. */
  #link(node: Link): string {
    const made = toHast({ ...node, children: [] });
    if (made.type !== 'element') throw new Error('a link is an element');
    const root = { type: 'root' as const, children: [made] };
    linkTargets(root, this.#sink);
    const html = toHtml(root, { characterReferences: { useNamedReferences: true } });
    return `${html.slice(0, -'</a>'.length)}${this.#all(node.children)}</a>`;
  }

  #list({ ordered, start, spread, children }: List): string {
    const isLoose = spread === true || children.some(isSpread);
    const tag = ordered ? 'ol' : 'ul';
    const from = typeof start === 'number' && start !== 1 ? ` start="${start}"` : '';
    return `<${tag}${from}>\n${children.map((item) => `${this.#item(item, isLoose)}\n`).join('')}</${tag}>`;
  }

  /** Paragraphs of a list without blank lines between its items stand bare. */
  #item({ children }: ListItem, isLoose: boolean): string {
    let html = '';
    children.forEach((child, index) => {
      const isBare = child.type === 'paragraph' && !isLoose;
      if (isLoose || index > 0 || child.type !== 'paragraph') html += '\n';
      html += isBare ? this.#all(child.children) : this.write(child);
    });
    const last = children.at(-1);
    if (last !== undefined && (isLoose || last.type !== 'paragraph')) html += '\n';
    return `<li>${html}</li>`;
  }
}

function isSpread({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}

function escapeText(text: string): string {
  return /[&<]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}
