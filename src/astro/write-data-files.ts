/** The data files of a build: `data/*.json` and, when asked for, `data/mentions.jsonl`. Written as streams, sorted by id in code units. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { MENTION_SIZE } from '../compiler/draft.ts';
import type { Relation } from '../model/entry.ts';
import { toErrorRecord } from '../model/error-entry.ts';
import { proofOf } from '../model/verdict.ts';
import type { SiteSettings } from '../site.ts';
import { DATA_SCHEMAS } from './data-schemas.ts';
import { recordName } from './error-view.ts';
import type { PublishedAssets } from './publish-assets.ts';
import type { SiteModel } from './site-model.ts';

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 18;

/** Writes all data files of `model` below `site.outDir`. */
export function writeDataFiles(model: SiteModel, assets: PublishedAssets, site: SiteSettings): void {
  const dir = resolve(site.outDir, 'data');
  mkdirSync(resolve(dir, 'schema'), { recursive: true });
  for (const [name, schema] of Object.entries(DATA_SCHEMAS))
    writeFileSync(resolve(dir, 'schema', `${name}.json`), `${JSON.stringify(schema)}\n`);
  writeList(resolve(dir, 'entries.json'), 'entries', entryRecords(model));
  writeList(resolve(dir, 'samples.json'), 'samples', sampleRecords(model));
  writeList(resolve(dir, 'entities.json'), 'entities', entityRecords(model));
  writeList(resolve(dir, 'errors.json'), 'errors', errorRecords(model));
  writeList(resolve(dir, 'claims.json'), 'claims', claimRecords(model));
  writeList(resolve(dir, 'diagnostics.json'), 'diagnostics', model.diagnostics);
  writeFileSync(
    resolve(dir, 'site.json'),
    `${JSON.stringify({ version: 1, title: model.info.title, base: model.info.base, releases: model.info.releases, counts: model.info.counts, files: model.notes.files, assets: assets.reports })}\n`,
  );
  if (site.writesMentions) writeLines(resolve(dir, 'mentions.jsonl'), mentionRecords(model));
}

function* entryRecords(model: SiteModel): Iterable<unknown> {
  const { entries, entities } = model.corpus;
  for (const [number, { entry, names, children }] of entries.entries()) {
    const { id, kind, title, source, parent, state, number: chapter, summary, tags, lang, kernel, words } = entry;
    const relations: Relation[] = names.map((name) => ({
      to: entities[name]?.id ?? '',
      relation: explains(model, name, number) ? 'explains' : 'mentions',
    }));
    for (const child of children)
      relations.push({
        to: entries[child]?.entry.id ?? '',
        relation:
          entries[child]?.entry.kind === 'question'
            ? 'asks'
            : entries[child]?.entry.kind === 'error'
              ? 'fixes'
              : 'explains',
      });
    relations.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.relation < b.relation ? -1 : 1));
    yield {
      id,
      kind,
      title,
      url: model.entryUrl(number),
      source,
      parent,
      state,
      number: chapter,
      summary,
      tags: tags.length > 0 ? tags : undefined,
      lang,
      kernel,
      words,
      relations,
    };
  }
}

function explains(model: SiteModel, name: number, entry: number): boolean {
  const postings = model.corpus.entities[name]?.postings ?? [];
  let low = 0;
  let high = postings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle]?.entry ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return postings[low]?.entry === entry && (postings[low]?.place ?? 0) >= 2;
}

function* sampleRecords(model: SiteModel): Iterable<unknown> {
  for (const [number, corpusEntry] of model.corpus.entries.entries()) {
    const { entry, draft } = corpusEntry;
    const { root, file } = entry.source;
    const url = model.entryUrl(number);
    for (const { language, languageFrom, code, anchor, line, endLine } of draft.codes) {
      yield {
        id: `${entry.id}#${anchor}`,
        language,
        languageFrom,
        code,
        url: `${url}#${anchor}`,
        entry: entry.id,
        source: { root, file, line, endLine },
      };
    }
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const record = model.runs.samples.get(recordName(corpusEntry));
    for (const { file: name, language, code, anchor } of draft.files) {
      yield {
        id: `${entry.id}#${anchor}`,
        language,
        languageFrom: 'declared',
        code,
        url: `${url}#${anchor}`,
        entry: entry.id,
        source: { root, file: `${folder}${name}`, line: 1, endLine: code.replace(/\n$/, '').split('\n').length },
        verdicts: record?.verdicts.map(({ release, package: version, build, load, exercise, unload, notes }) => ({
          release,
          package: version,
          build,
          load,
          exercise,
          unload,
          notes,
          isOutOfDate: record.isOutOfDate,
        })),
      };
    }
  }
}

