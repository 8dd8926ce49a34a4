import { z } from 'zod';

/**
 * An error: a message (or a silence) that a build, a load or a running kernel gives, with its causes.
 *
 * It is written in `src/content/errors/<slug>/index.md`: YAML front matter as `errorFrontMatterSchema` reads it, then a
 * Markdown body that explains the message. A cause lives wholly in the front matter, because the look-up answers with
 * causes and without the body: its `title`, `check` and `fix` are short Markdown strings (inline code, emphasis and links;
 * no blocks), its `commands` are plain shell lines. `{module}` in a command is filled with what the hole of that name
 * caught in the reader's log. Causes stand in order of likelihood. What the matcher understands in `signatures[].text`
 * is told in src/errors/parse-signature.ts. `proof` is derived from recorded runs and never written by hand.
 */

/** How bad it is for the reader, mildest first. `harmless`: may be ignored, and the page says why. */
export const ERROR_SEVERITIES = ['harmless', 'warning', 'error', 'fatal'] as const;
export type ErrorSeverity = (typeof ERROR_SEVERITIES)[number];

/** What recorded runs show of a fix, strongest first; see `npm run lab`. */
export const ERROR_PROOFS = ['proven', 'analogous', 'none'] as const;
export type ErrorProof = (typeof ERROR_PROOFS)[number];

const RE_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const RE_RELEASE = /^\d+\.\d+$/;
const RE_CLASS = /^(?:[a-z0-9_.!-]+:|-\d+|[a-z][a-z0-9_]*)(?: (?:[a-z0-9_.!-]+:|-\d+|[a-z][a-z0-9_]*))*$/;

/** A kernel release such as `6.12`; older ones than those indexed are allowed, since old logs are pasted too. */
const releaseSchema = z.string().regex(RE_RELEASE, 'a release is two numbers in quotes, such as "6.12"');

/** One spelling of the message. */
export const errorSignatureSchema = z.strictObject({
  /** Literal text with typed holes: `ERROR: modpost: "{sym}" [{path}] undefined!`. Several lines are neighbours. */
  text: z.string().min(1),
  /** Releases known to print this spelling; empty when the printer is no part of the kernel (gcc, kmod, make). */
  releases: z.array(releaseSchema).default([]),
  /** The program that prints it where that is not the kernel or its build: `gcc`, `kmod`, `busybox`, `make`, `dkms`. */
  printer: z.string().optional(),
  /** True for lines that only follow from an earlier error, such as `make: *** … Error 2`; they are folded under it. */
  isConsequence: z.boolean().default(false),
});

/**
 * A spelling that is known from reading alone: a source of another release, a manual, somebody's report. No run here printed
 * it, so a line that it fits is told as similar, never as certain. Once it is recorded it belongs among the signatures.
 */
export const errorHeardSchema = z.strictObject({
  /** In the language of signatures. */
  text: z.string().min(1),
  /** Why it could not be seen printed, one plain sentence: "Kernels before 5.8 print it; no such kernel was at hand." */
  why: z.string().min(1),
  /** Releases said to print it; empty when none is named, or the printer is no part of the kernel. */
  releases: z.array(releaseSchema).default([]),
  /** As in signatures. */
  printer: z.string().optional(),
});

/** One reason for the message, with what tells it from the others. */
export const errorCauseSchema = z.strictObject({
  /** Stable within the entry, kebab-case: `extra-symbols`. */
  id: z.string().regex(RE_SLUG),
  /** One line of Markdown: "The file of KBUILD_EXTRA_SYMBOLS has the old column order". */
  title: z.string().min(1),
  /** Markdown: how to see that it is this cause and no other. */
  check: z.string().optional(),
  /** Markdown: what to change. */
  fix: z.string().min(1),
  /** Shell lines that carry the fix or the check out; holes as in signatures. */
  commands: z.array(z.string()).default([]),
  /** Folder below `repro/` whose run shows this cause; the identifier of the cause when left out. */
  repro: z.string().optional(),
});

/** Where the sources print it. */
export const errorEvidenceSchema = z.strictObject({
  release: releaseSchema,
  /** Version of the package that was read: `6.12.117-1~deb12u1`. */
  package: z.string().optional(),
  /** Path in the source tree: `scripts/mod/modpost.c`. */
  file: z.string().min(1),
  /** Counts from 1. */
  line: z.int().positive(),
  /** The words on that line by which it is found again, normally the format string. */
  anchor: z.string().min(1),
});

