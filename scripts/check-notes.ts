/** `kernel-notes check`: the diagnostics of the notes, as text, as JSON or as workflow commands of CI. */
import { parseArgs } from 'node:util';
import { prepareSite } from '../src/astro/prepare-site.ts';
import { REPORT_FORMATS, reportDiagnostics } from '../src/diagnostics/report-diagnostics.ts';
import { readSiteSettings } from '../src/site.ts';
import { SettingsError } from '../src/sources/settings-error.ts';

/** Runs the command with its arguments. Returns 0, 1 when a diagnostic is an error (with `--strict` also a warning), or 2 for wrong usage. */
export async function check(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'text' },
        json: { type: 'boolean' },
        annotations: { type: 'boolean' },
        strict: { type: 'boolean' },
      },
    });
    const wanted = values.json ? 'json' : values.annotations ? 'annotations' : values.format;
    const format = REPORT_FORMATS.find((known) => known === wanted);
    if (format === undefined)
      throw new SettingsError(`Unknown format: ${wanted}.`, `Known are ${REPORT_FORMATS.join(', ')}.`);
    const { model } = await prepareSite(readSiteSettings(process.env, process.cwd()));
    const { diagnostics } = model;
    process.stdout.write(reportDiagnostics(diagnostics, format));
    const failing = values.strict ? ['error', 'warning'] : ['error'];
    return diagnostics.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
  } catch (problem) {
    if (!(problem instanceof SettingsError) && !(problem instanceof TypeError && 'code' in problem)) throw problem;
    process.stderr.write(`${problem.message}\n${problem instanceof SettingsError ? `${problem.hint}\n` : ''}`);
    return 2;
  }
}
