import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { RELEASES } from '../../src/model/entity.ts';
import { errorFrontMatterSchema } from '../../src/model/error-entry.ts';
import { kernelTree, missingPackages } from './kernel-trees.ts';

const ERRORS_DIR = fileURLToPath(new URL('../../src/content/errors/', import.meta.url));
const RE_FRONT_MATTER = /^---\r?\n(.*?)\r?\n---/s;

const EVIDENCE = globSync('*/index.md', { cwd: ERRORS_DIR })
  .sort()
  .flatMap((note) => {
    const yaml = RE_FRONT_MATTER.exec(readFileSync(join(ERRORS_DIR, note), 'utf8'))?.[1] ?? '';
    return errorFrontMatterSchema.parse(parse(yaml)).evidence.map((one) => ({ ...one, note }));
  });

for (const release of RELEASES) {
  test(`every format string that an error gives as evidence stands in the tree of ${release}`, {
    skip: missingPackages([release]),
  }, (context) => {
    const { sourceDir } = kernelTree(release);
    const own = EVIDENCE.filter((one) => one.release === release);
    const vanished = own.filter(({ note, file, line, anchor }) => {
      const path = join(sourceDir, file);
      const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
      const at = lines.findIndex((text) => text.includes(anchor));
      if (at >= 0 && !lines[line - 1]?.includes(anchor))
        context.diagnostic(`${note}: ${file}:${line} has moved to ${at + 1}`);
      return at < 0;
    });
    context.diagnostic(`${own.length} lines of evidence`);
    assert.deepEqual(
      vanished.map(({ note, file, anchor }) => `${note}: "${anchor}" is not in ${file}`),
      [],
    );
  });
}
