import { type BlockScan, innermostMark, MARK_CODE, takeName } from './block-scan.ts';
import type { Candidate } from './candidate.ts';
import { isIdentifierPart } from './characters.ts';
import type { TextBlock } from './text-block.ts';
import { COMMON_WORDS, STOP_WORDS } from './words.ts';

/**
 * Adds the plain mentions, in running text, of modules and commands that the note names for certain elsewhere, and beside Chinese letters of
 * members too. English words are left alone in English.
 * The result is in the order of the text.
 */
export function repeatWords(
  scans: readonly BlockScan[],
  blocks: readonly TextBlock[],
  found: readonly Candidate[],
): readonly Candidate[] {
  const kinds = new Map<string, 'module' | 'command'>();
  const members = new Set<string>();
  for (const { name, kind, strength, surface } of found) {
    if (kind === 'field' && strength === 'certain' && name === surface && name.length > 2) members.add(name);
    if (strength !== 'certain' || (kind !== 'module' && kind !== 'command') || name !== surface) continue;
    if (name.length > 3 && !COMMON_WORDS.has(name) && !STOP_WORDS.has(name) && !PLAIN_TOOLS.has(name))
      kinds.set(name, kind);
  }
  if (kinds.size === 0 && members.size === 0) return found;
  const added: Candidate[] = [];
  for (const scan of scans) {
    if (blocks[scan.index]?.kind === 'code' || (kinds.size === 0 && !RE_CHINESE.test(scan.text))) continue;
    const before = scan.found.length;
    takeAll(scan, kinds, members);
    added.push(...scan.found.splice(before));
  }
  if (added.length === 0) return found;
  return [...found, ...added].sort((a, b) => a.block - b.block || a.start - b.start);
}

const RE_CHINESE = /[\u4e00-\u9fff]/u;

/** Tools whose names are English; a plain mention means the word. */
const PLAIN_TOOLS: ReadonlySet<string> = new Set(
  'make mount umount perf crash sparse bridge sync watch trace profile screen sleep patch quilt hello test reboot shutdown halt login introduced'.split(
    ' ',
  ),
);

function takeAll(
  scan: BlockScan,
  kinds: ReadonlyMap<string, 'module' | 'command'>,
  members: ReadonlySet<string>,
): void {
  const { text } = scan;
  let i = 0;
  while (i < text.length) {
    if (!isIdentifierPart(text.charCodeAt(i))) {
      i += 1;
      continue;
    }
    const start = i;
    while (
      isIdentifierPart(text.charCodeAt(i)) ||
      (text.charCodeAt(i) === 45 && isIdentifierPart(text.charCodeAt(i + 1)))
    )
      i += 1;
    if (innermostMark(scan, start) === MARK_CODE) continue;
    if (i - start < 3 || i - start > 40 || isInPath(text, start, i)) continue;
    const name = text.slice(start, i);
    const kind = kinds.get(name) ?? (members.has(name) && isBesideChinese(text, start, i) ? 'field' : undefined);
    if (kind !== undefined) takeName(scan, start, i, name, 'repeated-word', kind);
  }
}

/** A Chinese letter or sign stands there, with or without a blank between. */
function isBesideChinese(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1) === 32 ? start - 2 : start - 1;
  const after = text.charCodeAt(end) === 32 ? end + 1 : end;
  return isChinese(text.charCodeAt(before)) || isChinese(text.charCodeAt(after));
}

function isChinese(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3001 && code <= 0x301f) || (code >= 0xff08 && code <= 0xff1f);
}

/** A slash or dot joins it to a longer name. */
function isInPath(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  return before === 47 || before === 46 || after === 47 || (after === 46 && isIdentifierPart(text.charCodeAt(end + 1)));
}
