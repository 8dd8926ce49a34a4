import type { Explanation, FilledCause, Finding, LogPlace, Unexplained } from '../errors/explanation.ts';
import type { Splat } from '../errors/splat.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { MAX_PLACES } from './log-answer.ts';
import { findingId } from './log-view.ts';
import { makeElement } from './make-element.ts';

/** Where a page sends its readers. `entryUrl` is undefined where there are no pages, as in a single file. */
export interface FindingLinks {
  readonly entryUrl: ((id: string) => string) | undefined;
  /** Page of a name of the kernel; undefined where it has none. */
  readonly nameUrl: (name: string) => string | undefined;
  readonly showLine: (line: number) => void;
}

const MAX_FRAMES = 12;
const LEVEL_WORDS = { exact: '', similar: 'similar, check it' } as const;

/** The findings in the order of cause, then reports of the kernel, then lines that nothing is known of; each is made when it is asked for. */
export function* renderExplanation(explanation: Explanation, links: FindingLinks): Generator<Node> {
  const { findings, splats, unexplained } = explanation;
  for (const finding of findings) yield renderFinding(finding, splats, links);
  const used = new Set(findings.map(({ splat }) => splat));
  for (const [index, splat] of splats.entries())
    if (!used.has(index)) yield makeElement('li', { class: 'kn-log-finding' }, renderSplat(splat, links));
  if (unexplained.length > 0) yield renderUnexplained(explanation, links);
}

function renderFinding(finding: Finding, splats: readonly Splat[], links: FindingLinks): HTMLElement {
  const { entry, level, signature, why, causes, consequences, consequenceCount, occurrences, count } = finding;
  const title =
    links.entryUrl === undefined ? entry.title : makeElement('a', { href: links.entryUrl(entry.id) }, entry.title);
  const facts = makeElement('p', { class: 'kn-meta' });
  facts.append(makeElement('span', { class: 'kn-state', 'data-severity': entry.severity }, entry.severity));
  facts.append(makeElement('span', {}, entry.component));
  if (LEVEL_WORDS[level] !== '') facts.append(makeElement('span', { class: 'kn-log-level' }, LEVEL_WORDS[level]));
  if (signature.releases !== undefined)
    facts.append(makeElement('span', {}, `this line speaks ${signature.releases.join(' and ')}`));
  const item = makeElement(
    'li',
    { class: 'kn-log-finding', id: findingId(entry.id), tabindex: '-1' },
    makeElement('h3', {}, title),
    facts,
  );
  item.append(renderPlaces(occurrences, count, links));
  const splat = finding.splat === undefined ? undefined : splats[finding.splat];
  if (splat !== undefined) item.append(renderSplat(splat, links));
  item.append(makeElement('ol', { class: 'kn-log-causes' }, ...causes.map(renderCause)));
  if (consequences.length > 0) item.append(renderConsequences(consequences, consequenceCount, links));
  item.append(makeElement('details', {}, makeElement('summary', {}, 'Why it matched'), makeElement('p', {}, why)));
  return item;
}

function renderCause(cause: FilledCause): HTMLElement {
  const item = makeElement('li', {}, makeElement('p', { class: 'kn-log-cause' }, ...inlineMarkdown(cause.title)));
  if (cause.check !== undefined)
    item.append(makeElement('p', {}, makeElement('b', {}, 'Check '), ...inlineMarkdown(cause.check)));
  item.append(makeElement('p', {}, makeElement('b', {}, 'Fix '), ...inlineMarkdown(cause.fix)));
  for (const { text, isComplete } of cause.commands) {
    const copy = makeElement('button', { type: 'button', 'data-copy': text, 'aria-label': `Copy ${text}` }, 'Copy');
    item.append(
      makeElement(
        'div',
        { class: 'kn-log-command', 'data-complete': isComplete ? 'true' : 'false' },
        makeElement('code', {}, text),
        copy,
      ),
    );
  }
  return item;
}

function renderPlaces(places: readonly LogPlace[], count: number, links: FindingLinks): HTMLElement {
  const list = makeElement('p', { class: 'kn-log-places' });
  for (const { line } of places.slice(0, MAX_PLACES)) list.append(lineButton(line, links), ' ');
  if (count > MAX_PLACES) list.append(`and ${count - Math.min(MAX_PLACES, places.length)} more`);
  return list;
}

