import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseTranscript } from '../../../scripts/lab/normalise-transcript.ts';

test('paths, addresses, processes and times are marked, names and offsets stay', () => {
  const folders = { '/home/me/w': '<build>', '/home/me/w/tree': '<kdir>' };
  assert.equal(normaliseTranscript('/home/me/w/tree/x.c and /home/me/w/y.c', folders), '<kdir>/x.c and <build>/y.c');
  assert.equal(normaliseTranscript('RIP: 0010:demo_init+0x12/0x1000 [demo]'), 'RIP: 0010:demo_init+0x12/0x1000 [demo]');
  assert.equal(normaliseTranscript('RSP: 0018:ffffb0dac0013d38'), 'RSP: 0018:<addr>');
  assert.equal(normaliseTranscript('CPU: 0 PID: 96 Comm: insmod'), 'CPU: 0 PID: <pid> Comm: insmod');
  assert.equal(
    normaliseTranscript('BUG: scheduling while atomic: insmod/96/0x00000002'),
    'BUG: scheduling while atomic: insmod/<pid>/0x00000002',
  );
  assert.equal(normaliseTranscript('[    3.123456] hello: loaded'), 'hello: loaded');
});

test('doing it twice changes nothing', () => {
  const once = normaliseTranscript('/b/x PID: 7 ffffffffc0123456 insmod/7/0x2', { '/b': '<build>' });
  assert.equal(normaliseTranscript(once, { '/b': '<build>' }), once);
});
