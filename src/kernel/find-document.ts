/**
 * Where the kernel's own documentation prints the comment of a name.
 *
 * Documents include the comments of a source file: all of them, those of exported names, those of the others, or
 * those of a list. Together with what the table knows of a definition (its file, whether a comment stands before it,
 * whether that file exports it) this tells the page that has an anchor `c.NAME`.
 */
import type { ReleaseFacts } from './inventory.ts';

/** What one directive of a document includes. */
export interface DocumentPart {
  /** Path of the document, such as `Documentation/core-api/mm-api.rst`. */
  readonly document: string;
  /** Source file whose comments are included; empty for names that the document declares itself. */
  readonly file: string;
  readonly takes: 'all' | 'exported' | 'internal' | 'named';
  /** Only for `named`. */
  readonly names?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
}

/** Document that has an anchor for the name, `undefined` where none does. `partsOf` gives the parts by source file. */
export function findDocument(
  name: string,
  facts: ReleaseFacts | undefined,
  partsOf: (file: string) => readonly DocumentPart[],
): string | undefined {
  for (const { file, kind, reasons } of facts?.candidates ?? []) {
    if (!reasons.includes('documented') || kind === 'field') continue;
    const isExportedHere = reasons.includes('exported-here');
    const isExported = facts?.export !== undefined;
    const part = partsOf(file).find(
      ({ takes, names = [], except = [] }) =>
        !except.includes(name) &&
        (takes === 'all' ||
          (takes === 'exported' && isExported) ||
          (takes === 'internal' && !isExportedHere) ||
          (takes === 'named' && names.includes(name))),
    );
    if (part !== undefined) return part.document;
  }
  return partsOf('').find(({ names = [] }) => names.includes(name))?.document;
}

/** Address of a document as docs.kernel.org prints it for a release, at the anchor of a name if one is given. */
export function documentUrl(release: string, document: string, name?: string): string {
  const page = document.replace(/^Documentation\//, '').replace(/\.rst$/, '.html');
  return `https://docs.kernel.org/${release}/${page}${name === undefined ? '' : `#c.${name}`}`;
}
