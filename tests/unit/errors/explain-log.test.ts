import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCatalogue } from '../../../src/errors/compile-catalogue.ts';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { fillCommand } from '../../../src/errors/fill-command.ts';
import { openCatalogue } from '../../../src/errors/open-catalogue.ts';
import { proposeSignature } from '../../../src/errors/propose-signature.ts';
import { type ErrorFrontMatterInput, errorFrontMatterSchema } from '../../../src/model/error-entry.ts';
import { OPEN as WHOLE } from './shipped-catalogue.ts';

function entry(id: string, input: Partial<ErrorFrontMatterInput>) {
  return { id, ...errorFrontMatterSchema.parse({ title: id, ...input }) };
}

const ENTRIES = [
  entry('undefined-symbol', {
    signatures: [{ text: 'ERROR: modpost: "{sym}" [{path}] undefined!', releases: ['6.1', '6.12'] }],
    causes: [{ id: 'x', title: 'x', fix: 'y', commands: ['grep {sym} Module.symvers', 'modinfo {module}'] }],
  }),
  entry('implicit', { signatures: [{ text: "error: implicit declaration of function '{sym}'" }] }),
  entry('strlcpy', { signatures: [{ text: "error: implicit declaration of function 'strlcpy'" }] }),
  entry('taint', {
    severity: 'harmless',
    signatures: [{ text: '{module}: loading out-of-tree module taints kernel.' }],
  }),
  entry('make', { signatures: [{ text: 'make: *** [{text}] Error {num}', isConsequence: true }] }),
  entry('rebuilt', {
    signatures: [{ text: 'the tree {path} was rebuilt' }],
    heard: [{ text: 'the old tree {path} was rebuilt', why: 'Kernels before 5.4 print it; none was at hand.' }],
  }),
  entry('two-lines', { signatures: [{ text: 'WARNING: the dump is missing.\nModules may not have dependencies.' }] }),
];
const OPEN = openCatalogue(compileCatalogue(ENTRIES).catalogue);

const DOLLAR = '$';

function found(log: string): string[] {
  return explainLog(log, OPEN).findings.map(({ entry: { id }, level }) => `${id} ${level}`);
}

test('the first error is the cause, and what follows from it is folded under it', () => {
  const { findings } = explainLog(
    'demo: loading out-of-tree module taints kernel.\nERROR: modpost: "f" [a.ko] undefined!\nmake[2]: *** [x:1: y] Error 1\nmake: *** [z] Error 2',
    OPEN,
  );
  assert.deepEqual(
    findings.map(({ entry: { id }, consequenceCount }) => [id, consequenceCount]),
    [
      ['undefined-symbol', 2],
      ['taint', 0],
    ],
  );
  assert.deepEqual(
    findings[0]?.consequences.map(({ line }) => line),
    [3, 4],
  );
});

test('a consequence without its cause stands for itself', () => {
  assert.deepEqual(found('make: *** [z] Error 2'), ['make exact']);
});

test('of two signatures the more specific one answers', () => {
  assert.deepEqual(found('a.c:1:2: error: implicit declaration of function ‘strlcpy’; did you mean ‘strncpy’?'), [
    'strlcpy exact',
  ]);
  assert.deepEqual(found('a.c:1:2: error: implicit declaration of function ‘other’'), ['implicit exact']);
});

test('a second complaint about the same statement is folded', () => {
  const { findings } = explainLog(
    "a.c:7:2: error: implicit declaration of function 'strlcpy'\na.c:7:9: error: implicit declaration of function 'g'",
    openCatalogue(compileCatalogue(ENTRIES.map((one) => ({ ...one, component: 'compiler' }))).catalogue),
  );
  assert.deepEqual(
    findings.map(({ entry: { id }, consequenceCount }) => [id, consequenceCount]),
    [['strlcpy', 1]],
  );
});

test('lines of a neighbour may have others between them, but not many', () => {
  assert.deepEqual(found('WARNING: the dump is missing.\n\n  other line\n  Modules may not have dependencies.'), [
    'two-lines exact',
  ]);
  assert.deepEqual(found(`WARNING: the dump is missing.\n${'other\n'.repeat(20)}Modules may not have dependencies.`), [
    'two-lines similar',
  ]);
});

test('a message with other words around is similar at most', () => {
  assert.deepEqual(found('ERROR: modpost: symbol f of a.ko is undefined, it seems'), ['undefined-symbol similar']);
});

test('a spelling that was not seen printed is similar, however well it fits, and what follows is folded under it', () => {
  const { findings } = explainLog('the old tree /a was rebuilt\nmake: *** [z] Error 2', OPEN);
  assert.deepEqual(
    findings.map(({ entry: { id }, level, consequenceCount, why }) => [id, level, consequenceCount, why]),
    [['rebuilt', 'similar', 1, 'The line has “the old tree … was rebuilt”, which we have not seen printed.']],
  );
});

test('a spelling that was seen printed stands before one that was not, and tells why', () => {
  const { findings } = explainLog('the old tree /a was rebuilt\nthe tree /b was rebuilt', OPEN);
  assert.deepEqual(
    findings.map(({ level, why, count }) => [level, why, count]),
    [['exact', 'The line has “the tree … was rebuilt”.', 2]],
  );
  const rival = entry('rival', { signatures: [{ text: 'tree {path} was rebuilt' }] });
  const heard = entry('heard', { heard: [{ text: 'the whole tree {path} was rebuilt at once', why: 'Read only.' }] });
  assert.deepEqual(
    explainLog(
      'the whole tree /a was rebuilt at once',
      openCatalogue(compileCatalogue([heard, rival]).catalogue),
    ).findings.map(({ entry: { id } }) => id),
    ['rival'],
  );
});

