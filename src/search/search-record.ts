import { ENTITY_KINDS, type EntityKind } from '../model/entity.ts';
import type { EntryKind } from '../model/entry.ts';
import type { NameMark } from '../model/page-views.ts';
import { escapeName } from '../routes.ts';
import { keysOfName, keysOfTitle, type NameKey } from './search-keys.ts';
import type { SearchName, SearchPage } from './search-source.ts';

/**
 * A record is what a shard of the index knows of a name or of a page: one line of text, columns parted by tabs.
 *
 *     name  kind mark weight [~]  url  aliases  quote
 *
 * Kind, mark and weight take one character each. A URL that is made from the id is left out or has `^` in its place.
 */

export type RecordKind = EntityKind | Exclude<EntryKind, 'error'>;

export interface SearchRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: RecordKind;
  readonly mark: NameMark;
  /** 0 to 35: twice the binary logarithm of how much the notes say. */
  readonly weight: number;
  /** Without the base path. */
  readonly url: string;
  /** Other spellings and expressions. */
  readonly aliases: readonly string[];
  readonly quote: string;
}

/** Order fixes what stands in the files: only ever append. */
const RECORD_KINDS: readonly RecordKind[] = [...ENTITY_KINDS, 'chapter', 'topic', 'sample', 'question'];
const MARKS: readonly NameMark[] = ['fine', 'moved', 'gone', 'slip', 'unchecked', 'newer'];
const PAGE_KINDS: ReadonlySet<string> = new Set(['chapter', 'topic', 'sample', 'question']);
const ALIAS_SEPARATOR = '\u001f';
const QUOTE_LENGTH = 120;
const TITLE_LENGTH = 120;
const RE_UNEVEN = /[^\S ]|\u001f| {2}|^ | $/;

/** True for records of pages, false for records of names. */
export function isPageKind(kind: RecordKind): kind is Exclude<EntryKind, 'error'> {
  return PAGE_KINDS.has(kind);
}

export function toNameRecord(name: SearchName): SearchRecord {
  const aliases = [...new Set([...name.aliases, ...(name.expressions ?? [])])].filter((alias) => alias !== name.name);
  return {
    id: name.id,
    name: name.name,
    kind: name.kind,
    mark: name.mark ?? 'fine',
    weight: Math.min(35, Math.max(0, Math.floor(2 * Math.log2(1 + Math.max(0, name.weight))))),
    url: name.url,
    aliases,
    quote: shorten(name.quote ?? '', name.name),
  };
}

/** The record of a page; `undefined` for an error, which has a table of its own. */
export function toPageRecord(page: SearchPage): SearchRecord | undefined {
  if (page.kind === 'error') return undefined;
  const name = page.title.length > TITLE_LENGTH ? `${page.title.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : page.title;
  return { id: page.id, name, kind: page.kind, mark: 'fine', weight: 0, url: page.url, aliases: [], quote: '' };
}

/** Every key of a record, those of its aliases included. `start` 0 is the whole of a spelling. */
export function keysOfRecord(record: SearchRecord): NameKey[] {
  if (isPageKind(record.kind)) return keysOfTitle(record.name);
  return [record.name, ...record.aliases].flatMap((spelling) => keysOfName(spelling));
}

/** One line, without its line break. The quote is the last column, so that a line without it is its beginning. */
export function encodeRecord(record: SearchRecord, isWithQuote: boolean): string {
  const mark = record.id === record.name ? '' : record.id === `${record.name}~${record.kind}` ? '~' : '';
  const flags = `${RECORD_KINDS.indexOf(record.kind).toString(36)}${MARKS.indexOf(record.mark)}${record.weight.toString(36)}${mark}`;
  const url = packUrl(record);
  const aliases = record.aliases.length === 0 ? '' : record.aliases.map(flatten).join(ALIAS_SEPARATOR);
  const quote = isWithQuote ? flatten(record.quote) : '';
  const start = `${flatten(record.name)}\t${flags}`;
  if (quote !== '') return `${start}\t${url}\t${aliases}\t${quote}`;
  return aliases !== '' ? `${start}\t${url}\t${aliases}` : url !== '' ? `${start}\t${url}` : start;
}

/** The record of one line; `undefined` when the line is none. */
export function decodeRecord(line: string): SearchRecord | undefined {
  const [name = '', flags = '', url = '', aliases = '', quote = ''] = line.split('\t');
  const kind = RECORD_KINDS[Number.parseInt(flags.charAt(0), 36)];
  const mark = MARKS[Number.parseInt(flags.charAt(1), 36)];
  if (name === '' || kind === undefined || mark === undefined) return undefined;
  const id = flags.charAt(3) === '~' ? `${name}~${kind}` : name;
  return {
    id: isPageKind(kind) ? url.replace(/\/$/, '') : id,
    name,
    kind,
    mark,
    weight: Number.parseInt(flags.charAt(2), 36) || 0,
    url: isPageKind(kind) ? url : unpackUrl(url, id),
    aliases: aliases === '' ? [] : aliases.split(ALIAS_SEPARATOR),
    quote,
  };
}

function packUrl(record: SearchRecord): string {
  if (isPageKind(record.kind)) return record.url;
  const escaped = escapeName(record.id);
  if (record.url === `name/${escaped}/`) return '';
  return escaped.length > 2 ? record.url.replace(escaped, '^') : record.url;
}

function unpackUrl(packed: string, id: string): string {
  return packed === '' ? `name/${escapeName(id)}/` : packed.replace('^', () => escapeName(id));
}

function flatten(text: string): string {
  if (!RE_UNEVEN.test(text)) return text;
  return text.replace(/[\s\u001f]+/g, ' ').trim();
}

/** A window of the quote around the name, cut between words. */
function shorten(quote: string, name: string): string {
  const text = flatten(quote);
  if (text.length <= QUOTE_LENGTH) return text;
  const at = Math.max(0, text.indexOf(name));
  const from = Math.max(0, Math.min(at - 40, text.length - QUOTE_LENGTH));
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const stop = text.lastIndexOf(' ', start + QUOTE_LENGTH);
  const end = start + QUOTE_LENGTH >= text.length ? text.length : stop > at ? stop : start + QUOTE_LENGTH;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
