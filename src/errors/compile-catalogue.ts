import type { ErrorEntry, ErrorHeard, ErrorSignature } from '../model/error-entry.ts';
import type { Catalogue, CatalogueCause, CatalogueEntry, CatalogueSignature } from './catalogue.ts';
import { findSignatureProblems, type RefusedSignature } from './find-signature-problems.ts';

/** A signature that cannot be used, with the entry that has it. */
export interface CatalogueProblem extends RefusedSignature {
  readonly entry: string;
  readonly text: string;
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
  const spellings = [...entry.signatures, ...entry.heard];
  const refused = findSignatureProblems(spellings.map(({ text }) => text));
  for (const problem of refused)
    problems.push({ entry: entry.id, text: spellings[problem.signature]?.text ?? '', ...problem });
  const isUsable = (index: number): boolean => refused.every(({ signature }) => signature !== index);
  const signatures = spellings.filter((_spelling, index) => isUsable(index)).map(toCatalogueSignature);
  return {
    id: entry.id,
    title: entry.title,
    component: entry.component,
    severity: entry.severity,
    signatures,
    ...(entry.classes.length === 0 ? {} : { classes: entry.classes }),
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

function toCatalogueSignature(signature: ErrorSignature | ErrorHeard): CatalogueSignature {
  return {
    text: signature.text,
    ...(signature.releases.length === 0 ? {} : { releases: signature.releases }),
    ...(signature.printer === undefined ? {} : { printer: signature.printer }),
    ...('isConsequence' in signature && signature.isConsequence ? { isConsequence: true as const } : {}),
    ...('why' in signature ? { isHeard: true as const } : {}),
  };
}
