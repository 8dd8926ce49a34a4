/** Corpus to pages: everything that a page is given, computed when the page is printed and not before, so that memory stays flat. */
import type { BoundTarget, CompiledCorpus, CorpusEntity, CorpusEntry, Posting } from '../compiler/compile-corpus.ts';
import { MENTION_SIZE } from '../compiler/draft.ts';
import { fillSlots, SLOT } from '../compiler/render/slots.ts';
import { minutesOf } from '../components/wording.ts';
import { applyLevels } from '../diagnostics/apply-levels.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Entity } from '../model/corpus.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type EntityState, RELEASES } from '../model/entity.ts';
import { COLLECTION_OF, ENTRY_KINDS, type Entry, type EntryKind } from '../model/entry.ts';
import type { LedgerLink } from '../model/link-ledger.ts';
import { markAttributes } from '../model/mark-attributes.ts';
import type {
  ClaimView,
  CollectionView,
  EntityView,
  EntryCard,
  EntryView,
  LinkView,
  NameMark,
  NamePageView,
  NameRow,
  NameView,
  NavView,
  QuoteView,
  RunsView,
  StatusView,
} from '../model/page-views.ts';
import { proofOf } from '../model/verdict.ts';
import { renderPicture } from '../pictures/render-picture.ts';
import { escapeName, type Routes, routesBelow } from '../routes.ts';
import { securityPolicy } from '../search/security-policy.ts';
import { SHIPPED_LABEL } from '../site.ts';
import type { CompiledNotes } from './compile-notes.ts';
import { countLinks } from './count-links.ts';
import { errorViewOf, recordName } from './error-view.ts';
import { type KernelFacts, marksOf, type NameFacts } from './kernel-facts.ts';
import { readLinkLedger } from './link-ledger.ts';
import { outsideLinks } from './outside-links.ts';
import { pageLengths, sortKeyOf } from './page-names.ts';
import { type PrintedIn, reportUnprinted } from './printed-in.ts';
import type { PublishedAssets } from './publish-assets.ts';
import { quoteMention } from './quote-mention.ts';
import type { RecordedRuns } from './recorded-runs.ts';
import { createNearNames, type NearNames } from './relate-names.ts';
import { reportStaleNames } from './report-stale-names.ts';
import { sampleViewOf } from './sample-view.ts';

export interface SiteInfo {
  readonly title: string;
  readonly lang: string;
  readonly base: string;
  readonly routes: Routes;
  readonly releases: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly packages: Readonly<Record<string, string>>;
  readonly csp: string;
}

export interface LetterView {
  readonly letter: string;
  readonly url: string;
  readonly count: number;
}

export interface HomeView {
  readonly chapters: readonly EntryCard[];
  readonly topics: readonly EntryCard[];
  readonly errors: readonly EntryCard[];
  readonly samples: readonly EntryCard[];
  readonly questions: readonly EntryCard[];
  readonly names: readonly NameView[];
}

/** The policy of a build: data of the other builds that its settings name may be read, and nothing else from outside. */
function policyOf({ isDev, federation }: CompiledNotes['site']): string {
  const policy = securityPolicy(federation);
  return isDev
    ? policy
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:")
    : policy;
}

const MAX_NAV = 60;
const MAX_NAMES = 40;
const MAX_QUOTES = 40;
const MAX_SAMPLES = 8;
/** A list that is no longer than this stands on one page, so that its filter sees all of it. */
const CARDS_WHOLE = 400;
const CARDS_PER_PAGE = 200;
const RANK_OF_MARK: Readonly<Record<NameMark, number>> = {
  slip: 0,
  gone: 0,
  moved: 1,
  newer: 1,
  unchecked: 2,
  fine: 2,
};

/** Unknown names up to which a spelling is proposed for each; about a millisecond a name. */
const MAX_PROPOSALS = 400;
/** The same for names that may be anybody's. */
const MAX_DOUBTFUL_PROPOSALS = 150;

