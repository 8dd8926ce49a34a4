/** JSON Schemas of the data files, made from the same Zod schemas that describe them. */
import { z } from 'zod';
import { claimSchema } from '../model/claim.ts';
import { SEVERITIES } from '../model/diagnostic.ts';
import { ENTITY_KINDS, RELEASES } from '../model/entity.ts';
import { ENTRY_KINDS, QUESTION_STATES, RELATION_KINDS } from '../model/entry.ts';
import { errorRecordSchema } from '../model/error-entry.ts';
import { outcomeSchema } from '../model/verdict.ts';

const line = z.int().positive();
const source = z.object({ root: z.string(), file: z.string(), line, endLine: line });
const status = z.object({
  state: z.enum(['present', 'moved', 'absent', 'outside', 'unchecked']),
  file: z.string().optional(),
  line: line.optional(),
  to: z.string().optional(),
  isGuess: z.boolean().optional(),
  export: z.enum(['none', 'all', 'gpl']).optional(),
  namespace: z.string().optional(),
  signature: z.string().optional(),
});
const byRelease = <Schema extends z.ZodType>(schema: Schema) =>
  z.object(Object.fromEntries(RELEASES.map((release) => [release, schema])));

const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  url: z.string(),
  source,
  parent: z.string().optional(),
  state: z.enum(QUESTION_STATES).optional(),
  number: z.int().optional(),
  summary: z.string().optional(),
  tags: z.array(z.string()).optional(),
  lang: z.string().optional(),
  kernel: z.string().optional(),
  words: z.int(),
  relations: z.array(z.object({ to: z.string(), relation: z.enum(RELATION_KINDS) })),
});

/** `isOutOfDate` says that the files have changed since the run; a new package version does not. */
const sampleSchema = z.object({
  id: z.string(),
  language: z.string(),
  languageFrom: z.enum(['declared', 'guessed', 'none']),
  code: z.string(),
  url: z.string(),
  entry: z.string(),
  source,
  verdicts: z
    .array(
      z.object({
        release: z.string(),
        package: z.string(),
        build: outcomeSchema,
        load: outcomeSchema,
        exercise: outcomeSchema,
        unload: outcomeSchema,
        notes: z.string(),
        isOutOfDate: z.boolean(),
      }),
    )
    .optional(),
});

const entitySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ENTITY_KINDS),
  aliases: z.array(z.string()),
  url: z.string().optional(),
  mentionCount: z.int(),
  entries: z.array(z.string()),
  status: byRelease(status),
  suggestion: z.string().optional(),
  replacedBy: z.array(z.object({ name: z.string(), how: z.string() })).optional(),
  howToPort: z.string().optional(),
});

const diagnosticSchema = z.object({
  root: z.string(),
  file: z.string(),
  line,
  column: line,
  severity: z.enum(SEVERITIES),
  rule: z.string(),
  found: z.string(),
  expected: z.string(),
  hint: z.string(),
});

const fileSchema = z.object({
  root: z.string(),
  file: z.string(),
  outcome: z.enum(['rendered', 'rendered-with-warnings', 'plain', 'skipped']),
  reason: z.string().optional(),
});

const mentionSchema = z.object({
  entity: z.string(),
  name: z.string(),
  kind: z.enum(ENTITY_KINDS),
  entry: z.string(),
  line,
  column: line,
  surface: z.string(),
});

const listOf = (name: string, schema: z.ZodType) =>
  z.toJSONSchema(z.object({ version: z.literal(1), [name]: z.array(schema) }));

/** By name of the data file. */
export const DATA_SCHEMAS: Readonly<Record<string, unknown>> = {
  entries: listOf('entries', entrySchema),
  samples: listOf('samples', sampleSchema),
  entities: listOf('entities', entitySchema),
  errors: listOf('errors', errorRecordSchema),
  claims: listOf('claims', claimSchema.extend({ entry: z.string() })),
  diagnostics: listOf('diagnostics', diagnosticSchema),
  mentions: z.toJSONSchema(z.object({ root: z.string(), file: z.string(), mentions: z.array(mentionSchema) })),
  site: z.toJSONSchema(
    z.object({
      version: z.literal(1),
      title: z.string(),
      base: z.string(),
      releases: z.array(z.string()),
      counts: z.record(z.string(), z.int()),
      files: z.array(fileSchema),
      assets: z.array(
        z.object({ root: z.string(), file: z.string(), url: z.string().optional(), reason: z.string().optional() }),
      ),
    }),
  ),
};
