import type { PackedCandidate, PackedName } from '../../src/kernel/packed-names.ts';

/**
 * One record for a name that two releases have. Both orders are kept: whichever candidates are best in a release stay
 * best there. Two definitions are the same when kind, form, file and container are; where the orders contradict each
 * other a definition stands twice, once for each release.
 */
export function mergeName(first: PackedName, second: PackedName): PackedName {
  const left = first.candidates.map((candidate) => ({ candidate, key: keyOf(candidate) }));
  const right = second.candidates.map((candidate) => ({ candidate: asSecond(candidate), key: keyOf(candidate) }));
  const out: PackedCandidate[] = [];
  let at = 0;
  for (const [index, { candidate, key }] of right.entries()) {
    const found = left.findIndex((one, position) => position >= at && one.key === key);
    const isShared = found !== -1 && !skipsOverLater(left, right, at, found, index);
    if (!isShared) {
      out.push(candidate);
      continue;
    }
    for (; at < found; at++) out.push(left[at]?.candidate as PackedCandidate);
    out.push(join(left[found]?.candidate as PackedCandidate, candidate));
    at = found + 1;
  }
  for (; at < left.length; at++) out.push(left[at]?.candidate as PackedCandidate);
  return { name: first.name, candidates: out, exports: [first.exports[0], second.exports[0]] };
}

/** The record of a name that only the second of two releases has. */
export function shiftName(name: PackedName): PackedName {
  return { ...name, candidates: name.candidates.map(asSecond), exports: [name.exports[1], name.exports[0]] };
}

interface Keyed {
  readonly candidate: PackedCandidate;
  readonly key: string;
}

/** Whether taking `found` now would part a passed-over definition from its own later partner. */
function skipsOverLater(
  left: readonly Keyed[],
  right: readonly Keyed[],
  at: number,
  found: number,
  index: number,
): boolean {
  for (let position = at; position < found; position++) {
    const key = left[position]?.key;
    if (right.slice(index + 1, index + 9).some((one) => one.key === key)) return true;
  }
  return false;
}

function keyOf({ kind, form, file, within }: PackedCandidate): string {
  return `${kind} ${form} ${file} ${within}`;
}

function asSecond(candidate: PackedCandidate): PackedCandidate {
  return {
    ...candidate,
    mask: 2,
    lines: [0, candidate.lines[0]],
    signatures: [undefined, candidate.signatures[0]],
  };
}

function join(first: PackedCandidate, second: PackedCandidate): PackedCandidate {
  return {
    ...second,
    mask: 3,
    lines: [first.lines[0], second.lines[1]],
    signatures: [first.signatures[0], second.signatures[1]],
  };
}
