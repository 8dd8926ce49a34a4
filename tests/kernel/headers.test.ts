import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { RELEASES } from '../../src/model/entity.ts';
import { drawSample, kernelTree, missingPackages, shippedInventory } from './kernel-trees.ts';

const SAMPLE_SIZE = 500;
const SEED = 97;
const MIN_SHARE = 0.99;

/** What a plain search of the headers finds: kind, pattern for grep, and the name in the matching line. */
const PATTERNS = [
  { kind: 'macro', pattern: '^#define [A-Za-z_][A-Za-z0-9_]*\\(', name: /^#define (\w+)\(/ },
  { kind: 'struct', pattern: '^struct [a-z_0-9]+ \\{', name: /^struct (\w+) \{/ },
  {
    kind: 'function',
    pattern: '^static (__always_)?inline [a-z].*[a-z0-9_]+\\(.*\\)$',
    name: /(\w+)\((?:[^()]|\([^()]*\))*\)$/,
  },
] as const;

for (const release of RELEASES) {
  test(`${SAMPLE_SIZE} macros, structs and inline functions that grep draws from the headers of ${release} are found with kind and file`, {
    skip: missingPackages([release]),
  }, () => {
    const { sourceDir } = kernelTree(release);
    const inventory = shippedInventory();
    const found = PATTERNS.flatMap(({ kind, pattern, name }) =>
      execFileSync('grep', ['-rnE', '--include=*.h', pattern, 'include/linux', 'include/net', 'arch/x86/include/asm'], {
        cwd: sourceDir,
        encoding: 'latin1',
        maxBuffer: 1 << 28,
      })
        .split('\n')
        .flatMap((line) => {
          const [file = '', , ...rest] = line.split(':');
          const match = name.exec(rest.join(':'))?.[1];
          return match === undefined ? [] : [{ kind, file, name: match }];
        }),
    );
    const wrong = drawSample(found, SAMPLE_SIZE, SEED).filter(
      ({ kind, file, name }) =>
        !inventory.candidates(name, release).some((one) => one.kind === kind && one.file === file),
    );
    assert.ok(found.length > 10_000, `grep found only ${found.length}`);
    const report = wrong.map(({ kind, file, name }) => `${kind} ${name} ${file}`).join('\n');
    assert.ok(wrong.length <= SAMPLE_SIZE * (1 - MIN_SHARE), `${wrong.length} wrong:\n${report}`);
  });
}
