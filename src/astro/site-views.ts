/** What pages call; each function hands on to the site of this run. Lists of pages hold only those that have to be printed. */
import type { EntryKind } from '../model/entry.ts';
import type { LedgerLink } from '../model/link-ledger.ts';
import type {
  ClaimView,
  CollectionView,
  EntityView,
  EntryView,
  GlossaryView,
  LinkView,
  MapView,
  NamePageView,
  NameRow,
  NameView,
  RunsView,
  StalePageView,
  StatusView,
} from '../model/page-views.ts';
import { currentSite, isToBePrinted, noteView } from './current-site.ts';
import { glossaryOf } from './glossary-view.ts';
import {
  claimViewsOf,
  collectionViewsOf,
  type HomeView,
  homeViewOf,
  type LetterView,
  lettersOf,
  nameListDigest,
  namePagesOf,
  runsViewOf,
  statusViewOf,
} from './list-views.ts';
import { mapViewOf } from './map-view.ts';
import type { SiteInfo } from './site-model.ts';
import { staleListDigest, stalePagesOf } from './stale-pages.ts';

export const siteInfo = (): SiteInfo => currentSite().info;
export const collectionViews = (kind: EntryKind): readonly CollectionView[] => collectionViewsOf(currentSite(), kind);
export const entryIds = (kind: EntryKind): readonly string[] =>
  currentSite()
    .entryIds(kind)
    .filter((id) => isToBePrinted(currentSite().recordOf(id).url));
export const entryView = (id: string): EntryView => {
  const view = currentSite().entryView(id);
  return noteView(view.url, view, currentSite().entryDigest(id));
};
export const linkLedger = (): readonly LedgerLink[] => currentSite().linkLedger();
/** Title and page of an entry. Throws when there is none of that id. */
export const entryLink = (id: string): LinkView => {
  const { entry, url } = currentSite().recordOf(id);
  return { title: entry.title, url };
};
export const entityPageIds = (): readonly string[] =>
  currentSite()
    .entityPageIds()
    .filter((id) => isToBePrinted(siteInfo().routes.entity(id)));
/** Of all names that have a page, whether or not it has to be printed. */
export const namesWithPage = (): readonly string[] => currentSite().entityPageIds();
export const entityView = (id: string): EntityView => {
  const view = currentSite().entityView(id);
  return noteView(view.url, view);
};
export const namePagesToPrint = (): readonly NamePageView[] => {
  const heads = letters();
  return namePagesOf(currentSite())
    .filter(({ url }) => isToBePrinted(url))
    .map((view) => noteView(view.url, view, nameListDigest(view, heads)));
};
/** Every name of the site, whether or not its list has to be printed. */
export const nameRows = (): readonly NameRow[] => namePagesOf(currentSite()).flatMap(({ rows }) => rows);
/** Names to be looked out for, the worst of them, whether or not their list has to be printed. */
export const worstNames = (): readonly NameView[] => stalePagesOf(currentSite())[0]?.rows ?? [];
export const stalePagesToPrint = (): readonly StalePageView[] =>
  stalePagesOf(currentSite())
    .filter(({ url }) => isToBePrinted(url))
    .map((view) => noteView(view.url, view, staleListDigest(view, claimViews())));
export const letters = (): readonly LetterView[] => lettersOf(currentSite());
export const claimViews = (): readonly ClaimView[] => claimViewsOf(currentSite());
export const statusView = (): StatusView => statusViewOf(currentSite());
export const runsView = (): RunsView => runsViewOf(currentSite());
export const homeView = (): HomeView => homeViewOf(currentSite());
export const mapView = (): MapView => mapViewOf(currentSite());
export const glossaryView = (): GlossaryView => glossaryOf(currentSite());
