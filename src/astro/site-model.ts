/** Corpus to pages: everything that a page is given, computed when the page is printed and not before, so that memory stays flat. */
import { hash } from 'node:crypto';
import type { BoundTarget, CompiledCorpus, CorpusEntity, CorpusEntry } from '../compiler/compile-corpus.ts';
import { fillSlots } from '../compiler/render/slots.ts';
import { minutesOf } from '../components/wording.ts';
import { applyLevels } from '../diagnostics/apply-levels.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Entity } from '../model/corpus.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { RELEASES } from '../model/entity.ts';
import { ENTRY_KINDS, type Entry, type EntryKind } from '../model/entry.ts';
import type { LedgerLink } from '../model/link-ledger.ts';
import { markAttributes } from '../model/mark-attributes.ts';
import type { EntityView, EntryCard, EntryView, LinkView, NameMark, NameView, NavView } from '../model/page-views.ts';
import { renderPicture } from '../pictures/render-picture.ts';
import { type Routes, routesBelow } from '../routes.ts';
import { securityPolicy } from '../search/security-policy.ts';
import { SHIPPED_LABEL } from '../site.ts';
import type { CompiledNotes } from './compile-notes.ts';
import { entityViewOf } from './entity-view.ts';
import { errorViewOf } from './error-view.ts';
import { isAllDrafted } from './is-all-drafted.ts';
import { type KernelFacts, marksOf, type NameFacts } from './kernel-facts.ts';
import { readLinkLedger } from './link-ledger.ts';
import { lookUpNames } from './look-up-names.ts';
import { listNames, type NameLists } from './name-lists.ts';
import { otherTitlesOf } from './other-titles-of.ts';
import { type PrintedIn, reportUnprinted } from './printed-in.ts';
import type { PublishedAssets } from './publish-assets.ts';
import { MentionQuotes } from './quote-mentions.ts';
import { createReadingOrder, type ReadingOrder } from './reading-order.ts';
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
const RANK_OF_MARK: Readonly<Record<NameMark, number>> = {
  slip: 0,
  gone: 0,
  moved: 1,
  newer: 1,
  unchecked: 2,
  fine: 2,
};

/** More names than any site has; a rank below 2²¹ times this is exact. */
const MAX_COUNT = 2 ** 32;
/** Of a hash, in base64: 72 bits. */
const DIGEST_LENGTH = 12;

