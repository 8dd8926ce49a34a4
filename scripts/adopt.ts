/**
 * `kernel-notes adopt FILE --into DIR`: a raw note as one file an entry, each with the front matter that says what the compiler took it for, so
 * that a writer can go on with typed notes. The text is that of the note, line for line; nothing is overwritten.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import type { DraftEntry } from '../src/compiler/draft.ts';
import { draftNote } from '../src/compiler/draft-note.ts';
import { SourceLines } from '../src/compiler/parse/source-lines.ts';
import { COLLECTION_OF } from '../src/model/entry.ts';
import { decodeText, detectText } from '../src/sources/decode-text.ts';
import { tellUsage } from './tell-usage.ts';

const USAGE = `Usage: kernel-notes adopt FILE --into DIR
Writes a raw note as one file an entry, each with the front matter that says what it is. Nothing is overwritten.
Exit status: 0 done, 1 a file is in the way, 2 wrong usage.
`;

/** Runs the command and returns its exit status; writes the names of the files with `write` and complaints with `complain`. */
export async function adopt(
  args: readonly string[],
  write: (text: string) => void = (text) => process.stdout.write(text),
  complain: (text: string) => void = (text) => process.stderr.write(text),
): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return tellUsage(options, USAGE, write, complain);
  const { path, into } = options;
  if (!existsSync(path)) {
    complain(`${path}: there is no such file.\n`);
    return 2;
  }
  const bytes = readFileSync(path);
  const detected = detectText(bytes);
  if (detected.kind === 'no-text') {
    complain(`${path}: ${detected.reason}\n`);
    return 2;
  }
  const text = decodeText(bytes, detected.encoding);
  const draft = await draftNote({ file: basename(path), text, attachments: [] });
  const lines = new SourceLines(text);
  const stem = basename(path).replace(/\.\w+$/, '');
  for (const entry of draft.entries) {
    const body = bodyOf(entry, draft.entries, lines);
    if (entry.slug === '' && body.trim() === '' && draft.entries.length > 1) continue;
    const target = resolve(into, COLLECTION_OF[entry.kind], `${entry.slug === '' ? stem : entry.slug}.md`);
    if (existsSync(target)) {
      complain(`${target} exists already.\n`);
      return 1;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `---\n${stringify(frontMatterOf(entry))}---\n\n${body}\n`);
    write(`${target}\n`);
  }
  return 0;
}

/** The options; else what is wrong with them, empty when help was asked for. */
function readOptions(args: readonly string[]): { readonly path: string; readonly into: string } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { into: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) return '';
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) return 'One file is adopted at a time.';
    return values.into === undefined ? 'Where to: --into DIR.' : { path, into: values.into };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function frontMatterOf(entry: DraftEntry): Record<string, unknown> {
  const { kind, title, number, state, kernel, tags, lang, error } = entry;
  const errorFacts =
    error === undefined
      ? {}
      : {
          component: error.component,
          severity: error.severity,
          signatures: error.signatures,
          ...((error.heard ?? []).length === 0 ? {} : { heard: error.heard }),
          causes: error.causes,
        };
  return {
    kind,
    title,
    ...(number === undefined ? {} : { number }),
    ...(state === undefined ? {} : { state }),
    ...(kernel === undefined ? {} : { kernel }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(lang === undefined ? {} : { lang }),
    ...errorFacts,
  };
}

/** The lines of an entry that belong to no entry taken out of it, without its heading. */
function bodyOf(entry: DraftEntry, all: readonly DraftEntry[], lines: SourceLines): string {
  const inner = all.filter(
    (other) =>
      other !== entry &&
      other.line >= entry.line &&
      other.endLine <= entry.endLine &&
      (other.parent === entry.slug || entry.slug === ''),
  );
  const kept: string[] = [];
  for (let line = entry.line; line <= entry.endLine; line++) {
    if (!inner.some((other) => line >= other.line && line <= other.endLine)) kept.push(lines.lineText(line));
  }
  const text = kept.join('\n');
  return text
    .replace(/^\s*(?:#{1,6}[ \t]*[^\n]*|[^\n]+\n[=-]{2,})(?:\n|$)/, (heading) =>
      heading.includes(entry.title) || entry.number !== undefined ? '' : heading,
    )
    .trim();
}
