import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Inventory } from '../../src/kernel/inventory.ts';
import type { KernelKnowledge } from '../../src/kernel/status.ts';
import { statusOf } from '../../src/kernel/status.ts';
import { RELEASES, type Release } from '../../src/model/entity.ts';
import {
  drawSample,
  type KernelTree,
  kernelTree,
  missingPackages,
  shippedInventory,
  shippedKnowledge,
} from './kernel-trees.ts';

const SAMPLE_SIZE = 500;
const SEED = 20_240_601;
const MIN_SHARE = 0.99;

let inventory: Inventory;
let knowledge: KernelKnowledge;

before(() => {
  inventory = shippedInventory();
  knowledge = shippedKnowledge();
});

for (const release of RELEASES) {
  test(`${SAMPLE_SIZE} exports drawn from Module.symvers of ${release} are found with licence, namespace, kind and file`, {
    skip: missingPackages([release]),
  }, () => {
    const tree = kernelTree(release);
    const wrong: string[] = [];
    const kinds = kindsFromSystemMap(tree);
    for (const { name, isGpl, namespace } of drawSample(tree.exports, SAMPLE_SIZE, SEED)) {
      const facts = inventory.lookup(name)?.facts[release];
      const problem =
        facts === undefined
          ? 'not found'
          : facts.export !== (isGpl ? 'gpl' : 'all')
            ? `export ${facts.export}`
            : (facts.namespace ?? '') !== namespace
              ? `namespace ${facts.namespace}`
              : (kindProblem(name, release, kinds) ?? fileProblem(name, tree));
      if (problem !== undefined) wrong.push(`${name}: ${problem}`);
    }
    assert.ok(wrong.length <= SAMPLE_SIZE * (1 - MIN_SHARE), `${wrong.length} wrong:\n${wrong.join('\n')}`);
  });
}

test(`${SAMPLE_SIZE} exports of 6.1 that 6.12 does not list have the state that a word search of its tree bears out`, {
  skip: missingPackages(),
}, () => {
  const kept = new Set(kernelTree('6.12').exports.map(({ name }) => name));
  const gone = kernelTree('6.1')
    .exports.map(({ name }) => name)
    .filter((name) => !kept.has(name));
  const sample = drawSample(gone, SAMPLE_SIZE, SEED);
  const lines = linesOf(sample, kernelTree('6.12').sourceDir);
  const wrong: string[] = [];
  for (const name of sample) {
    const { status } = statusOf({ name, kind: 'function' }, inventory, knowledge);
    const { state, file } = status['6.12'];
    const found = lines.get(name) ?? [];
    if (status['6.1'].state !== 'present') wrong.push(`${name}: ${status['6.1'].state} in 6.1`);
    else if (state === 'present' && !found.some((line) => line.startsWith(`${file}:`)) && !isPasted(file, '6.12')) {
      wrong.push(`${name}: present in ${file}, which does not name it`);
    } else if (state === 'absent' && found.some((line) => isDefinition(line, name))) {
      wrong.push(`${name}: absent, but ${found.find((line) => isDefinition(line, name))}`);
    } else if (state !== 'present' && state !== 'absent') wrong.push(`${name}: ${state}`);
  }
  assert.ok(wrong.length <= SAMPLE_SIZE * (1 - MIN_SHARE), `${wrong.length} wrong:\n${wrong.join('\n')}`);
});

/** Whether the linker placed a built-in export in code or in data, from System.map of the image. */
function kindsFromSystemMap({ packages }: KernelTree): ReadonlyMap<string, 'function' | 'variable'> {
  const kinds = new Map<string, 'function' | 'variable'>();
  if (packages.imageDir === undefined) return kinds;
  const file = join(packages.imageDir, 'boot', `System.map-${packages.abi}-amd64`);
  if (!existsSync(file)) return kinds;
  for (const [, type = '', name = ''] of readFileSync(file, 'latin1').matchAll(/^\w+ (\w) (\w+)$/gm)) {
    kinds.set(name, /[tTwW]/.test(type) ? 'function' : 'variable');
  }
  return kinds;
}

function kindProblem(name: string, release: Release, kinds: ReadonlyMap<string, string>): string | undefined {
  const wanted = kinds.get(name);
  const found = inventory.candidates(name, release).map(({ kind }) => kind);
  if (wanted !== undefined && !found.includes(wanted as 'function'))
    return `kind ${found.join(',')}, System.map says ${wanted}`;
  return found.some((kind) => kind === 'function' || kind === 'variable') ? undefined : `kind ${found.join(',')}`;
}

/** The best file has the name as a word, or a call of a macro that pastes it. */
function fileProblem(name: string, { release, sourceDir }: KernelTree): string | undefined {
  const best = inventory.candidates(name, release, 'function')[0] ?? inventory.candidates(name, release)[0];
  if (best === undefined) return 'no candidate';
  if (best.file === 'Module.symvers') return 'no file';
  const text = readFileSync(join(sourceDir, best.file), 'latin1');
  if (new RegExp(`\\b${name}\\b`).test(text)) return undefined;
  return best.reasons.includes('made-by-macro') ? undefined : `${best.file} does not name it`;
}

/** `file:line:text` of the lines of code that have one of the names as a word. */
function linesOf(names: readonly string[], dir: string): ReadonlyMap<string, readonly string[]> {
  const args = ['-rnwF', '--include=*.[chS]', '-f', '-', '.'];
  const out = execFileSync('grep', args, { cwd: dir, input: names.join('\n'), encoding: 'latin1', maxBuffer: 1 << 28 });
  const lines = new Map<string, string[]>();
  for (const line of out.split('\n')) {
    const text = line.replace(/^\.\//, '');
    for (const word of new Set(text.match(/\w+/g))) {
      if (!lines.has(word)) lines.set(word, []);
      lines.get(word)?.push(text);
    }
  }
  return new Map(names.map((name) => [name, lines.get(name) ?? []]));
}

/** A line at the left margin that ends a head of a function of that name, outside tools/ and other architectures. */
function isDefinition(line: string, name: string): boolean {
  const [file = '', , ...rest] = line.split(':');
  if (/^(?:tools|samples|scripts|Documentation)\/|^arch\/(?!x86\/)/.test(file)) return false;
  const text = rest.join(':');
  return (
    new RegExp(`^(?:[A-Za-z_][\\w\\s*]*[\\s*])?${name}\\([^;]*$`).test(text) &&
    !/[;,]\s*$/.test(text) &&
    !/^\s/.test(text) &&
    !/#|=|return/.test(text)
  );
}

/** A definition made by a macro need not spell the name. */
function isPasted(file: string | undefined, release: Release): boolean {
  return (
    file !== undefined &&
    inventory.findFile(file)?.releases.includes(release) === true &&
    /trace\/events|\.h$/.test(file)
  );
}
