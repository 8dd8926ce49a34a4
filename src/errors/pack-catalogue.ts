import { ERROR_SEVERITIES } from '../model/error-entry.ts';
import type { Catalogue, CatalogueCause, CatalogueEntry, CatalogueSignature } from './catalogue.ts';
import { eachEntryWord, namesInCauses } from './open-catalogue.ts';
import {
  ADVICE_ENTRIES,
  COMMAND_BREAK,
  ENTRY_BREAK,
  ITEM_BREAK,
  KIND_CODES,
  type PackedAdvice,
  type PackedCatalogue,
  packText,
  type SignatureKind,
} from './packed-catalogue.ts';

const RE_CONTROL = /[\r\v\f]/g;
const RE_NAMED_HOLE = /\{([a-z]+):([a-z][a-z0-9_]*)\}/g;

/**
 * What the browser needs to find entries. `unpackCatalogue` gives it back without causes, without the programs that print,
 * and without names and words that change nothing.
 */
export function packCatalogue({ entries }: Catalogue): PackedCatalogue {
  const found = entries.map(withoutRepeatedWords);
  const kinds = entries.map(({ signatures }) => signatures.map((signature) => JSON.stringify(kindOf(signature))));
  const table = [...new Set(kinds.flat())];
  // A catalogue with more kinds loses the facts of the rarest, none of which a match depends on.
  const known = table.slice(0, KIND_CODES.length);
  return {
    version: 1,
    packed: true,
    ids: column(entries, ({ id }) => [id]),
    titles: column(entries, ({ title }) => [title]),
    components: column(entries, ({ component }) => [component]),
    severities: entries.map(({ severity }) => ERROR_SEVERITIES.indexOf(severity)).join(''),
    signatures: column(entries, packSignatures),
    kindTable: known.map((kind) => JSON.parse(kind) as SignatureKind),
    kinds: kinds
      .map((own) => own.map((kind) => KIND_CODES[Math.max(0, known.indexOf(kind))]).join(''))
      .join(ENTRY_BREAK),
    classes: column(entries, ({ classes = [] }) => classes),
    names: column(found, ({ names = [] }) => names),
    words: column(found, ({ words = [] }) => words),
  };
}

/** What the browser shows of entries that were found, file by file; `unpackCatalogue` puts it in place. Identifiers of causes are left out. */
export function packAdvice({ entries }: Catalogue): readonly PackedAdvice[] {
  const parts: PackedAdvice[] = [];
  for (let from = 0; from < entries.length; from += ADVICE_ENTRIES)
    parts.push(packPart(entries.slice(from, from + ADVICE_ENTRIES), from));
  return parts;
}

function packPart(entries: readonly CatalogueEntry[], from: number): PackedAdvice {
  return {
    version: 1,
    from,
    causes: column(entries, ({ causes }) => causes.map(({ title }) => title)),
    checks: column(entries, ({ causes }) => causes.map(({ check = '' }) => check)),
    fixes: column(entries, ({ causes }) => causes.map(({ fix }) => fix)),
    commands: entries.map(({ causes }) => causes.map(packCommands).join(ITEM_BREAK)).join(ENTRY_BREAK),
  };
}

function column(entries: readonly CatalogueEntry[], read: (entry: CatalogueEntry) => readonly string[]): string {
  return entries.map((entry) => read(entry).map(clean).join(ITEM_BREAK)).join(ENTRY_BREAK);
}

/** With the names that its causes have, without names and search words by which the entry is found anyway. */
function withoutRepeatedWords(entry: CatalogueEntry): CatalogueEntry {
  const known = new Set<string>();
  const isNew = (text: string): boolean => {
    const before = known.size;
    eachEntryWord(text, (word) => known.add(word));
    return known.size > before;
  };
  isNew(entry.title);
  const names = [...(entry.names ?? []), ...namesInCauses(entry.causes)].filter(isNew);
  return { ...entry, names, words: (entry.words ?? []).filter(isNew) };
}

/** Names of holes that no command asks for stay at home; without them a hole is known by its type. */
function packSignatures({ signatures, causes }: CatalogueEntry): string[] {
  const commands = causes.flatMap(({ commands: own = [] }) => own).join('\n');
  return signatures.map(({ text }) =>
    text.replace(RE_NAMED_HOLE, (hole, type: string, name: string) =>
      commands.includes(`{${name}}`) || commands.includes(`{${type}}`) ? hole : `{${type}}`,
    ),
  );
}

function packCommands({ commands = [] }: CatalogueCause): string {
  return commands.map(clean).join(COMMAND_BREAK);
}

function clean(text: string): string {
  return packText(text.replace(RE_CONTROL, ' '));
}

/** Releases of what was only read of are told on its page. */
function kindOf({ releases, isConsequence, isHeard }: CatalogueSignature): SignatureKind {
  if (isHeard !== undefined) return { isHeard };
  return {
    ...(releases === undefined ? {} : { releases }),
    ...(isConsequence === undefined ? {} : { isConsequence }),
  };
}
