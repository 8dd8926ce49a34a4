import type { CorpusEntry } from '../compiler/compile-corpus.ts';
import type { SampleView } from '../model/page-views.ts';
import { recordName } from './error-view.ts';
import type { RecordedRuns } from './recorded-runs.ts';

/** What the page of a sample shows beside its body; `undefined` for other entries. `bind` fills the slots of a file. */
export function sampleViewOf(
  entry: CorpusEntry,
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
    })),
    verdicts: record?.verdicts ?? [],
    isOutOfDate: record?.isOutOfDate ?? false,
  };
}