function* entityRecords(model: SiteModel): Iterable<unknown> {
  for (let number = 0; number < model.corpus.entities.length; number++) {
    const { id, name, kind, aliases, mentionCount, entries, status, suggestion, replacedBy, howToPort } =
      model.entityOf(number);
    yield {
      id,
      name,
      kind,
      aliases,
      url: model.entityUrl(number),
      mentionCount,
      entries,
      status,
      suggestion,
      replacedBy,
      howToPort,
    };
  }
}

function* errorRecords(model: SiteModel): Iterable<unknown> {
  for (const [number, corpusEntry] of model.corpus.entries.entries()) {
    const { entry } = corpusEntry;
    if (entry.kind !== 'error' || entry.error === undefined) continue;
    const runs = model.runs.errors.get(recordName(corpusEntry))?.runs ?? [];
    yield toErrorRecord(entry.id, entry.error, {
      url: model.entryUrl(number),
      proof: proofOf(runs),
      ...(runs.length > 0 ? { verdicts: runs } : {}),
    });
  }
}

function* claimRecords(model: SiteModel): Iterable<unknown> {
  for (const { entry } of model.corpus.entries) {
    for (const { id, text, verdict, evidence } of [...entry.claims].sort((a, b) => (a.id < b.id ? -1 : 1)))
      yield { id: `${entry.id}#${id}`, entry: entry.id, text, verdict, evidence };
  }
}

function* mentionRecords(model: SiteModel): Iterable<unknown> {
  let current: { root: string; file: string; mentions: unknown[] } | undefined;
  const order = [...model.corpus.entries.keys()].sort((a, b) => {
    const [x, y] = [model.corpus.entries[a]?.entry.source, model.corpus.entries[b]?.entry.source];
    const [left, right] = [`${x?.root}\n${x?.file}`, `${y?.root}\n${y?.file}`];
    return left < right ? -1 : left > right ? 1 : (x?.line ?? 0) - (y?.line ?? 0) || a - b;
  });
  for (const number of order) {
    const corpusEntry = model.corpus.entries[number];
    if (corpusEntry === undefined) continue;
    const { entry, draft, binding } = corpusEntry;
    const { root, file } = entry.source;
    if (current?.root !== root || current.file !== file) {
      if (current !== undefined) yield current;
      current = { root, file, mentions: [] };
    }
    const { mentions, blocks } = draft;
    for (let at = 0; at < mentions.length; at += MENTION_SIZE) {
      const entity = model.corpus.entities[binding.names[mentions[at] ?? 0] ?? -1];
      if (entity === undefined || mentions[at + 4] === 0) continue;
      const surface = blocks[mentions[at + 1] ?? 0]?.text.slice(mentions[at + 2], mentions[at + 3]) ?? '';
      current.mentions.push({
        entity: entity.id,
        name: entity.name,
        kind: entity.kind,
        entry: entry.id,
        line: mentions[at + 4],
        column: mentions[at + 5],
        surface,
      });
    }
  }
  if (current !== undefined) yield current;
}

function writeList(path: string, name: string, items: Iterable<unknown>): void {
  const file = openSync(path, 'w');
  let pending = `{"version":1,"${name}":[`;
  let separator = '\n';
  for (const item of items) {
    pending += separator + JSON.stringify(item);
    separator = ',\n';
    if (pending.length > CHUNK) {
      writeSync(file, pending);
      pending = '';
    }
  }
  writeSync(file, `${pending}\n]}\n`);
  closeSync(file);
}

function writeLines(path: string, items: Iterable<unknown>): void {
  const file = openSync(path, 'w');
  let pending = '';
  for (const item of items) {
    pending += `${JSON.stringify(item)}\n`;
    if (pending.length > CHUNK) {
      writeSync(file, pending);
      pending = '';
    }
  }
  writeSync(file, pending);
  closeSync(file);
}
