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

/** Whether all parts of a name are words that any program may use. */
export function isOfPlainWords(name: string, { plainWords }: OutsideNames): boolean {
  const { whole } = patternsFor(plainWords);
  return name.split('_').every((part) => part === '' || /^\d+$/.test(part) || whole.has(part));
}

interface Patterns {
  readonly whole: ReadonlySet<string>;
  /** By their first letter. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
}

/** A list is cut once: thousands of names are asked for. */
const patternsOf = new WeakMap<readonly string[], Patterns>();

function matchesAny(name: string, list: readonly string[]): boolean {
  const { whole, beginnings } = patternsFor(list);
  if (whole.has(name)) return true;
  return beginnings.get(name.charAt(0))?.some((beginning) => name.startsWith(beginning)) === true;
}

function patternsFor(list: readonly string[]): Patterns {
  let patterns = patternsOf.get(list);
  if (patterns === undefined) {
    patterns = { whole: new Set(list), beginnings: beginningsOf(list) };
    patternsOf.set(list, patterns);
  }
  return patterns;
}

function beginningsOf(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const beginnings = new Map<string, string[]>();
  for (const pattern of list) {
    if (!/[*/]$/.test(pattern)) continue;
    const beginning = pattern.endsWith('*') ? pattern.slice(0, -1) : pattern;
    const group = beginnings.get(beginning.charAt(0));
    if (group === undefined) beginnings.set(beginning.charAt(0), [beginning]);
    else group.push(beginning);
  }
  return beginnings;
}
