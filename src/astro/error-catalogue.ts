/** The catalogue of the look-up, made of all errors of the site: those that ship with the project and those of the notes. */

import type { Catalogue } from '../errors/catalogue.ts';
import { compileCatalogue } from '../errors/compile-catalogue.ts';
import type { ErrorEntry } from '../model/error-entry.ts';
import { currentSite } from './current-site.ts';
import type { SiteModel } from './site-model.ts';

const made = new WeakMap<SiteModel, Catalogue>();

/** Compiled once a run. Ids are those of the entries, from which their addresses are made. */
export function errorCatalogue(model: SiteModel = currentSite()): Catalogue {
  const known = made.get(model);
  if (known !== undefined) return known;
  const { catalogue } = compileCatalogue(errorEntries(model));
  made.set(model, catalogue);
  return catalogue;
}

function errorEntries(model: SiteModel): ErrorEntry[] {
  return model.corpus.entries.flatMap(({ entry: { id, kind, error } }) =>
    kind === 'error' && error !== undefined ? [{ id, ...error }] : [],
  );
}
