import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { loadEntries } from './astro/load-entries.ts';

const entry = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  source: z.object({ root: z.string(), file: z.string(), line: z.int(), endLine: z.int() }),
  summary: z.string().optional(),
  tags: z.array(z.string()),
});

export const collections = {
  chapters: defineCollection({ loader: loadEntries('chapter'), schema: entry.extend({ number: z.int().optional() }) }),
  topics: defineCollection({ loader: loadEntries('topic'), schema: entry }),
  errors: defineCollection({
    loader: loadEntries('error'),
    schema: entry.extend({ severity: z.string().optional(), component: z.string().optional() }),
  }),
  samples: defineCollection({ loader: loadEntries('sample'), schema: entry }),
  questions: defineCollection({
    loader: loadEntries('question'),
    schema: entry.extend({ state: z.enum(['open', 'solved', 'refuted']) }),
  }),
};
