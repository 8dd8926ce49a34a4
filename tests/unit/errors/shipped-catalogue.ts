import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileErrorNotes } from '../../../scripts/errors/load-catalogue.ts';
import { openCatalogue } from '../../../src/errors/open-catalogue.ts';

const FIXTURES = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'fixtures', 'logs');

/** The catalogue that ships with the project, compiled from its notes. */
export const SHIPPED = await compileErrorNotes();
export const OPEN = openCatalogue(SHIPPED.catalogue);

/** Path of a file of `tests/fixtures/logs`. */
export function fixturePath(name: string): string {
  return join(FIXTURES, name);
}

/** Text of a file of `tests/fixtures/logs`. */
export function readFixture(name: string): string {
  return readFileSync(fixturePath(name), 'utf8');
}
