/** What a card about a name says; every part but the name may be missing. */
export interface NameCard {
  readonly name: string;
  readonly facts: string;
  readonly signature: string;
  readonly releases: readonly string[];
  /** What takes its place, or what was probably meant. */
  readonly instead: string;
  readonly quote: string;
}

/** The card of a name, read from its page, or from its row where `id` names one in a list; `undefined` when it stands in neither. */
export function readNameCard(page: ParentNode & NonElementParentNode, id: string): NameCard | undefined {
  const text = (from: ParentNode, selector: string) =>
    from.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const row = id === '' ? null : page.getElementById(id);
  if (row)
    return {
      name: text(row, '.n'),
      facts: text(row, 'td'),
      signature: '',
      releases: [text(row, 'td:nth-of-type(2)')],
      instead: '',
      quote: '',
    };
  const name = text(page, '.kn-name');
  if (name === '') return undefined;
  const releases = [...page.querySelectorAll('.kn-releases > div')];
  return {
    name,
    facts: text(page, '.kn-meta span'),
    signature: releases.map((release) => text(release, '.kn-signature')).findLast(Boolean) ?? '',
    releases:
      releases.length > 0
        ? releases.map((release) => [text(release, 'h2'), text(release, 'p > code')].filter(Boolean).join(', '))
        : [text(page, '.kn-unchecked')],
    instead:
      text(page, '.kn-succession > .kn-mark') ||
      [...(page.querySelector('.kn-succession li')?.children ?? [])]
        .map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '')
        .join(': '),
    quote: text(page, '.kn-quoted blockquote'),
  };
}
