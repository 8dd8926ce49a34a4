import { escapeHtml } from '../markdown/escape-html.ts';
import { markAttributes } from '../model/mark-attributes.ts';
import type { LinkView, MapView } from '../model/page-views.ts';
import { layOutMap, type MapPlace } from './lay-out-map.ts';
import { renderName } from './render-name.ts';

const WIDTH = 960;
/** Where lines end on either side of each column, and where its words begin or end. */
const COLUMNS = [
  { left: 0, right: 290, text: 280, look: 'e' },
  { left: 374, right: 606, text: 490, look: 'c' },
  { left: 690, right: WIDTH, text: 700, look: '' },
] as const;
const HEADINGS = ['Chapters', 'Names', 'Samples'] as const;
const LONGEST_TITLE = 38;

/** The map as a drawing of links. `data-of` of a line holds the numbers of the two places that it joins. */
export function renderMap(view: MapView): string {
  const { height, places } = layOutMap(view);
  const lines = view.edges.map(([from, to]) => renderEdge(places[from], places[to], `${from} ${to}`));
  const all: readonly LinkView[] = [...view.chapters, ...view.names, ...view.samples];
  const nodes = all.map((node, i) => renderNode(node, places[i], i));
  const heads = HEADINGS.map(
    (text, i) => `<text class="h ${COLUMNS[i]?.look ?? ''}" x="${COLUMNS[i]?.text ?? 0}" y="14">${text}</text>`,
  );
  return (
    `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-label="Chapters, names and samples, joined by lines">` +
    `${heads.join('')}<g class="kn-lines" aria-hidden="true">${lines.join('')}</g>${nodes.join('')}</svg>`
  );
}

/** The same as a list: each chapter with the names of the map that it speaks of, and the samples that use them. */
export function renderMapList({ chapters, names, samples, edges }: MapView): string {
  const firstSample = chapters.length + names.length;
  const samplesOf = new Map<number, number[]>();
  for (const [from, to] of edges)
    if (to >= firstSample) samplesOf.set(from, [...(samplesOf.get(from) ?? []), to - firstSample]);
  const items = chapters.map((chapter, i) => {
    const nodes = edges.filter(([from]) => from === i).map(([, to]) => to);
    const own = nodes.flatMap((node) => names[node - chapters.length] ?? []);
    const counts = new Map<number, number>();
    for (const sample of nodes.flatMap((node) => samplesOf.get(node) ?? []))
      counts.set(sample, (counts.get(sample) ?? 0) + 1);
    const used = [...counts]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .flatMap(([sample]) => samples[sample] ?? [])
      .slice(0, 6);
    return (
      `<li class="kn-card"><a href="${escapeHtml(chapter.url)}">${escapeHtml(chapter.title)}</a>` +
      (own.length === 0 ? '' : `<p class="kn-map-names">${own.map(renderName).join(' ')}</p>`) +
      (used.length === 0
        ? ''
        : `<p>Samples: ${used.map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`).join(', ')}</p>`) +
      `</li>`
    );
  });
  return `<ul class="kn-cards" data-list="map">${items.join('')}</ul>`;
}

function renderNode(node: LinkView, place: MapPlace | undefined, number: number): string {
  if (place === undefined) return '';
  const { text, look } = COLUMNS[place.column];
  const isLong = node.title.length > LONGEST_TITLE;
  const shown = isLong ? `${node.title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : node.title;
  const mark = 'mark' in node ? markAttributes(node as MapView['names'][number]) : '';
  return (
    `<a href="${escapeHtml(node.url)}" data-node="${number}"${mark}>${isLong ? `<title>${escapeHtml(node.title)}</title>` : ''}` +
    `<text${look === '' ? '' : ` class="${look}${place.column === 1 ? ' m' : ''}"`} x="${text}" y="${place.y + 4}">${escapeHtml(shown)}</text></a>`
  );
}

function renderEdge(from: MapPlace | undefined, to: MapPlace | undefined, of: string): string {
  if (from === undefined || to === undefined) return '';
  const x = COLUMNS[from.column].right;
  const end = COLUMNS[to.column].left;
  const bend = (x + end) / 2;
  return `<path data-of="${of}" d="M${x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${end} ${to.y}"/>`;
}
