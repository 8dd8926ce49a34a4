import type { ErrorEntry, ErrorSignature } from '../model/error-entry.ts';
import type { Catalogue, CatalogueCause, CatalogueEntry, CatalogueSignature } from './catalogue.ts';
import { parseSignature } from './parse-signature.ts';

/** A signature that cannot be used. `line` and `column` count from 1 within its text. */
export interface CatalogueProblem {
  readonly entry: string;
  /** Index in the entry's `signatures`. */
  readonly signature: number;
  readonly text: string;
  readonly rule:
    | 'signature-syntax'
    | 'signature-ambiguous'
    | 'signature-broad'
    | 'signature-slow'
    | 'signature-repeated';
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

/**
 * Entries in, catalogue and refused signatures out. An entry whose signatures are all refused stays: its words are still
 * searched. The order of `entries` changes nothing. Two entries may have the same signature: both are found by it then.
 */
export function compileCatalogue(entries: readonly ErrorEntry[]): {
  readonly catalogue: Catalogue;
  readonly problems: readonly CatalogueProblem[];
} {
  const problems: CatalogueProblem[] = [];
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const compiled = sorted.map((entry) => compileEntry(entry, problems));
  return { catalogue: { version: 1, entries: compiled }, problems };
}

function compileEntry(entry: ErrorEntry, problems: CatalogueProblem[]): CatalogueEntry {
  const signatures: CatalogueSignature[] = [];
  entry.signatures.forEach((signature, index) => {
    const found = problemsOf(entry, signature, index);
    problems.push(...found);
    if (found.length === 0) signatures.push(toCatalogueSignature(signature));
  });
  return {
    id: entry.id,
    title: entry.title,
    component: entry.component,
    severity: entry.severity,
    signatures,
    causes: entry.causes.map(
      ({ id, title, check, fix, commands }): CatalogueCause => ({
        id,
        title,
        ...(check === undefined ? {} : { check }),
        fix,
        ...(commands.length === 0 ? {} : { commands }),
      }),
    ),
    ...(entry.names.length === 0 ? {} : { names: entry.names }),
    ...(entry.words.length === 0 ? {} : { words: entry.words }),
  };
}

function problemsOf({ id, signatures }: ErrorEntry, signature: ErrorSignature, index: number): CatalogueProblem[] {
  const place = { entry: id, signature: index, text: signature.text };
  if (signatures.findIndex(({ text }) => text === signature.text) < index) {
    const [found, expected] = ['the same signature twice', 'each spelling once'];
    return [{ ...place, rule: 'signature-repeated', line: 1, column: 1, found, expected }];
  }
  return parseSignature(signature.text).problems.map((problem) => ({ ...place, ...problem }));
}

function toCatalogueSignature(signature: ErrorSignature): CatalogueSignature {
  return {
    text: signature.text,
    ...(signature.releases.length === 0 ? {} : { releases: signature.releases }),
    ...(signature.printer === undefined ? {} : { printer: signature.printer }),
    ...(signature.isConsequence ? { isConsequence: true as const } : {}),
  };
}
