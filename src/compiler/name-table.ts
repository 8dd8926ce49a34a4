/**
 * The names that were recognised in a note: distinct names by number, each mention with its place, and the way back into the tree. Slots
 * are opened around the leaves of a mention, so that `a_b` split over two nodes is two links to one name.
 */
import type { Code, Html } from 'mdast';
import type { CodeName } from '../markdown/code/write-code.ts';
import type { DraftBlock, DraftName } from './draft.ts';
import type { Candidate } from './entities/candidate.ts';
import type { CollectedBlock } from './extract/collect-text-blocks.ts';
import type { SourceLines } from './parse/source-lines.ts';
import { SLOT } from './render/slots.ts';

interface Found {
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

export class NameTable {
  readonly names: readonly DraftName[];
  readonly #lines: SourceLines;
  readonly #blocks: readonly CollectedBlock[];
  readonly #found = new Map<CollectedBlock, Found[]>();
  readonly #inCode = new Map<Code, readonly CodeName[]>();

  /** `candidates[].block` counts in `blocks`. */
  constructor(blocks: readonly CollectedBlock[], candidates: readonly Candidate[], lines: SourceLines) {
    const names: DraftName[] = [];
    const numbers = new Map<string, number>();
    for (const { block, start, end, name, kind, rule, strength, of } of candidates) {
      const key = `${name}\n${kind ?? ''}\n${rule}\n${strength}${of === undefined ? '' : `\n${of}`}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = names.push(of === undefined ? { name, kind, rule, strength } : { name, kind, rule, strength, of }) - 1;
        numbers.set(key, number);
      }
      const collected = blocks[block];
      if (collected === undefined) continue;
      const found = this.#found.get(collected);
      if (found === undefined) this.#found.set(collected, [{ name: number, start, end }]);
      else if ((found.at(-1)?.end ?? 0) <= start) found.push({ name: number, start, end });
    }
    this.names = names;
    this.#blocks = blocks;
    this.#lines = lines;
  }

  /** Writes slots into the text nodes of all blocks and notes the names of code blocks. To be called once, before anything is rendered. */
  openSlots(): void {
    const inHtml = new Map<Html, Found[]>();
    for (const block of this.#blocks) {
      const found = this.#found.get(block);
      if (found === undefined) continue;
      for (const { node, start, end, isLinked, from } of block.leaves) {
        if (isLinked) continue;
        if (node.type === 'html') {
          const shift = (from ?? 0) - start;
          const inRun = found
            .filter((name) => name.end > start && name.start < end)
            .map(({ name, ...at }) => ({
              name,
              start: Math.max(start, at.start) + shift,
              end: Math.min(end, at.end) + shift,
            }));
          const known = inHtml.get(node);
          if (known === undefined) inHtml.set(node, inRun);
          else known.push(...inRun);
        } else if (node.type === 'code')
          this.#inCode.set(
            node,
            found.map((name) => ({ start: name.start, end: name.end, open: openSlot(name.name), close: SLOT.close })),
          );
        else node.value = writeSlots(node.value, start, end, found);
      }
    }
    for (const [node, found] of inHtml) node.value = writeSlots(node.value, 0, node.value.length, found);
  }

  /** Names inside a code block, sorted. */
  namesIn(code: Code): readonly CodeName[] {
    return this.#inCode.get(code) ?? [];
  }

  /** Texts and mentions of some of the blocks, the mentions counted in the list that is returned. */
  mentionsOf(blocks: readonly CollectedBlock[]): {
    readonly blocks: readonly DraftBlock[];
    readonly mentions: Int32Array;
  } {
    const kept: DraftBlock[] = [];
    const numbers: number[] = [];
    for (const collected of blocks) {
      const { block, anchor } = collected;
      const found = this.#found.get(collected);
      if (found === undefined) continue;
      kept.push({ text: block.text, anchor, kind: block.kind });
      for (const { name, start, end } of found) {
        const offset = block.offsets[start] ?? 0;
        const place = offset < 0 ? [0, 0] : [this.#lines.lineAt(offset), this.#lines.columnAt(offset)];
        numbers.push(name, kept.length - 1, start, end, ...place);
      }
    }
    return { blocks: kept, mentions: Int32Array.from(numbers) };
  }
}

function openSlot(name: number): string {
  return `${SLOT.open}${name}${SLOT.mid}`;
}

function writeSlots(value: string, start: number, end: number, found: readonly Found[]): string {
  let out = '';
  let from = 0;
  for (const name of found) {
    if (name.end <= start || name.start >= end) continue;
    const inner = Math.max(0, name.start - start);
    const outer = Math.min(value.length, name.end - start);
    out += `${value.slice(from, inner)}${openSlot(name.name)}${value.slice(inner, outer)}${SLOT.close}`;
    from = outer;
  }
  return from === 0 && out === '' ? value : out + value.slice(from);
}