export class SiteModel {
  readonly notes: CompiledNotes;
  readonly corpus: CompiledCorpus;
  readonly info: SiteInfo;
  readonly #kernel: KernelFacts;
  readonly #assets: PublishedAssets;
  readonly runs: RecordedRuns;
  readonly #printed: PrintedIn;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #entityNumbers: ReadonlyMap<string, number>;
  #facts: readonly NameFacts[] | undefined;
  readonly #attributes: string[] = [];
  #diagnostics: readonly Diagnostic[] | undefined;
  #sections: ReadonlyMap<string, readonly number[]> | undefined;
  #pages: readonly NamePageView[] | undefined;
  readonly #nearNames: (entity: number) => NearNames;
  readonly #mentions = new Map<number, ReadonlyMap<number, readonly number[]>>();
  readonly #ranks: number[] = [];

  constructor(
    notes: CompiledNotes,
    kernel: KernelFacts,
    assets: PublishedAssets,
    runs: RecordedRuns,
    printed: PrintedIn,
  ) {
    this.notes = notes;
    this.corpus = notes.corpus;
    this.#kernel = kernel;
    this.#assets = assets;
    this.runs = runs;
    this.#printed = printed;
    this.#numbers = new Map(notes.corpus.entries.map(({ entry }, number) => [entry.id, number]));
    this.#nearNames = createNearNames(
      notes.corpus,
      (number) => this.factsOf(number),
      (number) => kernel.describe(this.#entity(number).name, 'field').within,
    );
    this.#entityNumbers = new Map(notes.corpus.entities.map(({ id }, number) => [id, number]));
    const { site } = notes;
    this.info = {
      title: site.title,
      lang: site.language,
      base: site.base,
      routes: routesBelow(site.base),
      releases: RELEASES,
      counts: this.#count(),
      packages: kernel.packages,
      csp: policyOf(site),
    };
  }

  /** Everything to be said of the notes, stale names included, with the levels of their settings. */
  get diagnostics(): readonly Diagnostic[] {
    const isOwn = (root: string): boolean => this.notes.site.isShipped || root !== SHIPPED_LABEL;
    this.#diagnostics ??= applyLevels(
      [
        ...this.notes.diagnostics,
        ...reportStaleNames(this.corpus, (number) => this.factsOf(number), isOwn),
        ...reportUnprinted(this.corpus, this.#printed, isOwn),
      ],
      (root, rule) => this.notes.notesSettings.get(root)?.rules?.[rule],
    );
    return this.#diagnostics;
  }

  entryIds(kind: EntryKind): readonly string[] {
    return this.#ofKind(kind).map((number) => this.#entry(number).entry.id);
  }

  /** An entry by id, with its URL. */
  recordOf(id: string): { readonly entry: Entry; readonly url: string; readonly number: number } {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`no entry ${id}`);
    return { entry: this.#entry(number).entry, url: this.#url(number), number };
  }

