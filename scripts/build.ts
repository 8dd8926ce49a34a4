/** `npm run build`: notes to site. Exit status 1 with `--strict` when a note has an error; a problem of a note never stops it. */
import { buildSite } from '../src/astro/build-site.ts';
import { readSiteSettings } from '../src/site.ts';
import { SettingsError } from '../src/sources/settings-error.ts';

try {
  const isStrict = process.argv.includes('--strict');
  const unknown = process.argv.slice(2).find((argument) => argument !== '--strict');
  if (unknown !== undefined)
    throw new SettingsError(`Unknown argument: ${unknown}.`, 'A build takes --strict; all else is told by settings.');
  const report = await buildSite(readSiteSettings(process.env, process.cwd()));
  process.stdout.write(`${report.summary}\n`);
  if (isStrict && report.errorCount > 0) {
    process.stderr.write(`${report.errorCount} errors in the notes; \`npm run notes -- check\` lists them.\n`);
    process.exitCode = 1;
  }
} catch (problem) {
  if (!(problem instanceof SettingsError)) throw problem;
  process.stderr.write(`${problem.message}\n${problem.hint}\n`);
  process.exitCode = 2;
}
