import type { EntryView } from '../model/page-views.ts';
import type { ContentsItem } from './render-contents.ts';

/** What the page of an entry holds, in the order of the page: its headings between the parts that its kind adds. */
export function listPlaces({ entry, html, error, sample }: EntryView): readonly ContentsItem[] {
  const place = (id: string, text: string, isThere: boolean | undefined): readonly ContentsItem[] =>
    isThere ? [{ depth: 2, id, text }] : [];
  return [
    ...place('causes', 'Causes', error && error.causes.length > 0),
    ...place('heard', 'Not seen printed', error && error.heard.length > 0),
    ...place('kinds', 'Other lines', error && error.classes.length > 0),
    ...place('meaning', 'What it means', hasMeaning(error, html)),
    ...entry.headings,
    ...place('verdicts', 'What was seen', sample && sample.verdicts.length > 0),
    ...place('files', 'Files', sample !== undefined),
    ...place('since-then', 'Since then', entry.claims.length > 0),
    ...place('proof', 'Proof', error !== undefined),
  ];
}

/** Whether the body of an error follows its causes without a heading of its own. */
export function hasMeaning(error: EntryView['error'], html: string): boolean {
  return error !== undefined && error.causes.length > 0 && html.trim() !== '' && !html.trimStart().startsWith('<h2');
}
