import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderClaimRows, sortClaims } from '../../../src/components/render-claim-rows.ts';
import type { ClaimVerdict } from '../../../src/model/claim.ts';
import type { ClaimView } from '../../../src/model/page-views.ts';

const claim = (id: string, older: ClaimVerdict, newer: ClaimVerdict): ClaimView => ({
  id,
  text: `The <pond> is ${id}.`,
  verdict: { '6.1': older, '6.12': newer },
  evidence: [{ release: '6.12', package: 'linux-source-6.12 1', file: 'kernel/pond.c', line: 7, anchor: 'int pond' }],
  url: `/topics/pond/#claim-${id}`,
  entry: { title: 'Pond & lake', url: '/topics/pond/' },
});

test('statements stand worst first: false, false in one release, not checked, true', () => {
  const claims = [
    claim('a', 'true', 'true'),
    claim('b', 'unchecked', 'true'),
    claim('c', 'true', 'false'),
    claim('d', 'false', 'false'),
  ];
  assert.deepEqual(
    sortClaims(claims).map(({ id }) => id),
    ['d', 'c', 'b', 'a'],
  );
});

test('a row has the verdict of each release, where it is shown, and leads to where it is made', () => {
  const html = renderClaimRows([claim('deep', 'true', 'false')]);
  assert.match(
    html,
    /<tr data-state="mixed"><th scope="row"><a href="\/topics\/pond\/#claim-deep">The &lt;pond&gt; is deep\./,
  );
  assert.match(html, /data-verdict="true">true in 6\.1<.*data-verdict="false">not so in 6\.12</);
  assert.match(html, /kernel\/<wbr>pond\.c:7/);
  assert.match(html, /<output>1 statement<\/output>/);
  assert.equal(renderClaimRows([]), '');
});
