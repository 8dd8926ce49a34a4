/**
 * What a log says, without asking how it came about: expected lines, splats that nobody expected, new taint.
 * Everything here is a pure function of text, so a broken sample can be shown to turn its verdict red without a guest.
 */

/** Lines of a kernel log that mean trouble wherever they come from. */
const RE_SPLATS: readonly RegExp[] = [
  /\bBUG: /,
  /\bWARNING: (?!.*missing MODULE_DESCRIPTION)/,
  /\bINFO: (?:task|rcu|lockdep|trying to register)/,
  /\bkernel BUG at /,
  /\bOops: /,
  /\bKernel panic - /,
  /\bgeneral protection fault\b/,
  /\bdivide error: /,
  /\binvalid opcode: /,
  /\bCall Trace:/,
  /\brefcount_t: /,
  /\blist_(?:add|del) (?:corruption|double)/,
  /\b(?:KASAN|UBSAN|KCSAN): /,
  /\bsysfs: cannot create duplicate\b/,
  /\bproc_dir_entry '.*' already registered/,
  /\bdoes not have a release\(\) function/,
  /\bUnknown symbol\b/,
  /\bunknown parameter\b/,
  /\bdisagrees about version\b/,
  /\bsuspiciously returned\b/,
  /\bObjects remaining\b/,
  /\bstill has objects\b/,
  /\bBad page\b/,
  /\bpossible (?:circular|recursive) locking\b/,
];

/** Taint letters by bit number, as `/proc/sys/kernel/tainted` counts them. */
const TAINT_LETTERS = 'PFSRMBUDAWCIOELKXT';

/** Taint that every module of ours brings: out of tree (`O`), unsigned (`E`). */
export const ORDINARY_TAINT: readonly string[] = ['O', 'E'];

/** The lines of a kernel log that mean trouble, in order; empty when all is quiet. */
export function findSplats(log: readonly string[]): readonly string[] {
  return log.filter((line) => RE_SPLATS.some((pattern) => pattern.test(line)));
}

/** The letters of the bits that `after` has and `before` has not, in bit order; an unknown bit is named by its number. */
export function newTaint(before: number, after: number): readonly string[] {
  const letters: string[] = [];
  for (let bit = 0; bit < 31; bit++) {
    const mask = 2 ** bit;
    if ((after & mask) !== 0 && (before & mask) === 0) letters.push(TAINT_LETTERS[bit] ?? `bit ${bit}`);
  }
  return letters;
}

/** What became of a list of expected pieces. */
export interface Found {
  /** The lines in which the pieces were found, in order. */
  readonly lines: readonly string[];
  /** The first piece that no line after the last match holds; `undefined` when all were found. */
  readonly missing?: string | undefined;
}

/**
 * Looks for pieces of text in order, each in a line after the one before. `exact` wants whole lines (trailing blanks
 * do not count). A piece between slashes is a regular expression.
 */
export function findInOrder(lines: readonly string[], pieces: readonly string[], how: 'piece' | 'exact'): Found {
  const found: string[] = [];
  let next = 0;
  for (const piece of pieces) {
    const matches = compilePiece(piece, how);
    const at = lines.findIndex((line, index) => index >= next && matches(line));
    if (at < 0) return { lines: found, missing: piece };
    found.push(lines[at] ?? '');
    next = at + 1;
  }
  return { lines: found };
}

/** Whether each piece stands in some line, in any order; an empty list is never seen. */
export function seesAll(lines: readonly string[], pieces: readonly string[]): boolean {
  return pieces.length > 0 && pieces.every((piece) => lines.some(compilePiece(piece, 'piece')));
}

/** The complaints of compiler, modpost and sparse; what says only that tools differ is left out. */
export function findBuildWarnings(output: readonly string[]): readonly string[] {
  return output.filter(
    (line) => /\b(?:warning|error):|\bWARNING: |\bERROR: /.test(line) && !/warning: the compiler differs/.test(line),
  );
}

function compilePiece(piece: string, how: 'piece' | 'exact'): (line: string) => boolean {
  const pattern = /^\/(.+)\/$/.exec(piece)?.[1];
  if (pattern !== undefined) {
    const compiled = new RegExp(pattern);
    return (line) => compiled.test(line);
  }
  if (how === 'piece') return (line) => line.includes(piece);
  const wanted = piece.trimEnd();
  return (line) => line.trimEnd() === wanted;
}
