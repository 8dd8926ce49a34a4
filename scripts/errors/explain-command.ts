import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Catalogue } from '../../src/errors/catalogue.ts';
import type { Explanation } from '../../src/errors/explanation.ts';
import { LogExplainer } from '../../src/errors/log-explainer.ts';
import { type OpenCatalogue, openCatalogue } from '../../src/errors/open-catalogue.ts';
import type { PackedAdvice, PackedCatalogue } from '../../src/errors/packed-catalogue.ts';
import { formatAnnotations, formatText, toReport } from '../../src/errors/report-explanation.ts';
import { tellUsage } from '../tell-usage.ts';
import { loadCatalogue } from './load-catalogue.ts';

const EXIT_NOTHING = 0;
const EXIT_USAGE = 2;
const EXIT_EXPLAINED = 3;

const USAGE = `Usage: kernel-notes explain [FILE…] [--json | --annotations | --format text|json|annotations] [--catalogue FILE]
Explains a build log or kernel log; reads standard input when no file is named.
Exit status: 0 nothing found, 3 something explained, 2 wrong usage.
`;
const FORMATS = ['text', 'json', 'annotations'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly files: readonly string[];
  readonly format: Format;
  readonly catalogue: string | undefined;
}

/** Runs `kernel-notes explain` and returns its exit status: 0 nothing found, 3 something explained, 2 wrong usage; writes the answer with `write` and complaints with `complain`. */
export async function explainCommand(
  args: readonly string[],
  write: (text: string) => void = (text) => process.stdout.write(text),
  complain: (text: string) => void = (text) => process.stderr.write(text),
): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return tellUsage(options, USAGE, write, complain);
  const open = openCatalogue(await chooseCatalogue(options.catalogue));
  const reports: unknown[] = [];
  let isExplained = false;
  for (const file of options.files) {
    const source = file === '-' ? 'stdin' : file;
    let explanation: Explanation;
    try {
      explanation = await explainStream(file, open);
    } catch (error) {
      complain(`${source}: ${error instanceof Error ? error.message : String(error)}\n`);
      return EXIT_USAGE;
    }
    isExplained ||= explanation.findings.length > 0;
    if (options.format === 'text') write(formatText(explanation, source));
    else if (options.format === 'annotations') write(formatAnnotations(explanation, source));
    else reports.push(toReport(explanation, source));
  }
  if (options.format === 'json')
    write(`${JSON.stringify(reports.length === 1 ? reports[0] : reports, undefined, 2)}\n`);
  return isExplained ? EXIT_EXPLAINED : EXIT_NOTHING;
}

/** The options, or what is wrong with them; the empty string when help was asked for. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        annotations: { type: 'boolean' },
        format: { type: 'string' },
        catalogue: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return '';
    const named =
      values.json === true ? 'json' : values.annotations === true ? 'annotations' : (values.format ?? 'text');
    const format = FORMATS.find((known) => known === named);
    if (format === undefined) return `Unexpected format "${named}", expected one of ${FORMATS.join(', ')}`;
    return { files: positionals.length === 0 ? ['-'] : positionals, format, catalogue: values.catalogue };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The shipped catalogue, or that of a file: as compiled, or as a site ships it with its advice in a folder beside it. */
async function chooseCatalogue(file: string | undefined): Promise<Catalogue> {
  if (file === undefined) return loadCatalogue();
  const travelled = JSON.parse(await readFile(file, 'utf8')) as Catalogue | PackedCatalogue;
  if (!('packed' in travelled)) return travelled;
  const { unpackCatalogue } = await import('../../src/errors/unpack-catalogue.ts');
  const { catalogue, takeAdvice } = unpackCatalogue(travelled);
  const folder = join(dirname(file), 'advice');
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    takeAdvice(JSON.parse(await readFile(join(folder, name), 'utf8')) as PackedAdvice);
  return catalogue;
}

async function explainStream(file: string, open: OpenCatalogue): Promise<Explanation> {
  const explainer = new LogExplainer(open);
  let decoder: TextDecoder | undefined;
  for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
    const bytes: Uint8Array = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    decoder ??= new TextDecoder(encodingOf(bytes));
    explainer.push(decoder.decode(bytes, { stream: true }));
  }
  if (decoder !== undefined) explainer.push(decoder.decode());
  return explainer.finish();
}

/** Windows shells write logs as UTF-16 with a mark; everything else is read as UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