  entryView(id: string): EntryView {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`no entry ${id}`);
    const entry = this.#entry(number);
    return {
      ...this.#entryFrame(number),
      html: this.bodyOf(number),
      error: errorViewOf(entry, (html) => this.#bind(entry, html), this.runs, this.#printed),
      sample: sampleViewOf(entry, this.#url(number), (html) => this.#bind(entry, html), this.runs),
    };
  }

  /**
   * What tells the page of an entry from others, for the plan of pages: two entries with equal digests have equal views. Where the body is
   * all that was drafted, the draft's digest and what fills its slots stand for it, which costs a fraction of filling them.
   */
  entryDigest(id: string): unknown {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`no entry ${id}`);
    const { entry, draft, binding } = this.#entry(number);
    if (entry.kind === 'error' || entry.kind === 'sample' || draft.html.includes(SLOT.picture))
      return this.entryView(id);
    const names = Array.from(binding.names, (name) => (name < 0 ? '' : this.#nameAttributes(name)));
    const targets = binding.targets.map((target) => this.#targetUrl(target) ?? '');
    const parts = [...binding.parts].map(([slug, part]) => [slug, this.#link(part)]);
    return [this.#entryFrame(number), binding.note.digest, draft.slug, names.join('\n'), targets.join('\n'), parts];
  }

  /** The page of an entry but for what was drafted. */
  #entryFrame(number: number): Omit<EntryView, 'html' | 'error' | 'sample'> {
    const entry = this.#entry(number);
    const section = this.#sectionOf(number);
    const at = section.indexOf(number);
    const link = (other: number | undefined): LinkView | undefined =>
      other === undefined ? undefined : this.#link(other);
    return {
      entry: entry.entry,
      url: this.#url(number),
      breadcrumbs: this.#breadcrumbs(entry),
      nav: this.#nav(section, at, number),
      previous: link(section[at - 1]),
      next: link(section[at + 1]),
      children: entry.children.filter((child) => !this.#isInline(child)).map((child) => this.card(child)),
      names: this.#namesOf(entry),
      related: entry.related.map((other) => this.card(other)),
      editUrl: this.#editUrl(entry),
    };
  }

  /** Finished HTML of an entry's body. */
  bodyOf(number: number): string {
    const entry = this.#entry(number);
    return this.#bind(entry, entry.draft.html);
  }

  card(number: number): EntryCard {
    const { entry } = this.#entry(number);
    return {
      id: entry.id,
      kind: entry.kind,
      title: entry.title,
      url: this.#url(number),
      summary: entry.summary,
      number: entry.number,
      state: entry.state,
      severity: entry.error?.severity,
      component: entry.error?.component,
      tags: entry.tags,
    };
  }

  #listCard(number: number): EntryCard {
    const { entry } = this.#entry(number);
    return entry.kind === 'chapter' ? { ...this.card(number), minutes: minutesOf(entry) } : this.card(number);
  }

  entityPageIds(): readonly string[] {
    return this.corpus.entities.filter(({ hasPage }) => hasPage).map(({ id }) => id);
  }

  entityView(id: string): EntityView {
    const number = this.#entityNumbers.get(id) ?? -1;
    const entity = this.corpus.entities[number];
    if (entity === undefined) throw new Error(`no name ${id}`);
    const facts = this.factsOf(number);
    const known = this.#kernel.describe(entity.name, entity.kind).releases;
    const near = this.#nearNames(number);
    const ranked = [...entity.postings].sort(
      (a, b) => b.place - a.place || Math.min(b.count, 8) - Math.min(a.count, 8) || a.entry - b.entry,
    );
    const perEntry = ranked.length > 12 ? 2 : 5;
    const mentions: EntityView['mentions'][number][] = [];
    let quoted = 0;
    for (const posting of ranked) {
      if (quoted >= MAX_QUOTES) break;
      const quotes = this.#quotesOf(number, posting, Math.min(perEntry, MAX_QUOTES - quoted));
      quoted += quotes.length;
      mentions.push({ entry: this.card(posting.entry), quotes, more: posting.count - quotes.length });
    }
    return {
      entity: this.entityOf(number),
      url: this.#entityUrl(entity),
      ...marksOf(facts),
      status: facts.status,
      links: outsideLinks(entity, facts, known),
      known,
      owner: this.#nameView(near.owner)[0],
      members: near.members.flatMap((other) => this.#nameView(other)),
      predecessors: near.predecessors.flatMap((other) => this.#nameView(other)),
      successors: (facts.replacedBy ?? []).flatMap(({ name }) => this.#nameView(this.#entityNumbers.get(name))),
      samples: entity.postings
        .filter(({ entry }) => this.#entry(entry).entry.kind === 'sample')
        .slice(0, MAX_SAMPLES)
        .map(({ entry }) => this.#link(entry)),
      mentions,
      moreMentions: entity.mentionCount - quoted,
      moreEntries: entity.postings.length - mentions.length,
      related: near.related.flatMap((other) => this.#nameView(other)),
    };
  }

  /** The public record of an entity. */
  entityOf(number: number): Entity {
    const { id, name, kind, mentionCount, postings, hasPage } = this.#entity(number);
    const { status, suggestion, replacedBy } = this.factsOf(number);
    return {
      id,
      name,
      kind,
      aliases: this.aliasesOf(number),
      mentionCount,
      entries: postings.map(({ entry }) => this.#entry(entry).entry.id),
      hasPage,
      status,
      suggestion,
      replacedBy,
    };
  }

  /** Other names of the same thing: those that it took the place of, and the functions behind a system call. */
  aliasesOf(number: number): readonly string[] {
    const entity = this.corpus.entities[number];
    if (entity === undefined) return [];
    const { name, kind } = entity;
    return [
      ...(kind === 'syscall' ? [`sys_${name}`, `__x64_sys_${name}`] : []),
      ...this.#kernel.formerNamesOf(name).filter((former) => former !== name),
    ];
  }

  factsOf(number: number): NameFacts {
    this.#facts ??= this.#lookUpNames();
    const facts = this.#facts[number];
    if (facts === undefined) throw new Error(`no name ${number}`);
    return facts;
  }

  /**
   * What the inventory says of every name. A spelling is proposed only where few names are unknown: looking for one costs more than all other
   * look-ups together, and notes full of unknown names speak of another code base.
   */
  #lookUpNames(): readonly NameFacts[] {
    const lookUp = ({ name, kind, isDefinedInNotes, isBare }: CorpusEntity, isInProse: boolean) =>
      this.#kernel.factsOf(name, kind, { isInProse, isDefinedInNotes, isBare });
    const plain = this.corpus.entities.map((entity) => lookUp(entity, false));
    const inProse = [...plain.keys()].filter(
      (number) => this.#entity(number).isInProse && plain[number]?.replacedBy === undefined,
    );
    const inState = (state: EntityState) =>
      inProse.filter((number) => RELEASES.some((release) => plain[number]?.status[release].state === state));
    const absent = inState('absent');
    if (absent.length > MAX_PROPOSALS) return plain;
    const all = [...plain];
    const unknown = new Set([...absent, ...inState('unchecked').slice(0, MAX_DOUBTFUL_PROPOSALS)]);
    for (const number of unknown) all[number] = lookUp(this.#entity(number), true);
    return all;
  }

  /** Where an entity's links lead: its page, or its place in the lists. */
  entityUrl(number: number): string {
    return this.#entityUrl(this.#entity(number));
  }

  entryUrl(number: number): string {
    return this.#url(number);
  }

  collectionViews(kind: EntryKind): readonly CollectionView[] {
    const numbers = this.#ofKind(kind);
    const perPage = numbers.length <= CARDS_WHOLE ? CARDS_WHOLE : CARDS_PER_PAGE;
    const pageCount = Math.max(1, Math.ceil(numbers.length / perPage));
    const pages = Array.from(
      { length: pageCount },
      (_, index): LinkView => ({ title: String(index + 1), url: this.info.routes.collection(kind, index + 1) }),
    );
    return pages.map(({ url }, index) => ({
      collection: COLLECTION_OF[kind],
      url,
      page: index + 1,
      pageCount,
      pages,
      cards: numbers.slice(index * perPage, (index + 1) * perPage).map((number) => this.#listCard(number)),
      total: numbers.length,
    }));
  }

  namePages(): readonly NamePageView[] {
    this.#pages ??= this.#makeNamePages();
    return this.#pages;
  }

  letters(): readonly LetterView[] {
    const counts = new Map<string, number>();
    for (const { letter, rows } of this.namePages()) counts.set(letter, (counts.get(letter) ?? 0) + rows.length);
    return [...counts].map(([letter, count]) => ({ letter, count, url: this.info.routes.namePage(letter) }));
  }

  /** Outside links of the shipped notes. Read here: in the bundle of the pages the project's folder is not found. */
  linkLedger(): readonly LedgerLink[] {
    return readLinkLedger(this.notes.site);
  }

  /** Every statement that entries carry, in the order of entries. */
  claimViews(): readonly ClaimView[] {
    return this.corpus.entries.flatMap(({ entry }, number) =>
      entry.claims.map((claim) => ({
        ...claim,
        url: this.#url(number, `claim-${claim.id}`),
        entry: this.#link(number),
      })),
    );
  }

  statusView(): StatusView {
    return { files: this.notes.files, diagnostics: this.diagnostics, counts: this.info.counts };
  }

  /** What the lab recorded of the samples and errors of these notes. */
  runsView(): RunsView {
    const linked = (kind: EntryKind) =>
      this.#ofKind(kind).map((number) => ({ ...this.#link(number), name: recordName(this.#entry(number)) }));
    return {
      samples: linked('sample').flatMap(({ title, url, name }) => {
        const record = this.runs.samples.get(name);
        return record === undefined ? [] : [{ title, url, ...record }];
      }),
      errors: linked('error').flatMap(({ title, url, name }) => {
        const record = this.runs.errors.get(name);
        return record === undefined ? [] : [{ title, url, ...record, proof: proofOf(record.runs) }];
      }),
    };
  }

  homeView(): HomeView {
    const cards = (kind: EntryKind, most: number) =>
      this.#ofKind(kind)
        .slice(0, most)
        .map((number) => this.#listCard(number));
    const links = countLinks(this.corpus.entries);
    const mostLinked = (kind: EntryKind, most: number) =>
      [...this.#ofKind(kind)]
        .sort((a, b) => (links[b] ?? 0) - (links[a] ?? 0) || a - b)
        .slice(0, most)
        .map((number) => this.card(number));
    const names = this.corpus.entities
      .map((entity, number) => ({ entity, number }))
      .filter(({ entity }) => entity.hasPage)
      .sort((a, b) => b.entity.postings.length - a.entity.postings.length || a.number - b.number)
      .slice(0, 24);
    return {
      chapters: cards('chapter', 30),
      topics: cards('topic', 12),
      errors: mostLinked('error', 12),
      samples: mostLinked('sample', 12),
      questions: cards('question', 8),
      names: names.flatMap(({ number }) => this.#nameView(number)),
    };
  }

  #bind(entry: CorpusEntry, html: string): string {
    const { binding } = entry;
    return fillSlots(html, {
      name: (index) => {
        const number = binding.names[index] ?? -1;
        return number < 0 ? '' : this.#nameAttributes(number);
      },
      target: (index) => {
        const url = this.#targetUrl(binding.targets[index]);
        return url === undefined ? undefined : escapeHtml(url);
      },
      part: (slug) => {
        const number = binding.parts.get(slug);
        if (number === undefined) return '';
        const { title, url } = this.#link(number);
        return `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
      },
      picture: (name, caption) =>
        renderPicture(name, caption, (mentioned) => {
          const number = this.#entityNumbers.get(mentioned);
          return number === undefined ? '' : this.#nameAttributes(number);
        }),
    });
  }

  #targetUrl(target: BoundTarget | undefined): string | undefined {
    switch (target?.kind) {
      case 'entry':
        return this.#url(target.entry, target.fragment);
      case 'asset': {
        const url = this.#assets.urlOf(target.root, target.path);
        return url === undefined ? undefined : this.info.routes.asset(url);
      }
      default:
        return undefined;
    }
  }

  #nameAttributes(number: number): string {
    let attributes = this.#attributes[number];
    if (attributes === undefined) {
      attributes = `class="n" href="${escapeHtml(this.entityUrl(number))}"${markAttributes(marksOf(this.factsOf(number)))}`;
      this.#attributes[number] = attributes;
    }
    return attributes;
  }

  #nameView(number: number | undefined): readonly NameView[] {
    const entity = number === undefined ? undefined : this.corpus.entities[number];
    return entity === undefined || number === undefined
      ? []
      : [{ title: entity.name, url: this.#entityUrl(entity), kind: entity.kind, ...marksOf(this.factsOf(number)) }];
  }

  /** Names of an entry: those to look out for first, then by how rare they are. */
  #namesOf(entry: CorpusEntry): readonly NameView[] {
    return [...entry.names]
      .sort((a, b) => this.#rankOf(a) - this.#rankOf(b) || a - b)
      .slice(0, MAX_NAMES)
      .flatMap((number) => this.#nameView(number));
  }

  #quotesOf(entity: number, { entry: number }: Posting, most: number): readonly QuoteView[] {
    const { draft } = this.#entry(number);
    const found: { readonly quote: QuoteView; readonly weight: number }[] = [];
    const seen = new Set<string>();
    const { mentions, blocks } = draft;
    for (const at of this.#mentionsIn(number).get(entity) ?? []) {
      const block = blocks[mentions[at + 1] ?? 0];
      if (block === undefined) continue;
      const html = quoteMention(block, mentions[at + 2] ?? 0, mentions[at + 3] ?? 0);
      if (seen.has(html)) continue;
      seen.add(html);
      const heading = draft.headings.find(({ id }) => id === block.anchor)?.text ?? '';
      const weight = block.kind === 'paragraph' ? 3 : block.kind === 'cell' ? 2 : block.kind === 'heading' ? 1 : 0;
      found.push({ quote: { html, heading, url: this.#url(number, block.anchor) }, weight });
      if (found.length >= 24) break;
    }
    return found
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ quote }) => quote);
  }

  /** Places of the mentions of each entity in an entry's list of mentions. */
  #mentionsIn(number: number): ReadonlyMap<number, readonly number[]> {
    const known = this.#mentions.get(number);
    if (known !== undefined) return known;
    const { draft, binding } = this.#entry(number);
    const found = new Map<number, number[]>();
    for (let at = 0; at < draft.mentions.length; at += MENTION_SIZE) {
      const entity = binding.names[draft.mentions[at] ?? 0] ?? -1;
      const list = found.get(entity);
      if (list === undefined) found.set(entity, [at]);
      else list.push(at);
    }
    this.#mentions.set(number, found);
    return found;
  }

  /** How a name is ranked among those of an entry: those to look out for first, then by how rare they are. */
  #rankOf(number: number): number {
    let rank = this.#ranks[number];
    if (rank === undefined) {
      const uses = Math.ceil(Math.log2(1 + this.#entity(number).postings.length));
      rank = RANK_OF_MARK[marksOf(this.factsOf(number)).mark] * 64 + uses;
      this.#ranks[number] = rank;
    }
    return rank;
  }

  #breadcrumbs({ entry }: CorpusEntry): readonly LinkView[] {
    const crumbs: LinkView[] = [];
    for (let parent = entry.parent; parent !== undefined; ) {
      const number = this.#numbers.get(parent);
      if (number === undefined) break;
      crumbs.unshift(this.#link(number));
      parent = this.#entry(number).entry.parent;
    }
    return [{ title: COLLECTION_TITLES[entry.kind], url: this.info.routes.collection(entry.kind) }, ...crumbs];
  }

  #nav(section: readonly number[], at: number, current: number): readonly NavView[] {
    const from = Math.max(0, Math.min(at - MAX_NAV / 2, section.length - MAX_NAV));
    return section.slice(from, from + MAX_NAV).map((number) => {
      const { entry } = this.#entry(number);
      return {
        title:
          entry.kind === 'chapter' && entry.number !== undefined && !/chapter/i.test(entry.title)
            ? `${entry.number}. ${entry.title}`
            : entry.title,
        url: this.#url(number),
        isCurrent: number === current,
        depth: entry.parent === undefined ? 0 : 1,
      };
    });
  }

  /** Entries that are read one after the other: those of one kind in one folder, or of one note. */
  #sectionOf(number: number): readonly number[] {
    this.#sections ??= this.#makeSections();
    return this.#sections.get(sectionKey(this.#entry(number))) ?? [number];
  }

  #makeSections(): ReadonlyMap<string, readonly number[]> {
    const sections = new Map<string, number[]>();
    this.corpus.entries.forEach((entry, number) => {
      const key = sectionKey(entry);
      const section = sections.get(key);
      if (section === undefined) sections.set(key, [number]);
      else section.push(number);
    });
    for (const section of sections.values()) section.sort((a, b) => this.#compareReading(a, b));
    return sections;
  }

  #compareReading(a: number, b: number): number {
    const [x, y] = [this.#entry(a).entry, this.#entry(b).entry];
    const byNumber = x.kind === 'chapter' ? (x.number ?? 1000) - (y.number ?? 1000) : 0;
    if (byNumber !== 0) return byNumber;
    if (x.source.file !== y.source.file) return x.source.file < y.source.file ? -1 : 1;
    return x.source.line - y.source.line || a - b;
  }

  #ofKind(kind: EntryKind): readonly number[] {
    const numbers = this.corpus.entries.flatMap(({ entry }, number) => (entry.kind === kind ? [number] : []));
    return kind === 'chapter' ? numbers.sort((a, b) => this.#compareReading(a, b)) : numbers;
  }

  #makeNamePages(): readonly NamePageView[] {
    const byLetter = new Map<string, NameRow[]>();
    this.corpus.entities.forEach((entity, number) => {
      const letter = letterOf(entity.name);
      const row = this.#nameRow(entity, number);
      const rows = byLetter.get(letter);
      if (rows === undefined) byLetter.set(letter, [row]);
      else rows.push(row);
    });
    return [...byLetter.keys()].sort().flatMap((letter): readonly NamePageView[] => {
      const rows = (byLetter.get(letter) ?? []).sort(
        (a, b) => compareNames(a.title, b.title) || (a.id < b.id ? -1 : 1),
      );
      const lengths = pageLengths(rows.map(({ title }) => sortKeyOf(title)));
      let from = 0;
      return lengths.map((length, index) => {
        from += length;
        return {
          letter,
          page: index + 1,
          pageCount: lengths.length,
          url: this.info.routes.namePage(letter, index + 1),
          rows: rows.slice(from - length, from),
        };
      });
    });
  }

  #nameRow(entity: CorpusEntity, number: number): NameRow {
    const anchor = entity.hasPage ? undefined : anchorOf(entity);
    const entries = entity.hasPage ? [] : entity.postings.slice(0, 5).map(({ entry }) => this.#link(entry));
    return {
      id: entity.id,
      title: entity.name,
      url: this.#entityUrl(entity),
      kind: entity.kind,
      ...marksOf(this.factsOf(number)),
      anchor,
      mentionCount: entity.mentionCount,
      entries,
    };
  }

  #entityUrl(entity: CorpusEntity): string {
    const { routes } = this.info;
    return entity.hasPage
      ? routes.entity(entity.id)
      : `${this.#listPageOf(entity)}#${encodeURIComponent(anchorOf(entity))}`;
  }

  /** Page of the lists that holds an entity: counted once for all. */
  #listPages: ReadonlyMap<string, string> | undefined;
  #listPageOf(entity: CorpusEntity): string {
    if (this.#listPages === undefined) {
      const byLetter = new Map<string, CorpusEntity[]>();
      for (const one of this.corpus.entities) {
        const letter = letterOf(one.name);
        const list = byLetter.get(letter);
        if (list === undefined) byLetter.set(letter, [one]);
        else list.push(one);
      }
      const pages = new Map<string, string>();
      for (const [letter, list] of byLetter) {
        list.sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
        let from = 0;
        pageLengths(list.map(({ name }) => sortKeyOf(name))).forEach((length, index) => {
          for (const { id } of list.slice(from, from + length))
            pages.set(id, this.info.routes.namePage(letter, index + 1));
          from += length;
        });
      }
      this.#listPages = pages;
    }
    return this.#listPages.get(entity.id) ?? this.info.routes.names;
  }

  #isInline(child: number): boolean {
    const { entry } = this.#entry(child);
    return entry.kind === 'error' || entry.kind === 'question';
  }

  #editUrl({ entry }: CorpusEntry): string | undefined {
    const pattern = this.notes.notesSettings.get(entry.source.root)?.editLink;
    return pattern?.replaceAll('{file}', entry.source.file.split('/').map(encodeURIComponent).join('/'));
  }

  #count(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const kind of ENTRY_KINDS) counts[kind] = 0;
    for (const { entry } of this.corpus.entries) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
    return { ...counts, names: this.corpus.entities.length, notes: this.corpus.noteCount };
  }

  #entry(number: number): CorpusEntry {
    const entry = this.corpus.entries[number];
    if (entry === undefined) throw new Error(`no entry ${number}`);
    return entry;
  }

  #entity(number: number): CorpusEntity {
    const entity = this.corpus.entities[number];
    if (entity === undefined) throw new Error(`no entity ${number}`);
    return entity;
  }

  #url(number: number, fragment?: string): string {
    return this.info.routes.entry(this.#entry(number).entry.id, fragment);
  }

  #link(number: number): LinkView {
    return { title: this.#entry(number).entry.title, url: this.#url(number) };
  }
}

const COLLECTION_TITLES: Readonly<Record<EntryKind, string>> = {
  chapter: 'Chapters',
  topic: 'Topics',
  error: 'Errors',
  sample: 'Samples',
  question: 'Questions',
};

function sectionKey({ entry }: CorpusEntry): string {
  const { root, file } = entry.source;
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const place =
    entry.kind === 'error' || entry.kind === 'sample'
      ? folder.split('/')[0]
      : entry.parent === undefined
        ? folder
        : file;
  return `${root}\n${entry.kind}\n${entry.parent === undefined ? 'notes' : 'parts'}\n${place}`;
}

/** Letter under which a name is listed: its first letter without leading underscores, `#` for what is no letter. */
export function letterOf(name: string): string {
  const first = sortKeyOf(name).charAt(0);
  return /^[a-z]$/.test(first) ? first : '#';
}

/** Order of a list of names: without leading underscores and case, then as written. */
function compareNames(a: string, b: string): number {
  const [x, y] = [sortKeyOf(a), sortKeyOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function anchorOf(entity: CorpusEntity): string {
  return escapeName(entity.id);
}
