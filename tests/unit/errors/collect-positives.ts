/**
 * Lines that a signature must know: from logs that were recorded, and from the format strings of the sources.
 *
 * A recorded line is one of a run of the lab or of the logs in `recorded/`; every log is a run of its own. A line from a
 * format string is not recorded: its literal text is that of the release's sources, its values are put in here. Whether
 * an answer is right is told without the matcher: by the lab, whose every case names the message that it makes, and by
 * the note that claims the format string.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CandidateFinder } from '../../../src/errors/candidate-finder.ts';
import type { CatalogueSignature } from '../../../src/errors/catalogue.ts';
import { type Confirmed, confirmLine, withoutOverlap } from '../../../src/errors/confirm-line.ts';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { normaliseLine } from '../../../src/errors/normalise-line.ts';
import type { Candidate } from '../../../src/errors/open-catalogue.ts';
import { fixturePath, OPEN, readFixture, SHIPPED } from './shipped-catalogue.ts';

export interface Positive {
  readonly entry: string;
  readonly signature: CatalogueSignature;
  /** The log, or the release of the sources. Two positives of one run are one. */
  readonly run: string;
  readonly line: string;
}

const PRINTED_IN = join(
  dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
  'src/content/kernel/printed-in.json',
);
const VERDICTS = join(dirname(dirname(PRINTED_IN)), 'verdicts', 'errors');
const FINDER = new CandidateFinder(OPEN);
const RE_CONVERSION = /%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|t|L|j)?(p[a-zA-Z]{0,3}|[a-zA-Z])/g;

const printedInSchema = z.object({
  messages: z.array(
    z.object({
      entry: z.string(),
      text: z.string(),
      places: z.record(z.string(), z.string()),
      formats: z.record(z.string(), z.string()),
    }),
  ),
});

const labRunsSchema = z.object({
  error: z.string(),
  runs: z.array(
    z.object({
      release: z.string(),
      case: z.string(),
      message: z.array(z.string()),
      expected: z.string(),
      seenBefore: z.boolean(),
      transcript: z.string(),
    }),
  ),
});

/** Marks that the lab put in, as they stand on a machine. */
const MARKS: Readonly<Record<string, string>> = {
  '<build>': '/home/user/demo',
  '<kdir>': '/usr/src/linux-headers-amd64',
  '<kdir-common>': '/usr/src/linux-headers-common',
  '<addr>': 'ffffffff81234567',
  '<pid>': '123',
};

/** A line that the lab says is the message of an error. */
export interface LabelledLine {
  readonly entry: string;
  readonly run: string;
  readonly line: string;
}

/** Of every run of the lab that shows its error the first line with each message that the case names. */
export function collectLabelled(): LabelledLine[] {
  const files = readdirSync(VERDICTS).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const { error, runs } = labRunsSchema.parse(JSON.parse(readFileSync(join(VERDICTS, file), 'utf8')));
    return runs
      .filter(({ seenBefore, expected }) => seenBefore && expected === 'printed')
      .flatMap(({ release, case: name, message, transcript }) => {
        const lines = transcript.split('\n').map(unmark);
        return message.flatMap((wanted): LabelledLine[] => {
          const pattern = /^\/(.+)\/$/s.exec(wanted)?.[1];
          const isIt = pattern === undefined ? undefined : new RegExp(pattern);
          const line = lines.find((one) => (isIt === undefined ? one.includes(wanted) : isIt.test(one)));
          return line === undefined ? [] : [{ entry: error, run: `${name} ${release}`, line }];
        });
      });
  });
}

/** One positive a signature and recorded log: the first line of the log for which the signature is an answer. */
export function collectRecorded(): Positive[] {
  const logs = ['lab', 'recorded', 'tools', 'guest'].flatMap((folder) =>
    readdirSync(fixturePath(folder))
      .filter((file) => file.endsWith('.txt') && !file.endsWith('.expected.txt'))
      .map((file) => `${folder}/${file}`),
  );
  return logs.sort().flatMap((run) => {
    const seen = new Set<CatalogueSignature>();
    const log = unmark(readFixture(run));
    const single = log.split('\n').flatMap((line) =>
      answersIn(line).flatMap(({ entry, signature }): Positive[] => {
        if (seen.has(signature)) return [];
        seen.add(signature);
        return [{ entry: entry.id, signature, run, line }];
      }),
    );
    // A command of the log stands behind a plus sign; of each entry the explanation shows the first spelling alone.
    return [...single, ...log.split(/^(?=\+ )/m).flatMap((part) => severalLinesIn(part, run))];
  });
}

