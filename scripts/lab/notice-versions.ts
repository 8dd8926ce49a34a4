import type { Release } from '../../src/model/entity.ts';

/** What a verdict says it was made with. */
export interface Recorded {
  readonly release: Release;
  /** Name and version, e.g. `linux-image-6.1.0-56-amd64 6.1.192-2`. */
  readonly package: string;
}

/**
 * One line for each package that verdicts were made with and that is not among the present ones of its release, in
 * code-unit order. It is a notice: the archive moves on, and a verdict is out of date only when its hash changes.
 *
 * @param present names and versions by release; a release or a kind of package that is not there is not judged
 */
export function noticeVersions(
  recorded: readonly Recorded[],
  present: Readonly<Partial<Record<Release, readonly string[]>>>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { release, package: name } of recorded) {
    const ofKind = present[release]?.filter((other) => kindOf(other) === kindOf(name)) ?? [];
    if (ofKind.length === 0 || ofKind.includes(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `Notice: ${count} verdicts were made with ${name}, which is not the present version.`);
}

/** `linux-image`, `linux-headers`, `linux-source`. */
function kindOf(name: string): string {
  return name.split('-', 2).join('-');
}
