import { type BlockScan, takeName } from './block-scan.ts';
import { scanText } from './scan-text.ts';

const RE_SYMBOL_LINE =
  /^[+-]?\s*(?:config|menuconfig|depends\s+on|select|imply|visible\s+if|if|default|def_bool|def_tristate|bool|tristate|range|choice)\b/u;
const RE_DEFINITION = /^[+-]?\s*(?:menu)?config\s/u;
const RE_SYMBOL = /[A-Z][A-Z0-9_]*/gu;
const RE_QUOTED = /"[^"\n]*"/gu;

/** Takes the symbols, options and paths of a block of Kconfig. Help text is read as text. */
export function scanKconfig(scan: BlockScan, from: number, to: number): void {
  let at = from;
  let helpIndent = -1;
  while (at < to) {
    let end = scan.text.indexOf('\n', at);
    if (end < 0 || end > to) end = to;
    const line = scan.text.slice(at, end);
    const indent = line.search(/\S/u);
    if (helpIndent >= 0 && indent >= 0 && indent <= helpIndent) helpIndent = -1;
    if (helpIndent >= 0 || /^\s*#/u.test(line)) scanText(scan, at, end, 'text');
    else {
      if (/^\s*(?:-+)?help(?:-+)?\s*$/u.test(line)) helpIndent = indent;
      else if (RE_SYMBOL_LINE.test(line)) takeSymbols(scan, at, line);
      scanText(scan, at, end, 'shell');
    }
    at = end + 1;
  }
}

function takeSymbols(scan: BlockScan, from: number, line: string): void {
  const code = line.replace(RE_QUOTED, (quoted) => ' '.repeat(quoted.length));
  for (const match of code.matchAll(RE_SYMBOL)) {
    const [symbol] = match;
    const before = code.charCodeAt(match.index - 1);
    if (
      (before >= 97 && before <= 122) ||
      before === 95 ||
      /[a-z]/u.test(code.charAt(match.index + symbol.length)) ||
      symbol.length < 2
    )
      continue;
    const name = symbol.startsWith('CONFIG_') ? symbol : `CONFIG_${symbol}`;
    const rule = RE_DEFINITION.test(line) ? 'kconfig-definition' : 'kconfig-symbol';
    takeName(scan, from + match.index, from + match.index + symbol.length, name, rule);
  }
}
