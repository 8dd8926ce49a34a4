/** What the letters of a name show. */

import type { EntityKind } from '../../model/entity.ts';
import { isAllCapitals, isDigit } from './characters.ts';

/** Type of a token that is a hyphen or dash. */
export function isDash(type: number | undefined): boolean {
  return type === 45 || type === 0x2013 || type === 0x2014;
}

/** Small letters only. */
export function isPlainWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** A name with an underscore inside, or before at least three other units. */
export function isUnderscored(name: string): boolean {
  return (name.indexOf('_', 1) > 0 && name.length > 3) || (name.charCodeAt(0) === 95 && name.length > 3);
}

/** A digit behind the first unit. */
export function hasDigitInside(name: string): boolean {
  for (let i = 1; i < name.length; i += 1) if (isDigit(name.charCodeAt(i))) return true;
  return false;
}

/** `(s)` and the like at `open`. */
export function isPlural(text: string, open: number): boolean {
  return text.startsWith('(s)', open) || text.startsWith('(es)', open) || text.startsWith('(ies)', open);
}

/** Kind of a called name, with `known` from the vocabulary. */
export function kindOfCall(name: string, known: EntityKind | undefined): EntityKind {
  if (known === 'macro' || known === 'function' || known === 'annotation') return known;
  if (isAllCapitals(name)) return 'macro';
  return name.startsWith('for_each_') || name.includes('_for_each_') ? 'macro' : 'function';
}

/** `foo-objs`, `foo-y`, `foo-m`. */
export function isBuildList(chunk: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*-(?:objs|y|m)$/u.test(chunk);
}

/** A dotted name below a root of sysctl. */
export function isSysctlName(chunk: string): boolean {
  return (
    (/^(?:net\.(?:ipv4|ipv6|core|netfilter|unix|mptcp)|vm|kernel|fs|dev|user|abi)(?:\.[a-z0-9_-]+)+$/u.test(chunk) &&
      chunk.includes('_')) ||
    /^net\.(?:ipv4|ipv6|core)\.[a-z0-9_.]+$/u.test(chunk) ||
    /^vm\.[a-z_]{4,}$/u.test(chunk) ||
    (/^kernel\.[a-z]{4,}$/u.test(chunk) &&
      !/\.(?:config|core|spec|list|image|dump|html|text|bugzilla)$/u.test(chunk)) ||
    /^fs\.[a-z]+-[a-z-]+$/u.test(chunk)
  );
}

/** Takes markers that nothing closed off a word: `_modprobe`, `CONFIG_X_`, `__struct__s`. */
export function withoutStrayMarkers(text: string, tokenStart: number, tokenEnd: number): [number, number] {
  let start = tokenStart;
  let end = tokenEnd;
  while (end > start && text.charCodeAt(end - 1) === 95) end -= 1;
  let first = start;
  while (first < end && text.charCodeAt(first) === 95) first += 1;
  const inner = text.indexOf('_', first);
  const hasInner = inner >= 0 && inner < end;
  if (!hasInner && (first - start === 1 || end < tokenEnd)) start = first;
  return [start, end];
}
