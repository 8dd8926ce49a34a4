/**
 * `kernel-notes find QUERY`: looks a name, a message or words of a title up, with the ranking of the site.
 *
 * Asks the index of a built site where there is one (`OUT_DIR`), else compiles the notes. Exit status: 0 found, 1 nothing
 * found, 2 wrong usage.
 */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareSite } from '../src/astro/prepare-site.ts';
import { searchSourceOf } from '../src/astro/search-source-of.ts';
import { SEARCH_FOLDER } from '../src/astro/write-search-index.ts';
import { buildSearchFiles } from '../src/search/build-search-files.ts';
import { formatResults, listResults } from '../src/search/report-answer.ts';
import { MANIFEST_FILE } from '../src/search/search-manifest.ts';
import { type LoadText, SearchSession } from '../src/search/search-session.ts';
import { readSiteSettings, type SiteSettings } from '../src/site.ts';

const USAGE = `Usage: kernel-notes find QUERY… [--limit N] [--json | --format text|json]
Looks up a name, a message or words of a title. Several words are one query.
Exit status: 0 found, 1 nothing found, 2 wrong usage.
`;
const EXIT = { found: 0, nothing: 1, usage: 2 } as const;

/** Runs the command and returns its exit status; writes the answer with `write` and complaints with `complain`. */
export async function find(
  args: readonly string[],
  write: (text: string) => void = (text) => process.stdout.write(text),
  complain: (text: string) => void = (text) => process.stderr.write(text),
): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    (options === '' ? write : complain)(options === '' ? USAGE : `${options}\n${USAGE}`);
    return options === '' ? EXIT.found : EXIT.usage;
  }
  const site = readSiteSettings(process.env, process.cwd());
  const answer = await new SearchSession(await openIndex(site)).ask(options.query, true);
  const results = answer === undefined ? [] : listResults(answer, `${site.siteUrl ?? ''}${site.base}`, options.limit);
  const isGuess = answer?.isGuess === true;
  write(
    options.isJson
      ? `${JSON.stringify({ version: 1, query: options.query, isGuess, results })}\n`
      : formatResults(results, isGuess),
  );
  if (results.length > 0) return EXIT.found;
  if (!options.isJson) complain(`Nothing found for “${options.query}”.\n`);
  return EXIT.nothing;
}

interface Options {
  readonly query: string;
  readonly limit: number;
  readonly isJson: boolean;
}

/** The options; else what is wrong with them, empty when help was asked for. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: guardDashes(args),
      allowPositionals: true,
      options: {
        limit: { type: 'string', default: '10' },
        format: { type: 'string', default: 'text' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return '';
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1) return `--limit ${values.limit}: expected a whole number from 1 on.`;
    if (values.format !== 'text' && values.format !== 'json')
      return `--format ${values.format}: expected text or json.`;
    const query = positionals.join(' ').trim();
    return query === '' ? 'Nothing to look for.' : { query, limit, isJson: values.json || values.format === 'json' };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `-EINTR` is a query, not five options. */
function guardDashes(args: readonly string[]): string[] {
  return args.map((arg) => (/^-[A-Z]/.test(arg) ? arg.slice(1) : arg));
}

async function openIndex(site: SiteSettings): Promise<LoadText> {
  const folder = join(site.outDir, SEARCH_FOLDER);
  if (existsSync(join(folder, MANIFEST_FILE))) return (path) => readFile(join(folder, path), 'utf8');
  const { model } = await prepareSite(site);
  const files = new Map(
    buildSearchFiles(searchSourceOf(model), (text) => hash('sha256', text)).map(({ path, text }) => [path, text]),
  );
  return async (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`no file ${path} in the index`);
    return text;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await find(process.argv.slice(2));
