import type { Diagnostic, Severity } from '../model/diagnostic.ts';

interface Rule {
  readonly severity: Severity;
  readonly expected: string;
  readonly hint: string;
}

/** Every rule that a note can break. Ids are permanent: settings of notes name them. */
export const RULES = {
  'front-matter-broken': {
    severity: 'error',
    expected: 'a mapping of keys to values',
    hint: 'Mend the block, or take its fences away. Its text is shown as code.',
  },
  'front-matter-invalid': {
    severity: 'error',
    expected: 'the keys that this kind of entry knows',
    hint: 'Compare with the notes of the same kind that come with kernel-notes.',
  },
  'front-matter-ignored': {
    severity: 'warning',
    expected: 'a value that this key can have',
    hint: 'Correct the value, or take the line away; it was passed over.',
  },
  'duplicate-id': {
    severity: 'error',
    expected: 'one entry an address',
    hint: 'Rename one of the two files or headings; until then the later one has a longer address.',
  },
  'duplicate-heading': {
    severity: 'warning',
    expected: 'headings of parts that differ',
    hint: 'Give one of them another name; until then the later one has a number in its address.',
  },
  'dangling-link': {
    severity: 'error',
    expected: 'a note, heading or file of this folder',
    hint: 'Correct the path, or take the link away; its text is shown without one.',
  },
  'dangling-image': {
    severity: 'warning',
    expected: 'an image of this folder',
    hint: 'Add the file or correct the path; its alternative text is shown.',
  },
  'unknown-picture': {
    severity: 'warning',
    expected: 'a picture that the site draws, alone in its paragraph',
    hint: 'Its caption is shown. The names of the pictures are in src/pictures/pictures.ts.',
  },
  'unsafe-link': {
    severity: 'warning',
    expected: 'http, https, mailto, ftp or a relative path',
    hint: 'The link was taken off; its text stays.',
  },
  'unsafe-html': {
    severity: 'warning',
    expected: 'HTML without scripts, styles, handlers and forms',
    hint: 'The unsafe part was left out.',
  },
  'unclosed-fence': {
    severity: 'warning',
    expected: 'a closing fence',
    hint: 'Close the block with the same marks that opened it.',
  },
  'unknown-language': {
    severity: 'info',
    expected: 'a language with a grammar',
    hint: 'The block is shown without colours.',
  },
  'over-budget': {
    severity: 'warning',
    expected: 'Markdown that can be parsed in bounded time',
    hint: 'The note is shown as plain text. Split it, or put the long part into a code block.',
  },
  'time-limit': {
    severity: 'warning',
    expected: 'a note that compiles within its time',
    hint: 'The note is shown as plain text. Split it into smaller notes.',
  },
  'compile-failed': {
    severity: 'error',
    expected: 'a note that compiles',
    hint: 'The note is shown as plain text. This is a defect of kernel-notes: please report it with the note.',
  },
  'encoding-converted': {
    severity: 'info',
    expected: 'UTF-8',
    hint: 'The text was converted. Save the file as UTF-8.',
  },
  'encoding-damaged': {
    severity: 'warning',
    expected: 'bytes of one encoding',
    hint: 'Bytes that fit none are shown as replacement characters.',
  },
  'byte-order-mark': { severity: 'info', expected: 'UTF-8 without a byte order mark', hint: 'The mark was left out.' },
  'notes-settings': {
    severity: 'error',
    expected: 'the keys of the settings of notes',
    hint: 'Correct kernel-notes.json; the part that cannot be used was passed over.',
  },
  'control-character': {
    severity: 'info',
    expected: 'text without control characters',
    hint: 'They are shown as replacement characters.',
  },
  'file-name-collision': {
    severity: 'warning',
    expected: 'names that differ by more than their case',
    hint: 'Rename one of the files: some file systems hold only one of them.',
  },
  'stale-name': {
    severity: 'warning',
    expected: 'a name that the checked releases have',
    hint: 'See the page of the name for what took its place.',
  },
  'newer-name': {
    severity: 'info',
    expected: 'a name that all of the checked releases have',
    hint: 'Say from which release on it is there, or how older ones do without.',
  },
  'moved-name': {
    severity: 'info',
    expected: 'the place where the checked releases have it',
    hint: 'Name the new place.',
  },
  'misspelt-name': {
    severity: 'warning',
    expected: 'a name of the kernel',
    hint: 'Correct the spelling if the proposal is right.',
  },
  'signature-syntax': {
    severity: 'warning',
    expected: 'a message with typed holes',
    hint: 'The look-up leaves this spelling out. The marks of signatures are told in CONTRIBUTING.md.',
  },
  'signature-ambiguous': {
    severity: 'warning',
    expected: 'literal text that tells where a hole ends',
    hint: 'The look-up leaves this spelling out. Put text behind the hole that it cannot hold, or choose a narrower type.',
  },
  'signature-broad': {
    severity: 'warning',
    expected: 'enough literal text to know the message by',
    hint: 'The look-up leaves this spelling out. Quote more of the message, or bind it with {start} and {end}.',
  },
  'signature-slow': {
    severity: 'warning',
    expected: 'a few variants with a few holes',
    hint: 'The look-up leaves this spelling out. Split it into several signatures.',
  },
  'signature-repeated': {
    severity: 'warning',
    expected: 'each spelling once',
    hint: 'Take one of the two away.',
  },
  'signature-unprinted': {
    severity: 'warning',
    expected: 'text that a checked release prints',
    hint: 'Compare it with the format string, name the program that prints it, or give its place as evidence.',
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** A diagnostic by rule; `line` and `column` count from 1. `expected` replaces the rule's own words where the place says more. */
export function makeDiagnostic(
  rule: RuleName,
  place: { readonly line: number; readonly column: number },
  found: string,
  expected?: string,
): Omit<Diagnostic, 'root' | 'file'> {
  const { severity, expected: usual, hint } = RULES[rule];
  return {
    line: place.line,
    column: place.column,
    severity,
    rule,
    found: found.length > 200 ? `${found.slice(0, 199)}…` : found,
    expected: expected ?? usual,
    hint,
  };
}
