/**
 * Front matter of any tool: YAML between `---`, TOML between `+++`, JSON in one block of braces, Logseq's `key:: value` lines.
 *
 * A block is front matter only when it reads as a mapping. One that looks like it but does not parse is told as broken, and its text stays
 * in the note. Values are kept as they were parsed; whoever needs one checks its shape.
 */
import { parse as parseToml } from 'smol-toml';
import { parseDocument, YAMLParseError } from 'yaml';
import { replaceControls } from '../render/slots.ts';

export interface FrontMatter {
  readonly format: 'none' | 'yaml' | 'toml' | 'json' | 'logseq' | 'broken';
  readonly values: ReadonlyMap<string, unknown>;
  /** Source offset at which the note's text begins: behind the block, also behind a broken one; 0 when there is none. */
  readonly end: number;
  /** The block itself, without fences; empty when there is none. */
  readonly source: string;
  /** Why a broken block could not be read. */
  readonly problem?: string | undefined;
  /** Source offset of what could not be read, where the parser tells it. */
  readonly problemAt?: number | undefined;
}

const RE_YAML = /^---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?:(?<=[\r\n])|\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/;
const RE_TOML = /^\+\+\+[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?:\r\n|\r|\n)\+\+\+[ \t]*(?:\r\n|\r|\n|$)/;
const RE_JSON = /^(\{[ \t]*(?:\r\n|\r|\n)[\s\S]*?(?:\r\n|\r|\n)\})[ \t]*(?:\r\n|\r|\n|$)/;
const RE_LOGSEQ = /^(?:[a-z][\w-]*:: [^\r\n]*(?:\r\n|\r|\n|$))+/i;
const RE_YAML_KEY = /^[\w"'.-]+\s*:(?:\s|$)/m;

/** Longest block that is read, in UTF-16 units; a longer one is told as broken. */
const MAX_LENGTH = 65_536;

const NONE: FrontMatter = { format: 'none', values: new Map(), end: 0, source: '' };

/** Front matter at the very start of `text`; never throws. */
export function readFrontMatter(text: string): FrontMatter {
  const first = text[0];
  if (first === '-') return readFenced(text, RE_YAML, 'yaml', readYaml);
  if (first === '+') return readFenced(text, RE_TOML, 'toml', (source) => new Map(Object.entries(parseToml(source))));
  if (first === '{') return readFenced(text, RE_JSON, 'json', (source) => toMapping(JSON.parse(source)));
  const lines = RE_LOGSEQ.exec(text.slice(0, 4096));
  if (lines === null) return NONE;
  const values = new Map(
    lines[0]
      .trim()
      .split(/\r\n|\r|\n/)
      .map((line): [string, unknown] => {
        const at = line.indexOf('::');
        return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 2).trim()];
      }),
  );
  return { format: 'logseq', values, end: lines[0].length, source: lines[0] };
}

/** Source offset of the line that sets `key`; 0 when none begins with it. */
export function offsetOfKey(text: string, { end }: FrontMatter, key: string): number {
  return Math.max(0, text.slice(0, end).search(new RegExp(`(?<=^[ \\t]*)"?${key}"?[ \\t]*[:=]`, 'im')));
}

/** The value of the first of `keys` that is a non-empty string or a number, as a string. */
export function textValue(values: ReadonlyMap<string, unknown>, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = values.get(key);
    if (typeof value === 'string' && value.trim() !== '') return replaceControls(value.trim());
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return undefined;
}

/** The value of the first of `keys` that is set, as a list of strings; one string is split at commas. */
export function listValue(values: ReadonlyMap<string, unknown>, ...keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const value = values.get(key);
    if (Array.isArray(value))
      return value
        .filter((item) => typeof item === 'string' || typeof item === 'number')
        .map((item) => replaceControls(String(item)));
    if (typeof value === 'string')
      return replaceControls(value)
        .split(',')
        .map((item) => item.trim().replace(/^\[\[|\]\]$|^#/g, ''))
        .filter((item) => item !== '');
  }
  return [];
}

function readFenced(
  text: string,
  fence: RegExp,
  format: 'yaml' | 'toml' | 'json',
  read: (source: string) => ReadonlyMap<string, unknown> | undefined,
): FrontMatter {
  const block = fence.exec(text.slice(0, MAX_LENGTH));
  if (block === null) return NONE;
  const source = block[1] ?? '';
  try {
    const values = read(source.replace(/\r\n?/g, '\n'));
    if (values !== undefined) return { format, values, end: block[0].length, source };
    if (source.trim() !== '' && !RE_YAML_KEY.test(source)) return NONE;
    return source.trim() === '' && format === 'yaml'
      ? { ...NONE, end: block[0].length }
      : broken(source, block[0].length, 'it is no mapping of keys to values');
  } catch (problem) {
    if (format === 'yaml' && !RE_YAML_KEY.test(source)) return NONE;
    const message = problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : String(problem);
    if (!(problem instanceof YAMLParseError)) return broken(source, block[0].length, message);
    return {
      ...broken(source, block[0].length, message.replace(/ at line \d+, column \d+:$/, '')),
      problemAt: placeIn(block[0], problem.linePos?.[0]),
    };
  }
}

/** Offset of a place in the YAML of a block, whose first line is a fence, whatever its line ends are; 0 for none. */
function placeIn(block: string, place: { readonly line: number; readonly col: number } | undefined): number {
  if (place === undefined) return 0;
  const start = [...block.matchAll(/\r\n?|\n/g)][place.line - 1];
  return start === undefined ? 0 : start.index + start[0].length + place.col - 1;
}

function broken(source: string, end: number, problem: string): FrontMatter {
  return { format: 'broken', values: new Map(), end, source, problem };
}

function readYaml(source: string): ReadonlyMap<string, unknown> | undefined {
  const document = parseDocument(source, { logLevel: 'silent', uniqueKeys: true });
  const [problem] = document.errors;
  if (problem !== undefined) throw problem;
  return toMapping(document.toJS({ maxAliasCount: 50 }));
}

function toMapping(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}