function renderConsequences(places: readonly LogPlace[], count: number, links: FindingLinks): HTMLElement {
  const details = makeElement(
    'details',
    {},
    makeElement('summary', {}, `${count} ${count === 1 ? 'line that only follows' : 'lines that only follow'} from it`),
  );
  const item = ({ line, text }: LogPlace): HTMLElement =>
    makeElement('li', {}, lineButton(line, links), ' ', makeElement('code', {}, text));
  fillWhenOpened(details, () => makeElement('ul', { class: 'kn-log-lines' }, ...places.map(item)));
  return details;
}

/** Most of what is folded is never opened, so it is made when it is. */
function fillWhenOpened(details: HTMLDetailsElement, make: () => Node): void {
  details.addEventListener('toggle', () => details.append(make()), { once: true });
}

function renderSplat(splat: Splat, links: FindingLinks): HTMLElement {
  const box = makeElement('div', { class: 'kn-log-splat' });
  box.append(
    makeElement(
      'p',
      {},
      'Report of the kernel in lines ',
      lineButton(splat.line, links),
      ` to ${splat.endLine}: `,
      makeElement('code', {}, splat.title),
    ),
  );
  const facts = makeElement('dl', {});
  const fact = (name: string, ...value: (Node | string)[]): void =>
    facts.append(makeElement('dt', {}, name), makeElement('dd', {}, ...value));
  if (splat.at !== undefined)
    fact(
      'at',
      codeOf(`${splat.at.symbol}+${splat.at.offset}`, splat.at.symbol, links),
      splat.at.module === undefined ? '' : ` in module ${splat.at.module}`,
    );
  if (splat.place !== undefined) fact('source', makeElement('code', {}, splat.place));
  if (splat.command !== undefined)
    fact('task', `${splat.command}, process ${splat.pid ?? '?'} on processor ${splat.cpu ?? '?'}`);
  if (splat.suspect !== undefined) fact('first module in it', makeElement('code', {}, splat.suspect));
  const trace = splat.trace.filter(({ isGuess }) => !isGuess).slice(0, MAX_FRAMES);
  if (trace.length > 0)
    fact(
      'called from',
      ...trace.flatMap(({ symbol }, index) => [index === 0 ? '' : ' ← ', codeOf(symbol, symbol, links)]),
    );
  for (const { flag, meaning } of splat.taint) fact(`taint ${flag}`, meaning);
  box.append(facts);
  for (const doubt of splat.doubts) box.append(makeElement('p', { class: 'kn-log-doubt' }, doubt));
  return box;
}

function renderUnexplained(explanation: Explanation, links: FindingLinks): HTMLElement {
  const { unexplained } = explanation;
  const details = makeElement(
    'details',
    {},
    makeElement(
      'summary',
      {},
      unexplained.length === 1
        ? '1 other line that looks like trouble'
        : `${unexplained.length} other lines that look like trouble`,
    ),
  );
  const list = (): Node =>
    makeElement('ul', { class: 'kn-log-lines' }, ...unexplained.map((one) => renderUnknown(one, links)));
  fillWhenOpened(details, list);
  return makeElement('li', { class: 'kn-log-finding' }, details);
}

function renderUnknown({ line, text, names, entries }: Unexplained, links: FindingLinks): HTMLElement {
  const item = makeElement('li', {}, lineButton(line, links), ' ', makeElement('code', {}, text.slice(0, 300)));
  for (const name of names) if (links.nameUrl(name) !== undefined) item.append(' ', codeOf(name, name, links));
  const { entryUrl } = links;
  if (entryUrl !== undefined)
    for (const entry of entries) item.append(' ', makeElement('a', { href: entryUrl(entry.id) }, entry.title));
  return item;
}

/** A name as code, linked where it has a page. A suffix of the compiler (`.isra.0`) is no part of the name. */
function codeOf(text: string, name: string, links: FindingLinks): HTMLElement {
  const url = links.nameUrl(name.replace(/\..*$/, ''));
  const code = makeElement('code', {}, text);
  return url === undefined ? code : makeElement('a', { href: url }, code);
}

function lineButton(line: number, links: FindingLinks): HTMLElement {
  const button = makeElement('button', { type: 'button', class: 'kn-log-line' }, `line ${line}`);
  button.addEventListener('click', () => links.showLine(line));
  return button;
}
