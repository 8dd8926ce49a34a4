import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '../../../src/errors/catalogue.ts';
import { explainLog } from '../../../src/errors/explain-log.ts';
import type { Explanation } from '../../../src/errors/explanation.ts';
import { type OpenCatalogue, openCatalogue } from '../../../src/errors/open-catalogue.ts';
import { packAdvice, packCatalogue } from '../../../src/errors/pack-catalogue.ts';
import { SEVERITIES, unpackCatalogue } from '../../../src/errors/unpack-catalogue.ts';
import { ERROR_SEVERITIES } from '../../../src/model/error-entry.ts';
import { OPEN, readFixture, SHIPPED } from './shipped-catalogue.ts';

/** What a page shows of a catalogue: causes named by their place, holes without names that no command asks for, no releases of what was not seen printed. */
function shownOf({ version, entries }: Catalogue): unknown {
  return {
    version,
    entries: entries.map(({ names, words, ...entry }) => ({
      ...entry,
      causes: entry.causes.map((cause, index) => ({ ...cause, id: String(index + 1) })),
      signatures: entry.signatures.map(({ printer, releases, ...signature }) => ({
        ...signature,
        ...(releases === undefined || signature.isHeard ? {} : { releases }),
        text: signature.text.replace(/\{([a-z]+):\w+\}/g, '{$1}'),
      })),
    })),
  };
}

function idsByWord({ entriesByWord }: OpenCatalogue): unknown {
  return [...entriesByWord].map(([word, entries]) => `${word}: ${entries.map(({ id }) => id).join(' ')}`).sort();
}

/** What JSON makes of it: as it arrives in a browser. */
function travel(catalogue: Catalogue): Catalogue {
  const { catalogue: arrived, takeAdvice } = unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(catalogue))));
  for (const advice of packAdvice(catalogue)) takeAdvice(JSON.parse(JSON.stringify(advice)));
  return arrived;
}

test('what was packed comes back but for the identifiers of causes and the programs that print', () => {
  assert.deepEqual(shownOf(travel(SHIPPED.catalogue)), shownOf(SHIPPED.catalogue));
});

test('what travelled fills the same commands', () => {
  const values = (explanation: Explanation): unknown =>
    explanation.findings.map(({ entry, causes }) => [entry.id, causes.map(({ commands }) => commands)]);
  const open = openCatalogue(travel(SHIPPED.catalogue));
  for (const name of ['modpost-6.12', 'interfaces-6.1', 'healthy-boot-6.12']) {
    const log = readFixture(`recorded/${name}.txt`);
    assert.deepEqual(values(explainLog(log, open)), values(explainLog(log, OPEN)));
  }
});

test('what travelled is found by the same words', () => {
  assert.deepEqual(idsByWord(openCatalogue(travel(SHIPPED.catalogue))), idsByWord(OPEN));
});

test('an empty catalogue, an entry without signatures and texts with line breaks and tabs come back', () => {
  assert.deepEqual(travel({ version: 1, entries: [] }), { version: 1, entries: [] });
  const odd: Catalogue = {
    version: 1,
    entries: [
      { id: 'a', title: 'one\ttwo', component: '', severity: 'fatal', signatures: [], causes: [] },
      {
        id: 'b',
        title: 'second',
        component: 'x',
        severity: 'harmless',
        signatures: [{ text: 'first line\nsecond line' }, { text: 'other words', isConsequence: true }],
        causes: [
          { id: '1', title: 'why', fix: 'do\nthis', commands: ["awk -F'\t' '{print}'", 'second'] },
          { id: '2', title: 'or so', check: 'look', fix: 'that' },
        ],
        names: ['init_module'],
      },
    ],
  };
  assert.deepEqual(travel(odd), odd);
});

test('without advice the same entries are found, by the same words, and have no causes', () => {
  const { catalogue } = unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(SHIPPED.catalogue))));
  const open = openCatalogue(catalogue);
  assert.deepEqual(idsByWord(open), idsByWord(OPEN));
  const log = readFixture('recorded/modpost-6.12.txt');
  const idsOf = ({ findings }: Explanation): unknown => findings.map(({ entry, level }) => [entry.id, level]);
  assert.deepEqual(idsOf(explainLog(log, open)), idsOf(explainLog(log, OPEN)));
  assert.ok(explainLog(log, open).findings.every(({ causes }) => causes.length === 0));
});

test('severities travel in the order of the model', () => {
  assert.deepEqual(SEVERITIES, ERROR_SEVERITIES);
});
