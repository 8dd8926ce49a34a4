/** Notes to a site that can be printed: compiled, looked up in the inventory, joined with what the lab recorded. */
import { resolve } from 'node:path';
import { decideNames } from '../compiler/entities/decide-names.ts';
import { CONTENT_DIR, type SiteSettings } from '../site.ts';
import { CACHE_DIR } from './cache-dir.ts';
import { compileNotes } from './compile-notes.ts';
import { type KeptFacts, keepFacts } from './facts-cache.ts';
import type { KernelFacts } from './kernel-facts.ts';
import { openKernelFacts } from './open-kernel-facts.ts';
import { Phases } from './phases.ts';
import { readPrintedIn } from './printed-in.ts';
import { type PublishedAssets, publishAssets } from './publish-assets.ts';
import { readRecordedRuns } from './recorded-runs.ts';
import { SiteModel } from './site-model.ts';

export interface PreparedSite {
  readonly model: SiteModel;
  readonly assets: PublishedAssets;
  readonly kernel: KernelFacts;
  /** Keeps what was asked of the inventory for the next run; to be called when all pages are made. */
  readonly saveFacts: () => void;
}

/** Opens the shipped inventory. What it unpacks to answer stays in memory as long as the result is held. */
export function openShippedKernel(): KeptFacts {
  const kernelDir = resolve(CONTENT_DIR, 'kernel');
  return keepFacts(openKernelFacts(kernelDir), kernelDir, CACHE_DIR);
}

/** Compiles the notes of `site`. Who does so again and again opens the inventory once. */
export async function prepareSite(
  site: SiteSettings,
  phases = new Phases(),
  kept = openShippedKernel(),
): Promise<PreparedSite> {
  const kernel = kept.facts;
  const notes = await compileNotes(
    site,
    CACHE_DIR,
    (drafts) =>
      decideNames(drafts, kernel.kindsOf).map((decisions, note) =>
        decisions.map(({ kind, name: canonical }, name) =>
          kind === undefined ? undefined : { name: canonical ?? drafts[note]?.names[name]?.name ?? '', kind },
        ),
      ),
    phases,
  );
  const assets = publishAssets(notes.corpus, notes.assets);
  const model = new SiteModel(
    notes,
    kernel,
    assets,
    readRecordedRuns(CONTENT_DIR),
    readPrintedIn(resolve(CONTENT_DIR, 'kernel', 'printed-in.json')),
  );
  phases.end('prepare');
  return { model, assets, kernel, saveFacts: kept.save };
}
