/**
 * Ids of entries: `<collection>/<path>`, and below it the slug of a part.
 *
 * The path follows from the note's own path and from nothing else, by a rule that can be reversed: letters, digits and `. _ -` stand as
 * they are, a blank is `+`, any other character is `~` and the hexadecimal digits of its UTF-8 bytes. `.md` is taken off, as is the
 * folder named like the collection, and `index` where the folder is the entry (errors and samples).
 */
import { COLLECTION_OF, type EntryKind } from '../model/entry.ts';

const RE_PLAIN = /[\p{L}\p{M}\p{N}._-]/u;
const RE_NOTE_END = /\.(?:md|markdown|mdx|txt)$/i;
/** Longest segment, in UTF-8 bytes: file systems take 255, and a suffix may be added. */
const MAX_SEGMENT = 200;

/** Id of an entry of the note at `file`; `prefix` is the label of its root where a build has several. */
export function entryIdOf(kind: EntryKind, prefix: string, file: string, slug: string): string {
  const collection = COLLECTION_OF[kind];
  const stem = RE_NOTE_END.test(file.replace(/\.md$/, '')) ? file : file.replace(/\.md$/, '');
  const segments = stem.split('/');
  if (segments.length > 1 && segments[0] === collection) segments.shift();
  if (segments.length > 1 && segments.at(-1) === 'index' && (kind === 'error' || kind === 'sample')) segments.pop();
  return [collection, ...(prefix === '' ? [] : [prefix]), ...segments, ...(slug === '' ? [] : [slug])]
    .map(escapeSegment)
    .join('/');
}

/** One segment of an id; never empty, never `.` or `..`. */
export function escapeSegment(segment: string): string {
  let out = '';
  for (const character of segment.normalize('NFC'))
    out += character === ' ' ? '+' : RE_PLAIN.test(character) ? character : hexOf(character);
  if (out.startsWith('.')) out = `~2e${out.slice(1)}`;
  if (out === '') out = '~';
  if (new TextEncoder().encode(out).length <= MAX_SEGMENT) return out;
  let short = out;
  while (new TextEncoder().encode(short).length > MAX_SEGMENT - 10) short = [...short].slice(0, -1).join('');
  return `${short}~${shortHash(out)}`;
}

/** Eight hexadecimal digits of FNV-1a, for telling names apart; not for security. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function hexOf(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join('');
}
