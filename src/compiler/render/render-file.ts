import type { Code } from 'mdast';
import type { DraftEntry } from '../draft.ts';
import type { CollectedBlock } from '../extract/collect-text-blocks.ts';
import type { NameTable } from '../name-table.ts';
import { languageOfFile, renderCodeBlock } from './render-code-block.ts';

/** A file that lies beside a sample's note. */
export interface Attachment {
  readonly file: string;
  readonly text: string;
}

/** The text of a file as a block of code, for the recogniser; it stands nowhere in the note. */
export function fileBlock(file: string, text: string): CollectedBlock {
  const node: Code = { type: 'code', value: text };
  return {
    block: {
      kind: 'code',
      text,
      offsets: new Int32Array(text.length).fill(-1),
      styles: [],
      language: languageOfFile(file),
      headings: [],
    },
    leaves: [{ node, start: 0, end: text.length, isLinked: false }],
    anchor: fileAnchor(file),
  };
}

function fileAnchor(file: string): string {
  return `file-${file.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`;
}

/** HTML of a file of a sample; `block` is its text as it was read for names. */
export function renderFile(
  { file, text }: Attachment,
  block: CollectedBlock | undefined,
  table: NameTable,
): DraftEntry['files'][number] {
  const node = block?.leaves[0]?.node;
  const names = node?.type === 'code' ? table.namesIn(node) : [];
  const language = languageOfFile(file);
  return {
    file,
    anchor: fileAnchor(file),
    language,
    code: text,
    html: renderCodeBlock(
      text.replace(/\n$/, ''),
      { id: '', language, from: 'declared', isKnown: true, title: file },
      names,
    ),
  };
}
