/**
 * Code to class tokens. One highlighter serves the whole process (or worker); its one theme gives class ids instead of colours, both real
 * themes live in the style sheet. Blocks repeat in notes, so the tokens of a block are remembered by language and text.
 */
import { createHighlighterCoreSync, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { OWN_GRAMMARS, SHIKI_GRAMMARS } from './languages.ts';

/** A stretch of one line. `className` is one letter, or empty for plain text. */
export interface CodeToken {
  readonly text: string;
  readonly className: string;
}

/** Longest line that is tokenised, in UTF-16 units; longer ones stay plain. */
const MAX_LINE_LENGTH = 2000;

/** Class letter of each group of scopes; the style sheet gives the colours. */
const CLASSES: readonly (readonly [className: string, scopes: readonly string[]])[] = [
  ['k', ['kn.keyword', 'keyword', 'storage', 'variable.language']],
  [
    't',
    [
      'kn.type',
      'storage.type',
      'support.type',
      'entity.name.type',
      'support.class',
      'entity.name.class',
      'entity.name.tag',
    ],
  ],
  [
    'f',
    ['kn.function', 'entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command'],
  ],
  [
    'm',
    [
      'kn.macro',
      'meta.preprocessor',
      'entity.name.function.preprocessor',
      'keyword.control.directive',
      'constant.other',
    ],
  ],
  ['s', ['kn.string', 'string', 'constant.character.escape']],
  ['n', ['kn.number', 'constant.numeric', 'constant.language']],
  ['c', ['kn.comment', 'comment', 'punctuation.definition.comment']],
  ['v', ['kn.variable', 'variable.other.readwrite', 'variable.parameter', 'punctuation.definition.variable']],
  ['p', ['kn.property', 'entity.other.attribute-name', 'support.type.property-name', 'variable.other.property']],
  ['a', ['kn.added', 'markup.inserted']],
  ['d', ['kn.deleted', 'markup.deleted']],
  ['h', ['kn.hunk', 'meta.diff', 'markup.heading', 'entity.name.section']],
  ['', ['kn.operator', 'keyword.operator', 'punctuation']],
];

const colourOf = (index: number) => `#${(index + 1).toString(16).padStart(6, '0')}`;
const CLASS_OF_COLOUR = new Map(CLASSES.map(([className], index) => [colourOf(index), className]));

const THEME: ThemeRegistrationRaw = {
  name: 'kn-classes',
  type: 'dark',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    ...CLASSES.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
  ],
};

let highlighter: HighlighterCore | undefined;
const remembered = new Map<string, readonly (readonly CodeToken[])[]>();

/** Loads the grammars of `languages` that are not loaded yet; unknown names are passed over. Must be awaited before `tokeniseCode`. */
export async function loadLanguages(languages: Iterable<string>): Promise<void> {
  const core = getHighlighter();
  const loaded = new Set(core.getLoadedLanguages());
  for (const language of languages) {
    const load = loaded.has(language) ? undefined : SHIKI_GRAMMARS[language];
    if (load) core.loadLanguageSync((await load()).default);
  }
}

/** Tokens of each line of `code`. A language without a loaded grammar gives one plain token a line; text is never changed. */
export function tokeniseCode(code: string, language: string): readonly (readonly CodeToken[])[] {
  const core = getHighlighter();
  if (!core.getLoadedLanguages().includes(language))
    return code.split(/\r\n|\r|\n/).map((text) => [{ text, className: '' }]);
  const key = `${language}\n${code}`;
  const known = remembered.get(key);
  if (known) return known;
  const lines = core
    .codeToTokensBase(code, {
      lang: language,
      theme: 'kn-classes',
      tokenizeTimeLimit: 0,
      tokenizeMaxLineLength: MAX_LINE_LENGTH,
    })
    .map((line) =>
      line.map((token) => ({
        text: token.content,
        className: CLASS_OF_COLOUR.get(token.color?.toLowerCase() ?? '') ?? '',
      })),
    );
  if (remembered.size > 2000) remembered.clear();
  remembered.set(key, lines);
  return lines;
}

function getHighlighter(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [THEME],
    langs: [...OWN_GRAMMARS],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return highlighter;
}
