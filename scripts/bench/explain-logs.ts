/** Prints how fast logs are explained: `node scripts/bench/explain-logs.ts`. CPU time, since other work may share the machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainLog } from '../../src/errors/explain-log.ts';
import { openCatalogue } from '../../src/errors/open-catalogue.ts';
import { loadCatalogue } from '../errors/load-catalogue.ts';
import { varyLines } from './vary-lines.ts';

const LOGS = join(import.meta.dirname, '../../tests/fixtures/logs/recorded');
const MEGABYTE = 1_000_000;

const boot = readFileSync(join(LOGS, 'healthy-boot-6.12.txt'), 'utf8');
const build = readFileSync(join(LOGS, 'interfaces-6.12.txt'), 'utf8');

const catalogue = await loadCatalogue();
const started = process.cpuUsage();
const open = openCatalogue(catalogue);
report('open the catalogue', started);
measure('warm up', varyLines(build, 5000));
measure('10,000 lines of a boot', varyLines(boot, 10_000));
measure('10,000 lines of a failing build', varyLines(build, 10_000));
measure('100,000 lines of a boot', varyLines(boot, 100_000));
measure('100,000 lines of a failing build', varyLines(build, 100_000));
for (const piece of ['(', 'a', 'ERROR: modpost: "', 'error: ', '\x1b[', '[ ', '&lt;', ' ', 'insmod/']) {
  measure(`1 MB of ${JSON.stringify(piece)}`, piece.repeat(MEGABYTE / piece.length));
  measure(`2 MB of ${JSON.stringify(piece)}`, piece.repeat((2 * MEGABYTE) / piece.length));
}

function measure(what: string, log: string): void {
  const before = process.cpuUsage();
  explainLog(log, open);
  report(what, before);
}

function report(what: string, before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${String(Math.round((user + system) / 1000)).padStart(6)} ms  ${what}\n`);
}
