import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { RELEASES } from '../../src/model/entity.ts';
import { type SampleExpect, sampleExpectSchema } from '../../src/model/sample.ts';

/** A sample as the lab sees it. */
export interface SampleCase {
  readonly name: string;
  readonly dir: string;
  readonly expect: SampleExpect;
}

/** What would change the running system, or install modules anywhere but in the build folder; a build line may not hold it. */
const RE_HOST =
  /\b(?:insmod|rmmod|modprobe|apt|apt-get|dpkg|dkms|sudo|mount|sysctl|kexec|reboot)\b|>\s*\/(?!dev\/null)|^(?!.*INSTALL_MOD_PATH="\$PWD).*modules_install/m;

const variantSchema = z
  .object({
    /** Build against the headers of the other release. */
    otherKernel: z.boolean().default(false),
    /** Shell line that builds; `KDIR` stands in its environment. Without it the usual one. */
    build: z.string().optional(),
    /** Shell line that the guest runs in the folder with the modules; only for the stage `load`. */
    run: z.string().optional(),
    /** Further words of the guest's kernel command line. */
    cmdline: z.string().default(''),
  })
  .readonly();

/** `repro.json` of a reproduction. */
export const reproSchema = z
  .object({
    /** `id` of the cause in the entry that this shows and mends. */
    cause: z.string().optional(),
    stage: z.enum(['build', 'load']),
    /** What must be printed, each piece in some line; `/…/` is a regular expression. */
    message: z.array(z.string().min(1)).min(1),
    /** What each release is expected to do; one that is left out is not run. */
    releases: z.partialRecord(z.enum(RELEASES), z.enum(['printed', 'absent'])),
    /** Modules that the fixed variant must yield, without `.ko`. */
    modules: z.array(z.string().min(1)).default([]),
    /** Debian's kernel, or the lab's own one with debugging options, where Debian's cannot print the message. */
    kernel: z.enum(['debian', 'debug']).default('debian'),
    /** The kernel may not survive it, or says it once a boot: gets a guest of its own. */
    destructive: z.boolean().default(false),
    /** The input was doctored. */
    synthetic: z.boolean().default(false),
    /** What was changed to mend it, in one line. */
    fix: z.string().min(1),
    broken: variantSchema.prefault({}),
    fixed: variantSchema.prefault({}),
  })
  .refine(
    ({ stage, broken, fixed, kernel }) =>
      (stage === 'load' || kernel === 'debian') && ![broken, fixed].some(({ build }) => RE_HOST.test(build ?? '')),
    'A build writes only to its folder, modules are loaded in the guest only, and the debug kernel is for loading',
  )
  .readonly();
export type Repro = z.infer<typeof reproSchema>;

/** A reproduction: `broken/` holds the failing module, `fixed/` only the files that the fix changes. */
export interface ReproCase {
  readonly error: string;
  readonly name: string;
  readonly dir: string;
  readonly repro: Repro;
}

/** All samples below `dir`, by name. Throws with the file's name when an `expect.json` is wrong. */
export function readSamples(dir: string): readonly SampleCase[] {
  return folders(dir)
    .filter((folder) => existsSync(join(folder, 'expect.json')))
    .map((folder) => ({
      name: basename(folder),
      dir: folder,
      expect: parseFile(join(folder, 'expect.json'), sampleExpectSchema),
    }));
}

/** All reproductions of all errors below `dir`, by error and name. */
export function readRepros(dir: string): readonly ReproCase[] {
  return folders(dir).flatMap((error) =>
    folders(join(error, 'repro')).map((folder) => ({
      error: basename(error),
      name: basename(folder),
      dir: folder,
      repro: parseFile(join(folder, 'repro.json'), reproSchema),
    })),
  );
}

function folders(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isDirectory());
}

function parseFile<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is not what the lab expects: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
