/** Finds the note, and the place in it, that a link of another note means. */
import type { Draft, DraftTarget } from '../draft.ts';
import { slugOf } from '../split/slug-headings.ts';

export interface IndexedNote {
  readonly root: string;
  readonly file: string;
  readonly draft: Draft;
}

/** A place in a note: the part that holds it and the fragment in that part's page. */
export interface NotePlace<Note extends IndexedNote> {
  readonly note: Note;
  readonly slug: string;
  readonly fragment: string;
}

export type Resolved<Note extends IndexedNote> =
  | NotePlace<Note>
  | { readonly missing: 'note' | 'anchor'; readonly place?: NotePlace<Note> }
  | { readonly asset: string };

/** Path in its root of the file that is no note and that `target`, written in the note `file`, means; `byName` also looks for the bare name. */
export type FindAsset = (root: string, file: string, target: string, byName: boolean) => string | undefined;

const RE_END = /\.(?:md|markdown|mdx|txt|html?)$/i;

export class NoteIndex<Note extends IndexedNote> {
  readonly #byPath = new Map<string, Note>();
  readonly #byName = new Map<string, Note[]>();
  readonly #anchors = new Map<Note, ReadonlyMap<string, readonly [slug: string, fragment: string]>>();
  readonly #findAsset: FindAsset;

  /** Only published notes belong in `notes`. */
  constructor(notes: readonly Note[], findAsset: FindAsset) {
    this.#findAsset = findAsset;
    const set = (key: string, note: Note) => void (this.#byPath.has(key) || this.#byPath.set(key, note));
    for (const note of notes) set(`${note.root}\n${note.file}`, note);
    for (const note of notes) {
      const key = `${note.root}\n${note.file}`;
      set(key.toLowerCase(), note);
      set(key.replace(RE_END, '').toLowerCase(), note);
      const folder = /^(.*?)(?:^|\/)(?:index|_index|readme)\.\w+$/i.exec(note.file)?.[1];
      if (folder !== undefined) set(`${note.root}\n${folder}`.toLowerCase(), note);
      for (const name of [
        nameOf(note.file),
        ...note.draft.aliases.map((alias) => alias.toLowerCase()),
        ...(note.draft.entries[0] === undefined ? [] : [note.draft.entries[0].title.toLowerCase()]),
      ]) {
        const same = this.#byName.get(name);
        if (same === undefined) this.#byName.set(name, [note]);
        else if (!same.includes(note)) same.push(note);
      }
    }
  }

  /** What `target` of `from` means. A path is taken as relative to the note, then to its root; a wiki name as a path, then a name, an alias or a title. */
  resolve(from: Note, target: DraftTarget): Resolved<Note> {
    if (target.kind === 'image') {
      const asset = this.#findAsset(from.root, from.file, target.path, true);
      return asset === undefined ? { missing: 'note' } : { asset };
    }
    if (target.path === '') return this.#placeIn(from, target.part);
    for (const path of this.#paths(from, target.path)) {
      const note =
        this.#byPath.get(`${from.root}\n${path}`) ??
        this.#byPath.get(`${from.root}\n${path}`.toLowerCase()) ??
        this.#byPath.get(`${from.root}\n${path.replace(RE_END, '')}`.toLowerCase());
      if (note !== undefined) return this.#placeIn(note, target.part);
    }
    const asset = this.#findAsset(from.root, from.file, target.path, target.kind === 'wiki');
    if (asset !== undefined) return { asset };
    const isByName = target.kind === 'wiki' || target.path.startsWith('/') || /^\{[{%]/.test(target.path);
    const named = isByName ? this.#named(target.path) : undefined;
    const note = named?.find((candidate) => candidate.root === from.root) ?? named?.[0];
    if (note !== undefined) return this.#placeIn(note, target.part);
    if (target.label === undefined) return { missing: 'note' };
    return this.resolve(from, { ...target, path: target.label, part: '', label: undefined });
  }

  /** Notes of a name, an alias or a title; wikis write blanks where files have dashes. */
  #named(written: string): readonly Note[] | undefined {
    const name = nameOf(written);
    return (
      this.#byName.get(name) ??
      this.#byName.get(written.toLowerCase()) ??
      this.#byName.get(name.replaceAll(' ', '-')) ??
      this.#byName.get(name.replaceAll(' ', '_'))
    );
  }

  #paths(from: Note, path: string): readonly string[] {
    const folder = from.file.includes('/') ? from.file.slice(0, from.file.lastIndexOf('/')) : '';
    const clean = path.replaceAll('\\', '/').replace(/\/$/, '');
    const relative = clean.startsWith('/') ? undefined : joinPath(folder, clean);
    const absolute = joinPath('', clean.replace(/^\/+/, ''));
    return [relative, absolute].filter((candidate) => candidate !== undefined);
  }

  #placeIn(note: Note, part: string): Resolved<Note> {
    if (part === '') return { note, slug: '', fragment: '' };
    let anchors = this.#anchors.get(note);
    if (anchors === undefined) {
      anchors = new Map(note.draft.anchors.map(([anchor, slug, fragment]) => [anchor, [slug, fragment]]));
      this.#anchors.set(note, anchors);
    }
    const last = part.split('#').at(-1) ?? part;
    const found =
      anchors.get(part) ?? anchors.get(slugOf(part)) ?? anchors.get(slugOf(last)) ?? anchors.get(part.toLowerCase());
    if (found !== undefined) return { note, slug: found[0], fragment: found[1] };
    return /^(?:top|L\d+(?:-L?\d+)?|\^[\w-]+|code-\d+|user-content-.*|fn.*)$/i.test(part)
      ? { note, slug: '', fragment: part.toLowerCase().startsWith('code-') ? part : '' }
      : { missing: 'anchor', place: { note, slug: '', fragment: '' } };
  }
}

/** `path` below `folder` with `.` and `..` taken out; `undefined` when it leaves the root. */
export function joinPath(folder: string, path: string): string | undefined {
  const out = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') out.push(segment);
    else if (out.pop() === undefined) return undefined;
  }
  return out.join('/');
}

function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(RE_END, '')
    .toLowerCase();
}
