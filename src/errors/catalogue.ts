import type { ErrorSeverity } from '../model/error-entry.ts';

/** One spelling as the look-up needs it. Empty fields are left out, since the catalogue travels. */
export interface CatalogueSignature {
  readonly text: string;
  readonly releases?: readonly string[];
  readonly printer?: string;
  readonly isConsequence?: true;
  /** Known from reading alone: what it fits is similar at most. */
  readonly isHeard?: true;
}

export interface CatalogueCause {
  readonly id: string;
  /** Markdown of one line, as `check` and `fix`. */
  readonly title: string;
  readonly check?: string;
  readonly fix: string;
  readonly commands?: readonly string[];
}

export interface CatalogueEntry {
  /** Slug, from which the address of the page is made. */
  readonly id: string;
  readonly title: string;
  readonly component: string;
  readonly severity: ErrorSeverity;
  readonly signatures: readonly CatalogueSignature[];
  /** As in the model. */
  readonly classes?: readonly string[];
  readonly causes: readonly CatalogueCause[];
  readonly names?: readonly string[];
  readonly words?: readonly string[];
}

/** Everything that explains a log, fit for JSON; `openCatalogue` makes it ready for use. Sorted by `id`. */
export interface Catalogue {
  readonly version: 1;
  readonly entries: readonly CatalogueEntry[];
}
