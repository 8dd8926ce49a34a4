import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseLine } from '../../../src/errors/normalise-line.ts';
import type { Splat } from '../../../src/errors/splat.ts';
import { SplatReader } from '../../../src/errors/splat-reader.ts';

const OOPS = `BUG: kernel NULL pointer dereference, address: 0000000000000008
#PF: supervisor write access in kernel mode
#PF: error_code(0x0002) - not-present page
PGD 0 P4D 0
Oops: 0002 [#1] PREEMPT SMP PTI
CPU: 1 PID: 96 Comm: insmod Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
RIP: 0010:demo_init+0x5/0x1000 [demo]
Code: Unable to access opcode bytes at 0xffffffffc0000fdb.
RSP: 0018:ffffb0d4801f3c50 EFLAGS: 00010246
Call Trace:
 <TASK>
 do_one_initcall+0x56/0x220
 ? __pfx_demo_init+0x10/0x10 [demo]
 do_init_module+0x4a/0x1f0
 </TASK>
Modules linked in: demo(OE+) other
CR2: 0000000000000008
---[ end trace 0000000000000000 ]---`;

function read(log: string): Splat[] {
  const reader = new SplatReader();
  for (const [index, line] of log.split('\n').entries()) reader.push(index + 1, normaliseLine(line));
  return reader.finish();
}

test('an oops is read as one block from its first line to its end marker', () => {
  assert.deepEqual(read(`before\n${OOPS}\nafter`), [
    {
      kind: 'oops',
      title: 'BUG: kernel NULL pointer dereference, address: 0000000000000008',
      line: 2,
      endLine: 19,
      cpu: '1',
      pid: '96',
      command: 'insmod',
      version: '6.1.0-56-amd64',
      isTainted: true,
      taint: [
        { flag: 'O', meaning: 'a module from outside the kernel tree was loaded' },
        { flag: 'E', meaning: 'an unsigned module was loaded' },
      ],
      at: { symbol: 'demo_init', offset: '0x5', module: 'demo', isGuess: false },
      trace: [
        { symbol: 'do_one_initcall', offset: '0x56', isGuess: false },
        { symbol: '__pfx_demo_init', offset: '0x10', module: 'demo', isGuess: true },
        { symbol: 'do_init_module', offset: '0x4a', isGuess: false },
      ],
      taintingModules: ['demo'],
      suspect: 'demo',
      doubts: [],
    },
  ]);
});

test('a warning of 6.12 with user and verbose taint is read as well', () => {
  const log = `WARNING: CPU: 0 PID: 44 at lib/refcount.c:28 refcount_warn_saturate+0xba/0x110
Modules linked in: demo(OE+)
CPU: 0 UID: 0 PID: 44 Comm: insmod Tainted: G        W  OE      6.12.117+deb12-amd64 #1  Debian
Tainted: [W]=WARN, [O]=OOT_MODULE, [E]=UNSIGNED_MODULE
RIP: 0010:refcount_warn_saturate+0xba/0x110
Call Trace:
 demo_init+0x1a/0xff0 [demo]
---[ end trace 0000000000000000 ]---`;
  const [splat] = read(log);
  assert.equal(splat?.kind, 'warning');
  assert.equal(splat?.place, 'lib/refcount.c:28');
  assert.equal(splat?.version, '6.12.117+deb12-amd64');
  assert.deepEqual(
    splat?.taint.map(({ flag }) => flag),
    ['W', 'O', 'E'],
  );
  assert.equal(splat?.suspect, 'demo');
  assert.deepEqual(splat?.doubts, []);
});

test('a block that is cut says so', () => {
  const [splat] = read(OOPS.split('\n').slice(0, 8).join('\n'));
  assert.deepEqual(splat?.doubts, ['There is no call trace: the block is cut, or the console showed only its head.']);
  const [unended] = read(OOPS.split('\n').slice(0, 14).join('\n'));
  assert.deepEqual(unended?.doubts, ['The end marker is missing: lines may be lost.']);
});

test('reports that are printed at the same time stay apart when the kernel names the caller', () => {
  const [first, second] = ['T96', 'T97'].map((caller) =>
    OOPS.split('\n').map((line) => `[   12.345678][ ${caller}] ${line.replace('PID: 96', `PID: ${caller.slice(1)}`)}`),
  );
  assert.ok(first !== undefined && second !== undefined);
  const mixed = first.flatMap((line, index) => [line, second[index] ?? '']).join('\n');
  assert.deepEqual(
    read(mixed).map(({ pid, doubts, trace }) => [pid, doubts, trace.length]),
    [
      ['96', [], 3],
      ['97', [], 3],
    ],
  );
});

test('without callers a mixture is noticed', () => {
  const lines = OOPS.split('\n');
  const other = 'CPU: 0 PID: 97 Comm: other Not tainted 6.1.0-56-amd64 #1  Debian';
  const [splat] = read([...lines.slice(0, 6), other, ...lines.slice(6)].join('\n'));
  assert.match(splat?.doubts[0] ?? '', /another report/);
});

test('an ordinary log has no reports', () => {
  assert.deepEqual(read('hello\nERROR: modpost: "x" [y.ko] undefined!\nerror: implicit declaration'), []);
});
