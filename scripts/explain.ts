/**
 * `kernel-notes explain [FILE…]`: says what the messages in a log mean and how to mend them.
 *
 * Reads the files named, or standard input when there is none or the name is `-`. Prints text, JSON (`--json`) or workflow
 * commands of CI (`--annotations`) to standard output. Exit status: 0 nothing found, 3 something explained, 2 wrong usage.
 * Half of the time of a short run would go into compiling: compiled modules are kept in `.cache/compile`.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMPILED = join(import.meta.dirname, '..', '.cache', 'compile');

/** Runs the command and returns its exit status. */
export async function explain(args: readonly string[]): Promise<number> {
  enableCompileCache(COMPILED);
  // Whoever reads the answer may have read enough: `kernel-notes explain build.log | head`.
  process.stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { explainCommand } = await import('./errors/explain-command.ts');
  return explainCommand(args);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await explain(process.argv.slice(2));
}
