/** `npm run notes -- COMMAND` and the program `kernel-notes`: check, explain, find, adopt. Prints nothing but its answer. */
import { argv } from 'node:process';

const USAGE = `Usage: kernel-notes COMMAND [arguments]
  check [--format text|json|annotations] [--strict]   problems of the notes; exit status 1 when one is an error
  explain [FILE…]                                       what the messages of a log mean, and how to mend them
  find QUERY                                            names, errors and pages that match
  adopt FILE --into DIR                                 a raw note as one file an entry
NOTES_DIR names the folder of notes; without it the shipped notes are meant.
`;

const [command, ...args] = argv.slice(2);
process.exitCode = await run(command, args);

async function run(name: string | undefined, rest: readonly string[]): Promise<number> {
  switch (name) {
    case 'check':
      return await (await import('./check-notes.ts')).check(rest);
    case 'explain':
      return await (await import('./explain.ts')).explain(rest);
    case 'find':
      return await (await import('./find.ts')).find(rest);
    case 'adopt':
      return await (await import('./adopt.ts')).adopt(rest);
    case '--help':
    case 'help':
      process.stdout.write(USAGE);
      return 0;
    default:
      process.stderr.write(USAGE);
      return 2;
  }
}
