/**
 * What the C snippets of a note declare for themselves. A declaration is a statement that has been names and stars only up to the
 * name in question; that is all of C's grammar that is needed to tell `long n;` from `n * 2`.
 */

import { C_ARROW, C_COMMENT, C_DIFF_TEXT, C_DIRECTIVE, C_INCLUDE, C_NAME, type CTokens } from './c-tokens.ts';
import { isAllCapitals } from './characters.ts';
import { KNOWN_NAMES } from './vocabulary.ts';

export interface OwnNames {
  /** Variables and parameters. */
  readonly locals: Set<string>;
  /** Functions with a body, macros, constants. */
  readonly definitions: Set<string>;
  /** Those of them that are macros. */
  readonly macros: Set<string>;
  /** Structures, unions and enumerations with a body. */
  readonly tags: Set<string>;
  /** Members of those, with the tags; an empty tag where the body has none. */
  readonly fields: Map<string, Set<string>>;
  /** Tag of the structure that a variable is or points to; empty where snippets differ. */
  readonly tagOf: Map<string, string>;
}

/** What a brace opened; `tag` names the structure, or the one around an unnamed one. */
interface Body {
  readonly kind: 'struct' | 'enum' | 'block';
  readonly tag: string;
}

/** Words after which a name is no declared one. */
const NOT_TYPES: ReadonlySet<string> = new Set(
  'return else goto case do sizeof typeof if while for switch defined default break continue'.split(' '),
);

/** Declarations and nothing else, each without a value: members that a note lists. */
const RE_DECLARATIONS = /^(?:[\w\s*]+\w(?:\[\w*\])*;)+\s*$/u;

/** What makes declarations variables or types of their own. */
const RE_STORED = /\b(?:static|extern|typedef|register|volatile|return|int main)\b/u;

/** The structure of members that a note quotes without it. */
const QUOTED: Body = { kind: 'struct', tag: '' };

/** Nothing declared yet. */
export function noOwnNames(): OwnNames {
  return {
    locals: new Set(),
    definitions: new Set(),
    macros: new Set(),
    tags: new Set(),
    fields: new Map(),
    tagOf: new Map(),
  };
}

/**
 * Adds what one block declares to `own`, and returns, a token each, how it is declared: 1 a variable or parameter, 2 a function with a body,
 * 3 a function without one, 4 a tag with a body, 5 a member, 6 a macro or constant, 0 not at all.
 */
