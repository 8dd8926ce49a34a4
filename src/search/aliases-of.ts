import type { PagefindPage } from './pagefind-types.ts';

/** Other titles of a page travel with it as one text, in a field of their own beside its title. */
export const ALIASES_META = 'aliases';
const SEPARATOR = '; ';

/** The text of other titles. */
export function joinAliases(aliases: readonly string[]): string {
  return aliases.map((alias) => alias.replaceAll(';', ',')).join(SEPARATOR);
}

/** The other titles of a page; none for most. */
export function aliasesOf({ meta }: PagefindPage): readonly string[] {
  const text = meta[ALIASES_META] ?? '';
  return text === '' ? [] : text.split(SEPARATOR);
}
