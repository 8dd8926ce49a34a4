import type { Mark } from '../errors/finding-recorder.ts';
import { LineSplitter } from '../errors/line-splitter.ts';
import { makeElement } from './make-element.ts';
import { runSliced } from './run-sliced.ts';

/** Lines of one block: what is laid out, and made anew when a mark comes, at a time. */
const BLOCK = 200;
const MAX_SHOWN = 4000;

/**
 * The log with its marks. Blocks that are out of sight are not laid out (`content-visibility` in the style sheet), so a
 * hundred thousand lines scroll like a hundred. Line numbers count as those of the explanation do.
 */
export class LogView {
  readonly #pane: HTMLElement;
  readonly #blocks: HTMLElement[] = [];
  readonly #lines: string[] = [];
  readonly #marks = new Map<number, Mark[]>();
  #splitter = new LineSplitter();
  readonly #toFill = new Set<number>();
  #stopFilling: () => void = () => {};

  constructor(pane: HTMLElement) {
    this.#pane = pane;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  clear(): void {
    this.#pane.replaceChildren();
    this.#blocks.length = 0;
    this.#lines.length = 0;
    this.#marks.clear();
    this.#toFill.clear();
    this.#stopFilling();
    this.#splitter = new LineSplitter();
  }

  /** Adds text that follows what was added before, cut anywhere. */
  add(text: string): void {
    this.#append(this.#splitter.push(text));
  }

  /** Adds the last line, if it has no end. */
  finish(): void {
    this.#append(this.#splitter.finish());
  }

  mark(marks: readonly Mark[]): void {
    for (const mark of marks) {
      const known = this.#marks.get(mark.line);
      if (known === undefined) this.#marks.set(mark.line, [mark]);
      else known.push(mark);
      this.#toFill.add(Math.floor((mark.line - 1) / BLOCK));
    }
    this.#stopFilling();
    this.#stopFilling = runSliced(this.#fillMarked());
  }

  /** Brings a line, counted from 1, into sight and gives the focus to its mark. */
  show(line: number): void {
    const block = this.#blocks[Math.floor((line - 1) / BLOCK)];
    if (block === undefined) return;
    // Only the block has a known place until it was laid out once; then the line has.
    block.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => {
      const target = block.querySelector<HTMLElement>(`[data-line="${line}"]`) ?? block;
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    });
  }

  *#fillMarked(): Generator<undefined> {
    for (const block of this.#toFill) {
      this.#toFill.delete(block);
      this.#fill(block);
      yield;
    }
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const first = Math.floor(this.#lines.length / BLOCK);
    for (const line of lines) this.#lines.push(line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line);
    const last = Math.floor((this.#lines.length - 1) / BLOCK);
    for (let block = first; block <= last; block += 1) this.#fill(block);
  }

  #fill(index: number): void {
    const from = index * BLOCK;
    const lines = this.#lines.slice(from, from + BLOCK);
    if (lines.length === 0) return;
    const numbers = lines.map((_line, offset) => from + offset + 1).join('\n');
    const text = makeElement('pre', {});
    let plain = '';
    for (const [offset, line] of lines.entries()) {
      const marks = this.#marks.get(from + offset + 1);
      if (marks === undefined) {
        plain += `${line}\n`;
        continue;
      }
      text.append(plain, ...markedLine(line, from + offset + 1, marks));
      plain = '\n';
    }
    text.append(plain);
    const block = makeElement(
      'div',
      { class: 'kn-log-block' },
      makeElement('pre', { 'aria-hidden': 'true' }, numbers),
      text,
    );
    block.style.setProperty('--kn-log-lines', String(lines.length));
    const old = this.#blocks[index];
    this.#blocks[index] = block;
    if (old === undefined) this.#pane.append(block);
    else old.replaceWith(block);
  }
}

function markedLine(line: string, number: number, marks: readonly Mark[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const mark of [...marks].sort((a, b) => a.column - b.column)) {
    const start = Math.min(mark.column - 1, line.length);
    const end = Math.min(mark.endColumn - 1, line.length);
    if (start < done || end <= start) continue;
    const attributes = {
      href: `#${findingId(mark.entry)}`,
      class: 'kn-log-mark',
      'data-line': String(number),
      'data-level': mark.level,
      'data-follows': mark.isConsequence,
    };
    parts.push(line.slice(done, start), makeElement('a', attributes, line.slice(start, end)));
    done = end;
  }
  parts.push(line.slice(done));
  return parts;
}

/** Identifier in the page of the finding of an entry. */
export function findingId(entry: string): string {
  return `finding-${entry.replaceAll('/', '-')}`;
}
