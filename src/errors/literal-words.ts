import type { LinePattern } from './signature.ts';

/** The whole words of a line's literal text in lower case: those that no hole can lengthen. */
export function literalWords(pattern: LinePattern): string[] {
  const words: string[] = [];
  pattern.parts.forEach((part, index) => {
    if (typeof part !== 'string') return;
    for (const match of part.matchAll(/[A-Za-z0-9_]{2,}/g)) {
      const end = match.index + match[0].length;
      const isOpenBefore = match.index === 0 && index > 0;
      const isOpenAfter = end === part.length && index < pattern.parts.length - 1;
      if (!isOpenBefore && !isOpenAfter && /[A-Za-z]/.test(match[0])) words.push(match[0].toLowerCase());
    }
  });
  return words;
}
