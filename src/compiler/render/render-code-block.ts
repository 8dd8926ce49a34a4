import { guessLanguage } from '../../markdown/code/guess-language.ts';
import { loadLanguages, tokeniseCode } from '../../markdown/code/highlighter.ts';
import { canonicalLanguage, isHighlighted } from '../../markdown/code/languages.ts';
import { type CodeName, writeCode } from '../../markdown/code/write-code.ts';
import { escapeHtml } from '../../markdown/escape-html.ts';

export interface CodeLanguage {
  /** Canonical where it is known, as declared otherwise, `text` when nothing is known. */
  readonly language: string;
  readonly from: 'declared' | 'guessed' | 'none';
  /** `false` for a declared language that nobody here knows. */
  readonly isKnown: boolean;
}

const RE_DECLARED = /^(?:\{\s*\.?|language-|lang-|\.)?([A-Za-z][\w+#-]*)/;

/** Language of a block by what stands behind its fence, else by its text. */
export function languageOfBlock(declared: string | null | undefined, code: string): CodeLanguage {
  const word = RE_DECLARED.exec(declared ?? '')?.[1];
  if (word !== undefined) {
    const known = canonicalLanguage(word);
    return { language: known ?? word.toLowerCase(), from: 'declared', isKnown: known !== undefined };
  }
  const guessed = guessLanguage(code);
  return { language: guessed ?? 'text', from: guessed === undefined ? 'none' : 'guessed', isKnown: true };
}

/** Language of a file by its name; `text` when the name tells nothing. */
export function languageOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:Makefile|Kbuild)/.test(name)) return 'make';
  if (/^Kconfig/.test(name)) return 'kconfig';
  return canonicalLanguage(name.slice(name.lastIndexOf('.') + 1)) ?? 'text';
}

/** Loads what the blocks of a note need; must be awaited before they are rendered. */
export async function loadBlockLanguages(languages: Iterable<string>): Promise<void> {
  await loadLanguages([...languages].filter(isHighlighted));
}

export interface BlockOptions extends CodeLanguage {
  readonly id: string;
  readonly title?: string | undefined;
  /** Numbers of the lines that the writer points at, from 1. */
  readonly marked?: ReadonlySet<number> | undefined;
}

/** A code block with its caption. `names` are sorted and do not overlap. */
export function renderCodeBlock(
  code: string,
  { id, language, from, title, marked }: BlockOptions,
  names: readonly CodeName[],
): string {
  const caption = [
    title === undefined ? '' : `<b>${escapeHtml(title)}</b>`,
    language === 'text'
      ? ''
      : from === 'guessed'
        ? `<span data-from="guessed">${escapeHtml(language)}</span>`
        : `<span>${escapeHtml(language)}</span>`,
  ].join('');
  const head = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure class="kn-block"${id === '' ? '' : ` id="${escapeHtml(id)}"`}>${head}<pre class="kn-code" data-lang="${escapeHtml(language)}" tabindex="0"><code>${writeCode(code, tokeniseCode(code, language), names, marked)}\n</code></pre></figure>`;
}
