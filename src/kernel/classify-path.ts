import type { RankReason } from '../model/name-in-release.ts';

/** Parts of a kernel tree that rank differently. */
export type PathClass =
  | 'include-linux'
  | 'include'
  | 'arch-header'
  | 'asm-generic'
  | 'core'
  | 'x86'
  | 'private'
  | 'test'
  | 'boot'
  | 'other-architecture'
  | 'outside-kernel';

const RE_CORE =
  /^(?:kernel|mm|lib|block|ipc|init|security|crypto|io_uring|net\/(?:core|socket\.c|ipv4|ipv6|sched|ethernet)|drivers\/(?:base|char|pci)|fs\/[\w.-]+\.[ch]$|fs\/(?:proc|sysfs|debugfs|kernfs))/;
/** Files of the build that decide how every source is compiled. */
const RE_BUILD = /^(?:Makefile|arch\/x86\/Makefile|scripts\/Makefile[\w.-]*)$/;
const RE_TEST =
  /(?:^|\/)(?:lib\/(?:test_|tests\/)|.*_?kunit|.*[-_]test\.c$|.*\/selftests?\/|locktorture|rcutorture|test_)/;

/** The class of a path, judged for a kernel of the architecture x86. */
export function classifyPath(path: string): PathClass {
  if (RE_BUILD.test(path)) return 'core';
  if (/^(?:tools|samples|scripts|Documentation|usr|rust)\//.test(path)) return 'outside-kernel';
  if (path.startsWith('arch/')) {
    if (path.startsWith('arch/x86/um/') || !path.startsWith('arch/x86/')) return 'other-architecture';
    if (/^arch\/x86\/(?:boot|purgatory|realmode|tools|entry\/vdso)\//.test(path)) return 'boot';
    return path.startsWith('arch/x86/include/') ? 'arch-header' : 'x86';
  }
  if (path.startsWith('include/')) {
    if (path.startsWith('include/asm-generic/')) return 'asm-generic';
    return path.startsWith('include/linux/') ? 'include-linux' : 'include';
  }
  if (RE_TEST.test(path)) return 'test';
  return RE_CORE.test(path) ? 'core' : 'private';
}

/** `true` for headers that code outside their own folder includes. */
export function isPublicHeader(pathClass: PathClass): boolean {
  return (
    pathClass === 'include-linux' ||
    pathClass === 'include' ||
    pathClass === 'arch-header' ||
    pathClass === 'asm-generic'
  );
}

const REASONS: Readonly<Record<PathClass, RankReason | undefined>> = {
  'include-linux': 'public-header',
  include: 'public-header',
  'arch-header': 'public-header',
  'asm-generic': 'public-header',
  core: 'core-file',
  x86: undefined,
  private: 'private-file',
  test: 'private-file',
  boot: 'private-file',
  'other-architecture': 'other-architecture',
  'outside-kernel': 'not-kernel-code',
};

/** What the class of its file says about the rank of a definition, if anything. */
export function reasonOfPath(pathClass: PathClass): RankReason | undefined {
  return REASONS[pathClass];
}

/** Reasons that `reasonOfPath` gives; tables need not store them. */
export const PATH_REASONS: ReadonlySet<RankReason> = new Set(
  Object.values(REASONS).filter((reason) => reason !== undefined),
);
