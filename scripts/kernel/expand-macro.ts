import type { MacroBody } from './scan-c.ts';

/**
 * Text of a macro call: parameters replaced, `##` pasted, `#` made a string. Arguments stand as they were written.
 * Returns `undefined` when the number of arguments does not fit.
 */
export function expandMacro(macro: Pick<MacroBody, 'parameters' | 'body'>, argumentList: string): string | undefined {
  const args = splitArguments(argumentList);
  const values = new Map<string, string>();
  const parameters = macro.parameters.filter((parameter) => parameter !== '');
  const last = parameters.at(-1) ?? '';
  const isVariadic = last.endsWith('...');
  const fixed = isVariadic ? parameters.length - 1 : parameters.length;
  if (args.length < fixed || (!isVariadic && args.length > fixed && !(fixed === 0 && args[0] === ''))) return undefined;
  for (let index = 0; index < fixed; index++) values.set(parameters[index] ?? '', args[index] ?? '');
  if (isVariadic) {
    const name = last === '...' ? '__VA_ARGS__' : last.slice(0, -3);
    values.set(name, args.slice(fixed).join(', '));
  }
  return macro.body
    .replace(/\\\r?\n/g, '\n')
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/\s*##\s*/g, '\u0001')
    .replace(/(^|[^#\w])#\s*([A-Za-z_]\w*)/g, (whole, before: string, word: string) =>
      values.has(word) ? `${before}"${word}"` : whole,
    )
    .replace(/[A-Za-z_]\w*/g, (word) => values.get(word) ?? word)
    .replaceAll('\u0001', '');
}

/** Arguments at the top level of a list, trimmed and on one line, without comments. */
export function splitArguments(list: string): readonly string[] {
  const text = list.includes('/') ? list.replace(/\/\*.*?\*\//gs, ' ').replace(/\/\/[^\n]*/g, ' ') : list;
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '"') {
      at++;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (char === undefined || (char === ',' && depth === 0)) {
      out.push(text.slice(start, at).trim().replace(/\s+/g, ' '));
      start = at + 1;
    }
  }
  return out;
}
