/** Images of notes: which are shown, under which name, and which are refused. Only what a note shows is published. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CompiledCorpus } from '../compiler/compile-corpus.ts';
import { publishImage } from '../sources/publish-image.ts';
import type { SourceAsset } from '../sources/read-sources.ts';

export interface AssetReport {
  readonly root: string;
  readonly file: string;
  /** Path below the base; absent for a refused one. */
  readonly url?: string | undefined;
  readonly reason?: string | undefined;
}

export interface PublishedAssets {
  /** Path below the base of an asset that is shown; `undefined` for one that was refused. */
  urlOf(root: string, file: string): string | undefined;
  readonly reports: readonly AssetReport[];
  write(outDir: string): void;
}

/** Prepares every asset that a note of the corpus leads to. */
export function publishAssets(corpus: CompiledCorpus, assets: readonly SourceAsset[]): PublishedAssets {
  const wanted = new Set<string>();
  for (const { binding } of corpus.entries)
    for (const target of binding.targets) if (target.kind === 'asset') wanted.add(keyOf(target.root, target.path));
  const urls = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const reports: AssetReport[] = [];
  for (const asset of assets) {
    const { root, file } = asset;
    if (!wanted.has(keyOf(root, file))) continue;
    const image = publishImage(asset);
    if (image.kind === 'refused') {
      reports.push({ root, file, reason: image.reason });
      continue;
    }
    const url = `media/${image.name}`;
    urls.set(keyOf(root, file), url);
    files.set(url, image.bytes);
    reports.push({ root, file, url });
  }
  return {
    urlOf: (root, file) => urls.get(keyOf(root, file)),
    reports,
    write: (outDir) => {
      if (files.size > 0) mkdirSync(resolve(outDir, 'media'), { recursive: true });
      for (const [url, bytes] of files) writeFileSync(resolve(outDir, url), bytes);
    },
  };
}

function keyOf(root: string, file: string): string {
  return `${root}\n${file}`;
}
