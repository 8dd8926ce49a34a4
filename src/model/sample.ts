import { z } from 'zod';

/**
 * A sample is a folder `src/content/samples/<name>/`: an `index.md` for readers, the files of a module that builds, an
 * `exercise.sh` that runs in the lab's guest, and `expect.json` with what must be seen there. The prose can change
 * without a new run; everything else is covered by the verdict's hash.
 */

/** Front matter of a sample's `index.md`. */
export const sampleFrontMatterSchema = z
  .object({
    kind: z.literal('sample'),
    title: z.string().min(1),
    /** What the sample shows, in one sentence. */
    summary: z.string().min(1),
    /** The files to print, in reading order, relative to the folder. */
    files: z.array(z.string().min(1)).min(1),
    /** Chapters of Linux Device Drivers, 3rd edition, that treat the same matter, e.g. `[6]`. */
    chapters: z.array(z.int().min(1).max(18)).default([]),
    /** Kernel names that the sample is about, e.g. `proc_create`. */
    names: z.array(z.string().min(1)).default([]),
  })
  .readonly();
export type SampleFrontMatter = z.infer<typeof sampleFrontMatterSchema>;

/** `expect.json` of a sample: how the lab loads it and what must be seen. */
export const sampleExpectSchema = z
  .object({
    /** Modules in load order, each with its arguments, e.g. `parameters count=2`; unloaded in the reverse order. */
    load: z.array(z.string().min(1)).min(1),
    /** Pieces of text that the kernel log must hold in each of the two rounds, in this order. */
    log: z.array(z.string().min(1)).default([]),
    /** Lines that `exercise.sh` must print in each of the two rounds, in this order, others between them allowed. */
    output: z.array(z.string().min(1)).min(1),
    /** Taint letters besides `O` (out of tree) and `E` (unsigned) that the sample brings on purpose. */
    taint: z.array(z.string().regex(/^[A-Z]$/)).default([]),
    /** Further arguments of QEMU, only devices that are the guest's alone, e.g. `["-device", "edu"]`. */
    qemu: z.array(z.string().regex(/^(?:-device|edu(?:,.*)?)$/)).default([]),
    /** Variables for `make`, e.g. `CONFIG_FISHING_POLE=m`. */
    make: z.array(z.string()).default([]),
    /** Programs for the guest, C files of the folder that are linked statically, e.g. `user/poll.c`. */
    programs: z.array(z.string()).default([]),
    /** Why the sample cannot be unloaded, where that is so; the step is then recorded as not run. */
    stays: z.string().optional(),
  })
  .readonly();
export type SampleExpect = z.infer<typeof sampleExpectSchema>;
