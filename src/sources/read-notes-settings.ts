/**
 * Reads the settings file of a folder of notes as far as it can be read: what one field holds wrongly never takes away another, least of
 * all what must not be published. JSON with comments or trailing commas is read too, and reported.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { RULES } from '../diagnostics/rules.ts';
import type { NotesSettings } from '../model/notes-settings.ts';
import { NOTES_SETTINGS_FILE, notesSettingsSchema } from '../model/notes-settings.ts';
import { decodeText, detectText } from './decode-text.ts';
import type { SourceFinding } from './source-finding.ts';
import { describeFailure } from './walk-folder.ts';

export interface ReadNotesSettings {
  readonly settings: NotesSettings;
  /** Of the rule `notes-settings`. */
  readonly findings: readonly SourceFinding[];
}

const MAX_BYTES = 1024 * 1024;

/** Settings of the folder `dir`, whose notes are reported under `root`; empty when it has no settings file. */
export function readNotesSettings(root: string, dir: string): ReadNotesSettings {
  const path = join(dir, NOTES_SETTINGS_FILE);
  const findings: SourceFinding[] = [];
  const report = (found: string, line = 1, column = 1) => {
    findings.push({ rule: 'notes-settings', root, file: NOTES_SETTINGS_FILE, line, column, found });
  };
  const text = readText(path, report);
  if (text === undefined) return { settings: {}, findings };
  const value = parseLeniently(text, report);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (findings.length === 0) report('no object');
    return { settings: {}, findings };
  }
  return { settings: takeFields(value, report), findings };
}

type Report = (found: string, line?: number, column?: number) => void;

function readText(path: string, report: Report): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile() || stats.size > MAX_BYTES) {
    report(stats.isFile() ? 'a file of more than 1 MiB' : 'something that is no file');
    return undefined;
  }
  try {
    const bytes = readFileSync(path);
    const detected = detectText(bytes);
    if (detected.kind === 'text') return decodeText(bytes, detected.encoding);
    report(detected.reason);
  } catch (error) {
    report(describeFailure(error));
  }
  return undefined;
}

/** YAML is a superset of JSON whose parser goes on after an error and tells its place. */
function parseLeniently(text: string, report: Report): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lineCounter = new LineCounter();
    const document = parseDocument(text.replace(/^\s*\/\/.*$/gm, ''), {
      lineCounter,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [first] = document.errors;
    const place = lineCounter.linePos(first?.pos[0] ?? 0);
    report(
      first === undefined ? 'JSON with comments or trailing commas' : `no JSON: ${first.message}`,
      place.line || 1,
      place.col || 1,
    );
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch {
      return undefined; // Aliases without end: reported above already.
    }
  }
}

/** Takes each field alone, so that one wrong field leaves the others. */
function takeFields(value: object, report: Report): NotesSettings {
  const fields = Object.entries(value);
  let settings: NotesSettings = {};
  for (const [name, field] of fields) {
    if (!Object.hasOwn(notesSettingsSchema.shape, name)) {
      report(`the unknown field ${JSON.stringify(name)}`);
      continue;
    }
    const kept =
      name === 'ignore' && Array.isArray(field) ? field.filter((pattern) => typeof pattern === 'string') : field;
    if (Array.isArray(field) && Array.isArray(kept) && kept.length < field.length)
      report('`ignore` with something that is no text');
    const parsed = notesSettingsSchema.safeParse({ [name]: kept });
    settings = { ...settings, ...parsed.data };
    for (const rule of Object.keys(parsed.data?.rules ?? {}))
      if (!Object.hasOwn(RULES, rule)) report(`the unknown rule ${JSON.stringify(rule)}`);
    if (!parsed.success) report(`\`${name}\`: ${parsed.error.issues[0]?.message ?? 'a value that does not fit'}`);
  }
  return settings;
}
