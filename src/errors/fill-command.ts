import type { FilledCommand } from './explanation.ts';

const RE_HOLE = /(^|[^$])\{([a-z][a-z0-9_]*)\}/g;
// No blank, quote, glob, expansion or control character; no leading dash, which would be an option.
const RE_SAFE = /^[A-Za-z0-9_./+:@%=,~][A-Za-z0-9_./+:@%=,~-]{0,511}$/;
const RE_PLAIN = /^[A-Za-z0-9_./+:@%,-]+$/;

/**
 * Fills `{module}` and the like with what was caught, quoted for a POSIX shell. What is not from the safe alphabet, or
 * was not caught, is shown as the name of the hole in capitals, and the command is not complete.
 */
export function fillCommand(template: string, captures: Readonly<Record<string, string>>): FilledCommand {
  let isComplete = true;
  const text = template.replace(RE_HOLE, (_whole, before: string, name: string) => {
    const value = Object.hasOwn(captures, name) ? captures[name] : undefined;
    if (value === undefined || !RE_SAFE.test(value)) {
      isComplete = false;
      return `${before}${name.toUpperCase()}`;
    }
    return before + (RE_PLAIN.test(value) ? value : `'${value}'`);
  });
  return { text, isComplete };
}
