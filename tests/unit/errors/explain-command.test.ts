import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixturePath, readFixture } from './shipped-catalogue.ts';

const COMMAND = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'scripts', 'explain.ts');

/** Runs the command through real pipes. */
function run(
  args: readonly string[],
  input: string | Buffer = '',
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('standard input is explained and the status is 3', () => {
  const { status, stdout, stderr } = run([], 'ERROR: modpost: "f" [a.ko] undefined!\n');
  assert.equal(status, 3);
  assert.equal(stderr, '');
  assert.match(stdout, /^stdin: 1 line, 1 message explained\n/);
  assert.match(stdout, /\$ grep -w f "\$KDIR\/Module\.symvers"/);
});

test('the program answers through the pipes of a shell, also when the reader leaves early', () => {
  const program = join(dirname(COMMAND), 'kernel-notes.js');
  const log = fixturePath('recorded/interfaces-6.12.txt');
  const shell = (script: string) =>
    spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { ...process.env, LOG: log, PROGRAM: program } });
  const whole = shell('cat "$LOG" | node "$PROGRAM" explain --annotations');
  assert.equal(whole.status, 3);
  assert.match(whole.stdout, /^::error file=/);
  const cut = shell('cat "$LOG" "$LOG" "$LOG" | node "$PROGRAM" explain --json | head -c 20');
  assert.equal(cut.stdout.length, 20);
  assert.equal(cut.stderr, '');
});

test('a log without known messages gives status 0', () => {
  assert.equal(run(['-'], 'all is well\n').status, 0);
});

test('wrong usage and missing files give status 2 and an answer on standard error', () => {
  for (const args of [['--nonsense'], ['--format', 'xml'], ['/no/such/file']]) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
});

test('JSON names entries, places and the release', () => {
  const { status, stdout } = run(['--json', fixturePath('recorded/modpost-6.12.txt')]);
  const report = JSON.parse(stdout);
  assert.equal(status, 3);
  assert.equal(report.version, 1);
  assert.equal(report.spoken.release, '6.12');
  assert.equal(report.findings[0].entry, 'modpost-missing-license');
  assert.equal(report.findings[0].occurrences[0].line, 13);
});

test('annotations name the source where the compiler does, and the log otherwise', () => {
  const { stdout } = run(
    ['--annotations'],
    'drivers/a,b.c:3:7: error: unknown type name ‘mm_segment_t’\nERROR: modpost: "f" [a.ko] undefined!\n',
  );
  assert.match(stdout, /^::error file=drivers\/a%2Cb\.c,line=3,col=7,title=set_fs/m);
  assert.match(stdout, /^::error file=stdin,line=2,col=1,title=modpost%3A symbol undefined/m);
});

test('a log in UTF-16 with its mark is read', () => {
  const log = Buffer.from('\ufeffERROR: modpost: "f" [a.ko] undefined!\r\n', 'utf16le');
  assert.equal(run([], log).status, 3);
});

test('escape sequences of a log do not reach the terminal', () => {
  const { stdout } = run([], '\x1b[31m\x1b]0;title\x07ERROR: modpost: "f" [a.ko] undefined!\x1b[0m\n');
  assert.equal(stdout.includes('\x1b'), false);
});

test('the kept catalogue answers as a fresh one does', () => {
  const log = readFixture('recorded/interfaces-6.1.txt');
  assert.equal(run(['--json'], log).stdout, run(['--json'], log).stdout);
});
