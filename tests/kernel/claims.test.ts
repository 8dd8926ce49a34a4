import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { claimSchema, type Evidence } from '../../src/model/claim.ts';
import { RELEASES } from '../../src/model/entity.ts';
import { kernelTree, missingPackages, shippedKnowledge } from './kernel-trees.ts';

const CONTENT_DIR = fileURLToPath(new URL('../../src/content/', import.meta.url));
const RE_FRONT_MATTER = /^---\r?\n(.*?)\r?\n---/s;

interface Anchored extends Evidence {
  readonly owner: string;
}

/** Evidence of the claims in the front matter of all entries, with the entry's path and the claim's id. */
function claimEvidence(): readonly Anchored[] {
  return readdirSync(CONTENT_DIR, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .flatMap((path) => {
      const yaml = RE_FRONT_MATTER.exec(readFileSync(join(CONTENT_DIR, path), 'utf8'))?.[1];
      if (yaml === undefined || !/^claims:/m.test(yaml)) return [];
      const { claims } = parse(yaml) as { readonly claims: readonly unknown[] };
      return claims.flatMap((claim) => {
        const { id, evidence } = claimSchema.parse(claim);
        return evidence.map((one) => ({ ...one, owner: `${path} ${id}` }));
      });
    });
}

for (const release of RELEASES) {
  test(`every anchor of claims and successions still stands in the tree of ${release}`, {
    skip: missingPackages([release]),
  }, (context) => {
    const { sourceDir, packages } = kernelTree(release);
    const successions = shippedKnowledge().successions.flatMap(({ from, evidence }) =>
      evidence.map((one) => ({ ...one, owner: `succession of ${from}` })),
    );
    const vanished: string[] = [];
    for (const { owner, release: of, file, line, anchor } of [...claimEvidence(), ...successions]) {
      if (of !== release) continue;
      const path = [join(sourceDir, file), join(packages.kdir ?? '', file)].find(existsSync);
      const lines = path === undefined ? [] : readFileSync(path, 'utf8').split('\n');
      const found = lines.findIndex((text) => text.includes(anchor));
      if (found === -1) vanished.push(`${owner}: "${anchor}" is not in ${file}`);
      else if (!lines[line - 1]?.includes(anchor))
        context.diagnostic(`${owner}: ${file}:${line} has moved to ${found + 1}`);
    }
    assert.deepEqual(vanished, []);
  });
}
