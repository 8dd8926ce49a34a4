/**
 * Prints what the look-up says of each drawn message, one a line as if somebody pasted it alone: `node
 * scripts/errors/explain-drawn.ts FILE`, a file as draw-messages.ts writes it. Whether an answer is right is for a person to say.
 */
import { readFileSync } from 'node:fs';
import { explainLog } from '../../src/errors/explain-log.ts';
import { openCatalogue } from '../../src/errors/open-catalogue.ts';
import { loadCatalogue } from './load-catalogue.ts';

const open = openCatalogue(await loadCatalogue());
const counts = new Map<string, number>();
const rows = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .filter((row) => row !== '');
for (const row of rows) {
  const line = row.slice(row.indexOf('\t') + 1);
  const { findings, unexplained } = explainLog(line, open);
  const level = findings[0]?.level ?? (unexplained.length > 0 ? 'words' : 'none');
  counts.set(level, (counts.get(level) ?? 0) + 1);
  const ids =
    findings.length > 0
      ? findings.map(({ entry }) => entry.id)
      : unexplained.flatMap(({ entries }) => entries.map(({ id }) => id));
  process.stdout.write(`${level}\t${ids.join(' ')}\t${row}\n`);
}
process.stdout.write(
  `# ${rows.length}: ${[...counts]
    .map(([level, count]) => `${level} ${count}`)
    .sort()
    .join(', ')}\n`,
);
