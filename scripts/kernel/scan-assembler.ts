/** A symbol that an assembler file defines. */
export interface AssemblerSymbol {
  readonly name: string;
  readonly line: number;
  readonly isData: boolean;
}

const RE_SYMBOL =
  /^[ \t]*(?:SYM_(?:TYPED_)?(FUNC|CODE|DATA)_START\w*|SYM_(?:FUNC|DATA)_ALIAS\w*|SYM_(DATA)(?:_LOCAL)?|SYM_INNER_LABEL\w*|SYM_ENTRY|ENTRY\w*|_GLOBAL\w*|LEAF|NESTED|FEXPORT|WEAK|GLOBAL|THUNK|\.globa?l|BITOP|SYM_PIC_ALIAS|EXPORT_SYMBOL\w*)[ \t(]+([A-Za-z_]\w*)/gm;

/** Symbols by their first mention in order of lines; each once. */
export function scanAssembler(text: string): readonly AssemblerSymbol[] {
  const found = new Map<string, AssemblerSymbol>();
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(RE_SYMBOL)) {
    const name = match[3] ?? '';
    const at = match.index + match[0].search(/\S/);
    for (let next = text.indexOf('\n', counted); next !== -1 && next < at; next = text.indexOf('\n', counted)) {
      counted = next + 1;
      line++;
    }
    const isWeak = /^[ \t]*(?:\.globa?l|EXPORT_SYMBOL)/.test(match[0]);
    if (!found.has(name) || (!isWeak && found.get(name)?.line === undefined)) {
      found.set(name, { name, line, isData: match[1] === 'DATA' || match[2] === 'DATA' });
    }
  }
  return [...found.values()];
}
