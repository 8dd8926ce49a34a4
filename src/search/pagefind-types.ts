/** The parts of Pagefind's own interface that are used. */
export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Headings and other elements with an id; `location` is a number of a word. */
  readonly anchors: readonly { readonly id: string; readonly text: string; readonly location: number }[];
  readonly sub_results: readonly PagefindSubResult[];
}

export interface PagefindSubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

export interface PagefindSearch {
  readonly results: readonly PagefindResult[];
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PagefindInstance {
  /** Loads the filters and tells how many pages have each value; without it, searches count none. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  mergeIndex(
    path: string,
    options: {
      baseUrl: string;
      language: string;
      excerptLength: number;
      ranking: PagefindRanking;
      mergeFilter?: Record<string, string>;
    },
  ): Promise<void>;
  search(text: string, options: { filters: Record<string, string[]> }): Promise<PagefindSearch | null>;
}

/** Weights of Pagefind's order; those left out have its defaults. */
export interface PagefindRanking {
  readonly pageLength?: number;
  readonly termSimilarity?: number;
}

export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    baseUrl: string;
    excerptLength: number;
    ranking: PagefindRanking;
  }): PagefindInstance;
}
