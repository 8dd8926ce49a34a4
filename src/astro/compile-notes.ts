/** Files to corpus: reads the notes, drafts those that the cache does not hold, joins them. The edge between the file system and the compiler. */
import { hash } from 'node:crypto';
import { posix, resolve } from 'node:path';
import { type CompiledCorpus, type CorpusNote, compileCorpus, type DecidedName } from '../compiler/compile-corpus.ts';
import type { Draft } from '../compiler/draft.ts';
import { makeDiagnostic } from '../diagnostics/rules.ts';
import type { FileReport } from '../model/corpus.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { NotesSettings } from '../model/notes-settings.ts';
import { CONTENT_DIR, SHIPPED_LABEL, type SiteSettings, withNotesSettings } from '../site.ts';
import { indexAssets } from '../sources/index-assets.ts';
import { readSources, type SourceAsset, type SourceNote, type Sources } from '../sources/read-sources.ts';
import { PROGRAMS_DIR } from './cache-dir.ts';
import { DraftCache } from './draft-cache.ts';
import { type DraftJob, draftNotes } from './draft-pool.ts';
import type { Phases } from './phases.ts';
import { pipelineVersion } from './pipeline-version.ts';

/** Everything a build knows before it prints the first page. */
export interface CompiledNotes {
  readonly site: SiteSettings;
  readonly notesSettings: ReadonlyMap<string, NotesSettings>;
  readonly corpus: CompiledCorpus;
  /** What became of every file that is a note or that was passed over, sorted by root and file. */
  readonly files: readonly FileReport[];
  /** Before the levels of settings; stale names are added later. */
  readonly diagnostics: readonly Diagnostic[];
  readonly assets: readonly SourceAsset[];
}

const RE_TEXT_FILE = /\.(?:c|h|S|s|sh|py|json|dts|conf|txt|config)$|(?:^|\/)(?:Makefile|Kbuild|Kconfig)[^/]*$/;
const MAX_ATTACHMENT = 200_000;

/** Reads and compiles the notes of `site`. Problems of notes are values in the result; only settings that cannot be used throw. */
export async function compileNotes(
  site: SiteSettings,
  cacheDir: string,
  decide: (drafts: readonly Draft[]) => readonly (readonly (DecidedName | undefined)[])[],
  phases: Phases,
): Promise<CompiledNotes> {
  const sources = readWithCatalogue(site);
  phases.end('read');
  const attachments = groupAttachments(sources.assets);
  const version = pipelineVersion();
  const cache = new DraftCache(cacheDir, version);
  // Drafts of the catalogue that comes with the project are the same for all notes.
  const shipped = site.isShipped ? cache : new DraftCache(resolve(PROGRAMS_DIR, 'catalogue'), version);
  const cacheOf = (note: SourceNote): DraftCache => (note.root === SHIPPED_LABEL ? shipped : cache);
  // Of a draft: of what it is made from and of what makes it.
  const digestOf = (key: string): string => hash('sha1', `${version}\n${key}`, 'base64url');
  const notes: CorpusNote[] = [];
  const jobs: DraftJob[] = [];
  sources.notes.forEach((note, index) => {
    const { file } = note;
    const beside = attachmentsOf(note, attachments);
    const key = [note.digest, file, ...beside.map(({ digest }) => digest)].join('\n');
    const known = cacheOf(note).get(key);
    if (known !== undefined) notes[index] = { root: note.root, file, digest: digestOf(key), draft: known };
    else
      jobs.push({
        index,
        key,
        file,
        size: note.size,
        readText: () => note.readText(),
        readAttachments: () => beside.map(({ file: name, read }) => ({ file: name, text: read() })),
      });
  });
  phases.end('cache');
  await draftNotes(jobs, ({ index, key }, draft) => {
    const note = sources.notes[index];
    if (note === undefined) return;
    cacheOf(note).set(key, draft);
    notes[index] = { root: note.root, file: note.file, digest: digestOf(key), draft };
  });
  for (const each of new Set([cache, shipped])) each.close();
  phases.end('draft');
  const assetIndex = indexAssets(sources.assets);
  const corpus = compileCorpus({
    notes,
    prefixOf: (root) => (site.roots.length > 1 && root !== SHIPPED_LABEL ? root : ''),
    findAsset: (root, file, target, byName) =>
      (assetIndex.find(root, file, target) ?? (byName ? assetIndex.findByName(root, target) : undefined))?.file,
    isCompanion: (note) => !site.isShipped && isCompanion(note),
    decide,
  });
  phases.end('join');
  const findings = sources.findings.map(
    ({ rule, root, file, line, column, found }): Diagnostic => ({
      root,
      file,
      ...makeDiagnostic(rule, { line, column }, found),
    }),
  );
  return {
    site: withNotesSettings(site, sources.settings.get(site.roots[0]?.label ?? '')),
    notesSettings: sources.settings,
    corpus,
    files: [...corpus.outcomes, ...sources.skipped].sort(byRootAndFile),
    diagnostics: [...findings, ...corpus.diagnostics],
    assets: sources.assets,
  };
}

/** The sources of the site; where other notes replace the shipped ones, with the shipped catalogue of errors beside them. */
function readWithCatalogue(site: SiteSettings): Sources {
  if (site.isShipped) return readSources(site.roots, [site.outDir]);
  const sources = readSources([...site.roots, { label: SHIPPED_LABEL, dir: CONTENT_DIR }], [site.outDir]);
  const keep = <Item extends { readonly root: string; readonly file: string }>(list: readonly Item[]) =>
    list.filter((item) => item.root !== SHIPPED_LABEL || item.file.startsWith('errors/'));
  return {
    ...sources,
    notes: keep(sources.notes),
    assets: keep(sources.assets),
    skipped: sources.skipped.filter(({ root }) => root !== SHIPPED_LABEL),
    findings: keep(sources.findings),
  };
}

function isCompanion({ root }: { readonly root: string }): boolean {
  return root === SHIPPED_LABEL;
}

interface Beside {
  readonly file: string;
  readonly digest: string;
  read(): string;
}

function groupAttachments(assets: readonly SourceAsset[]): ReadonlyMap<string, readonly SourceAsset[]> {
  const groups = new Map<string, SourceAsset[]>();
  for (const asset of assets) {
    const folder = /^samples\/[^/]+/.exec(asset.file)?.[0];
    if (folder === undefined || !RE_TEXT_FILE.test(asset.file)) continue;
    const key = `${asset.root}\n${folder}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [asset]);
    else group.push(asset);
  }
  return groups;
}

/** Text files of a sample's folder: only `samples/<name>/index.md` has any. */
function attachmentsOf(note: SourceNote, groups: ReadonlyMap<string, readonly SourceAsset[]>): readonly Beside[] {
  const folder = posix.dirname(note.file);
  if (!/^samples\/[^/]+$/.test(folder) || !note.file.endsWith('/index.md')) return [];
  return (groups.get(`${note.root}\n${folder}`) ?? []).map((asset) => {
    const text = Buffer.from(asset.readBytes()).toString('utf8');
    return {
      file: asset.file.slice(folder.length + 1),
      digest: `${asset.file}:${text.length}:${hashText(text)}`,
      read: () => text.slice(0, MAX_ATTACHMENT),
    };
  });
}

function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

function byRootAndFile(a: FileReport, b: FileReport): number {
  if (a.root !== b.root) return a.root < b.root ? -1 : 1;
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
