/**
 * Patterns as in a `.gitignore` file, without regular expressions, so that no pattern is slow.
 *
 * `*` and `?` stay inside one name, `[a-z]` is a set, `**` stands for any number of folders, `\` takes the next character as it
 * is. A pattern with a slash before its end counts from the top of the folder, any other matches at every depth; one that
 * ends with a slash matches folders only; `!` takes back what an earlier pattern ignored; `#` begins a comment.
 */

/** What one letter must be, or any run of letters. */
type Part = 'any' | ((letter: string) => boolean);

/** What one name must be, or any run of names. */
type Segment = '**' | readonly Part[];

interface IgnoreRule {
  readonly segments: readonly Segment[];
  readonly isNegated: boolean;
  readonly isFolderOnly: boolean;
}

/** Tells of a path below the folder (with `/`) whether it is ignored itself; what lies in an ignored folder is the caller's concern. */
export type IgnoreMatcher = (path: string, isFolder: boolean) => boolean;

/** Compiles patterns; the last one that matches a path decides. Blank lines and comments match nothing. */
export function compileIgnore(patterns: readonly string[]): IgnoreMatcher {
  const rules = patterns.map(parseRule).filter((rule) => rule !== undefined);
  return (path, isFolder) => {
    const names = path.split('/');
    const decisive = rules.findLast((rule) => (isFolder || !rule.isFolderOnly) && matchesNames(rule.segments, names));
    return decisive !== undefined && !decisive.isNegated;
  };
}

function parseRule(line: string): IgnoreRule | undefined {
  let pattern = line.replace(/(?<!\\)\s+$/, '');
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const isNegated = pattern.startsWith('!');
  if (isNegated) pattern = pattern.slice(1);
  const isFolderOnly = pattern.endsWith('/');
  if (isFolderOnly) pattern = pattern.replace(/\/+$/, '');
  if (pattern === '') return undefined;
  const isAnchored = pattern.includes('/');
  const names = pattern.split('/').filter((name) => name !== '' && name !== '.');
  const segments = names.map((name) => (name === '**' ? name : parseParts(name)));
  return { segments: isAnchored ? segments : ['**', ...segments], isNegated, isFolderOnly };
}

/** Names against segments; `**` may stand for any number of names, of which the last one needs at least one. */
function matchesNames(segments: readonly Segment[], names: readonly string[]): boolean {
  return matchesWithStar(
    segments.length,
    names.length,
    (segment, name) => matchesName(segments[segment] ?? [], names[name] ?? ''),
    (segment) => segments[segment] === '**',
    segments.at(-1) === '**',
  );
}

function matchesName(parts: Segment, name: string): boolean {
  const letters = Array.from(name);
  return matchesWithStar(
    parts.length,
    letters.length,
    (part, letter) => {
      const matches = parts[part];
      return typeof matches === 'function' && matches(letters[letter] ?? '');
    },
    (part) => parts[part] === 'any',
    false,
  );
}

/** Greedy matching that goes back to the last star only: at most the product of both lengths in steps. */
function matchesWithStar(
  patternLength: number,
  length: number,
  matches: (pattern: number, at: number) => boolean,
  isStar: (pattern: number) => boolean,
  lastStarNeedsOne: boolean,
): boolean {
  let pattern = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < length) {
    if (pattern < patternLength && isStar(pattern)) {
      star = pattern;
      pattern += 1;
      resume = at;
      if (lastStarNeedsOne && pattern === patternLength) return true;
    } else if (pattern < patternLength && matches(pattern, at)) {
      pattern += 1;
      at += 1;
    } else if (star >= 0) {
      pattern = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  if (lastStarNeedsOne && pattern === patternLength - 1) return false;
  while (pattern < patternLength && isStar(pattern)) pattern += 1;
  return pattern === patternLength;
}

function parseParts(segment: string): readonly Part[] {
  const letters = Array.from(segment);
  const parts: Part[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (letter === '*') parts.push('any');
    else if (letter === '?') parts.push(() => true);
    else if (letter === '[' && letters.indexOf(']', at + 2) > 0) {
      const end = letters.indexOf(']', at + 2);
      parts.push(parseSet(letters.slice(at + 1, end)));
      at = end;
    } else {
      if (letter === '\\' && at + 1 < letters.length) at += 1;
      const literal = letters[at];
      parts.push((other) => other === literal);
    }
  }
  return parts;
}

function parseSet(letters: readonly string[]): (letter: string) => boolean {
  const isNegated = letters[0] === '!' || letters[0] === '^';
  const members = isNegated ? letters.slice(1) : letters;
  return (letter) => {
    let isMember = false;
    for (let at = 0; at < members.length; at += 1) {
      const from = members[at] ?? '';
      const isRange = members[at + 1] === '-' && at + 2 < members.length;
      const to = isRange ? (members[at + 2] ?? from) : from;
      if (letter >= from && letter <= to) isMember = true;
      if (isRange) at += 2;
    }
    return isMember !== isNegated;
  };
}
