/** Loads the cards of names when a name is first pointed at, focused or touched. */
const TYPES = ['pointerdown', 'pointerover', 'focusin', 'click'];

/** What the cards are to begin with: the last event before they are there. */
let first: Event | undefined;

const isTouch = (event: Event | undefined) => event instanceof PointerEvent && event.pointerType === 'touch';

const wake = (event: Event) => {
  const name = event.target instanceof Element ? event.target.closest('a.n') : null;
  if (!name || (event.type === 'pointerover' && isTouch(event)) || (event.type === 'focusin' && isTouch(first))) return;
  if (event.type === 'click') {
    // The tap was over before the cards were there.
    if (!isTouch(event) || !name.hasAttribute('data-mark')) return;
    event.preventDefault();
  }
  const isLoading = first !== undefined;
  first = event;
  if (isLoading) return;
  void import('./name-cards.ts').then((cards) => {
    for (const type of TYPES) document.removeEventListener(type, wake);
    cards.watchNames(first ?? event);
  });
};

for (const type of TYPES) document.addEventListener(type, wake);
