/** The texts of an error's front matter: signatures, and title, check, fix and commands of each cause. */

import { toHtml } from 'hast-util-to-html';
import type { Code, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { readChoices, type Token } from '../../errors/read-signature.ts';
import { escapeHtml } from '../../markdown/escape-html.ts';
import { repairBlocks } from '../../markdown/remark/repair-blocks.ts';
import { repairText } from '../../markdown/remark/repair-text.ts';
import { locateText } from '../../markdown/remark/source-offsets.ts';
import type { ErrorFrontMatter, ErrorFrontMatterInput } from '../../model/error-entry.ts';
import { type CollectedBlock, collectTextBlocks } from '../extract/collect-text-blocks.ts';
import { linkTargets, type TargetSink } from '../links/link-targets.ts';
import type { NameTable } from '../name-table.ts';
import { FrontMatterText } from '../parse/front-matter-text.ts';
import { parseMarkdown } from '../parse/parse-markdown.ts';
import { renderCodeBlock } from './render-code-block.ts';
import { replaceControls } from './slots.ts';

export interface Fragment {
  readonly key: string;
  readonly content:
    | { readonly kind: 'inline'; readonly tree: Root }
    | { readonly kind: 'commands'; readonly code: Code }
    | { readonly kind: 'signature'; readonly text: string };
  readonly blocks: readonly CollectedBlock[];
}

/**
 * Parses the texts of `facts`. Offsets of their blocks point at the same words in the front matter, which ends at `end` of `source`, or at
 * the note's beginning where they cannot be found.
 */
export function parseFragments(
  facts: ErrorFrontMatter | ErrorFrontMatterInput | undefined,
  source: string,
  end: number,
): readonly Fragment[] {
  if (facts === undefined) return [];
  const frontMatter = new FrontMatterText(source, end);
  const spellings = { signature: facts.signatures ?? [], heard: facts.heard ?? [] };
  const fragments = Object.entries(spellings).flatMap(([name, list]) =>
    list.map(
      ({ text }, index): Fragment => ({
        key: `${name}-${index}`,
        content: { kind: 'signature', text: replaceControls(text) },
        blocks: [],
      }),
    ),
  );
  (facts.causes ?? []).forEach((cause, index) => {
    const anchor = cause.id;
    const add = (part: 'title' | 'check' | 'fix', text: string | undefined) =>
      void (
        text !== undefined &&
        fragments.push(inlineFragment(`cause-${index}-${part}`, replaceControls(text), anchor, frontMatter))
      );
    add('title', cause.title);
    add('check', cause.check);
    add('fix', cause.fix);
    if (cause.commands !== undefined && cause.commands.length > 0)
      fragments.push(
        commandsFragment(`cause-${index}-commands`, cause.commands.map(replaceControls), anchor, frontMatter),
      );
  });
  return fragments;
}

/** HTML of each fragment by key; slots are open. */
export function renderFragments(
  fragments: readonly Fragment[],
  sink: TargetSink,
  table: NameTable,
): Readonly<Record<string, string>> {
  return Object.fromEntries(fragments.map(({ key, content }) => [key, renderFragment(content, sink, table)]));
}

function renderFragment(content: Fragment['content'], sink: TargetSink, table: NameTable): string {
  switch (content.kind) {
    case 'signature':
      return writeSignature(content.text);
    case 'commands':
      return renderCodeBlock(
        content.code.value,
        { id: '', language: 'shell', from: 'declared', isKnown: true },
        table.namesIn(content.code),
      );
    case 'inline': {
      const [first, ...rest] = content.tree.children;
      const isOne = first?.type === 'paragraph' && rest.length === 0;
      const hast = toHast({ type: 'root', children: content.tree.children });
      if (hast.type !== 'root') return '';
      linkTargets(hast, sink);
      const only = hast.children.find((child) => child.type === 'element');
      return isOne && only?.type === 'element' ? toHtml({ type: 'root', children: only.children }) : toHtml(hast);
    }
  }
}

/** A signature with its holes marked; escaped braces are braces. */
/** A signature for people: holes as `<var>`, optional parts in brackets, alternatives parted by bars; marks of its ends are left out. */
function writeSignature(text: string): string {
  let isReadable = true;
  const choices = readChoices(text, () => {
    isReadable = false;
  });
  if (!isReadable) return escapeHtml(text);
  return choices
    .map((branches) => {
      const [first = '', ...rest] = branches.map((tokens) => tokens.map(writeToken).join(''));
      if (rest.length === 0) return first;
      return first === '' && rest.length === 1 ? `[${rest[0]}]` : `(${[first, ...rest].join('|')})`;
    })
    .join('');
}

function writeToken({ kind, text, hole }: Token): string {
  if (hole !== undefined) return `<var>${escapeHtml(hole.name)}</var>`;
  return kind === 'literal' || kind === 'break' ? escapeHtml(text) : '';
}

function inlineFragment(key: string, text: string, anchor: string, frontMatter: FrontMatterText): Fragment {
  const tree = parseMarkdown(text);
  locateText(tree, text);
  repairBlocks(tree, text);
  tree.children = tree.children.map(
    (node): RootContent =>
      node.type === 'html'
        ? {
            type: 'paragraph',
            children: [{ type: 'text', value: node.value, position: node.position }],
            position: node.position,
          }
        : node,
  );
  repairText(tree);
  const places = frontMatter.find(text);
  const blocks = collectTextBlocks(tree.children, text, [], () => 'shell').map((collected) => ({
    ...collected,
    anchor,
    block: {
      ...collected.block,
      offsets: collected.block.offsets.map((offset) => places[Math.min(offset, places.length - 1)] ?? 0),
    },
  }));
  return { key, content: { kind: 'inline', tree }, blocks };
}

function commandsFragment(
  key: string,
  commands: readonly string[],
  anchor: string,
  frontMatter: FrontMatterText,
): Fragment {
  const value = commands.join('\n');
  const code: Code = { type: 'code', lang: 'shell', value };
  const offsets = Int32Array.from(
    commands.flatMap((command, index) => [...frontMatter.find(command), ...(index < commands.length - 1 ? [0] : [])]),
  );
  for (let index = 1; index < offsets.length; index++)
    if (value[index] === '\n') offsets[index] = offsets[index - 1] ?? 0;
  return {
    key,
    content: { kind: 'commands', code },
    blocks: [
      {
        block: { kind: 'code', text: value, offsets, styles: [], language: 'shell', headings: [] },
        leaves: [{ node: code, start: 0, end: value.length, isLinked: false }],
        anchor,
      },
    ],
  };
}
