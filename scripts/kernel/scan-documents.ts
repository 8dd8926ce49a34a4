/**
 * Which comments a document of the tree prints: `.. kernel-doc:: FILE` with its options, and names that a document
 * declares itself (`.. c:function::`). Only the references are read, never the text.
 */
import type { DocumentPart } from '../../src/kernel/find-document.ts';

const RE_DIRECTIVE = /^([ \t]*)\.\.[ \t]+(kernel-doc|c:(?:function|macro|struct|union|enum|type))::[ \t]*(.*)$/;
const RE_OPTION = /^[ \t]+:([a-z-]+):[ \t]*(.*)$/;

/** Parts of one document, in its order; nothing for sections of prose (`:doc:`). */
export function scanDocument(path: string, text: string): readonly DocumentPart[] {
  if (!text.includes('kernel-doc::') && !text.includes('.. c:')) return [];
  const lines = text.split('\n');
  const parts: DocumentPart[] = [];
  const declared: string[] = [];
  const hasNamespace = text.includes('.. c:namespace');
  for (let index = 0; index < lines.length; index++) {
    const [, indent = '', directive, argument = ''] = RE_DIRECTIVE.exec(lines[index] ?? '') ?? [];
    if (directive === undefined) continue;
    if (directive === 'kernel-doc') {
      const part = partOf(path, argument.trim(), optionsAfter(lines, index + 1, indent.length));
      if (part !== undefined) parts.push(part);
    } else if (!hasNamespace) {
      const name = /(\w+)\s*(?:\(|$)/.exec(argument)?.[1];
      if (name !== undefined) declared.push(name);
    }
  }
  if (declared.length > 0) parts.push({ document: path, file: '', takes: 'named', names: declared });
  return parts;
}

function partOf(document: string, file: string, options: ReadonlyMap<string, string>): DocumentPart | undefined {
  if (options.has('doc') || !/^[\w./+-]+$/.test(file)) return undefined;
  const words = (option: string): readonly string[] => options.get(option)?.match(/[\w-]+/g) ?? [];
  const except = words('no-identifiers');
  const names = [...words('identifiers'), ...words('functions')];
  const takes = options.has('export')
    ? 'exported'
    : options.has('internal')
      ? 'internal'
      : names.length > 0
        ? 'named'
        : 'all';
  return {
    document,
    file,
    takes,
    ...(takes === 'named' ? { names } : {}),
    ...(except.length === 0 ? {} : { except }),
  };
}

/** Options of a directive, with what is written on deeper lines below them. */
function optionsAfter(lines: readonly string[], from: number, indent: number): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  let open: string | undefined;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.search(/\S/) <= indent) break;
    const [, name, value = ''] = RE_OPTION.exec(line) ?? [];
    if (name !== undefined) {
      open = name;
      options.set(name, value.trim());
    } else if (open !== undefined) options.set(open, `${options.get(open)} ${line.trim()}`);
    else break;
  }
  return options;
}
