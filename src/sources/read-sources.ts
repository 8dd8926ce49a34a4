/**
 * The file system of notes: the folders of a build in, each of their files out once, as a note, as an asset or as skipped.
 *
 * The text of a note is read again when it is asked for, so that tens of thousands of notes are never in memory together. No
 * text written here holds an absolute path; `path` is for callers that watch or copy files and belongs into no output.
 */
import { hash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '../model/corpus.ts';
import type { NotesSettings } from '../model/notes-settings.ts';
import type { TextEncoding } from './decode-text.ts';
import { decodeText, detectText, isControl } from './decode-text.ts';
import { compileIgnore } from './match-ignore.ts';
import { readNotesSettings } from './read-notes-settings.ts';
import { SettingsError } from './settings-error.ts';
import type { SourceFinding } from './source-finding.ts';
import type { WalkedFile } from './walk-folder.ts';
import { byFile, describeFailure, isLeftOut, walkFolder } from './walk-folder.ts';

/** A folder of notes and the name that files of it are reported under. */
export interface SourceRoot {
  readonly label: string;
  readonly dir: string;
}

export interface SourceNote {
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
  /** Of the bytes as they are: equal digests mean equal text. */
  readonly digest: string;
  readonly encoding: TextEncoding;
  /** Reads and decodes the file; a byte order mark is left out, line ends stay. Throws when it has gone since. */
  readText(): string;
}

/** A file that is no note: an image, a sample, anything. It is not opened here. */
export interface SourceAsset {
  readonly root: string;
  readonly file: string;
  readonly path: string;
  readBytes(): Uint8Array;
}

export interface Sources {
  /** In the order of the roots, then in code-unit order of files; so are the other lists. */
  readonly notes: readonly SourceNote[];
  readonly assets: readonly SourceAsset[];
  /** Notes that were left out, and whatever cannot be read. */
  readonly skipped: readonly FileReport[];
  readonly findings: readonly SourceFinding[];
  /** What each root's own settings file says, by label. */
  readonly settings: ReadonlyMap<string, NotesSettings>;
}

const RE_NOTE = /\.(?:md|markdown|mdx|txt)$/i;
const MAX_NOTE_BYTES = 256 * 1024 * 1024;

/**
 * Reads all roots. `excluded` are folders, such as the output folder, that are no notes wherever they lie. A root
 * inside another one keeps its files to itself; of two equal roots the first one has them. Throws `SettingsError` for a root that is no folder and for labels used twice.
 */
export function readSources(roots: readonly SourceRoot[], excluded: readonly string[] = []): Sources {
  const realRoots = roots.map(findRoot);
  refuseEqualLabels(roots);
  const notes: SourceNote[] = [];
  const assets: SourceAsset[] = [];
  const skipped: FileReport[] = [];
  const findings: SourceFinding[] = [];
  const settings = new Map<string, NotesSettings>();
  for (const [index, { label }] of roots.entries()) {
    const root = realRoots[index] ?? '';
    const own = readNotesSettings(label, root);
    settings.set(label, own.settings);
    findings.push(...own.findings);
    const others = realRoots.filter((other) => other !== root);
    const walked = walkFolder(root, {
      roots: realRoots,
      excluded: new Set([...excluded.map(realPath), ...others]),
      isIgnored: compileIgnore(own.settings.ignore ?? []),
    });
    if (realRoots.indexOf(root) < index) continue;
    const told = walked.unwalked.filter((file) => RE_NOTE.test(file.file) || !isLeftOut(file));
    const reports = told.map(({ file, reason }): FileReport => ({ root: label, file, outcome: 'skipped', reason }));
    for (const file of walked.files) {
      if (!RE_NOTE.test(file.file)) assets.push(describeAsset(label, file));
      else {
        const note = readNote(label, file, findings);
        if ('reason' in note) reports.push({ root: label, file: file.file, outcome: 'skipped', reason: note.reason });
        else notes.push(note);
      }
    }
    skipped.push(...reports.sort(byFile));
    findings.push(...findCollisions(label, walked.files));
  }
  return { notes, assets, skipped, findings, settings };
}

function findRoot({ dir }: SourceRoot): string {
  const stats = statSync(dir, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return realpathSync(dir);
  const what = stats === undefined ? 'does not exist' : 'is no folder';
  throw new SettingsError(`The folder of notes ${dir} ${what}.`, 'Set NOTES_DIR to a folder that holds notes.');
}

function refuseEqualLabels(roots: readonly SourceRoot[]): void {
  const labels = new Set<string>();
  for (const { label } of roots) {
    if (labels.has(label)) {
      throw new SettingsError(
        `Two folders of notes are called ${label}.`,
        'Give one of them another name: NOTES_DIR=name=folder.',
      );
    }
    labels.add(label);
  }
}

function realPath(path: string): string {
  const absolute = resolve(path);
  return statSync(absolute, { throwIfNoEntry: false }) === undefined ? absolute : realpathSync(absolute);
}

function describeAsset(root: string, { file, path }: WalkedFile): SourceAsset {
  return { root, file, path: path.toString(), readBytes: () => readFileSync(path) };
}

function readNote(
  root: string,
  { file, path }: WalkedFile,
  findings: SourceFinding[],
): SourceNote | { readonly reason: string } {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > MAX_NOTE_BYTES) return { reason: `it is larger than ${MAX_NOTE_BYTES / 1024 / 1024} MiB` };
    bytes = readFileSync(path);
  } catch (error) {
    return { reason: describeFailure(error) };
  }
  const detected = detectText(bytes);
  if (detected.kind === 'no-text') return detected;
  const { encoding, hasByteOrderMark, isDamaged, hasControls } = detected;
  const place = { root, file, line: 1, column: 1 };
  if (encoding !== 'utf-8') findings.push({ ...place, rule: 'encoding-converted', found: encoding });
  else if (hasByteOrderMark) findings.push({ ...place, rule: 'byte-order-mark', found: 'a byte order mark' });
  if (isDamaged) findings.push({ ...place, rule: 'encoding-damaged', found: `bytes that are no ${encoding}` });
  if (hasControls)
    findings.push({ root, file, rule: 'control-character', ...findControl(decodeText(bytes, encoding)) });
  return {
    root,
    file,
    path: path.toString(),
    size: bytes.length,
    digest: hash('sha256', bytes, 'hex'),
    encoding,
    readText: () => decodeText(readFileSync(path), encoding),
  };
}

/** Place and code of the first control character. */
function findControl(text: string): Pick<SourceFinding, 'line' | 'column' | 'found'> {
  let at = 0;
  while (at < text.length && !isControl(text.charCodeAt(at))) at += 1;
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1, found: `U+${code}` };
}

function findCollisions(root: string, files: readonly WalkedFile[]): readonly SourceFinding[] {
  const first = new Map<string, string>();
  const found: SourceFinding[] = [];
  for (const { file } of files) {
    const folded = file.normalize('NFC').toLowerCase();
    const other = first.get(folded);
    if (other === undefined) first.set(folded, file);
    else found.push({ root, file, line: 1, column: 1, rule: 'file-name-collision', found: `${file} beside ${other}` });
  }
  return found;
}
