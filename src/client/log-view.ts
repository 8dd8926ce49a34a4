import type { Mark } from '../errors/finding-recorder.ts';
import { LineSplitter } from '../errors/line-splitter.ts';
import { makeElement } from './make-element.ts';
import { type PackedMarks, ROW, unpackMark } from './packed-marks.ts';
import { runSliced } from './run-sliced.ts';
import { whenIdle } from './when-idle.ts';

/** Lines of one block: what is laid out, and made anew when a mark comes, at a time. */
const BLOCK = 200;
const MAX_SHOWN = 4000;

/**
 * The log with its marks, in blocks of known height. A block gets its lines when it comes near to sight, the others in
 * the idle time after the log was read, so that the search of the browser finds them; blocks out of sight are not laid out
 * (`content-visibility` in the style sheet). So a hundred thousand lines scroll like a hundred. Line numbers count as those
 * of the explanation do.
 */
export class LogView {
  readonly #pane: HTMLElement;
  readonly #blocks: HTMLElement[] = [];
  readonly #lines: string[] = [];
  /** By block: its marks as they came, and where in them. Most blocks are never looked at, so nothing more is made of them. */
  readonly #marks = new Map<number, [PackedMarks, number][]>();
  readonly #near = new Set<number>();
  /** Blocks whose content is not what it should be. */
  readonly #stale = new Set<number>();
  readonly #watch: IntersectionObserver;
  #splitter = new LineSplitter();
  #stopFillingNear: () => void = () => {};
  #stopFillingRest: () => void = () => {};

  constructor(pane: HTMLElement) {
    this.#pane = pane;
    this.#watch = new IntersectionObserver((changes) => this.#move(changes), { root: pane, rootMargin: '100% 0px' });
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  clear(): void {
    this.#stopFillingNear();
    this.#stopFillingRest();
    this.#watch.disconnect();
    this.#pane.replaceChildren();
    this.#blocks.length = 0;
    this.#lines.length = 0;
    this.#marks.clear();
    this.#near.clear();
    this.#stale.clear();
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

  mark(packed: PackedMarks): void {
    const { rows } = packed;
    for (let at = 0; at < rows.length; at += ROW) {
      const index = Math.floor(((rows[at] ?? 1) - 1) / BLOCK);
      const known = this.#marks.get(index);
      if (known === undefined) this.#marks.set(index, [[packed, at]]);
      else known.push([packed, at]);
      this.#stale.add(index);
    }
    this.#fillNear();
  }

  /** Fills the blocks that nobody has come near to, whenever the page has nothing else to do. */
  fillRest(): void {
    this.#stopFillingRest();
    let isStopped = false;
    let stop = (): void => {
      isStopped = true;
    };
    this.#stopFillingRest = () => stop();
    whenIdle(() => {
      if (!isStopped) stop = runSliced(this.#fillAll(this.#stale), () => {}, whenIdle);
    });
  }

  /** Brings a line, counted from 1, into sight and gives the focus to its mark. */
  show(line: number): void {
    const index = Math.floor((line - 1) / BLOCK);
    const block = this.#blocks[index];
    if (block === undefined) return;
    this.#fill(index);
    // Only the block has a known place until it was laid out once; then the line has.
    block.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => {
      const target = block.querySelector<HTMLElement>(`[data-line="${line}"]`) ?? block;
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    });
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const first = Math.floor(this.#lines.length / BLOCK);
    for (const line of lines) this.#lines.push(line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line);
    const last = Math.floor((this.#lines.length - 1) / BLOCK);
    const added: HTMLElement[] = [];
    for (let index = first; index <= last; index += 1) {
      const known = this.#blocks[index];
      const block = known ?? makeElement('div', { class: 'kn-log-block', 'data-block': String(index) });
      block.style.setProperty('--kn-log-lines', String(Math.min(BLOCK, this.#lines.length - index * BLOCK)));
      this.#stale.add(index);
      if (known !== undefined) continue;
      this.#blocks[index] = block;
      added.push(block);
    }
    this.#pane.append(...added);
    for (const block of added) this.#watch.observe(block);
    this.#fillNear();
  }

  #move(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes) {
      const index = target instanceof HTMLElement ? Number(target.dataset.block) : -1;
      if (this.#blocks[index] !== target) continue;
      if (isIntersecting) this.#near.add(index);
      else this.#near.delete(index);
    }
    this.#fillNear();
  }

  #fillNear(): void {
    const isAny = [...this.#near].some((index) => this.#stale.has(index));
    if (!isAny) return;
    this.#stopFillingNear();
    this.#stopFillingNear = runSliced(this.#fillAll(this.#near));
  }

  *#fillAll(indexes: Iterable<number>): Generator<undefined> {
    for (const index of [...indexes]) {
      if (!this.#stale.has(index)) continue;
      this.#fill(index);
      yield;
    }
  }

  #fill(index: number): void {
    const block = this.#blocks[index];
    if (block === undefined || !this.#stale.delete(index)) return;
    const from = index * BLOCK;
    const lines = this.#lines.slice(from, from + BLOCK);
    const numbers = lines.map((_line, offset) => from + offset + 1).join('\n');
    const marksByLine = new Map<number, Mark[]>();
    for (const [packed, at] of this.#marks.get(index) ?? []) {
      const mark = unpackMark(packed, at);
      const known = marksByLine.get(mark.line);
      if (known === undefined) marksByLine.set(mark.line, [mark]);
      else known.push(mark);
    }
    const text = makeElement('pre', {});
    let plain = '';
    for (const [offset, line] of lines.entries()) {
      const marks = marksByLine.get(from + offset + 1);
      if (marks === undefined) {
        plain += `${line}\n`;
        continue;
      }
      text.append(plain, ...markedLine(line, from + offset + 1, marks));
      plain = '\n';
    }
    text.append(plain);
    block.replaceChildren(makeElement('pre', { 'aria-hidden': 'true' }, numbers), text);
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
