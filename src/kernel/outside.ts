import type { EntityKind } from '../model/entity.ts';
import type { OutsideNames } from './successions.ts';

/** `true` for names that belong to user space, to a book's examples or to the writer's own makefiles. */
export function isOutside(name: string, kind: EntityKind, outside: OutsideNames): boolean {
  switch (kind) {
    case 'command':
    case 'manpage':
      return true;
    case 'path':
      return outside.pathPrefixes.some((prefix) => name.startsWith(prefix));
    case 'module':
      return matchesAny(name, outside.modules) || matchesAny(name, outside.bookExamples);
    case 'build':
      return matchesAny(name.replace(/=.*$/, ''), outside.build) || /-(?:objs|y|m|o)$/.test(name);
    case 'object':
      return matchesAny(name.replace(/\.k?o$/, ''), outside.bookExamples);
    case 'function':
    case 'type':
    case 'struct':
    case 'macro':
    case 'variable':
      return matchesAny(name, outside.bookExamples) || matchesAny(name, outside.libc);
    case 'source':
    case 'header':
    case 'document':
      return (
        matchesAny(name, outside.generated) ||
        matchesAny(name, outside.headers) ||
        matchesAny(name, outside.bookExamples) ||
        name.split('/').some((part) => outside.bookExamples.includes(part))
      );
    default:
      return matchesAny(name, outside.bookExamples);
  }
}

function matchesAny(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*')
      ? name.startsWith(pattern.slice(0, -1))
      : name === pattern || (pattern.endsWith('/') && name.startsWith(pattern)),
  );
}
