/**
 * Walks a folder of notes without following anything out of it: symbolic links are never entered, pipes, sockets and devices never
 * opened. Names are read as bytes, so that one that is no UTF-8 can be opened all the same; it is written with `%XX` for
 * each byte that does not belong.
 */
import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { IgnoreMatcher } from './match-ignore.ts';

/** One file below a root: `file` is relative to it, with `/`; `path` is what to open. */
export interface WalkedFile {
  readonly file: string;
  readonly path: Buffer;
}
export interface UnwalkedFile {
  readonly file: string;
  /** Half a sentence that tells why. */
  readonly reason: string;
}

export interface WalkedFolder {
  readonly files: readonly WalkedFile[];
  readonly unwalked: readonly UnwalkedFile[];
}

export interface WalkLimits {
  /** Real paths of all roots, to tell a link inside the notes from one out of them. */
  readonly roots: readonly string[];
  /** Real paths of folders that are left out in silence, such as the output folder. */
  readonly excluded: ReadonlySet<string>;
  readonly isIgnored: IgnoreMatcher;
}

const IGNORED_REASON = 'the settings of the notes ignore it';
const HIDDEN_REASON = 'its name begins with a dot';
/** Hidden by its name: a leading dot, but for files such as `..md` whose whole stem is dots. */
const RE_HIDDEN = /^\.(?!\.+[a-z]+$)/i;

/**
 * Lists every file below `root` (a real path) in code-unit order. Hidden folders, `node_modules` and excluded folders are left out in
 * silence; hidden and ignored files, links, special files and folders that cannot be read are told with a reason.
 */
export function walkFolder(root: string, limits: WalkLimits): WalkedFolder {
  const files: WalkedFile[] = [];
  const unwalked: UnwalkedFile[] = [];
  const folders = [{ file: '', path: Buffer.from(root), isIgnored: false }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of listFolder(folder.path, folder.file, unwalked)) {
      const name = spellName(entry.name);
      const file = folder.file === '' ? name : `${folder.file}/${name}`;
      const path = Buffer.concat([folder.path, Buffer.from(sep), entry.name]);
      const isFolder = entry.isDirectory();
      if (isFolder && (name.startsWith('.') || name === 'node_modules' || limits.excluded.has(path.toString())))
        continue;
      const isIgnored = folder.isIgnored || limits.isIgnored(file, isFolder);
      if (isFolder) folders.push({ file, path, isIgnored });
      else {
        const reason = isIgnored ? IGNORED_REASON : refuse(entry, name, path, root, limits.roots);
        if (reason === undefined) files.push({ file, path });
        else unwalked.push({ file, reason });
      }
    }
  }
  return { files: files.sort(byFile), unwalked: unwalked.sort(byFile) };
}

/** Left out by its owner's wish, not for what it is. */
export function isLeftOut({ reason }: UnwalkedFile): boolean {
  return reason === IGNORED_REASON || reason === HIDDEN_REASON;
}

/** Order of code units. */
export function byFile(left: { readonly file: string }, right: { readonly file: string }): number {
  return left.file < right.file ? -1 : left.file > right.file ? 1 : 0;
}

/** What went wrong with a file, in words that hold no path. */
export function describeFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown error';
  return `it cannot be read (${code})`;
}

function listFolder(path: Buffer, file: string, unwalked: UnwalkedFile[]): readonly Dirent<Buffer>[] {
  try {
    return readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    unwalked.push({ file: `${file}/`, reason: describeFailure(error) });
    return [];
  }
}

function spellName(bytes: Buffer): string {
  const name = bytes.toString();
  if (Buffer.from(name).equals(bytes)) return name;
  const spelt = Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`,
  );
  return spelt.join('');
}

function refuse(
  entry: Dirent<Buffer>,
  name: string,
  path: Buffer,
  root: string,
  roots: readonly string[],
): string | undefined {
  if (RE_HIDDEN.test(name)) return HIDDEN_REASON;
  if (entry.isFile()) return undefined;
  if (entry.isSymbolicLink()) return refuseLink(path, root, roots);
  if (entry.isFIFO()) return 'it is a pipe';
  if (entry.isSocket()) return 'it is a socket';
  return 'it is a device or another special file';
}

function refuseLink(path: Buffer, root: string, roots: readonly string[]): string {
  let target: string;
  try {
    target = realpathSync(path).toString();
  } catch (error) {
    const isLoop = (error as NodeJS.ErrnoException).code === 'ELOOP';
    return isLoop ? 'it is a link in a loop' : 'it is a link that leads nowhere';
  }
  if (!roots.some((other) => target === other || target.startsWith(other + sep)))
    return 'it is a link out of the notes';
  if (path.toString().startsWith(target + sep)) return 'it is a link to a folder that holds it';
  const shown = target.startsWith(root + sep)
    ? target
        .slice(root.length + 1)
        .split(sep)
        .join('/')
    : 'another folder of notes';
  return `it is a link to ${shown}${isFolder(target) ? '/' : ''}, inside the notes`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
