/** Loads the cards of names when a name is first pointed at, focused or touched. */
const TYPES = ['pointerdown', 'pointerover', 'focusin'];

const wake = (event: Event) => {
  if (event instanceof PointerEvent && event.type === 'pointerover' && event.pointerType === 'touch') return;
  if (!(event.target instanceof Element) || !event.target.closest('a.n')) return;
  for (const type of TYPES) document.removeEventListener(type, wake);
  void import('./name-cards.ts').then(({ watchNames }) => watchNames(event));
};

for (const type of TYPES) document.addEventListener(type, wake);
