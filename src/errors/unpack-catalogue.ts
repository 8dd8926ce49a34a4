import type { ErrorSeverity } from '../model/error-entry.ts';
import type { Catalogue, CatalogueCause, CatalogueEntry } from './catalogue.ts';
import {
  ADVICE_ENTRIES,
  COMMAND_BREAK,
  ENTRY_BREAK,
  ITEM_BREAK,
  KIND_CODES,
  type PackedAdvice,
  type PackedCatalogue,
  unpackText,
} from './packed-catalogue.ts';

// As in the model, whose schemas do not belong into the browser; a test compares them.
export const SEVERITIES: readonly ErrorSeverity[] = ['harmless', 'warning', 'error', 'fatal'];

/** A catalogue that came without advice. */
export interface UnpackedCatalogue {
  readonly catalogue: Catalogue;
  /** Gives entries of the catalogue, which have none before, their causes; to be called once a file. */
  readonly takeAdvice: (advice: PackedAdvice) => void;
  /** Numbers of the files that hold the advice for entries of these identifiers, each once. */
  readonly adviceFor: (ids: readonly string[]) => readonly number[];
}

/** The catalogue that travelled. */
export function unpackCatalogue(travelled: PackedCatalogue): UnpackedCatalogue {
  const [titles, components, signatures] = [
    read(travelled.titles),
    read(travelled.components),
    read(travelled.signatures),
  ];
  const [names, words, kinds] = [read(travelled.names), read(travelled.words), read(travelled.kinds)];
  const classes = read(travelled.classes);
  const causes: CatalogueCause[][] = [];
  const entries = (travelled.ids === '' ? [] : travelled.ids.split(ENTRY_BREAK)).map((id, at): CatalogueEntry => {
    const own: CatalogueCause[] = [];
    causes.push(own);
    return {
      id,
      title: unpackText(titles[at]?.[0] ?? ''),
      component: unpackText(components[at]?.[0] ?? ''),
      severity: SEVERITIES[Number(travelled.severities[at])] ?? 'error',
      signatures: textsOf(signatures[at]).map((text, index) => ({
        text,
        ...travelled.kindTable[KIND_CODES.indexOf(kinds[at]?.[0]?.[index] ?? '')],
      })),
      ...(textsOf(classes[at]).length === 0 ? {} : { classes: textsOf(classes[at]) }),
      causes: own,
      ...(textsOf(names[at]).length === 0 ? {} : { names: textsOf(names[at]) }),
      ...(textsOf(words[at]).length === 0 ? {} : { words: textsOf(words[at]) }),
    };
  });
  const placeOf = new Map(entries.map(({ id }, at) => [id, at]));
  return {
    catalogue: { version: 1, entries },
    takeAdvice: (advice) => {
      for (const [at, own] of unpackAdvice(advice).entries()) causes[advice.from + at]?.push(...own);
    },
    adviceFor: (ids) => [...new Set(ids.map((id) => Math.floor((placeOf.get(id) ?? 0) / ADVICE_ENTRIES)))],
  };
}

/** The causes of each entry of a file, named by their place. */
function unpackAdvice(travelled: PackedAdvice): CatalogueCause[][] {
  const [checks, fixes, commands] = [read(travelled.checks), read(travelled.fixes), read(travelled.commands)];
  return read(travelled.causes).map((titles, at) =>
    textsOf(titles).map((title, index): CatalogueCause => {
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
  );
}

function read(column: string): string[][] {
  return column.split(ENTRY_BREAK).map((row) => row.split(ITEM_BREAK));
}

function textsOf(row: readonly string[] | undefined): string[] {
  return row === undefined || (row.length === 1 && row[0] === '') ? [] : row.map(unpackText);
}
