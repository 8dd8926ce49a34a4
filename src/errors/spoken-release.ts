import type { SpokenRelease } from './explanation.ts';

/** Words in lower case one of which stands in every place that names a release. */
export const RELEASE_WORDS: ReadonlySet<string> = new Set([
  'linux',
  'tainted',
  'modules',
  'headers',
  'kbuild',
  'kernel',
]);

// A banner, a splat, a path of modules or headers: the places where a log names the kernel that it speaks of.
const RE_HINT = /Linux version |ainted|\/lib\/modules\/|linux-headers-|linux-kbuild-|for kernel |kernel: \d/;
const RE_VERSION =
  /(?:Linux version |(?:Not tainted|Tainted: [A-Z ]{1,40}) |\/lib\/modules\/|linux-(?:headers|kbuild)-|for kernel:? |on kernel: )((\d{1,2}\.\d{1,3})[\w.+~-]{0,64})/;

/** False for lines, raw or normalised, that name no release. */
export function mayNameRelease(text: string): boolean {
  return RE_HINT.test(text);
}

/** The kernel release that a normalised line names, `6.1` of `6.1.0-56-amd64`; undefined when it names none. */
export function readSpokenRelease(text: string, line: number): SpokenRelease | undefined {
  if (!mayNameRelease(text)) return undefined;
  const match = RE_VERSION.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { release: match[2], version: match[1], line };
}
