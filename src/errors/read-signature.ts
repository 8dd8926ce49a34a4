import { HOLE_TYPES } from './hole-types.ts';
import type { Hole, ReportProblem } from './signature.ts';

const RE_TYPE = /^[a-z]+$/;
const RE_NAME = /^[a-z][a-z0-9_]*$/;

/** A piece of a signature; `offset` is its place in the text. */
export interface Token {
  readonly kind: 'literal' | 'hole' | 'start' | 'end' | 'break';
  readonly text: string;
  readonly hole?: Hole;
  readonly offset: number;
}

/** One stretch of a signature: the ways to spell it. */
export type Choice = readonly (readonly Token[])[];

/** The stretches of a signature in order; what cannot be read is reported and left out. */
export function readChoices(text: string, report: ReportProblem): Choice[] {
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

function readTokens(text: string, from: number, to: number, report: ReportProblem): Token[] {
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

function readHole(inner: string, offset: number, report: ReportProblem): Token {
  if (inner === 'start' || inner === 'end') return { kind: inner, text: '', offset };
  const [type = '', name = type] = inner.split(':');
  if (!RE_TYPE.test(type) || HOLE_TYPES[type] === undefined || !RE_NAME.test(name)) {
    report('signature-syntax', offset, `the hole {${inner}}`, `one of ${Object.keys(HOLE_TYPES).join(', ')}`);
  }
  return { kind: 'hole', text: inner, hole: { type, name }, offset };
}
