import type { CorpusEntity, CorpusEntry } from '../compiler/compile-corpus.ts';
import { MENTION_SIZE } from '../compiler/draft.ts';
import { fillSlots } from '../compiler/render/slots.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { ErrorFrontMatter } from '../model/error-entry.ts';
import { pictureWords } from '../pictures/render-picture.ts';
import type { SearchEntry, SearchError, SearchName, SearchPage, SearchSource } from '../search/search-source.ts';
import { isAllDrafted } from './is-all-drafted.ts';
import { marksOf } from './kernel-facts.ts';
import { otherTitlesOf } from './other-titles-of.ts';
import type { SiteModel } from './site-model.ts';

/** Mentions that one in a title or in a heading counts for. */
const TITLE_WEIGHT = 12;
const HEADING_WEIGHT = 4;
/** Entries that are looked through for expressions, and expressions kept of a member. */
const MAX_POSTINGS = 8;
const MAX_EXPRESSIONS = 4;
const RE_OWNER = /[A-Za-z_]\w*(?:\[\w*\])?(?:(?:->|\.)[A-Za-z_]\w*)*(?:->|\.)$/;

/** Names, titles and messages of a site, for the identifier index and the table of errors. */
export function searchSourceOf(model: SiteModel): SearchSource {
  const below = (url: string): string => url.slice(model.info.base.length);
  const names = model.corpus.entities.map((entity, number): SearchName => {
    const { id, name, kind } = entity;
    const { mark } = marksOf(model.factsOf(number));
    return {
      id,
      name,
      kind,
      aliases: model.aliasesOf(number),
      url: below(model.entityUrl(number)),
      mark,
      weight: weightOf(entity),
      quote: quoteOf(model, entity, number),
      expressions: kind === 'field' ? expressionsOf(model, entity, number) : undefined,
    };
  });
  const pages: SearchPage[] = [];
  const errors: SearchError[] = [];
  model.corpus.entries.forEach(({ entry, draft }, number) => {
    const page = { id: entry.id, kind: entry.kind, title: entry.title, url: below(model.entryUrl(number)) };
    if (entry.kind !== 'error') pages.push(page);
    else
      errors.push({
        ...page,
        signatures: [
          ...(draft.error?.signatures ?? []).filter(({ isConsequence }) => !isConsequence),
          ...(draft.error?.heard ?? []),
        ].map(({ text }) => text),
      });
  });
  return { names, pages, errors, others: model.notes.site.federation };
}

/** The entry with that number as the word index takes it. Made one at a time, since the bodies of all are large. */
export function searchEntryOf(model: SiteModel, number: number): SearchEntry | undefined {
  const found = model.corpus.entries[number];
  return found === undefined ? undefined : { ...searchHeadOf(model, number, found), bodyHtml: searchBodyOf(found) };
}

/**
 * What tells the searchable text of an entry from others: two entries with equal digests are the same to the word index. Where the body is all
 * that was drafted the digest of its note stands for it, which costs a fraction of making it.
 */
export function searchDigestOf(model: SiteModel, number: number): string {
  const found = model.corpus.entries[number];
  if (found === undefined) return '';
  const { draft, binding } = found;
  const body = isAllDrafted(found) ? [binding.note.digest, draft.slug] : [searchBodyOf(found)];
  return JSON.stringify([searchHeadOf(model, number, found), ...body]);
}

function searchHeadOf(model: SiteModel, number: number, found: CorpusEntry): Omit<SearchEntry, 'bodyHtml'> {
  const { entry } = found;
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    url: model.entryUrl(number).slice(model.info.base.length),
    headings: entry.headings.map(({ id, text }) => ({ id, text })),
    tags: entry.tags,
    aliases: otherTitlesOf(found),
    status: entry.state ?? entry.error?.severity,
    book: bookOf(model, entry.parent),
    lang: entry.lang,
  };
}

function searchBodyOf({ entry, draft }: CorpusEntry): string {
  const body = fillSlots(draft.html, {
    name: () => '',
    target: () => undefined,
    part: () => '',
    picture: (name, caption) => `<p>${caption}</p>${pictureWords(name)}`,
  });
  const files = draft.files
    .map(
      ({ file, code, anchor }) =>
        `<h3 id="${escapeHtml(anchor)}">${escapeHtml(file)}</h3><pre>${escapeHtml(code)}</pre>`,
    )
    .join('');
  const summary = entry.summary === undefined ? '' : `<p data-summary>${escapeHtml(entry.summary)}</p>`;
  return `${summary}${draft.error === undefined ? '' : describeError(draft.error, body)}${draft.error === undefined ? body : ''}${files}`;
}

