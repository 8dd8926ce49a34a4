import { foldCharacters } from './fold-characters.ts';
import { HOLE_TYPES } from './hole-types.ts';

/**
 * The signature language. A signature is the message as it is printed, with these marks:
 *
 *     {module}  {sym:caller}     a typed hole, or one with a name of its own; types in hole-types.ts
 *     {?, skipping}              an optional part; it may contain holes
 *     {=WARNING|ERROR}           alternatives; they may be empty and may contain holes
 *     {start}  {end}             the message begins or ends here (else it may stand anywhere between word boundaries)
 *     {{  }}                     a brace
 *     line break                 the next line must follow within a few lines of the log
 *
 * Optional parts and alternatives do not nest; they are multiplied out into at most `MAX_VARIANTS` plain variants. In a
 * variant a hole ends where the text after it first stands, so matching reads forward only. A signature for which that
 * place could be inside the caught text, or which has too little literal text, is refused.
 */

export interface Hole {
  readonly type: string;
  /** Name under which the caught text is known; the type where none was given. */
  readonly name: string;
}

/** Literal text or a hole, in the order in which they stand. Two literals never follow each other. */
export type Part = string | Hole;

/** One line of one variant. */
export interface LinePattern {
  readonly parts: readonly Part[];
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
}

/** One way to spell a signature: its lines, the first being the one that is looked for. */
export interface Variant {
  readonly lines: readonly LinePattern[];
  /** Number of literal characters that are no blanks: the more, the more specific. */
  readonly weight: number;
}