/** Signatures of several lines are answers only where the log goes on as they do. */
function severalLinesIn(log: string, run: string): Positive[] {
  return explainLog(log, OPEN)
    .findings.filter(({ signature, level }) => level === 'exact' && signature.text.includes('\n'))
    .map(({ entry, signature, occurrences }) => ({
      entry: entry.id,
      signature,
      run,
      line: occurrences[0]?.text ?? '',
    }));
}

/** One positive a signature and release whose format string, with values put in, is a message that the signature fits. */
export function collectFromFormats(): Positive[] {
  const { messages } = printedInSchema.parse(JSON.parse(readFileSync(PRINTED_IN, 'utf8')));
  const entries = new Map(SHIPPED.catalogue.entries.map((entry) => [entry.id, entry]));
  return messages.flatMap(({ entry, text, places, formats }) => {
    const signature = entries.get(entry)?.signatures.find((one) => one.text === text);
    if (signature === undefined) return [];
    return Object.entries(formats).flatMap(([release, format]): Positive[] => {
      const line = [
        fillFormat(format),
        ...prefixesOf(places[release] ?? '').map((prefix) => prefix + fillFormat(format)),
      ]
        .flatMap((message) => message.split('\n'))
        .find((one) => hitsIn(one).some(({ candidate }) => candidate.signature === signature));
      return line === undefined ? [] : [{ entry, signature, run: release, line }];
    });
  });
}

/** One positive a message and release whose sources put it together from pieces; `composed.txt` tells which. */
export function collectComposed(): Positive[] {
  return readFixture('composed.txt')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .flatMap((row) => {
      const [entry = '', line = '', releases = ''] = row.split('\t');
      const signature = hitsIn(line).find(({ candidate }) => candidate.entry.id === entry)?.candidate.signature;
      return signature === undefined ? [] : releases.split(',').map((run) => ({ entry, signature, run, line }));
    });
}

/** What the printing function of a part of the sources puts in front: `pr_fmt()` and the like. */
function prefixesOf(place: string): readonly string[] {
  if (place.startsWith('scripts/mod/')) return ['WARNING: modpost: ', 'ERROR: modpost: '];
  if (place.startsWith('kernel/livepatch/')) return ['livepatch: '];
  return place.startsWith('kernel/module/') ? ['do_init_module: '] : [];
}

/** The message that a format string of the kernel makes, with values of our own; level and log prefixes are left out. */
function fillFormat(format: string): string {
  return format
    .replace(/^\\0?01\d/, '')
    .replaceAll('%%', '\u0001')
    .replace(RE_CONVERSION, (_whole, kind: string) => valueFor(kind))
    .replaceAll('\u0001', '%')
    .replace(/[:,] ?$/, (end) => `${end.trimEnd()} what went wrong`);
}

function valueFor(kind: string): string {
  if (kind === 's') return 'demo1';
  if (kind === 'c') return 'x';
  if (kind === 'x' || kind === 'X') return '1b';
  if (/^p[sf]/.test(kind)) return 'demo_probe';
  if (/^p[SB]/.test(kind)) return 'demo_probe+0x1b/0x40 [demo]';
  if (/^p[rR]/.test(kind)) return '[mem 0xfe800000-0xfe80ffff]';
  if (/^pG/.test(kind)) return 'GFP_KERNEL';
  return kind.startsWith('p') ? 'ffff888012345678' : '7';
}

function unmark(line: string): string {
  return line.replaceAll(/<[a-z-]+>/g, (mark) => MARKS[mark] ?? mark);
}

function answersIn(line: string): readonly Candidate[] {
  return withoutOverlap(hitsIn(line)).map(({ candidate }) => candidate);
}

function hitsIn(line: string): readonly Confirmed[] {
  const { text } = normaliseLine(line);
  FINDER.read(text);
  return confirmLine(FINDER.candidates, text, undefined).filter(
    ({ candidate }) => candidate.variant.lines.length === 1,
  );
}
