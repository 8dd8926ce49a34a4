import type { ErrorSeverity } from '../model/error-entry.ts';
import type { Catalogue, CatalogueCause, CatalogueEntry } from './catalogue.ts';
import {
  COMMAND_BREAK,
  ENTRY_BREAK,
  ITEM_BREAK,
  KIND_CODES,
  type PackedCatalogue,
  unpackText,
} from './packed-catalogue.ts';

// As in the model, whose schemas do not belong into the browser; a test compares them.
export const SEVERITIES: readonly ErrorSeverity[] = ['harmless', 'warning', 'error', 'fatal'];

/** The catalogue that travelled; one that was not packed is given back as it is. Causes are named by their place. */
export function unpackCatalogue(travelled: Catalogue | PackedCatalogue): Catalogue {
  if (!('packed' in travelled)) return travelled;
  const read = (column: string): string[][] => column.split(ENTRY_BREAK).map((row) => row.split(ITEM_BREAK));
  const [titles, components, signatures, causes] = [
    read(travelled.titles),
    read(travelled.components),
    read(travelled.signatures),
    read(travelled.causes),
  ];
  const [checks, fixes, commands] = [read(travelled.checks), read(travelled.fixes), read(travelled.commands)];
  const [names, words, kinds] = [read(travelled.names), read(travelled.words), read(travelled.kinds)];
  const entries = (travelled.ids === '' ? [] : travelled.ids.split(ENTRY_BREAK)).map(
    (id, at): CatalogueEntry => ({
      id,
      title: unpackText(titles[at]?.[0] ?? ''),
      component: unpackText(components[at]?.[0] ?? ''),
      severity: SEVERITIES[Number(travelled.severities[at])] ?? 'error',
      signatures: textsOf(signatures[at]).map((text, index) => ({
        text,
        ...travelled.kindTable[KIND_CODES.indexOf(kinds[at]?.[0]?.[index] ?? '')],
      })),
      causes: textsOf(causes[at]).map((title, index): CatalogueCause => {
        const check = checks[at]?.[index] ?? '';
        const own = commands[at]?.[index] ?? '';
        return {
          id: String(index + 1),
          title,
          ...(check === '' ? {} : { check: unpackText(check) }),
          fix: unpackText(fixes[at]?.[index] ?? ''),
          ...(own === '' ? {} : { commands: own.split(COMMAND_BREAK).map(unpackText) }),
        };
      }),
      ...(textsOf(names[at]).length === 0 ? {} : { names: textsOf(names[at]) }),
      ...(textsOf(words[at]).length === 0 ? {} : { words: textsOf(words[at]) }),
    }),
  );
  return { version: 1, entries };
}

function textsOf(row: readonly string[] | undefined): string[] {
  return row === undefined || (row.length === 1 && row[0] === '') ? [] : row.map(unpackText);
}
