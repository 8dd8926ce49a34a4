import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import type { Explanation } from '../../../src/errors/explanation.ts';
import { fixturePath, OPEN, readFixture } from './shipped-catalogue.ts';

/** `line level entry`, a line for every place found, in the order of the log. */
function listOf({ findings, splats, unexplained }: Explanation): string {
  const rows = findings.flatMap(({ occurrences, consequences, entry, level }) => [
    ...occurrences.map(({ line }) => ({ line, text: `${level} ${entry.id}` })),
    ...consequences.map(({ line }) => ({ line, text: `follows ${entry.id}` })),
  ]);
  rows.push(...splats.map(({ line, endLine, kind }) => ({ line, text: `report ${kind} to ${endLine}` })));
  rows.push(...unexplained.map(({ line }) => ({ line, text: 'unknown' })));
  return `${rows
    .sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1))
    .map(({ line, text }) => `${line} ${text}`)
    .join('\n')}\n`;
}

for (const name of ['interfaces', 'modpost', 'healthy-build', 'healthy-boot']) {
  for (const release of ['6.1', '6.12']) {
    test(`the recorded log ${name} of ${release} is explained as expected`, () => {
      const log = `recorded/${name}-${release}`;
      const found = listOf(explainLog(readFixture(`${log}.txt`), OPEN));
      if (process.env.UPDATE === '1') writeFileSync(fixturePath(`${log}.expected.txt`), found);
      assert.equal(found, readFixture(`${log}.expected.txt`));
    });
  }
}

test('a log is explained the same however it is cut into chunks', async () => {
  const { LogExplainer } = await import('../../../src/errors/log-explainer.ts');
  const text = readFixture('recorded/modpost-6.12.txt').replaceAll('\n', '\r\n');
  const whole = explainLog(text, OPEN);
  for (const size of [1, 7, 64, 1000]) {
    const explainer = new LogExplainer(OPEN);
    for (let from = 0; from < text.length; from += size) explainer.push(text.slice(from, from + size));
    assert.deepEqual(explainer.finish(), whole, `chunks of ${size}`);
  }
});