/** Front matter of an error note. `kind` may be left out in `src/content/errors/`. */
export const errorFrontMatterSchema = z.object({
  kind: z.literal('error').default('error'),
  title: z.string().min(1),
  /** One sentence for lists and search results. */
  summary: z.string().optional(),
  component: z.string().min(1).default('other'),
  severity: z.enum(ERROR_SEVERITIES).default('error'),
  /** Empty only for silent failures, which are found by words. */
  signatures: z.array(errorSignatureSchema).default([]),
  /** Spellings that nobody here has seen printed. */
  heard: z.array(errorHeardSchema).default([]),
  /**
   * Kinds of lines that the entry speaks of beside its signatures, for lines that no signature fits: marks that all stand in
   * the line, in any order. `fail alloc` is words, in the spelling of src/errors/same-words.ts; `overlayfs:` is who speaks
   * (driver, subsystem or program in front of the message, numbers at its end left out, `.c:` for a place in such a file, `rtw_:` for
   * all whose name begins with `rtw_` or `rtw-`);
   * `-12` is the number of an error. Such an answer is told as similar.
   */
  classes: z.array(z.string().regex(RE_CLASS)).default([]),
  causes: z.array(errorCauseSchema).default([]),
  evidence: z.array(errorEvidenceSchema).default([]),
  /** Kernel names that belong to it, canonical: `platform_driver`, `CONFIG_MODULE_SIG`. */
  names: z.array(z.string()).default([]),
  /** Slugs of errors that are mistaken for it or come with it. */
  related: z.array(z.string()).default([]),
  /** Words that a person would search for and that stand nowhere else in the entry. */
  words: z.array(z.string()).default([]),
  /** Slugs of chapters and samples that teach the subject. */
  chapters: z.array(z.string()).default([]),
  samples: z.array(z.string()).default([]),
});

export type ErrorSignature = Readonly<z.infer<typeof errorSignatureSchema>>;
export type ErrorHeard = Readonly<z.infer<typeof errorHeardSchema>>;
export type ErrorEvidence = Readonly<z.infer<typeof errorEvidenceSchema>>;
export type ErrorFrontMatter = Readonly<z.infer<typeof errorFrontMatterSchema>>;
/** What a writer types, before defaults are filled in. */
export type ErrorFrontMatterInput = z.input<typeof errorFrontMatterSchema>;

/** What the look-up needs of an error; `id` is the slug. The compiler makes these from error notes and from raw notes. */
export interface ErrorEntry
  extends Pick<
    ErrorFrontMatter,
    | 'title'
    | 'summary'
    | 'component'
    | 'severity'
    | 'signatures'
    | 'heard'
    | 'classes'
    | 'causes'
    | 'names'
    | 'related'
    | 'words'
  > {
  readonly id: string;
}

/** One element of `errors.json`; see DATA.md. */
export const errorRecordSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  component: z.string(),
  severity: z.enum(ERROR_SEVERITIES),
  signatures: z.array(
    z.strictObject({
      text: z.string(),
      releases: z.array(z.string()),
      printer: z.string().optional(),
      isConsequence: z.boolean().optional(),
    }),
  ),
  /** Spellings known from reading alone. */
  heard: z
    .array(
      z.strictObject({
        text: z.string(),
        why: z.string(),
        releases: z.array(z.string()),
        printer: z.string().optional(),
      }),
    )
    .optional(),
  classes: z.array(z.string()).optional(),
  causes: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      check: z.string().optional(),
      fix: z.string(),
      commands: z.array(z.string()),
      /** What the runs of this cause show. */
      proof: z.enum(ERROR_PROOFS).optional(),
    }),
  ),
  evidence: z.array(errorEvidenceSchema),
  names: z.array(z.string()).optional(),
  related: z.array(z.string()).optional(),
  proof: z.enum(ERROR_PROOFS),
  /** As the lab writes them; see the model of verdicts. */
  verdicts: z.array(z.unknown()).optional(),
});
export type ErrorRecord = Readonly<z.infer<typeof errorRecordSchema>>;

/** The element of `errors.json` for one entry; `proof` and `verdicts` come from recorded runs. Leaves its input alone. */
export function toErrorRecord(
  id: string,
  frontMatter: ErrorFrontMatter,
  derived: { readonly url: string; readonly proof: ErrorProof; readonly verdicts?: readonly unknown[] },
): ErrorRecord {
  const { title, component, severity, heard, classes, causes, evidence, names, related } = frontMatter;
  return {
    id,
    title,
    url: derived.url,
    component,
    severity,
    signatures: frontMatter.signatures.map(({ text, releases, printer, isConsequence }) => ({
      text,
      releases,
      ...(printer === undefined ? {} : { printer }),
      ...(isConsequence ? { isConsequence } : {}),
    })),
    ...(heard.length === 0
      ? {}
      : {
          heard: heard.map(({ text, why, releases, printer }) => ({
            text,
            why,
            releases,
            ...(printer === undefined ? {} : { printer }),
          })),
        }),
    ...(classes.length === 0 ? {} : { classes }),
    causes: causes.map(({ id: causeId, title: causeTitle, check, fix, commands }) => ({
      id: causeId,
      title: causeTitle,
      ...(check === undefined ? {} : { check }),
      fix,
      commands,
    })),
    evidence,
    ...(names.length > 0 ? { names } : {}),
    ...(related.length > 0 ? { related } : {}),
    proof: derived.proof,
    ...(derived.verdicts === undefined ? {} : { verdicts: [...derived.verdicts] }),
  };
}
