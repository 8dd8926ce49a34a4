import type { CorpusEntry } from '../compiler/compile-corpus.ts';
import type { SampleView } from '../model/page-views.ts';
import { recordName } from './error-view.ts';
import type { RecordedRuns } from './recorded-runs.ts';

/** Whether a file of a sample can lie beside its page under its own name. */
export function isDownload(file: string): boolean {
  return /^[\w+-][\w.+-]{0,63}$/.test(file) && !/^index\.html?$/i.test(file) && !file.endsWith('.tar');
}

/** Name of a sample's archive, and of the folder in it, by the sample's id. */
export function archiveName(id: string): string {
  return (
    id
      .slice(id.lastIndexOf('/') + 1)
      .replace(/[^\w.+-]+/g, '-')
      .slice(0, 32) || 'sample'
  );
}

/**
 * What the page of a sample shows beside its body; `undefined` for other entries. `url` is that of the page, `bind` fills the slots of a
 * file.
 */
export function sampleViewOf(
  entry: CorpusEntry,
  url: string,
  bind: (html: string) => string,
  { samples }: RecordedRuns,
): SampleView | undefined {
  if (entry.entry.kind !== 'sample' || entry.draft.files.length === 0) return undefined;
  const record = samples.get(recordName(entry));
  return {
    files: entry.draft.files.map(({ file, anchor, language, code, html }) => ({
      path: file,
      anchor,
      language,
      lines: code.replace(/\n$/, '').split('\n').length,
      html: bind(html),
      downloadUrl: isDownload(file) ? `${url}${encodeURIComponent(file)}` : undefined,
    })),
    downloadUrl: entry.draft.files.some(({ file }) => isDownload(file))
      ? `${url}${archiveName(entry.entry.id)}.tar`
      : undefined,
    verdicts: record?.verdicts ?? [],
    isOutOfDate: record?.isOutOfDate ?? false,
  };
}
