import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { fixturePath, OPEN, readFixture } from '../errors/shipped-catalogue.ts';

/** `<error>[.<case>]-<release>.txt`, as the lab names what a reproduction printed. */
const RE_LOG = /^([a-z0-9-]+?)(?:\.[a-z0-9-]+)?-\d+\.\d+\.txt$/;

/** What stands for the lab's marks on the machine of somebody who pastes a log. */
const MARKS: Readonly<Record<string, string>> = {
  '<build>': '/home/user/demo',
  '<kdir>': '/usr/src/linux-headers-amd64',
  '<kdir-common>': '/usr/src/linux-headers-common',
  '<addr>': 'ffffffff81234567',
  '<pid>': '123',
};

for (const name of readdirSync(fixturePath('lab')).filter((file) => file.endsWith('.txt'))) {
  const error = RE_LOG.exec(name)?.[1];
  test(`the look-up finds in ${name} the error that the lab reproduced there`, () => {
    assert.ok(error, 'the name follows the rule');
    const { findings } = explainLog(unmark(readFixture(`lab/${name}`)), OPEN);
    const found = findings.filter(({ level }) => level === 'exact').map(({ entry }) => entry.id);
    assert.ok(found.includes(error), `found ${found.join(', ') || 'nothing'}`);
  });
}

function unmark(log: string): string {
  return log.replaceAll(/<[a-z-]+>/g, (mark) => MARKS[mark] ?? mark);
}
