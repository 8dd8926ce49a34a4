import type { CorpusEntry } from '../compiler/compile-corpus.ts';
import type { ErrorHeard, ErrorSignature } from '../model/error-entry.ts';
import type { ErrorView, SignatureView } from '../model/page-views.ts';
import { proofOf } from '../model/verdict.ts';
import { sourceUrl } from './outside-links.ts';
import { type PrintedIn, printingOf } from './printed-in.ts';
import type { RecordedRuns } from './recorded-runs.ts';

/** Name of an error or sample in the records: the last part of its id. */
export function recordName({ entry }: CorpusEntry): string {
  return entry.id.slice(entry.id.lastIndexOf('/') + 1);
}

/** What the page of an error shows beside its body; `undefined` for other entries. `bind` fills the slots of a fragment. */
export function errorViewOf(
  entry: CorpusEntry,
  bind: (html: string) => string,
  { errors }: RecordedRuns,
  printed: PrintedIn,
): ErrorView | undefined {
  const facts = entry.entry.error;
  if (entry.entry.kind !== 'error' || facts === undefined) return undefined;
  const { fragments } = entry.draft;
  const record = errors.get(recordName(entry));
  const runs = record?.runs ?? [];
  const fragment = (key: string): string | undefined => {
    const html = fragments[key];
    return html === undefined ? undefined : bind(html);
  };
  const viewOf = (key: string, spelling: ErrorSignature | ErrorHeard): SignatureView => ({
    html: fragment(key) ?? spelling.text,
    releases: spelling.releases,
    printer: spelling.printer,
    printed: printingOf(recordName(entry), spelling, facts.evidence, printed),
  });
  return {
    severity: facts.severity,
    component: facts.component,
    signatures: facts.signatures.map((signature, index) => viewOf(`signature-${index}`, signature)),
    classes: facts.classes,
    heard: facts.heard.map((heard, index) => ({ ...viewOf(`heard-${index}`, heard), why: heard.why })),
    causes: facts.causes.map((cause, index) => {
      const own = runs.filter((run) => run.cause === cause.id);
      return {
        id: cause.id,
        titleHtml: fragment(`cause-${index}-title`) ?? '',
        checkHtml: fragment(`cause-${index}-check`),
        fixHtml: fragment(`cause-${index}-fix`) ?? '',
        commandsHtml: fragment(`cause-${index}-commands`),
        proof: own.length === 0 ? undefined : proofOf(own),
      };
    }),
    evidence: facts.evidence.map((evidence) => ({
      ...evidence,
      url: sourceUrl(evidence.release, evidence.file, evidence.line),
    })),
    proof: proofOf(runs),
    runs,
    isOutOfDate: record?.isOutOfDate ?? false,
  };
}