export function collectOwnNames(text: string, tokens: CTokens, own: OwnNames): Uint8Array {
  const { starts, ends, types } = tokens;
  const roles = new Uint8Array(types.length);
  const word = (k: number): string => text.slice(starts[k] ?? 0, ends[k] ?? 0);
  let namesBefore = 0;
  let isPure = true;
  let depth = 0;
  let isParameterList = false;
  let isDeclarators = false;
  let bodies: Body[] = [];
  const isList = text.length < 4000 && !text.includes('(') && RE_DECLARATIONS.test(text) && !RE_STORED.test(text);
  let lastTag = '';
  const restart = (): void => {
    namesBefore = 0;
    isPure = true;
    isDeclarators = false;
  };
  for (let k = 0; k < types.length; k += 1) {
    const type = types[k] ?? 0;
    if (type === C_COMMENT) continue;
    if (type === C_INCLUDE || type === C_DIFF_TEXT) {
      restart();
      continue;
    }
    if (type === C_DIRECTIVE) {
      restart();
      depth = 0;
      if (word(k).endsWith('define') && types[k + 1] === C_NAME) {
        roles[k + 1] = 6;
        own.definitions.add(word(k + 1));
        own.macros.add(word(k + 1));
        k = skipLine(text, tokens, k + 1);
      } else if (!word(k).endsWith('include')) k = skipLine(text, tokens, k);
      continue;
    }
    if (type === C_NAME) {
      const name = word(k);
      if (bodies.at(-1)?.kind === 'enum') {
        if (types[k - 1] === 123 || types[k - 1] === 44) {
          roles[k] = 6;
          own.definitions.add(name);
        }
        continue;
      }
      if (NOT_TYPES.has(name)) {
        isPure = false;
        continue;
      }
      if (name === 'struct' || name === 'union' || name === 'enum') lastTag = name;
      const next = types[k + 1] ?? 0;
      if (lastTag !== '' && next === 123 && word(k - 1) === lastTag && isPure) {
        roles[k] = 4;
        own.tags.add(name);
      }
      const previous = types[k - 1] ?? 0;
      const isTyped = previous === C_NAME ? !NOT_TYPES.has(word(k - 1)) : previous === 42;
      if (isParameterList && roles[k] === 0) {
        if (isTyped && (next === 44 || next === 41 || next === 91) && !isTagWord(word(k - 1))) {
          roles[k] = 1;
          own.locals.add(name);
          noteTag(text, tokens, k, own);
        }
      } else if (isPure && namesBefore > 0 && isTyped && next === 40 && depth === 0 && !isAllCapitals(name)) {
        const close = closingBracket(tokens, k + 1);
        const after = types[close + 1] === C_NAME ? types[close + 2] : types[close + 1];
        const hasBody = after === 123;
        const isEnded = after === 59 || after === undefined;
        const isMacro = KNOWN_NAMES.get(name)?.kind === 'macro';
        if (!isMacro && (hasBody || isEnded || startsLine(text, starts[close + 1] ?? 0))) {
          roles[k] = hasBody ? 2 : 3;
          if (hasBody) own.definitions.add(name);
          isParameterList = true;
        }
      } else if ((isPure && namesBefore > 0 && isTyped) || (isDeclarators && (previous === 44 || previous === 42))) {
        if (next === 59 || next === 61 || next === 44 || next === 91 || next === undefined) {
          const body = bodies.at(-1);
          roles[k] = declare(name, body ?? (isList && name.includes('_') ? QUOTED : undefined), own);
          if (roles[k] === 1) noteTag(text, tokens, k, own);
          isDeclarators = true;
        }
      }
      namesBefore += 1;
      continue;
    }
    switch (type) {
      case 40:
        // A pointer to a function as member: `int (*open)(struct inode *)`.
        if (isPure && namesBefore > 0 && types[k + 1] === 42 && types[k + 2] === C_NAME) {
          const isQuoted = bodies.length === 0 && depth === 0 && !RE_STORED.test(text);
          roles[k + 2] = declare(word(k + 2), isQuoted ? QUOTED : bodies.at(-1), own);
          isParameterList = true;
        } else if (!isParameterList) isPure = false;
        depth += 1;
        if (word(k - 1) === 'for' && types[k - 1] === C_NAME) restart();
        break;
      case 41:
        depth = Math.max(0, depth - 1);
        if (depth === 0 && isParameterList) {
          isParameterList = false;
          if (types[k + 1] !== 40) isPure = false;
          else isParameterList = true;
        }
        // A macro on a line of its own, such as SEC("xdp"), is over: what follows may declare.
        if (depth === 0 && !isPure && types[k + 1] === C_NAME && startsLine(text, starts[k + 1] ?? 0)) restart();
        break;
      case 123: {
        const isBody = roles[k - 1] === 4 || (isPure && lastTag !== '' && word(k - 1) === lastTag);
        const outer = bodies.at(-1);
        const tag = roles[k - 1] === 4 ? word(k - 1) : outer?.kind === 'struct' ? outer.tag : '';
        bodies.push({ kind: isBody ? (lastTag === 'enum' ? 'enum' : 'struct') : 'block', tag });
        lastTag = '';
        depth = 0;
        isParameterList = false;
        restart();
        break;
      }
      case 125:
        if (bodies.length > 0) bodies = bodies.slice(0, -1);
        depth = 0;
        restart();
        break;
      case 59:
        lastTag = '';
        if (depth === 0) isParameterList = false;
        restart();
        break;
      case 42:
        break;
      case 44:
        if (!isParameterList && depth === 0 && !isDeclarators) isPure = false;
        break;
      case 61:
      case C_ARROW:
        isPure = false;
        break;
      default:
        isPure = false;
    }
    if (bodies.length > 200) bodies = bodies.slice(-100);
  }
  return roles;
}

/** Notes a declared variable or member; returns its role. */
function declare(name: string, body: Body | undefined, own: OwnNames): 1 | 5 {
  if (body?.kind !== 'struct') {
    own.locals.add(name);
    return 1;
  }
  const tags = own.fields.get(name);
  if (tags === undefined) own.fields.set(name, new Set([body.tag]));
  else tags.add(body.tag);
  return 5;
}

/** Notes of which structure the variable of token `k` is, from `struct tag *name`. */
function noteTag(text: string, { starts, ends, types }: CTokens, k: number, own: OwnNames): void {
  let at = k - 1;
  while (types[at] === 42) at -= 1;
  const tag = text.slice(starts[at] ?? 0, ends[at] ?? 0);
  const word = text.slice(starts[at - 1] ?? 0, ends[at - 1] ?? 0);
  const name = text.slice(starts[k] ?? 0, ends[k] ?? 0);
  const known = own.tagOf.get(name);
  const isTagged = types[at] === C_NAME && (word === 'struct' || word === 'union');
  if (isTagged) own.tagOf.set(name, known === undefined || known === tag ? tag : '');
  else if (known !== undefined) own.tagOf.set(name, '');
}

function isTagWord(word: string): boolean {
  return word === 'struct' || word === 'union' || word === 'enum';
}

function startsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i -= 1;
  return i < 0 || text.charCodeAt(i) === 10;
}

/** Index of the bracket that closes the one at `open`, or of the last token within reach. */
function closingBracket(tokens: CTokens, open: number): number {
  let depth = 0;
  const stop = Math.min(tokens.types.length, open + 120);
  for (let k = open; k < stop; k += 1) {
    const type = tokens.types[k];
    if (type === 40) depth += 1;
    else if (type === 41) {
      depth -= 1;
      if (depth === 0) return k;
    }
  }
  return stop - 1;
}

/** Index of the last token on the line of token `k`, continuation lines included. */
function skipLine(text: string, tokens: CTokens, k: number): number {
  let last = k;
  while (last + 1 < tokens.starts.length) {
    const between = text.slice(tokens.ends[last] ?? 0, tokens.starts[last + 1] ?? 0);
    if (between.includes('\n') && tokens.types[last] !== 92) break;
    last += 1;
  }
  return last;
}
