import type { LanguageRegistration } from 'shiki/core';

/** Makefile and Kbuild: assignments, targets, conditionals, variable references. */
export const makeGrammar: LanguageRegistration = {
  name: 'make',
  scopeName: 'source.kn.make',
  repository: {},
  patterns: [
    { match: '(?:^|(?<=\\s))#.*$', name: 'kn.comment' },
    {
      match: '^\\s*-?(ifeq|ifneq|ifdef|ifndef|else|endif|include|define|endef|export|unexport|override|vpath)\\b',
      name: 'kn.keyword',
    },
    {
      match: '^([\\w.-]+|[\\w.-]*\\$[({][^)}]*[)}][\\w.-]*)\\s*([:+?!]?=)',
      captures: { 1: { name: 'kn.variable' }, 2: { name: 'kn.operator' } },
    },
    { match: '^([^\\s:=#][^:=#]*)(::?)(?!=)', captures: { 1: { name: 'kn.function' }, 2: { name: 'kn.operator' } } },
    { match: '\\$\\$?[({][\\w.-]+[)}]|\\$[@<^?*%+|]', name: 'kn.variable' },
    { match: '(\\$[({])(\\w[\\w-]*)(?=\\s)', captures: { 1: { name: 'kn.operator' }, 2: { name: 'kn.keyword' } } },
    { match: '"[^"]*"|\'[^\']*\'', name: 'kn.string' },
  ],
};

/** Kconfig: entries, attributes, conditions. */
export const kconfigGrammar: LanguageRegistration = {
  name: 'kconfig',
  scopeName: 'source.kn.kconfig',
  repository: {},
  patterns: [
    { match: '(?:^|(?<=\\s))#.*$', name: 'kn.comment' },
    { match: '"[^"]*"', name: 'kn.string' },
    {
      match:
        '^\\s*(config|menuconfig|choice|endchoice|menu|endmenu|if|endif|source|comment|mainmenu|help)\\b(?:\\s+([A-Z0-9_]+))?',
      captures: { 1: { name: 'kn.keyword' }, 2: { name: 'kn.macro' } },
    },
    {
      match:
        '^\\s*(bool|tristate|string|int|hex|def_bool|def_tristate|prompt|default|depends on|select|imply|range|visible if|optional)\\b',
      name: 'kn.type',
    },
    {
      match: '\\b(?:(if)|([A-Z][A-Z0-9_]+)|([ynm]|\\d+|0x[0-9a-fA-F]+))\\b',
      captures: { 1: { name: 'kn.keyword' }, 2: { name: 'kn.macro' }, 3: { name: 'kn.number' } },
    },
  ],
};

/** Unified diffs and patches as they are mailed. */
export const diffGrammar: LanguageRegistration = {
  name: 'diff',
  scopeName: 'source.kn.diff',
  repository: {},
  patterns: [
    { match: '^(?:diff|index|---|\\+\\+\\+|rename|new file|deleted file|similarity).*$', name: 'kn.hunk' },
    { match: '^@@.*$', name: 'kn.hunk' },
    { match: '^\\+.*$', name: 'kn.added' },
    { match: '^-.*$', name: 'kn.deleted' },
  ],
};

/** Kernel logs, oopses and build output. */
export const logGrammar: LanguageRegistration = {
  name: 'log',
  scopeName: 'source.kn.log',
  repository: {},
  patterns: [
    { match: '^(?:<\\d>)?\\[\\s*\\d+\\.\\d+\\](?:\\s*\\[[TC]\\s*\\d+\\])?', name: 'kn.comment' },
    { match: '\\b(?:BUG|Oops|WARNING|ERROR|FATAL|INFO|panic|Call Trace|error|warning)\\b:?', name: 'kn.keyword' },
    { match: '\\b0x[0-9a-fA-F]+\\b|\\b[0-9a-f]{8,16}\\b', name: 'kn.number' },
    { match: '\\b[A-Za-z_][\\w.]*(?=\\+0x)', name: 'kn.function' },
    { match: "\"[^\"]*\"|`[^']*'|'[^']*'", name: 'kn.string' },
  ],
};
