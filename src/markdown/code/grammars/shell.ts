import type { LanguageRegistration } from 'shiki/core';

const KEYWORDS =
  'if|then|elif|else|fi|for|while|until|do|done|case|esac|in|function|return|exit|export|local|set|unset|readonly|trap|source';

/** POSIX shell and transcripts of it: what is run, its options, variables, strings. One alternation, as in the C grammar. */
export const shellGrammar: LanguageRegistration = {
  name: 'shell',
  scopeName: 'source.kn.shell',
  repository: {},
  patterns: [
    { match: '(?:^|(?<=\\s))#.*$', name: 'kn.comment' },
    {
      begin: '"',
      end: '"',
      name: 'kn.string',
      patterns: [{ match: '\\\\.' }, { match: '\\$(?:\\w+|\\{[^}]*\\}|[@*#?$!-])', name: 'kn.variable' }],
    },
    { begin: "'", end: "'", name: 'kn.string' },
    {
      match: `^\\s*([$#>]\\s+)?((?:sudo\\s+)?)(?!(?:${KEYWORDS})\\b)([\\w./+-]+)(?=\\s|$|;)(?!\\s*=)`,
      captures: { 1: { name: 'kn.operator' }, 2: { name: 'kn.keyword' }, 3: { name: 'kn.function' } },
    },
    {
      match: '(?<=[|;&]|\\$\\()\\s*((?:sudo\\s+)?)([\\w./+-]+)(?=\\s|$|;|\\))',
      captures: { 1: { name: 'kn.keyword' }, 2: { name: 'kn.function' } },
    },
    {
      match: `(\\$(?:\\w+|\\{[^}]*\\}|[@*#?$!-]))|((?<=\\s)--?[A-Za-z][\\w-]*)|\\b(?:(${KEYWORDS})(?=\\s|;|$)|([A-Za-z_]\\w*)(?==)|(\\d+)(?=\\s|$)|[\\w.+-]+)`,
      captures: {
        1: { name: 'kn.variable' },
        2: { name: 'kn.property' },
        3: { name: 'kn.keyword' },
        4: { name: 'kn.variable' },
        5: { name: 'kn.number' },
      },
    },
  ],
};
