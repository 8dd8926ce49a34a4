import { keep } from './keep.ts';

/** Which chapters and topics were read to their end, kept in this browser alone: a list of paths under `kn-read`, the last under `kn-last`. */
const MOST_KEPT = 2000;

const read = new Set(readKept());
const text = document.querySelector('.kn-article:is([data-kind="chapter"], [data-kind="topic"]) .kn-prose');

if (text) {
  keep('last', JSON.stringify([location.pathname, document.querySelector('h1')?.textContent?.trim()]));
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    read.delete(location.pathname);
    read.add(location.pathname);
    keep('read', JSON.stringify([...read].slice(-MOST_KEPT)));
  });
  seen.observe(text.nextElementSibling ?? document.querySelector('.kn-footer') ?? text);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.kn-nav a, [data-list="path"] a')) {
  if (read.has(link.pathname)) link.setAttribute('data-read', '');
}

const progress = document.querySelector('kn-progress');
if (progress) showProgress(progress);
offerToContinue();

function readKept(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('kn-read') ?? '[]');
    return Array.isArray(kept) ? kept.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

/** "3 of 18 read", with a button that forgets it. */
function showProgress(place: Element): void {
  const all = document.querySelectorAll('[data-list="path"] a').length;
  const done = document.querySelectorAll('[data-list="path"] a[data-read]').length;
  if (done === 0) return;
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.textContent = 'Forget';
  forget.addEventListener('click', () => {
    keep('read', null);
    keep('last', null);
    for (const link of document.querySelectorAll('[data-read]')) link.removeAttribute('data-read');
    place.replaceChildren();
  });
  place.replaceChildren(`${done} of ${all} read `, forget);
}

/** On the front page, the first door leads to where the reader was. */
function offerToContinue(): void {
  const door = document.querySelector<HTMLAnchorElement>('a[data-continue]');
  if (!door) return;
  try {
    const last: unknown = JSON.parse(localStorage.getItem('kn-last') ?? 'null');
    if (!Array.isArray(last) || typeof last[0] !== 'string' || typeof last[1] !== 'string') return;
    door.pathname = last[0];
    door.textContent = `Continue with ${last[1]}`;
  } catch {
    return;
  }
}
