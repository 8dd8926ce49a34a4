/**
 * Pictures are drawn in code: strings of SVG on a sheet 480 units wide, about the size of text on a phone. Colours and letters come from
 * the style sheet by one-letter classes, so that both themes, forced colours and print draw them anew:
 *
 *     b box   o box of the reader's own code   d dashed   z band   f head of an arrow
 *     m name in the code   s small and soft   h strong   c centred on x   e ends at x
 */
import { escapeHtml } from '../markdown/escape-html.ts';

/** Width of every sheet. */
export const SHEET_WIDTH = 480;

/** A picture before it is put on a page. */
export interface Picture {
  /** What it shows, as a name for those who cannot see it. */
  readonly title: string;
  readonly height: number;
  /** SVG without its root. */
  readonly drawing: string;
  /** The whole content once more as sentences, in the order in which one looks; names between backticks. */
  readonly words: readonly string[];
}

export type Tone = 'b' | 'o' | 'd';
type Point = readonly [x: number, y: number];

const LINE = 17;
const HEAD = 6;

/** One line of text; what stands between backticks is set as code. `look` adds classes. */
export function label(x: number, y: number, text: string, look = ''): string {
  const spans = text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `<tspan class="m">${escapeHtml(part)}</tspan>` : escapeHtml(part)));
  return `<text x="${x}" y="${y}"${look === '' ? '' : ` class="${look}"`}>${spans.join('')}</text>`;
}

/** Lines of text below each other; `y` is the base of the first. */
export function lines(x: number, y: number, texts: readonly string[], look = ''): string {
  return texts.map((text, i) => label(x, y + i * LINE, text, look)).join('');
}

/** A rectangle with lines in its middle. */
export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  texts: readonly string[] = [],
  tone: Tone = 'b',
): string {
  const first = y + height / 2 + 4.5 - ((texts.length - 1) * LINE) / 2;
  return (
    `<rect class="${tone}" x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/>` +
    lines(x + width / 2, first, texts, 'c')
  );
}

/** A rectangle without a border, behind other things. */
export function band(x: number, y: number, width: number, height: number): string {
  return `<rect class="z" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}

/** Straight strokes through `points`. */
export function stroke(points: readonly Point[], look = ''): string {
  const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return `<path${look === '' ? '' : ` class="${look}"`} d="${path}"/>`;
}

/** A stroke with a head at its last point. The last segment runs along one axis. */
export function arrow(points: readonly Point[], look = ''): string {
  const [fromX, fromY] = points.at(-2) ?? [0, 0];
  const [x, y] = points.at(-1) ?? [0, 0];
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const back: Point = [x - dx * HEAD, y - dy * HEAD];
  const [sideX, sideY] = [dy * 3.5, dx * 3.5];
  return (
    stroke([...points.slice(0, -1), back], look) +
    `<path class="f" d="M${x} ${y}L${back[0] + sideX} ${back[1] + sideY}L${back[0] - sideX} ${back[1] - sideY}z"/>`
  );
}
