/** Settings of one run: the project's defaults, then the notes' own settings file, then the environment. */
import { basename, delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { NotesSettings } from './model/notes-settings.ts';
import { otherSiteSchema } from './model/notes-settings.ts';
import type { OtherSite } from './model/other-site.ts';
import { normaliseBase } from './routes.ts';
import type { SourceRoot } from './sources/read-sources.ts';
import { SettingsError } from './sources/settings-error.ts';

/** Folder of the project itself. */
export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
/** Notes and data that come with the project. */
export const CONTENT_DIR = resolve(PROJECT_DIR, 'src/content');
/** Label of the project's own notes where a build shows others. */
export const SHIPPED_LABEL = 'kernel-notes';

const environmentSchema = z.object({
  /** Folders of notes to build instead of the shipped ones; each may be prefixed `label=`. */
  NOTES_DIR: z.string().optional(),
  /** Absolute origin, such as `https://notes.example.org`. */
  SITE_URL: z.url().optional(),
  BASE_PATH: z.string().default('/'),
  OUT_DIR: z.string().default('dist'),
  DATA: z.enum(['full']).optional(),
  /** Other builds whose results the search shows, parted by blanks, each `name=address`. */
  FEDERATION: z.string().optional(),
  /** File to which the build writes its timings as JSON. */
  KERNEL_NOTES_TIMINGS: z.string().optional(),
});

export interface SiteSettings {
  readonly title: string;
  readonly language: string;
  readonly roots: readonly SourceRoot[];
  /** `true` when the shipped notes are what is built. */
  readonly isShipped: boolean;
  readonly siteUrl: string | undefined;
  /** With one slash at either end. */
  readonly base: string;
  readonly outDir: string;
  readonly writesMentions: boolean;
  readonly timingsFile: string | undefined;
  /** Other builds whose results the search shows among ours. */
  readonly federation: readonly OtherSite[];
  /** Pages are served while they are written: the tools of that need a looser policy. */
  readonly isDev: boolean;
}

/** Reads the environment. Relative folders count from `cwd`. Throws `SettingsError` on values that cannot be used. */
export function readSiteSettings(environment: Readonly<Record<string, string | undefined>>, cwd: string): SiteSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new SettingsError(
      `${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'cannot be used'}`,
      'See CONTRIBUTING.md for the variables and their values.',
    );
  }
  const { NOTES_DIR, SITE_URL, BASE_PATH, OUT_DIR, DATA, FEDERATION, KERNEL_NOTES_TIMINGS } = read.data;
  return {
    title: 'kernel-notes',
    language: 'en',
    roots: NOTES_DIR === undefined ? [{ label: '', dir: CONTENT_DIR }] : readRoots(NOTES_DIR, cwd),
    isShipped: NOTES_DIR === undefined,
    siteUrl: SITE_URL?.replace(/\/$/, ''),
    base: normaliseBase(BASE_PATH),
    outDir: resolve(cwd, OUT_DIR),
    writesMentions: DATA === 'full',
    timingsFile: KERNEL_NOTES_TIMINGS,
    federation: readFederation(FEDERATION ?? ''),
    isDev: false,
  };
}

/** Settings with what the first folder of notes says of itself. */
export function withNotesSettings(site: SiteSettings, notes: NotesSettings | undefined): SiteSettings {
  return {
    ...site,
    title: notes?.title ?? site.title,
    language: notes?.language ?? site.language,
    federation: site.federation.length > 0 ? site.federation : (notes?.federation ?? []),
  };
}

function readFederation(list: string): readonly OtherSite[] {
  return list
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, name, url] = /^([^=]+)=(.+)$/.exec(part) ?? [];
      const read = otherSiteSchema.safeParse({ name, url });
      if (read.success) return read.data;
      throw new SettingsError(
        `FEDERATION: ${part} cannot be used`,
        'Write name=address, as in net=https://notes.example.org/net/, and part several by blanks.',
      );
    });
}

function readRoots(list: string, cwd: string): readonly SourceRoot[] {
  const dirs = list.split(delimiter).filter((part) => part !== '');
  const taken = new Set([SHIPPED_LABEL]);
  return dirs.map((part) => {
    const labelled = /^([\w.-]+)=(.+)$/.exec(part);
    const dir = resolve(cwd, labelled?.[2] ?? part);
    if (dirs.length === 1 && labelled === null) return { label: '', dir };
    const wanted = labelled?.[1] ?? basename(dir);
    let label = wanted;
    for (let count = 2; taken.has(label); count++) label = `${wanted}-${count}`;
    taken.add(label);
    return { label, dir };
  });
}
