#!/usr/bin/env node
/** The program `kernel-notes`: the same as `npm run notes --`, printing nothing but its answer. */
import { run } from './run.js';

try {
  process.exitCode = await run('notes', process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