/** The page of an entry but for what was drafted. */
type EntryFrame = Omit<EntryView, 'html' | 'error' | 'sample'>;

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
  /** URLs and attributes by number: a page holds hundreds of links, and most of them lead where others lead too. */
  readonly #entityUrls: string[] = [];
  readonly #entryUrls: string[] = [];
  readonly #attributes: string[] = [];
  readonly #nameViews: NameView[] = [];
  /** Of entries that are not the current one. */
  readonly #navViews: NavView[] = [];
  readonly #digests = new WeakMap<NavView | NameView, string>();
  /** The view and the digest of an entry are asked for one after the other. */
  #lastFrame: { readonly number: number; readonly frame: EntryFrame } | undefined;
  #diagnostics: readonly Diagnostic[] | undefined;
  #nameLists: NameLists | undefined;
  readonly #order: ReadingOrder;
  readonly #quotes: MentionQuotes;
  readonly #nearNames: (entity: number) => NearNames;
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
    this.#order = createReadingOrder(notes.corpus.entries);
    this.#quotes = new MentionQuotes(notes.corpus.entries, (entry, anchor) => this.entryUrl(entry, anchor));
    this.#nearNames = createNearNames(
      notes.corpus,
      (number) => this.factsOf(number),
      (number) => kernel.describe(this.corpusEntity(number).name, 'field').within,
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
    return this.numbersOf(kind).map((number) => this.corpusEntry(number).entry.id);
  }

  /** An entry by id, with its URL. */
  recordOf(id: string): { readonly entry: Entry; readonly url: string; readonly number: number } {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`no entry ${id}`);
    return { entry: this.corpusEntry(number).entry, url: this.entryUrl(number), number };
  }

  entryView(id: string): EntryView {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`no entry ${id}`);
    const entry = this.corpusEntry(number);
    return {
      ...this.#entryFrame(number),
      html: this.bodyOf(number),
      error: errorViewOf(entry, (html) => this.#bind(entry, html), this.runs, this.#printed),
      sample: sampleViewOf(entry, this.entryUrl(number), (html) => this.#bind(entry, html), this.runs),
    };
  }

  /**
   * What tells the page of an entry from others, for the plan of pages: two entries with equal digests have equal views. Where the body is
   * all that was drafted, the draft's digest and what fills its slots stand for it, which costs a fraction of filling them.
   */
  entryDigest(id: string): unknown {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`no entry ${id}`);
    const entry = this.corpusEntry(number);
    if (!isAllDrafted(entry)) return this.entryView(id);
    const { draft, binding } = entry;
    const names = Array.from(binding.names, (name) => (name < 0 ? '' : this.#nameAttributes(name)));
    const targets = binding.targets.map((target) => this.#targetUrl(target) ?? '');
    const parts = [...binding.parts].map(([slug, part]) => [slug, this.link(part)]);
    const { nav, names: listed, ...frame } = this.#entryFrame(number);
    const shared = [...nav, ...listed].map((view) => this.#digestOf(view)).join(' ');
    return [frame, nav.length, shared, binding.note.digest, draft.slug, names.join('\n'), targets.join('\n'), parts];
  }

  #entryFrame(number: number): EntryFrame {
    if (this.#lastFrame?.number !== number) this.#lastFrame = { number, frame: this.#makeEntryFrame(number) };
    return this.#lastFrame.frame;
  }

  #makeEntryFrame(number: number): EntryFrame {
    const entry = this.corpusEntry(number);
    const section = this.#order.sectionOf(number);
    const at = section.indexOf(number);
    const link = (other: number | undefined): LinkView | undefined =>
      other === undefined ? undefined : this.link(other);
    return {
      entry: entry.entry,
      url: this.entryUrl(number),
      breadcrumbs: this.#breadcrumbs(entry),
      nav: this.#nav(section, at, number),
      previous: link(section[at - 1]),
      next: link(section[at + 1]),
      children: entry.children.filter((child) => !this.#isInline(child)).map((child) => this.card(child)),
      names: this.#namesOf(entry),
      related: entry.related.map((other) => this.card(other)),
      aliases: otherTitlesOf(entry),
      editUrl: this.#editUrl(entry),
    };
  }

  /** Finished HTML of an entry's body. */
  bodyOf(number: number): string {
    const entry = this.corpusEntry(number);
    return this.#bind(entry, entry.draft.html);
  }

  card(number: number): EntryCard {
    const { entry } = this.corpusEntry(number);
    return {
      id: entry.id,
      kind: entry.kind,
      title: entry.title,
      url: this.entryUrl(number),
      summary: entry.summary,
      number: entry.number,
      state: entry.state,
      severity: entry.error?.severity,
      component: entry.error?.component,
      tags: entry.tags,
    };
  }

  listCard(number: number): EntryCard {
    const { entry } = this.corpusEntry(number);
    return entry.kind === 'chapter' ? { ...this.card(number), minutes: minutesOf(entry) } : this.card(number);
  }

  entityPageIds(): readonly string[] {
    return this.corpus.entities.filter(({ hasPage }) => hasPage).map(({ id }) => id);
  }

  entityView(id: string): EntityView {
    const number = this.numberOfName(id);
    if (number === undefined) throw new Error(`no name ${id}`);
    return entityViewOf(this, number, { kernel: this.#kernel, quotes: this.#quotes, near: this.#nearNames(number) });
  }

  /** Number of the entity with that id; `undefined` when no note mentions it. */
  numberOfName(id: string): number | undefined {
    return this.#entityNumbers.get(id);
  }

  /** The public record of an entity. */
  entityOf(number: number): Entity {
    const { id, name, kind, mentionCount, postings, hasPage } = this.corpusEntity(number);
    const { status, suggestion, replacedBy, howToPort } = this.factsOf(number);
    return {
      id,
      name,
      kind,
      aliases: this.aliasesOf(number),
      mentionCount,
      entries: postings.map(({ entry }) => this.corpusEntry(entry).entry.id),
      hasPage,
      status,
      suggestion,
      replacedBy,
      howToPort,
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
    this.#facts ??= lookUpNames(this.corpus.entities, this.#kernel);
    const facts = this.#facts[number];
    if (facts === undefined) throw new Error(`no name ${number}`);
    return facts;
  }

  /** Where an entity's links lead: its page, or its place in the lists. */
  entityUrl(number: number): string {
    const known = this.#entityUrls[number];
    if (known !== undefined) return known;
    const { hasPage, id } = this.corpusEntity(number);
    const url = hasPage ? this.info.routes.entity(id) : this.nameLists.placeOf(number);
    this.#entityUrls[number] = url;
    return url;
  }

  entryUrl(number: number, fragment?: string): string {
    this.#entryUrls[number] ??= this.info.routes.entry(this.corpusEntry(number).entry.id);
    const url = this.#entryUrls[number];
    return fragment ? `${url}#${encodeURIComponent(fragment)}` : url;
  }

  link(number: number): LinkView {
    return { title: this.corpusEntry(number).entry.title, url: this.entryUrl(number) };
  }

  /** Numbers of the entries of a kind, in the order of its list. */
  numbersOf(kind: EntryKind): readonly number[] {
    return this.#order.ofKind(kind);
  }

  get nameLists(): NameLists {
    this.#nameLists ??= listNames(this.corpus.entities, this.info.routes);
    return this.#nameLists;
  }

  /** Outside links of the shipped notes. Read here: in the bundle of the pages the project's folder is not found. */
  linkLedger(): readonly LedgerLink[] {
    return readLinkLedger(this.notes.site);
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
        const { title, url } = this.link(number);
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
        return this.entryUrl(target.entry, target.fragment);
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

  /** A name as a link with its marks; one value however often it is asked for. */
  nameViewOf(number: number): NameView {
    let view = this.#nameViews[number];
    if (view === undefined) {
      const { name, kind } = this.corpusEntity(number);
      view = { title: name, url: this.entityUrl(number), kind, ...marksOf(this.factsOf(number)) };
      this.#nameViews[number] = view;
    }
    return view;
  }

  /** The same in a list; an empty one where there is no such name. */
  nameView(number: number | undefined): readonly NameView[] {
    return number === undefined || this.corpus.entities[number] === undefined ? [] : [this.nameViewOf(number)];
  }

  /** What stands for a view that many pages share in their digests. */
  #digestOf(view: NavView | NameView): string {
    let digest = this.#digests.get(view);
    if (digest === undefined) {
      digest = hash('sha1', JSON.stringify(view), 'base64url').slice(0, DIGEST_LENGTH);
      this.#digests.set(view, digest);
    }
    return digest;
  }

  /** Names of an entry: those to look out for first, then by how rare they are. */
  #namesOf(entry: CorpusEntry): readonly NameView[] {
    const ranked = Float64Array.from(entry.names, (number) => this.#rankOf(number) * MAX_COUNT + number).sort();
    return Array.from(ranked.subarray(0, MAX_NAMES), (key) => this.nameViewOf(key % MAX_COUNT));
  }

  /** How a name is ranked among those of an entry: those to look out for first, then by how rare they are. */
  #rankOf(number: number): number {
    let rank = this.#ranks[number];
    if (rank === undefined) {
      const uses = Math.ceil(Math.log2(1 + this.corpusEntity(number).postings.length));
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
      crumbs.unshift(this.link(number));
      parent = this.corpusEntry(number).entry.parent;
    }
    return [{ title: COLLECTION_TITLES[entry.kind], url: this.info.routes.collection(entry.kind) }, ...crumbs];
  }

  #nav(section: readonly number[], at: number, current: number): readonly NavView[] {
    const from = Math.max(0, Math.min(at - MAX_NAV / 2, section.length - MAX_NAV));
    return section.slice(from, from + MAX_NAV).map((number) => {
      const known = this.#navViews[number];
      if (known !== undefined && number !== current) return known;
      const { entry } = this.corpusEntry(number);
      const view = {
        title:
          entry.kind === 'chapter' && entry.number !== undefined && !/chapter/i.test(entry.title)
            ? `${entry.number}. ${entry.title}`
            : entry.title,
        url: this.entryUrl(number),
        isCurrent: number === current,
        depth: entry.parent === undefined ? (0 as const) : (1 as const),
      };
      if (number !== current) this.#navViews[number] = view;
      return view;
    });
  }

  #isInline(child: number): boolean {
    const { entry } = this.corpusEntry(child);
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

  corpusEntry(number: number): CorpusEntry {
    const entry = this.corpus.entries[number];
    if (entry === undefined) throw new Error(`no entry ${number}`);
    return entry;
  }

  corpusEntity(number: number): CorpusEntity {
    const entity = this.corpus.entities[number];
    if (entity === undefined) throw new Error(`no entity ${number}`);
    return entity;
  }
}

const COLLECTION_TITLES: Readonly<Record<EntryKind, string>> = {
  chapter: 'Chapters',
  topic: 'Topics',
  error: 'Errors',
  sample: 'Samples',
  question: 'Questions',
};
