import type { MapView } from '../model/page-views.ts';

/** Where each place of a map stands: column 0 to 2, and its middle, in units of the sheet. */
export interface MapPlace {
  readonly column: 0 | 1 | 2;
  readonly y: number;
}
export interface MapLayout {
  readonly places: readonly MapPlace[];
  readonly height: number;
}

const ROUNDS = 12;
const ROW = 17;
/** Height of a place of the outer columns, at the least. */
const OUTER_ROW = 26;
const MARGIN = 30;

/**
 * Three columns. Chapters keep the order of the book; names and samples are put where the middle of what they are joined with stands, in a
 * fixed number of rounds, equal ones in the order in which they are given. So it is the same for the same map, whatever the machine.
 */
export function layOutMap({ chapters, names, samples, edges }: MapView): MapLayout {
  const count = chapters.length + names.length + samples.length;
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const firstSample = chapters.length + names.length;
  const nameNodes = names.map((_, i) => chapters.length + i);
  const sampleNodes = samples.map((_, i) => firstSample + i);
  const inner = Math.max(names.length * ROW, chapters.length * OUTER_ROW, samples.length * OUTER_ROW);
  const rank = new Float64Array(count);
  const spread = (nodes: readonly number[]) =>
    nodes.forEach((node, i) => {
      rank[node] = (i + 0.5) / nodes.length;
    });
  const middleOf = (node: number, end: number) => {
    const around = (neighbours[node] ?? []).filter((other) => other < end);
    return around.length === 0 ? 1 : around.reduce((sum, other) => sum + (rank[other] ?? 0), 0) / around.length;
  };
  /** Orders `nodes` by those of their neighbours that stand before number `end`. */
  const settle = (nodes: readonly number[], end = count) => {
    const middles = new Map(nodes.map((node) => [node, middleOf(node, end)]));
    const sorted = [...nodes].sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0) || a - b);
    spread(sorted);
  };
  spread(chapters.map((_, i) => i));
  settle(nameNodes, chapters.length);
  settle(sampleNodes);
  for (let round = 0; round < ROUNDS; round++) {
    settle(nameNodes);
    settle(sampleNodes);
  }
  return {
    height: inner + 2 * MARGIN,
    places: Array.from({ length: count }, (_, node) => ({
      column: node < chapters.length ? 0 : node < firstSample ? 1 : 2,
      y: Math.round(MARGIN + (rank[node] ?? 0) * inner),
    })),
  };
}
