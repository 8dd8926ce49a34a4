import { z } from 'zod';
import { SEVERITIES } from './diagnostic.ts';

/** Name of the settings file that a folder of notes may hold at its top. */
export const NOTES_SETTINGS_FILE = 'kernel-notes.json';

const RE_SITE = /^https?:\/\/[^\s/?#;,'"\\]+(?:\/[^\s?#;,'"\\]*)?$/;

/** Another build: what its results are marked with, and the address of its home page. */
export const otherSiteSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  url: z
    .string()
    .regex(RE_SITE, 'the address of a home page, such as `https://notes.example.org/net/`')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
});

/** What the owner of a folder of notes decides about it. Every field may be left out. */
export const notesSettingsSchema = z
  .object({
    /** Name of the site, in the header and in every page's title. Default: the project's own. Example: `Driver team notes`. */
    title: z.string().trim().min(1).max(200),
    /** Image in the header: a path relative to the folder of notes. Default: none. Example: `images/logo.svg`. */
    logo: z.string().trim().min(1).max(1000),
    /** BCP 47 tag of the language that the notes are written in. Default: `en`. Example: `zh-Hans`. */
    language: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language tag such as `en` or `zh-Hans`'),
    /** What is not published: patterns as in a `.gitignore` file, a later one wins. Default: none. Example: `["drafts/", "*.tmp.md"]`. */
    ignore: z.array(z.string().max(1000)).max(10_000),
    /** Severity of single rules, or `off`. Default: the table of rules. Example: `{ "stale-name": "error" }`. */
    rules: z.record(z.string(), z.enum([...SEVERITIES, 'off'])),
    /** Other builds of kernel-notes whose results the search shows among ours, marked with their names. Default: none. Example: `[{ "name": "net", "url": "https://notes.example.org/net/" }]`. */
    federation: z.array(otherSiteSchema).max(20),
    /** Address at which a note can be edited; `{file}` stands for its path. Default: none. Example: `https://git.example.org/wiki/edit/main/{file}`. */
    editLink: z.string().regex(/^https?:\/\/\S+$/, 'an address beginning with http:// or https://'),
  })
  .partial();

export type NotesSettings = z.infer<typeof notesSettingsSchema>;
