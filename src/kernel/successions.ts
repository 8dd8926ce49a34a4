import { z } from 'zod';
import { evidenceSchema } from '../model/claim.ts';
import { ENTITY_KINDS } from '../model/entity.ts';

/** What became of a name that the checked releases no longer have, as an editor found it in their trees. */
export const successionSchema = z.strictObject({
  /** Name as notes have it, such as `create_proc_entry` or `kernel/module.c`. */
  from: z.string().min(1),
  kinds: z.array(z.enum(ENTITY_KINDS)).min(1),
  /** Living names that do the work now, best first; empty when nothing does. */
  replacedBy: z.array(z.string().min(1)),
  /** How to port, in one or two sentences of our own. */
  how: z.string().min(1),
  /** Where each tree shows it. */
  evidence: z.array(evidenceSchema),
});

export const successionsSchema = z.array(successionSchema);

export type CuratedSuccession = z.infer<typeof successionSchema>;

/** Names that are not the kernel's, by the kind under which notes mention them. */
export const outsideNamesSchema = z.strictObject({
  /** Example code of a book; a trailing `*` stands for any ending. */
  bookExamples: z.array(z.string().min(1)),
  /** Words of which programs of any kind make names: one of nothing else, such as `print_list`, is no removed name of the kernel for it. */
  plainWords: z.array(z.string().min(1)),
  /** Functions and types of the C library, of other libraries and programs, and of other kernels. */
  libc: z.array(z.string().min(1)),
  /** Out-of-tree modules and drivers. */
  modules: z.array(z.string().min(1)),
  /** Variables and files of a writer's own makefiles. */
  build: z.array(z.string().min(1)),
  /** Files that a build of the kernel makes. */
  generated: z.array(z.string().min(1)),
  /** Headers of user space. */
  headers: z.array(z.string().min(1)),
  /** Beginnings of paths that user space owns, such as `/etc/`. */
  pathPrefixes: z.array(z.string().min(1)),
});

export type OutsideNames = z.infer<typeof outsideNamesSchema>;
