/** Where the indexed releases print the messages of the catalogue, as `scripts/errors/find-messages.ts` found it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CompiledCorpus } from '../compiler/compile-corpus.ts';
import { makeDiagnostic } from '../diagnostics/rules.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { RELEASES } from '../model/entity.ts';
import type { ErrorEvidence, ErrorSignature } from '../model/error-entry.ts';
import type { PrintingView } from '../model/page-views.ts';
import { recordName } from './error-view.ts';
import { sourceUrl } from './outside-links.ts';

const RE_PLACE = /^(.+):(\d+)$/;

const printedInSchema = z.object({
  version: z.literal(1),
  messages: z.array(
    z.object({
      entry: z.string(),
      text: z.string(),
      /** Releases whose tree holds the literal text, whole or in pieces. */
      releases: z.array(z.string()),
      /** `scripts/mod/modpost.c:2250` by release, where the text stands in one piece. */
      places: z.record(z.string(), z.string()),
      /** The format string that holds it, by release. */
      formats: z.record(z.string(), z.string()),
    }),
  ),
});

/** What is known of a message, by the name of its error and its text. */
export type PrintedIn = ReadonlyMap<string, z.infer<typeof printedInSchema>['messages'][number]>;

/** Reads `printed-in.json`. Throws where it does not fit its schema: the script wrote it. */
export function readPrintedIn(file: string): PrintedIn {
  const { messages } = printedInSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(messages.map((message) => [keyOf(message.entry, message.text), message]));
}

/**
 * Where each indexed release prints a message; `undefined` when it was not looked for: another program prints it, or the
 * error is not one of ours. A text that is put together of pieces has the place of the note's evidence, or none.
 */
export function printingOf(
  error: string,
  { text, printer, releases }: Pick<ErrorSignature, 'text' | 'printer' | 'releases'>,
  evidence: readonly ErrorEvidence[],
  printed: PrintedIn,
): readonly PrintingView[] | undefined {
  const known = printer === undefined ? printed.get(keyOf(error, text)) : undefined;
  return known === undefined
    ? undefined
    : RELEASES.flatMap((release): readonly PrintingView[] => {
        const [, file, line] = RE_PLACE.exec(known.places[release] ?? '') ?? [];
        if (file !== undefined && line !== undefined)
          return [{ release, place: `${file}:${line}`, url: sourceUrl(release, file, Number(line)) }];
        const isClaimed = releases.length === 0 || releases.includes(release);
        const isEvidenced = isClaimed && evidence.some((one) => one.release === release);
        return known.releases.includes(release) || isEvidenced ? [{ release }] : [];
      });
}

/** One diagnostic for each message of our own that claims an indexed release, or none, and that no indexed tree prints. */
export function reportUnprinted(
  { entries }: CompiledCorpus,
  printed: PrintedIn,
  isWanted: (root: string) => boolean,
): readonly Diagnostic[] {
  return entries.flatMap((one) => {
    const { error, source } = one.entry;
    if (error === undefined || !isWanted(source.root)) return [];
    return [...error.signatures, ...error.heard]
      .filter((signature) => {
        const isOlder = signature.releases.length > 0 && !signature.releases.some(isIndexed);
        return !isOlder && printingOf(recordName(one), signature, error.evidence, printed)?.length === 0;
      })
      .map(({ text }) => ({
        root: source.root,
        file: source.file,
        ...makeDiagnostic('signature-unprinted', { line: source.line, column: 1 }, text),
      }));
  });
}

function isIndexed(release: string): boolean {
  return RELEASES.some((known) => known === release);
}

function keyOf(error: string, text: string): string {
  return `${error}\n${text}`;
}