/** Why a signature is refused. `line` and `column` count from 1 within its text. */
export interface SignatureProblem {
  readonly rule: 'signature-syntax' | 'signature-ambiguous' | 'signature-broad' | 'signature-slow';
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

export interface ParsedSignature {
  readonly variants: readonly Variant[];
  /** Empty exactly when the signature can be used. */
  readonly problems: readonly SignatureProblem[];
}

const MAX_VARIANTS = 32;
const MIN_WEIGHT = 8;
const MAX_HOLES = 12;
const RE_CLOSING = /^['")\]>}]/;
const RE_TYPE = /^[a-z]+$/;
const RE_NAME = /^[a-z][a-z0-9_]*$/;

interface Token {
  readonly kind: 'literal' | 'hole' | 'start' | 'end' | 'break';
  readonly text: string;
  readonly hole?: Hole;
  readonly offset: number;
}

type Choice = readonly (readonly Token[])[];

/** Reads a signature; never throws. `variants` is empty when there are problems. */
export function parseSignature(text: string): ParsedSignature {
  const problems: SignatureProblem[] = [];
  const report = (rule: SignatureProblem['rule'], offset: number, found: string, expected: string): void => {
    problems.push({ rule, ...placeIn(text, offset), found, expected });
  };
  const choices = readChoices(text, report);
  const count = choices.reduce((product, choice) => product * choice.length, 1);
  if (count > MAX_VARIANTS) {
    report('signature-slow', 0, `${count} variants`, `at most ${MAX_VARIANTS}: split it into several signatures`);
  }
  if (problems.length > 0) return { variants: [], problems };
  const variants = multiplyOut(choices).map((tokens) => toVariant(tokens, report));
  return problems.length > 0 ? { variants: [], problems: dropRepeated(problems) } : { variants, problems };
}

type Report = (rule: SignatureProblem['rule'], offset: number, found: string, expected: string) => void;

function readChoices(text: string, report: Report): Choice[] {
  const choices: Choice[] = [];
  let offset = 0;
  while (offset < text.length) {
    const opener = text.slice(offset, offset + 2);
    if (opener !== '{?' && opener !== '{=') {
      const end = findGroup(text, offset);
      choices.push([readTokens(text, offset, end, report)]);
      offset = end;
      continue;
    }
    const close = findClose(text, offset);
    if (close < 0) {
      report('signature-syntax', offset, `"${opener}" without its "}"`, 'a closing brace');
      return choices;
    }
    const branches = opener === '{?' ? [[offset + 2, close] as const] : splitBranches(text, offset + 2, close);
    const read = branches.map(([from, to]) => readTokens(text, from, to, report));
    choices.push(opener === '{?' ? [[], ...read] : read);
    offset = close + 1;
  }
  return choices;
}

function findGroup(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset += 1) {
    if (text[offset] !== '{') continue;
    const next = text[offset + 1];
    if (next === '{') offset += 1;
    else if (next === '?' || next === '=') return offset;
  }
  return text.length;
}

function findClose(text: string, from: number): number {
  let depth = 0;
  for (let offset = from; offset < text.length; offset += 1) {
    const pair = text.slice(offset, offset + 2);
    if (offset > from && (pair === '{{' || (pair === '}}' && depth === 1 && text[offset + 2] === '}'))) offset += 1;
    else if (text[offset] === '{') depth += 1;
    else if (text[offset] === '}' && (depth -= 1) === 0) return offset;
  }
  return -1;
}

function splitBranches(text: string, from: number, to: number): (readonly [number, number])[] {
  const branches: (readonly [number, number])[] = [];
  let start = from;
  for (let offset = from; offset <= to; offset += 1) {
    if (offset < to && text[offset] !== '|') continue;
    branches.push([start, offset]);
    start = offset + 1;
  }
  return branches;
}

function readTokens(text: string, from: number, to: number, report: Report): Token[] {
  const tokens: Token[] = [];
  let literal = '';
  let literalAt = from;
  const flush = (): void => {
    if (literal !== '') tokens.push({ kind: 'literal', text: literal, offset: literalAt });
    literal = '';
  };
  for (let offset = from; offset < to; offset += 1) {
    const character = text.charAt(offset);
    const pair = text.slice(offset, Math.min(offset + 2, to));
    if (pair === '{{' || pair === '}}') {
      if (literal === '') literalAt = offset;
      literal += character;
      offset += 1;
    } else if (character === '\n') {
      flush();
      tokens.push({ kind: 'break', text: '\n', offset });
    } else if (character === '{') {
      flush();
      const close = text.indexOf('}', offset);
      if (close < 0 || close >= to) {
        report('signature-syntax', offset, 'a "{" without its "}"', 'a hole such as {sym}, or "{{" for a brace');
        return tokens;
      }
      tokens.push(readHole(text.slice(offset + 1, close), offset, report));
      offset = close;
    } else if (character === '}') {
      report('signature-syntax', offset, 'a "}" without its "{"', '"}}" for a brace');
    } else {
      if (literal === '') literalAt = offset;
      literal += character;
    }
  }
  flush();
  return tokens;
}

function readHole(inner: string, offset: number, report: Report): Token {
  if (inner === 'start' || inner === 'end') return { kind: inner, text: '', offset };
  const [type = '', name = type] = inner.split(':');
  if (!RE_TYPE.test(type) || HOLE_TYPES[type] === undefined || !RE_NAME.test(name)) {
    report('signature-syntax', offset, `the hole {${inner}}`, `one of ${Object.keys(HOLE_TYPES).join(', ')}`);
  }
  return { kind: 'hole', text: inner, hole: { type, name }, offset };
}

function multiplyOut(choices: readonly Choice[]): Token[][] {
  let rows: Token[][] = [[]];
  for (const choice of choices) rows = rows.flatMap((row) => choice.map((tokens) => [...row, ...tokens]));
  return rows;
}

function toVariant(tokens: readonly Token[], report: Report): Variant {
  const lines: LinePattern[] = [];
  let weight = 0;
  for (const lineTokens of splitAtBreaks(tokens)) {
    const pattern = toLinePattern(lineTokens, report);
    const own = pattern.parts.reduce(
      (sum, part) => sum + (typeof part === 'string' ? part.replace(/ /g, '').length : 0),
      0,
    );
    checkBreadth(pattern, own, lineTokens[0]?.offset ?? 0, report);
    weight += own;
    lines.push(pattern);
  }
  return { lines, weight };
}

function splitAtBreaks(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  const first = lines[0] ?? [];
  return [first, ...lines.slice(1).filter((line) => line.length > 0)];
}

function toLinePattern(tokens: readonly Token[], report: Report): LinePattern {
  const parts: Part[] = [];
  const offsets: number[] = [];
  let isFromStart = false;
  let isToEnd = false;
  for (const token of tokens) {
    const last = parts.at(-1);
    if (token.kind === 'start') isFromStart = true;
    else if (token.kind === 'end') isToEnd = true;
    else if (token.hole !== undefined) {
      if (typeof last === 'object') {
        report('signature-ambiguous', token.offset, 'two holes side by side', 'literal text between them');
      }
      parts.push(token.hole);
      offsets.push(token.offset);
    } else if (typeof last === 'string') {
      parts[parts.length - 1] = foldBlanks(last + token.text);
    } else {
      parts.push(foldBlanks(token.text));
      offsets.push(token.offset);
    }
  }
  checkHoles(parts, offsets, isToEnd, report);
  return { parts: trimEnds(parts), isFromStart, isToEnd };
}

/** A hole must end at one place only: the text after it needs something that the hole cannot hold. */
function checkHoles(parts: readonly Part[], offsets: readonly number[], isToEnd: boolean, report: Report): void {
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
        : [...after].some((character) => type?.accepts(character.charCodeAt(0)) === false);
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

function checkBreadth(pattern: LinePattern, weight: number, offset: number, report: Report): void {
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

function foldBlanks(text: string): string {
  return foldCharacters(text).replace(/[ \t]+/g, ' ');
}

function trimEnds(parts: readonly Part[]): Part[] {
  const trimmed = [...parts];
  if (typeof trimmed[0] === 'string') trimmed[0] = trimmed[0].trimStart();
  const last = trimmed.at(-1);
  if (typeof last === 'string') trimmed[trimmed.length - 1] = last.trimEnd();
  return trimmed.filter((part) => part !== '');
}

function dropRepeated(problems: readonly SignatureProblem[]): SignatureProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.rule}:${problem.line}:${problem.column}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
