/** The Chromium or Chrome that browser tests use: found on this machine, never downloaded by a test. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What a skipped browser test says. */
export const NO_BROWSER =
  'no Chromium or Chrome on the PATH: install one (Debian: apt-get install chromium) or name it in CHROME_PATH';

/** Path of the browser: what `CHROME_PATH` names, else the first known name on the PATH; `undefined` when there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Absent or not to be run: another name is tried.
  }
}
