const KEY = 'kn-recent';
const COUNT = 6;

/** What was searched for on this device, the latest first; empty where nothing may be kept. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string').slice(0, COUNT) : [];
  } catch {
    // Storage may be forbidden, or hold what somebody else wrote: then nothing is recent.
    return [];
  }
}

export function keepSearch(text: string): void {
  const query = text.trim();
  if (query.length < 2 || query.length > 120) return;
  store([query, ...recentSearches().filter((entry) => entry !== query)].slice(0, COUNT));
}

export function forgetSearches(): void {
  store([]);
}

function store(searches: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Storage is full or forbidden; recent searches are a convenience only.
  }
}