test('what was caught fills the commands, quoted, and what is missing stays visible', () => {
  const { findings } = explainLog('ERROR: modpost: "f" [a.ko] undefined!', OPEN);
  assert.deepEqual(findings[0]?.causes[0]?.commands, [
    { text: 'grep f Module.symvers', isComplete: true },
    { text: 'modinfo MODULE', isComplete: false },
  ]);
});

test('nothing from outside the safe alphabet gets into a command', () => {
  assert.deepEqual(fillCommand('cat {path}', { path: 'a;reboot' }), { text: 'cat PATH', isComplete: false });
  assert.deepEqual(fillCommand('cat {path}', { path: '$(reboot)' }), { text: 'cat PATH', isComplete: false });
  assert.deepEqual(fillCommand('cat {path}', { path: '-rf' }), { text: 'cat PATH', isComplete: false });
  assert.deepEqual(fillCommand('cat {path}', { path: "a'b" }), { text: 'cat PATH', isComplete: false });
  assert.deepEqual(fillCommand('cat {path}', { path: '~root/x=1' }), { text: "cat '~root/x=1'", isComplete: true });
  assert.deepEqual(fillCommand(`echo ${DOLLAR}{HOME} {path}`, { path: 'a/b.c' }), {
    text: `echo ${DOLLAR}{HOME} a/b.c`,
    isComplete: true,
  });
  assert.deepEqual(fillCommand('cat {constructor}', {}), { text: 'cat CONSTRUCTOR', isComplete: false });
});

test('the release that the log speaks of is told', () => {
  assert.deepEqual(explainLog('make -C /lib/modules/6.12.117+deb12-amd64/build', OPEN).spoken, {
    release: '6.12',
    version: '6.12.117+deb12-amd64',
    line: 1,
  });
});

test('columns are those of the line as pasted', () => {
  const line = '\x1b[31m> [   12.345678] ERROR: modpost: “f” [a.ko] undefined!\x1b[0m';
  const place = explainLog(line, OPEN).findings[0]?.occurrences[0];
  assert.equal(
    line.slice((place?.column ?? 0) - 1, (place?.endColumn ?? 0) - 1),
    'ERROR: modpost: “f” [a.ko] undefined!',
  );
});

test('two entries with the same signature are both found', () => {
  const twins = ['a-note', 'shipped'].map((id) =>
    entry(id, { signatures: [{ text: 'FATAL: parse error in symbol dump file' }] }),
  );
  const { catalogue, problems } = compileCatalogue(twins);
  assert.deepEqual(problems, []);
  const { findings } = explainLog('FATAL: parse error in symbol dump file', openCatalogue(catalogue));
  assert.deepEqual(
    findings.map(({ entry: { id } }) => id),
    ['a-note', 'shipped'],
  );
});

test('refused signatures are reported with entry, line and column, and the rest works', () => {
  const { catalogue, problems } = compileCatalogue([
    entry('bad', {
      signatures: [{ text: 'x {sym}' }, { text: 'a message that is\nfine {sym' }, { text: 'a message that is fine' }],
    }),
  ]);
  assert.deepEqual(
    problems.map(({ entry: id, signature, line, column, rule }) => [id, signature, line, column, rule]),
    [
      ['bad', 0, 1, 1, 'signature-broad'],
      ['bad', 1, 2, 6, 'signature-syntax'],
    ],
  );
  assert.deepEqual(
    catalogue.entries[0]?.signatures.map(({ text }) => text),
    ['a message that is fine'],
  );
});

test('a quoted message is proposed as a signature with holes for what varies', () => {
  assert.equal(proposeSignature('FATAL: parse error in symbol dump file'), 'FATAL: parse error in symbol dump file');
  assert.equal(
    proposeSignature('page fault for address: ffffc90000a4b000 at /home/me/x.c, pid 1234'),
    'page fault for address: {addr} at {path}, pid {num}',
  );
});

test('any text is explained without throwing, and every place lies in its line', () => {
  const logs = [
    '('.repeat(20_000),
    'a'.repeat(20_000),
    'ERROR: modpost: "'.repeat(2000),
    '\x1b['.repeat(5000),
    '&lt'.repeat(5000),
    '\r\r\n\n\r',
    '{}{?}{=',
    '\u0000\ud800x',
  ];
  for (const log of logs) {
    const lines = log.split(/\r\n|\n|\r/);
    for (const { occurrences } of explainLog(log, OPEN).findings) {
      for (const { line, column, endColumn } of occurrences)
        assert.ok(column >= 1 && endColumn > column && endColumn <= (lines[line - 1] ?? '').length + 1);
    }
  }
});

test('the report of the kernel gives commands the place and the module', () => {
  const log = [
    '[   10.100000] BUG: kernel NULL pointer dereference, address: 0000000000000010',
    '[   10.100000] Oops: 0000 [#1] PREEMPT SMP NOPTI',
    '[   10.100000] RIP: 0010:demo_init+0x1b/0x1000 [demo]',
    '[   10.100000] Call Trace:',
    '[   10.100000]  do_one_initcall+0x56/0x220',
  ].join('\n');
  const commands = explainLog(log, WHOLE).findings[0]?.causes.flatMap((cause) =>
    cause.commands.map(({ text }) => text),
  );
  assert.equal(commands?.[0], '"$KSRC"/scripts/faddr2line demo.o demo_init+0x1b');
});
