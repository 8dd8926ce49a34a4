/** Notes to a site that can be printed: compiled, looked up in the inventory, joined with what the lab recorded. */
import { resolve } from 'node:path';
import { decideNames } from '../compiler/entities/decide-names.ts';
import { CONTENT_DIR, type SiteSettings } from '../site.ts';
import { CACHE_DIR } from './cache-dir.ts';
import { compileNotes } from './compile-notes.ts';
import { keepFacts } from './facts-cache.ts';
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

/** Compiles the notes of `site`. */
export async function prepareSite(site: SiteSettings, phases = new Phases()): Promise<PreparedSite> {
  const kernelDir = resolve(CONTENT_DIR, 'kernel');
  const kept = keepFacts(openKernelFacts(kernelDir), kernelDir, CACHE_DIR);
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
