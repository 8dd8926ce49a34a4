import { escapeHtml } from '../markdown/escape-html.ts';
import { RELEASES } from '../model/entity.ts';
import type { NameMark, NameView } from '../model/page-views.ts';
import { countOf } from './wording.ts';

const WORDS: readonly (readonly [NameMark, string])[] = [
  ['gone', 'gone'],
  ['moved', 'moved'],
  ['slip', 'misspelt'],
  ['newer', 'newer'],
];

/** Without script the releases are named; with it the same place holds the switch, so that nothing moves when it starts to work. */
const SWITCH =
  `<kn-release-switch><span data-when="no-script">${RELEASES.join(' and ')}</span><span role="group" aria-label="Kernel release" data-when="script">` +
  `${[...RELEASES, 'both'].map((release) => `<button type="button" value="${release}">${release}</button>`).join('')}</span></kn-release-switch>`;

/**
 * The line that says what a page was checked against and how many of its names are to be looked out for, with the switch of
 * releases; empty when none of the names was checked. Counts of a single release stand beside the one for both where they differ.
 */
export function renderChecked(names: readonly NameView[]): string {
  if (!names.some(({ mark }) => mark !== 'unchecked')) return '';
  const sentences = [
    renderCounts(names.map(({ mark }) => mark)),
    ...RELEASES.map((release) => renderCounts(names.map(({ mark, marks }) => marks?.[release] ?? mark))),
  ];
  const [both, ...single] = sentences;
  const differs = single.some((text) => text !== both);
  const counts = differs
    ? `<span data-for="both">${both}</span>${RELEASES.map((release, i) => `<span data-for="${escapeHtml(release)}">${single[i]}</span>`).join('')}`
    : both;
  return `<p class="kn-checked">Checked against ${SWITCH}: ${counts}</p>`;
}

function renderCounts(marks: readonly NameMark[]): string {
  const parts = WORDS.flatMap(([mark, word]) => {
    const count = marks.filter((other) => other === mark).length;
    return count === 0 ? [] : [`<span class="kn-mark" data-mark="${mark}">${countOf(count, 'name')} ${word}</span>`];
  });
  return parts.length === 0 ? 'every name is there' : parts.join(', ');
}
