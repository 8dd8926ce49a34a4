/** What a part of a note tells of itself in lists: its headings, its state, its first words. */
import type { RootContent } from 'mdast';
import type { EntryHeading, QuestionState } from '../../model/entry.ts';
import { readQuestionText } from '../classify/read-question-item.ts';
import type { SourceLines } from '../parse/source-lines.ts';
import type { Fragment } from '../render/fragments.ts';
import type { NotePart } from '../split/note-part.ts';
import type { CollectedBlock } from './collect-text-blocks.ts';

/** Headings and run-in definitions with their places. */
export function headingsOf(nodes: readonly RootContent[], lines: SourceLines): readonly EntryHeading[] {
  return nodes.flatMap((node): readonly EntryHeading[] => {
    const line = lines.lineAt(node.position?.start.offset ?? 0);
    if (node.type === 'heading')
      return [{ depth: node.depth, id: node.data?.slug ?? '', text: node.data?.title ?? '', line, kind: 'heading' }];
    const anchor = node.type === 'paragraph' ? node.data?.anchor : undefined;
    return node.type === 'paragraph' && anchor !== undefined
      ? [{ depth: 3, id: anchor, text: node.data?.definition ?? '', line, kind: 'definition' }]
      : [];
  });
}

/** Whether a note that is one question tells its answer. */
export function stateOf(part: NotePart, prose: readonly CollectedBlock[]): QuestionState {
  const { state } = readQuestionText(part.title);
  return state === 'open' ? readQuestionText(prose.map(({ block }) => block.text).join('\n')).state : state;
}

/** Text that stands for a part in lists: for an item of a list what is not its title, else the first paragraph. */
export function summaryOf(
  part: NotePart,
  prose: readonly CollectedBlock[],
  fragments: readonly Fragment[],
): string | undefined {
  if (part.error !== undefined)
    // One sentence may be both the cause and its fix.
    return [
      ...new Set(
        fragments
          .filter(({ content }) => content.kind === 'inline')
          .flatMap(({ blocks }) => blocks.map(({ block }) => block.text)),
      ),
    ].join(' ');
  return part.summary ?? prose.find(({ block }) => block.kind === 'paragraph')?.block.text;
}
