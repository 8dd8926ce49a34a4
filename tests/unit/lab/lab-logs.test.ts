import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { fixturePath, OPEN, readFixture } from '../errors/shipped-catalogue.ts';

/** `<error>[.<case>]-<release>.txt`, as the lab names what a reproduction printed. */
const RE_LOG = /^([a-z0-9-]+?)(?:\.[a-z0-9-]+)?-\d+\.\d+\.txt$/;

for (const name of readdirSync(fixturePath('lab')).filter((file) => file.endsWith('.txt'))) {
  test(`the look-up finds in ${name} the error that the lab reproduced there`, () => {
    const error = RE_LOG.exec(name)?.[1];
    assert.ok(error, 'the name follows the rule');
    const { findings } = explainLog(readFixture(`lab/${name}`), OPEN);
    const found = findings.filter(({ level }) => level === 'exact').map(({ entry }) => entry.id);
    assert.ok(found.includes(error), `found ${found.join(', ') || 'nothing'}`);
  });
}
