import { z } from 'zod';

/** What a release says of a statement. `unchecked`: nobody has read that release for it. */
export const verdictSchema = z.enum(['true', 'false', 'unchecked']);

/** One place in a source tree that shows why a verdict is right. */
export const evidenceSchema = z.strictObject({
  release: z.enum(['6.1', '6.12']),
  /** Debian package and version, such as `linux-source-6.1 6.1.192-2`. */
  package: z.string().min(1),
  /** Path in the source tree, such as `include/linux/rwsem.h`. */
  file: z.string().min(1),
  /** Counts from 1; a test reports when the anchor has moved to another line. */
  line: z.int().positive(),
  /** Literal part of that line, long enough to be found again when lines shift; never a sentence of a comment. */
  anchor: z.string().min(3),
});

/**
 * A statement that can be true or false although every name in it lives, such as "down_read() has no interruptible
 * variant". Stands under `claims:` in the front matter of the entry that makes it.
 */
export const claimSchema = z.strictObject({
  /** Unique in its entry, kebab-case. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** The statement in our own words. */
  text: z.string().min(1),
  verdict: z.strictObject({ '6.1': verdictSchema, '6.12': verdictSchema }),
  evidence: z.array(evidenceSchema),
});

export type ClaimVerdict = z.infer<typeof verdictSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Claim = z.infer<typeof claimSchema>;
