import type { LineDraft } from './expand-signature.ts';
import { endOfAccepted, HOLE_TYPES } from './hole-types.ts';
import { literalWords } from './literal-words.ts';
import type { LinePattern, Part, ReportProblem } from './signature.ts';

const MIN_WEIGHT = 8;
const MAX_HOLES = 12;
const RE_CLOSING = /^['")\]>}]/;

/** Reports what makes one line of a variant ambiguous, slow or too broad. */
export function checkLineDraft(draft: LineDraft, report: ReportProblem): void {
  const { parts, offsets, pattern, weight, offset } = draft;
  checkNeighbours(parts, offsets, report);
  checkHoles(parts, offsets, pattern.isToEnd, report);
  checkBreadth(pattern, weight, offset, report);
}

function checkNeighbours(parts: readonly Part[], offsets: readonly number[], report: ReportProblem): void {
  parts.forEach((part, index) => {
    if (typeof part === 'object' && typeof parts[index - 1] === 'object')
      report('signature-ambiguous', offsets[index] ?? 0, 'two holes side by side', 'literal text between them');
  });
}

/** A hole must end at one place only: the text after it needs something that the hole cannot hold. */
function checkHoles(parts: readonly Part[], offsets: readonly number[], isToEnd: boolean, report: ReportProblem): void {
  if (parts.filter((part) => typeof part === 'object').length > MAX_HOLES) {
    report('signature-slow', offsets[0] ?? 0, `more than ${MAX_HOLES} holes on a line`, 'fewer holes');
  }
  parts.forEach((part, index) => {
    if (typeof part === 'string') return;
    const after = parts[index + 1];
    const offset = offsets[index] ?? 0;
    if (part.type === 'text' && index === 0) {
      report('signature-broad', offset, 'a message that begins with {text}', 'the message without it');
    }
    if (typeof after !== 'string') return;
    const type = HOLE_TYPES[part.type];
    const isLast = index + 2 === parts.length && isToEnd;
    if (part.type === 'comm') return;
    const isEnding =
      part.type === 'text'
        ? RE_CLOSING.test(after.trim()) || after.replace(/ /g, '').length >= 2 || isLast
        : type !== undefined && [...after].some((character) => endOfAccepted(type, character, 0, 1) === 0);
    if (!isEnding) {
      report(
        'signature-ambiguous',
        offset,
        `{${part.type}} before "${after}"`,
        'text after it that the hole cannot hold',
      );
    }
  });
}

function checkBreadth(pattern: LinePattern, weight: number, offset: number, report: ReportProblem): void {
  if (weight < MIN_WEIGHT && !(pattern.isFromStart && pattern.isToEnd)) {
    report(
      'signature-broad',
      offset,
      `${weight} literal characters`,
      `at least ${MIN_WEIGHT}, or both {start} and {end}`,
    );
  }
  if (literalWords(pattern).length === 0) {
    report(
      'signature-broad',
      offset,
      'no whole word of literal text',
      'a word of two letters or more that touches no hole',
    );
  }
}
