import overlayStyles from '../styles/overlays.css?url';
import { loadStyles } from './load-styles.ts';
import { readNameCard } from './read-name-card.ts';

/**
 * A card beside a name that one points at, moves to by keyboard or presses long: what its own page says at its head. A name with a mark
 * shows it on a tap too, and leads to its page on the next. The card stands in the top layer, so that nothing shifts; it goes when
 * pointer and focus have left, on Escape and when one scrolls, except that it follows a name that has the focus: moving to a name may
 * itself scroll the page.
 */
const OPEN_AFTER_MS = 250;
const CLOSE_AFTER_MS = 200;
const LONG_PRESS_MS = 450;
const GAP = 8;
const QUOTE_LENGTH = 220;

const pages = new Map<string, Promise<Document>>();
let card: HTMLElement | undefined;
let shown: HTMLAnchorElement | undefined;
let timer = 0;
let wasPressed = false;
/** Marked name that a finger is on, unless its card is there already. */
let tapped: HTMLAnchorElement | undefined;
let isTouched = false;

/** Watches the names of the page; `first` is the event that made it begin. */
export function watchNames(first: Event): void {
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, open);
  for (const type of ['pointerout', 'focusout']) document.addEventListener(type, leave);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  document.addEventListener('scroll', follow, { passive: true });
  document.addEventListener('pointerdown', press);
  for (const type of ['pointerup', 'pointercancel'])
    document.addEventListener(type, () => wasPressed || clearTimeout(timer));
  for (const type of ['click', 'contextmenu']) {
    document.addEventListener(type, (event) => {
      isTouched = false;
      const name = nameAt(event);
      if (!name) return;
      if (wasPressed) event.preventDefault();
      else if (event.type === 'click' && name === tapped) tap(event);
    });
  }
  if (first.type === 'pointerdown') press(first);
  else if (first.type === 'click') tap(first);
  else open(first);
}

function nameAt({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.n') : null;
}

function isTouch(event: Event): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}

function open(event: Event): void {
  const name = isTouch(event) || (isTouched && event.type === 'focusin') ? null : nameAt(event);
  if (name) plan(() => void show(name), event.type === 'focusin' ? 0 : OPEN_AFTER_MS);
  else if (event.target instanceof Node && card?.contains(event.target)) clearTimeout(timer);
}

function leave(event: Event): void {
  if (!isTouch(event) && !wasPressed) plan(hide, CLOSE_AFTER_MS);
}

/** The time that this module took to arrive counts: the browser's own long press comes soon after. */
function press(event: Event): void {
  wasPressed = false;
  isTouched = isTouch(event);
  const name = isTouched ? nameAt(event) : null;
  tapped = name !== null && name !== shown && name.hasAttribute('data-mark') ? name : undefined;
  hide();
  if (!name) return;
  plan(
    () => {
      wasPressed = true;
      void show(name);
    },
    LONG_PRESS_MS - (performance.now() - event.timeStamp),
  );
}

function follow(): void {
  const focused = document.activeElement?.closest<HTMLAnchorElement>('a.n:focus-visible');
  const { top = 0, bottom = 0 } = focused?.getBoundingClientRect() ?? {};
  if (!focused || (shown && shown !== focused) || bottom < 0 || top > innerHeight) hide();
  else if (shown && card?.matches(':popover-open')) place(card, shown);
}

function tap(event: Event): void {
  event.preventDefault();
  clearTimeout(timer);
  const name = nameAt(event);
  if (name) void show(name);
}

function plan(act: () => void, delayMs: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, delayMs);
}

function hide(): void {
  clearTimeout(timer);
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  card?.hidePopover();
}

async function show(name: HTMLAnchorElement): Promise<void> {
  if (shown === name) return;
  hide();
  shown = name;
  const [page] = await Promise.all([
    load(name.href.replace(/#.*$/, '')).catch((problem: unknown) => console.error(problem)),
    loadStyles(overlayStyles),
  ]);
  const facts = page && readNameCard(page, decodeURIComponent(name.hash.slice(1)));
  if (!facts || shown !== name) return;
  card ??= makeCard();
  const quote = facts.quote.length > QUOTE_LENGTH ? `${facts.quote.slice(0, QUOTE_LENGTH)}…` : facts.quote;
  card.replaceChildren(
    ...[
      part('b', facts.name),
      part('span', facts.facts),
      part('code', facts.signature),
      ...facts.releases.map((text) => part('p', text)),
      part('em', facts.instead),
      part('q', quote),
    ].filter(({ textContent }) => textContent !== ''),
  );
  card.showPopover();
  name.setAttribute('aria-describedby', card.id);
  place(card, name);
}

function load(url: string): Promise<Document> {
  const known = pages.get(url);
  if (known) return known;
  const page = fetch(url).then(async (answer) => {
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  });
  pages.set(url, page);
  return page;
}

function makeCard(): HTMLElement {
  const made = part('div', '');
  made.id = 'kn-name-card';
  made.className = 'kn-name-card';
  made.popover = 'manual';
  made.setAttribute('role', 'tooltip');
  document.body.append(made);
  return made;
}

function part(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Below the name, or above it where there is no room; never past the sides of the window. */
function place(box: HTMLElement, name: HTMLElement): void {
  const { left, top, bottom } = name.getClientRects()[0] ?? name.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = box;
  const isRoom = bottom + GAP + offsetHeight < innerHeight;
  box.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - offsetWidth - GAP))}px`;
  box.style.top = `${isRoom ? bottom + GAP : Math.max(GAP, top - GAP - offsetHeight)}px`;
}
