import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeName, shiftName } from '../../../scripts/kernel/merge-names.ts';
import {
  NO_EXPORT,
  type PackedCandidate,
  PackedChunk,
  type PackedName,
  packNames,
} from '../../../src/kernel/packed-names.ts';

const candidate: PackedCandidate = {
  kind: 0,
  form: 1,
  reasons: 300,
  file: 70_000,
  mask: 3,
  lines: [10, 8],
  signatures: ['int f(void)', 'int f(int x)'],
  within: -1,
};

function named(name: string, more: Partial<PackedCandidate> = {}): PackedName {
  return { name, candidates: [{ ...candidate, ...more }], exports: [NO_EXPORT, NO_EXPORT] };
}

test('a chunk gives back every record, by name and in order', () => {
  const names = Array.from(
    { length: 400 },
    (_, index): PackedName => ({
      name: `pond_${String(index).padStart(3, '0')}`,
      candidates: Array.from({ length: index % 4 }, (_, at) => ({
        ...candidate,
        file: 70_000 - index * at,
        lines: at === 1 ? [0, 0] : [index + 1, 5],
        signatures: at === 2 ? [undefined, undefined] : [`int pond_${at}(void)`, `int pond_${at}(void)`],
        within: at === 0 ? index : -1,
      })),
      exports: index % 3 === 0 ? [{ code: 2, namespace: 4, module: -1 }, NO_EXPORT] : [NO_EXPORT, NO_EXPORT],
    }),
  );
  const chunk = new PackedChunk(packNames(names));
  assert.equal(chunk.size, 400);
  assert.deepEqual([...chunk.records()], names);
  for (const record of names) assert.deepEqual(chunk.find(record.name), record);
  assert.equal(chunk.has('pond_200'), true);
  assert.equal(chunk.has('pond_2'), false);
  assert.equal(chunk.find('pond_'), undefined);
  assert.equal(chunk.find('pond_0505'), undefined);
  assert.equal(chunk.find('zzz'), undefined);
  const namesOf = (from: number, to: number) => names.slice(from, to).map(({ name }) => name);
  assert.deepEqual(chunk.namesWithPrefix('pond_09'), namesOf(90, 100));
  assert.deepEqual(chunk.namesWithPrefix('pond_12'), namesOf(120, 130));
  assert.deepEqual(chunk.namesWithPrefix('pond_128'), namesOf(128, 129));
  assert.deepEqual(chunk.namesWithPrefix('pond_', 2), namesOf(0, 2));
  assert.deepEqual(chunk.namesWithPrefix(''), namesOf(0, 400));
  for (const strange of ['pond_4', 'pond_1280', 'pand', 'zzz']) assert.deepEqual(chunk.namesWithPrefix(strange), []);
});

test('a beginning is public where one of its first names is exported or defined first in a public place', () => {
  const files = (...of: readonly number[]) => of.map((file) => ({ ...candidate, file }));
  const plain = Array.from(
    { length: 300 },
    (_, index): PackedName => ({
      name: `pond_${String(index).padStart(3, '0')}`,
      candidates: files(7, 9),
      exports: [NO_EXPORT, NO_EXPORT],
    }),
  );
  const chunk = new PackedChunk(
    packNames([
      { name: 'dam_open', candidates: files(9, 7), exports: [NO_EXPORT, NO_EXPORT] },
      { name: 'net_cast', candidates: files(7), exports: [NO_EXPORT, { code: 2, namespace: -1, module: 3 }] },
      ...plain,
      {
        name: 'rod_',
        candidates: [{ ...candidate, file: 9, mask: 1 }],
        exports: [NO_EXPORT, { code: 1, namespace: -1, module: 3 }],
      },
      {
        name: 'sea_',
        candidates: [{ ...candidate, file: 7, mask: 1 }],
        exports: [NO_EXPORT, { code: 1, namespace: -1, module: 3 }],
      },
    ]),
  );
  const seek = (prefix: string, limit = 40) => chunk.seekPublic(prefix, limit, (_, file) => file === 9);
  assert.equal(seek('dam_'), -1, 'the first definition stands in a public place');
  assert.equal(seek('net_'), -1, 'one release exports it');
  assert.equal(seek('pond_'), 40, 'no more than the limit are looked at');
  assert.equal(seek('pond_2', 200), 100);
  assert.equal(seek('pond_127'), 1);
  assert.equal(seek('rod_'), -1);
  assert.equal(seek('sea_'), 1, 'the release that exports it does not define it');
  for (const strange of ['pand_', 'zzz', 'pond_4']) assert.equal(seek(strange), 0);
});

test('a definition that one release has keeps the line and signature of that release only', () => {
  const first = named('f', { mask: 1, lines: [3, 0], signatures: ['int f(void)', undefined] });
  const second = named('g', { mask: 2, lines: [0, 4], signatures: [undefined, 'g(x)'] });
  assert.deepEqual([...new PackedChunk(packNames([first, second])).records()], [first, second]);
});

test('merging keeps the best definition of each release best', () => {
  const one = (file: number): PackedCandidate => ({
    ...candidate,
    file,
    mask: 1,
    lines: [file, 0],
    signatures: [undefined, undefined],
  });
  const order = (left: readonly number[], right: readonly number[]) => {
    const record = (files: readonly number[]): PackedName => ({
      name: 'f',
      candidates: files.map(one),
      exports: [NO_EXPORT, NO_EXPORT],
    });
    const { candidates } = mergeName(record(left), record(right));
    const of = (bit: number) => candidates.filter(({ mask }) => mask & bit).map(({ file }) => file);
    assert.deepEqual([of(1), of(2)], [left, right]);
    return candidates.map(({ file, mask }) => `${file}:${mask}`);
  };
  assert.deepEqual(order([1, 2], [1, 2]), ['1:3', '2:3']);
  assert.deepEqual(order([1, 2], [3, 2]), ['3:2', '1:1', '2:3']);
  assert.deepEqual(order([1, 2, 3], [3, 1]), ['3:2', '1:3', '2:1', '3:1']);
  assert.deepEqual(order([1], [2]), ['2:2', '1:1']);
});

test('a name of the second release alone is marked as such', () => {
  const { candidates } = shiftName(named('f', { mask: 1, lines: [7, 0], signatures: ['f', undefined] }));
  assert.deepEqual(
    [candidates[0]?.mask, candidates[0]?.lines, candidates[0]?.signatures],
    [2, [0, 7], [undefined, 'f']],
  );
});
