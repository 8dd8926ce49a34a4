import type { LanguageRegistration } from 'shiki/core';
import { cGrammar, cppGrammar } from './grammars/c.ts';
import { diffGrammar, kconfigGrammar, logGrammar, makeGrammar } from './grammars/kernel-files.ts';
import { shellGrammar } from './grammars/shell.ts';

type GrammarModule = { readonly default: LanguageRegistration[] };

/** Our own small grammars: loaded at once, since most blocks are written in one of them. */
export const OWN_GRAMMARS: readonly LanguageRegistration[] = [
  cGrammar,
  cppGrammar,
  shellGrammar,
  makeGrammar,
  kconfigGrammar,
  diffGrammar,
  logGrammar,
];

/** Shiki's grammars, loaded when the first block needs one. */
export const SHIKI_GRAMMARS: Readonly<Record<string, () => Promise<GrammarModule>>> = {
  asm: () => import('@shikijs/langs/asm'),
  awk: () => import('@shikijs/langs/awk'),
  bat: () => import('@shikijs/langs/bat'),
  cmake: () => import('@shikijs/langs/cmake'),
  css: () => import('@shikijs/langs/css'),
  docker: () => import('@shikijs/langs/docker'),
  go: () => import('@shikijs/langs/go'),
  html: () => import('@shikijs/langs/html'),
  ini: () => import('@shikijs/langs/ini'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  lua: () => import('@shikijs/langs/lua'),
  perl: () => import('@shikijs/langs/perl'),
  python: () => import('@shikijs/langs/python'),
  ruby: () => import('@shikijs/langs/ruby'),
  rust: () => import('@shikijs/langs/rust'),
  sql: () => import('@shikijs/langs/sql'),
  toml: () => import('@shikijs/langs/toml'),
  typescript: () => import('@shikijs/langs/typescript'),
  viml: () => import('@shikijs/langs/viml'),
  xml: () => import('@shikijs/langs/xml'),
  yaml: () => import('@shikijs/langs/yaml'),
};

const ALIASES: Readonly<Record<string, string>> = {
  h: 'c',
  c11: 'c',
  c89: 'c',
  c99: 'c',
  ansic: 'c',
  kernel: 'c',
  stap: 'c',
  systemtap: 'c',
  bpftrace: 'c',
  bt: 'c',
  dts: 'c',
  devicetree: 'c',
  lex: 'c',
  cocci: 'diff',
  'c++': 'cpp',
  cc: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  bash: 'shell',
  sh: 'shell',
  zsh: 'shell',
  ksh: 'shell',
  dash: 'shell',
  fish: 'shell',
  console: 'shell',
  'shell-session': 'shell',
  shellsession: 'shell',
  shellscript: 'shell',
  terminal: 'shell',
  cmd: 'shell',
  command: 'shell',
  commandline: 'shell',
  makefile: 'make',
  mk: 'make',
  kbuild: 'make',
  gnumake: 'make',
  mf: 'make',
  patch: 'diff',
  udiff: 'diff',
  dmesg: 'log',
  oops: 'log',
  kmsg: 'log',
  syslog: 'log',
  output: 'log',
  trace: 'log',
  stacktrace: 'log',
  ftrace: 'log',
  s: 'asm',
  nasm: 'asm',
  gas: 'asm',
  assembly: 'asm',
  assembler: 'asm',
  x86asm: 'asm',
  py: 'python',
  python3: 'python',
  js: 'javascript',
  mjs: 'javascript',
  node: 'javascript',
  ts: 'typescript',
  rb: 'ruby',
  rs: 'rust',
  pl: 'perl',
  golang: 'go',
  yml: 'yaml',
  conf: 'ini',
  cfg: 'ini',
  desktop: 'ini',
  properties: 'ini',
  systemd: 'ini',
  udev: 'ini',
  jsonc: 'json',
  json5: 'json',
  vim: 'viml',
  dockerfile: 'docker',
  htm: 'html',
  svg: 'xml',
  txt: 'text',
  plain: 'text',
  plaintext: 'text',
  none: 'text',
  nohighlight: 'text',
  ascii: 'text',
  art: 'text',
  raw: 'text',
};

/** Canonical name of a declared language in any case or alias; `undefined` for one that nobody here knows. `text` means no grammar. */
export function canonicalLanguage(declared: string): string | undefined {
  const name = declared.toLowerCase();
  const known = ALIASES[name] ?? name;
  return known === 'text' || known === 'mermaid' || known === 'math' || isHighlighted(known) ? known : undefined;
}

/** `true` when a grammar exists for the canonical name. */
export function isHighlighted(language: string): boolean {
  return OWN_GRAMMARS.some((grammar) => grammar.name === language) || Object.hasOwn(SHIKI_GRAMMARS, language);
}
