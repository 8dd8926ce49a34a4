/** What the front matter and the folder of a note declare, checked; everything else about a note is told by its shape. */
import type { z } from 'zod';
import { type Claim, claimSchema } from '../../model/claim.ts';
import { COLLECTION_OF, ENTRY_KINDS, type EntryKind, QUESTION_STATES, type QuestionState } from '../../model/entry.ts';
import { type ErrorFrontMatter, type ErrorFrontMatterInput, errorFrontMatterSchema } from '../../model/error-entry.ts';
import { type SampleFrontMatter, sampleFrontMatterSchema } from '../../model/sample.ts';
import { type FrontMatter, listValue, textValue } from '../parse/read-front-matter.ts';

export interface Declared {
  readonly isPublished: boolean;
  readonly kind: EntryKind | undefined;
  readonly title: string | undefined;
  readonly fileTitle: string;
  readonly number: number | undefined;
  readonly state: QuestionState | undefined;
  readonly kernel: string | undefined;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly lang: string | undefined;
  readonly aliases: readonly string[];
  readonly error: ErrorFrontMatter | undefined;
  readonly sample: SampleFrontMatter | undefined;
  readonly claims: readonly Claim[];
  readonly problems: readonly string[];
  /** Values that were passed over although their keys are ours. */
  readonly ignored: readonly IgnoredValue[];
  /** The facts of an error of the note's list, with defaults. */
  completeError(facts: ErrorFrontMatterInput): ErrorFrontMatter;
}

export interface IgnoredValue {
  readonly key: string;
  readonly value: string;
  readonly expected: string;
}

/** Reads what a note declares; `file` is its path in its root. */
export function readDeclared(file: string, { values }: FrontMatter): Declared {
  const problems: string[] = [];
  const kind = kindOf(values) ?? folderKind(file);
  const title = textValue(values, 'title');
  const fileTitle = titleOfFile(file);
  const plain = Object.fromEntries(values);
  const error =
    kind === 'error' && (values.has('signatures') || values.has('causes'))
      ? check(errorFrontMatterSchema, { ...plain, kind: 'error', title: title ?? fileTitle }, problems)
      : undefined;
  const sample =
    kind === 'sample' && values.has('files')
      ? check(sampleFrontMatterSchema, { ...plain, kind: 'sample' }, problems)
      : undefined;
  const claims = Array.isArray(values.get('claims'))
    ? (values.get('claims') as unknown[]).flatMap((claim) => check(claimSchema, claim, problems) ?? [])
    : [];
  const state = textValue(values, 'state', 'status')?.toLowerCase();
  const number = Number(textValue(values, 'number', 'chapter'));
  return {
    isPublished:
      !isSet(values, 'draft') &&
      !isSet(values, 'private') &&
      values.get('published') !== false &&
      values.get('publish') !== false,
    kind,
    title,
    fileTitle,
    number: kind === 'chapter' && Number.isInteger(number) ? number : undefined,
    state: QUESTION_STATES.find((known) => known === state),
    kernel: textValue(values, 'kernel', 'kernel_version'),
    summary: textValue(values, 'summary', 'description')?.slice(0, 400),
    tags: [
      ...new Set([...listValue(values, 'tags', 'keywords'), ...listValue(values, 'categories', 'category')]),
    ].slice(0, 30),
    lang: textValue(values, 'lang', 'language', 'locale')
      ?.match(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/)?.[0]
      .replaceAll('_', '-'),
    aliases: [...listValue(values, 'aliases', 'alias'), ...listValue(values, 'permalink', 'slug')],
    error,
    sample,
    claims,
    problems,
    ignored: ignoredOf(values, kind),
    completeError: (facts) => errorFrontMatterSchema.parse(facts),
  };
}

/** Title that a file's name gives: dashes are blanks, a leading date goes, `index` and `README` take the folder's name. */
export function titleOfFile(file: string): string {
  const segments = file.split('/');
  const name = (segments.at(-1) ?? file).replace(/\.(?:md|markdown|mdx|txt)$/i, '');
  const own = /^(?:index|_index|readme)$/i.test(name) && segments.length > 1 ? (segments.at(-2) ?? name) : name;
  return (
    own
      .replace(/^\d{4}-\d{2}-\d{2}-/, '')
      .replace(/-+/g, ' ')
      .trim() ||
    name ||
    file
  );
}

function kindOf(values: ReadonlyMap<string, unknown>): EntryKind | undefined {
  const kind = textValue(values, 'kind')?.toLowerCase();
  return ENTRY_KINDS.find((known) => known === kind);
}

/** `kind` must be one of ours; `number` and `state` are other tools' too, so they must hold only where the kind that has them is declared. */
function ignoredOf(values: ReadonlyMap<string, unknown>, kind: EntryKind | undefined): readonly IgnoredValue[] {
  const ignored: IgnoredValue[] = [];
  const look = (key: string, expected: string, isGood: (value: string) => boolean) => {
    const value = textValue(values, key);
    if (value !== undefined && !isGood(value.toLowerCase())) ignored.push({ key, value, expected });
  };
  look('kind', ENTRY_KINDS.join(', '), (value) => ENTRY_KINDS.some((known) => known === value));
  if (kind === 'chapter') look('number', 'a whole number', (value) => Number.isInteger(Number(value)));
  if (kind === 'question')
    look('state', QUESTION_STATES.join(', '), (value) => QUESTION_STATES.some((known) => known === value));
  return ignored;
}

function folderKind(file: string): EntryKind | undefined {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')).toLowerCase() : '';
  return ENTRY_KINDS.find((kind) => COLLECTION_OF[kind] === folder);
}

function isSet(values: ReadonlyMap<string, unknown>, key: string): boolean {
  const value = values.get(key);
  return value === true || (typeof value === 'string' && /^(?:true|yes|on|1)$/i.test(value.trim()));
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  problems: string[],
): z.infer<Schema> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues.slice(0, 5))
    problems.push(`${path.join('.') || 'front matter'}: ${message}`);
  return undefined;
}