/** Title of the note that an entry was split from. */
function bookOf(model: SiteModel, parent: string | undefined): string | undefined {
  let title: string | undefined;
  for (let id = parent; id !== undefined; ) {
    const { entry } = model.recordOf(id);
    title = entry.title;
    id = entry.parent;
  }
  return title;
}

function weightOf({ mentionCount, postings }: CorpusEntity): number {
  return postings.reduce(
    (sum, { place }) => sum + (place === 3 ? TITLE_WEIGHT : place === 2 ? HEADING_WEIGHT : 0),
    mentionCount,
  );
}

/** Members that were met behind an arrow or a dot, as written: `sk->sk_state`; the first few in the order of the texts. */
function expressionsOf(model: SiteModel, entity: CorpusEntity, number: number): string[] {
  const found = new Set<string>();
  for (const posting of entity.postings.slice(0, MAX_POSTINGS)) {
    const entry = model.corpus.entries[posting.entry];
    const { mentions, blocks } = entry?.draft ?? { mentions: new Int32Array(), blocks: [] };
    for (let at = 0; at < mentions.length && found.size < MAX_EXPRESSIONS; at += MENTION_SIZE) {
      if (entry?.binding.names[mentions[at] ?? 0] !== number) continue;
      const { text = '' } = blocks[mentions[at + 1] ?? 0] ?? {};
      const before = RE_OWNER.exec(text.slice(Math.max(0, (mentions[at + 2] ?? 0) - 80), mentions[at + 2]))?.[0];
      if (before !== undefined) found.add(before + text.slice(mentions[at + 2], mentions[at + 3]));
    }
  }
  return [...found];
}

/** The block that mentions a name first in the entry that says most of it; running text before code. */
function quoteOf(model: SiteModel, { postings }: CorpusEntity, number: number): string {
  const best = postings.reduce(
    (a, b) => (b.place > a.place || (b.place === a.place && b.count > a.count) ? b : a),
    postings[0] ?? { entry: -1, count: 0, place: 0 },
  );
  const entry = model.corpus.entries[best.entry];
  if (entry === undefined) return '';
  const { mentions, blocks } = entry.draft;
  let line = '';
  for (let at = 0; at < mentions.length; at += MENTION_SIZE) {
    if (entry.binding.names[mentions[at] ?? 0] !== number) continue;
    const block = blocks[mentions[at + 1] ?? 0];
    if (block === undefined || block.kind === 'title') continue;
    if (block.kind === 'paragraph') return windowAround(block.text, mentions[at + 2] ?? 0);
    if (line === '') line = lineAround(block.text, mentions[at + 2] ?? 0);
  }
  return line;
}

function windowAround(text: string, offset: number): string {
  return text
    .slice(
      text.lastIndexOf('. ', Math.max(0, offset - 1)) < offset - 200
        ? Math.max(0, offset - 80)
        : text.lastIndexOf('. ', Math.max(0, offset - 1)) + 1,
      offset + 200,
    )
    .trim();
}

function lineAround(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1, end < 0 ? undefined : end).trim();
}

/** A signature as a line that could be printed: holes are dots, of a choice all branches stand. */
function withoutHoles(signature: string): string {
  return signature
    .replace(/\{(?:start|end)\}/g, '')
    .replace(/\{[a-z]+(?::[^{}]*)?\}/g, '…')
    .replace(/\{[?=]([^{}]*)\}/g, (_, branches: string) => branches.replaceAll('|', ' '))
    .replace(/\{\{|\}\}/g, (braces) => braces.charAt(0));
}

/** An error in the order of its page: messages, causes, what it means; words that stand nowhere else come first. */
function describeError({ signatures, heard, causes, words }: ErrorFrontMatter, body: string): string {
  const plain = (text: string): string => escapeHtml(text.replace(/`/g, ''));
  const paragraph = (text: string): string => `<p>${plain(text)}</p>`;
  return [
    words.length === 0 ? '' : `<p data-summary>${escapeHtml(words.join(', '))}</p>`,
    ...[...signatures, ...heard].map(({ text }) => paragraph(withoutHoles(text))),
    ...causes.flatMap(({ id, title, check = '', fix, commands }) => [
      `<h3 id="${escapeHtml(id)}">${plain(title)}</h3>`,
      ...[check, fix, ...commands].map(paragraph),
    ]),
    causes.length > 0 && body.trim() !== '' && !body.trimStart().startsWith('<h2')
      ? '<h2 id="meaning">What it means</h2>'
      : '',
    body,
  ].join('');
}
