/**
 * `kernel-notes find QUERY`: looks a name, a message or words up, with the ranking of the site.
 *
 * Asks the indexes of a built site where there is one (`OUT_DIR`), else compiles the notes. Where the query is a name or a message, the text of the
 * notes is searched only with `--words`, as in the browser. Exit status: 0 found, 1 nothing
 * found, 2 wrong usage.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { WordAnswer } from '../src/search/find-words.ts';
import { formatResults, listResults, tellWords } from '../src/search/report-answer.ts';
import { MANIFEST_FILE } from '../src/search/search-manifest.ts';
import { isWordQuery, type LoadText, SearchSession } from '../src/search/search-session.ts';
import { readSiteSettings, type SiteSettings } from '../src/site.ts';
import { hasWords, searchWords } from './open-words.ts';
import { tellUsage } from './tell-usage.ts';

const USAGE = `Usage: kernel-notes find QUERY… [--limit N] [--words] [--json | --format text|json]
Looks up a name, a message or words. Several words are one query, "words in quotes" a phrase.
--words searches the text of the notes also where the query is a name or a message.
Exit status: 0 found, 1 nothing found, 2 wrong usage.
`;
/** Files of names that are read for a short beginning beside the best; they cost nothing here. */
const FURTHER_NAMES = 24;
const EXIT = { found: 0, nothing: 1 } as const;

/** Runs the command and returns its exit status; writes the answer with `write` and complaints with `complain`. */
export async function find(
  args: readonly string[],
  write: (text: string) => void = (text) => process.stdout.write(text),
  complain: (text: string) => void = (text) => process.stderr.write(text),
): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return tellUsage(options, USAGE, write, complain);
  const site = readSiteSettings(process.env, process.cwd());
  const { load, searchText } = await openIndex(site);
  const answer = await new SearchSession(load).ask(options.query, FURTHER_NAMES);
  const isAsked = answer !== undefined && (options.isWords || isWordQuery(answer));
  const found = isAsked ? await searchText(options.query, options.limit) : undefined;
  const origin = `${site.siteUrl ?? ''}${site.base}`;
  const results = answer === undefined ? [] : listResults(answer, found, origin, options.limit);
  const isGuess = answer?.isGuess === true;
  const told = found === undefined ? undefined : tellWords(found);
  write(
    options.isJson
      ? `${JSON.stringify({ version: 1, query: options.query, isGuess, ...(found === undefined ? {} : { words: found.match }), results })}\n`
      : formatResults(results, isGuess),
  );
  if (told !== undefined && !options.isJson) complain(`${told}\n`);
  if (results.length > 0) return EXIT.found;
  if (!options.isJson) complain(`Nothing found for “${options.query}”.\n`);
  return EXIT.nothing;
}

interface Options {
  readonly query: string;
  readonly limit: number;
  readonly isJson: boolean;
  readonly isWords: boolean;
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
        words: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return '';
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1) return `--limit ${values.limit}: expected a whole number from 1 on.`;
    if (values.format !== 'text' && values.format !== 'json')
      return `--format ${values.format}: expected text or json.`;
    const query = positionals.join(' ').trim();
    const isJson = values.json || values.format === 'json';
    return query === '' ? 'Nothing to look for.' : { query, limit, isJson, isWords: values.words };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `-EINTR` is a query, not five options. */
function guardDashes(args: readonly string[]): string[] {
  return args.map((arg) => (/^-[A-Z]/.test(arg) ? arg.slice(1) : arg));
}

/** The two indexes of some notes. */
export interface OpenIndex {
  readonly load: LoadText;
  searchText(text: string, limit: number): Promise<WordAnswer>;
}

async function openIndex(site: SiteSettings): Promise<OpenIndex> {
  const folder = join(site.outDir, 'search');
  if (existsSync(join(folder, MANIFEST_FILE)) && hasWords(site.outDir)) {
    return {
      load: (path) => readFile(join(folder, path), 'utf8'),
      searchText: (text, limit) => searchWords(site.outDir, text, site.language, limit),
    };
  }
  // The compiler is loaded only where it is needed: a built site answers in a tenth of the time.
  const { compileIndex } = await import('./compile-index.ts');
  return compileIndex(site);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await find(process.argv.slice(2));
