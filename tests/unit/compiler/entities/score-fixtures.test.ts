import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { kindsKnown } from '../../../../src/kernel/kinds-known.ts';
import { openInventory, openKnowledge } from '../../../../src/kernel/read-inventory.ts';
import type { EntityKind } from '../../../../src/model/entity.ts';
import { entitiesOf, type FoundEntity } from './entities-of.ts';

const FIXTURES = new URL('../../../fixtures/entities/', import.meta.url);
const KERNEL = fileURLToPath(new URL('../../../../src/content/kernel', import.meta.url));
const INVENTORY = `${KERNEL}/inventory`;
const WANTED = 0.97;
/** The same where nothing is known of any kernel. */
const WANTED_ALONE = 0.93;

interface Annotated {
  readonly line: number;
  readonly name: string;
  readonly kind: EntityKind;
  /** Other kinds that a reader may give it. */
  readonly kinds?: readonly EntityKind[];
  /** Readers differ on whether it is one: neither missed nor wrong. */
  readonly optional?: boolean;
}

interface Annotation {
  readonly entities: readonly Annotated[];
  readonly notEntities: readonly { readonly line: number; readonly text: string }[];
}

interface Score {
  readonly hits: number;
  readonly missed: readonly Annotated[];
  readonly extra: readonly FoundEntity[];
}

const kindsOf = kindsKnown(openInventory(INVENTORY), openKnowledge(KERNEL));
const cases = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => {
    const note = readFileSync(new URL(file, FIXTURES), 'utf8');
    const annotation = JSON.parse(readFileSync(new URL(file.replace(/md$/u, 'json'), FIXTURES), 'utf8')) as Annotation;
    const found = entitiesOf(note, kindsOf);
    return { file, annotation, found, foundAlone: entitiesOf(note) };
  });

function scoreNote(annotation: Annotation, found: readonly FoundEntity[]): Score {
  const open = new Set(found);
  const missed: Annotated[] = [];
  let hits = 0;
  const sorted = [...annotation.entities].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
  for (const wanted of sorted) {
    const kinds = wanted.kinds ?? [wanted.kind];
    const hit = [...open].find(
      ({ line, name, kind }) =>
        line === wanted.line && name === wanted.name && (wanted.optional === true || kinds.includes(kind)),
    );
    if (hit !== undefined) open.delete(hit);
    if (wanted.optional === true) continue;
    if (hit === undefined) missed.push(wanted);
    else hits += 1;
  }
  return { hits, missed, extra: [...open] };
}

test('the annotated notes are many enough to measure by', () => {
  assert.ok(cases.reduce((sum, { annotation }) => sum + annotation.entities.length, 0) >= 150);
  assert.ok(cases.reduce((sum, { annotation }) => sum + annotation.notEntities.length, 0) >= 60);
});

function assertScore(scores: readonly Score[], wanted: number): void {
  const hits = scores.reduce((sum, score) => sum + score.hits, 0);
  const missed = scores.flatMap((score) => score.missed);
  const extra = scores.flatMap((score) => score.extra);
  assert.ok(hits / (hits + missed.length) >= wanted, JSON.stringify(missed));
  assert.ok(hits / (hits + extra.length) >= wanted, JSON.stringify(extra));
}

test('at least 97 of 100 entities of the annotated notes are found, and at least 97 of 100 found ones are right', () => {
  const scores = cases.map(({ annotation, found }) => scoreNote(annotation, found));
  assertScore(scores, WANTED);
});

test('without an inventory it is at least 93 of 100', () => {
  const scores = cases.map(({ annotation, foundAlone }) => scoreNote(annotation, foundAlone));
  assertScore(scores, WANTED_ALONE);
});

test('what the annotated notes name as no entity is hardly ever taken for one', () => {
  const all = cases.flatMap(({ annotation }) => annotation.notEntities);
  const wrong = cases.flatMap(({ annotation, found }) =>
    annotation.notEntities.filter(({ line, text }) =>
      found.some((entity) => entity.line === line && entity.surface === text),
    ),
  );
  assert.ok(wrong.length / all.length <= 1 - WANTED, JSON.stringify(wrong));
});
