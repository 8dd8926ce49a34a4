import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildSearchFiles, type SearchFile } from '../../../src/search/build-search-files.ts';
import { type SearchAnswer, SearchSession } from '../../../src/search/search-session.ts';
import type { SearchName, SearchSource } from '../../../src/search/search-source.ts';
import { generateSource } from '../../search/generate-source.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const NAMES: readonly (readonly [string, SearchName['kind'], number?])[] = [
  ['copy_to_user', 'function', 9],
  ['__copy_to_user', 'function'],
  ['copy_to_user_nofault', 'function', 2],
  ['sk_stream_alloc_skb', 'function'],
  ['tcp_transmit_skb', 'function', 3],
  ['__tcp_transmit_skb', 'function', 3],
  ['sk->sk_state', 'field', 2],
  ['file->f_op', 'field'],
  ['fs/char_dev.c', 'source'],
  ['linux/init.h', 'header', 4],
  ['linux/module.h', 'header', 4],
  ['drivers/scsi/cxgbi', 'source'],
  ['/proc/devices', 'path', 3],
  ['CONFIG_LIVEPATCH', 'config'],
  ['livepatch', 'module'],
  ['EINTR', 'errno'],
  ['modprobe', 'command', 5],
  ['proc', 'manpage'],
  ['file', 'struct', 8],
  ['Module.symvers', 'build', 4],
  ['wait_event_interruptible', 'macro', 3],
  ['/sys/module/*/parameters/', 'path'],
  ['/lib/modules/$(uname -r)/build', 'path'],
  ['init_module', 'syscall'],
  ['init_module_notifier', 'function', 9],
  ['ktime_get_real_ts64', 'function'],
];

const SOURCE: SearchSource = {
  names: NAMES.map(([name, kind, weight = 1]) => ({
    id: name,
    name,
    kind,
    aliases: name === 'ktime_get_real_ts64' ? ['getnstimeofday'] : [],
    url: `name/${name}/`,
    weight,
  })),
  pages: [
    { id: 'topics/block-layer', kind: 'topic', title: 'The page cache of block devices', url: 'topics/block-layer/' },
    { id: 'chapters/3', kind: 'chapter', title: 'Char drivers', url: 'chapters/3/' },
    { id: 'topics/zh', kind: 'topic', title: '内核模块加载', url: 'topics/zh/' },
  ],
  errors: [
    {
      id: 'errors/symvers',
      kind: 'error',
      title: 'FATAL: parse error in symbol dump file',
      url: 'errors/symvers/',
      signatures: ['FATAL: {?modpost: }parse error in symbol dump file'],
    },
    {
      id: 'errors/undefined',
      kind: 'error',
      title: 'modpost: … undefined!',
      url: 'errors/undefined/',
      signatures: ['ERROR: modpost: "{sym}" [{path}] undefined!'],
    },
    {
      id: 'errors/magic',
      kind: 'error',
      title: 'version magic … should be …',
      url: 'errors/magic/',
      signatures: ["{module}: version magic '{text}' should be '{text}'"],
    },
  ],
};

function sessionOf(source: SearchSource): { session: SearchSession; loaded: string[] } {
  const files = new Map(buildSearchFiles(source, hash).map(({ path, text }) => [path, text]));
  const loaded: string[] = [];
  const session = new SearchSession((path) => {
    loaded.push(path);
    const text = files.get(path);
    return text === undefined ? Promise.reject(new Error(`no file ${path}`)) : Promise.resolve(text);
  });
  return { session, loaded };
}

const { session } = sessionOf(SOURCE);

async function ask(query: string): Promise<SearchAnswer> {
  const answer = await session.ask(query);
  assert.ok(answer !== undefined, query);
  return answer;
}

async function first(query: string): Promise<string | undefined> {
  return (await ask(query)).names[0]?.record.name;
}

test('the right name comes first for every way to write it', async () => {
  for (const [query, name] of [
    ['copy_to_user', 'copy_to_user'],
    ['copy_to_user()', 'copy_to_user'],
    ['__copy_to_user', '__copy_to_user'],
    ['copy_to_user(buf, p, n);', 'copy_to_user'],
    ['COPY_TO_USER', 'copy_to_user'],
    ['copy_to_user(to, f(from), n)', 'copy_to_user'],
    ['#include <linux/init.h>', 'linux/init.h'],
    ['sock->sk->sk_state.x', 'sk->sk_state'],
    ['tcp_transmit_skb', 'tcp_transmit_skb'],
    ['stream_alloc', 'sk_stream_alloc_skb'],
    ['alloc_sk', 'sk_stream_alloc_skb'],
    ['f_op', 'file->f_op'],
    ['filp->f_op', 'file->f_op'],
    ['sk->sk_state', 'sk->sk_state'],
    ['sk_state', 'sk->sk_state'],
    ['char_dev.c', 'fs/char_dev.c'],
    ['init.h', 'linux/init.h'],
    ['include/linux/init.h', 'linux/init.h'],
    ['<linux/module.h>', 'linux/module.h'],
    ['M=drivers/scsi/cxgbi', 'drivers/scsi/cxgbi'],
    ['/home/me/linux/fs/char_dev.c', 'fs/char_dev.c'],
    ['proc/devices', '/proc/devices'],
    ['devices', '/proc/devices'],
    ['CONFIG_LIVEPATCH', 'CONFIG_LIVEPATCH'],
    ['LIVEPATCH', 'CONFIG_LIVEPATCH'],
    ['livepatch', 'livepatch'],
    ['CONFIG_LIVEPATCH=y', 'CONFIG_LIVEPATCH'],
    ['-EINTR', 'EINTR'],
    ['proc(5)', 'proc'],
    ['p = copy_to_user(sizeof(*p), n);', 'copy_to_user'],
    ['static int copy_to_user(void *to, unsigned long n)', 'copy_to_user'],
    [':c:func:`copy_to_user`', 'copy_to_user'],
    ['copy-to-user', 'copy_to_user'],
    ['fs/char_dev.c:121:5', 'fs/char_dev.c'],
    ['Module.symvers :=', 'Module.symvers'],
    ['file::f_op', 'file->f_op'],
    ['sk_buff.sk_state', 'sk->sk_state'],
    ['/sys/module/loop/parameters/max', '/sys/module/*/parameters/'],
    ['cat /sys/module/loop/parameters/', '/sys/module/*/parameters/'],
    ['/lib/modules/6.1.0-18-amd64/build', '/lib/modules/$(uname -r)/build'],
    ['/lib/modules/…/build', '/lib/modules/$(uname -r)/build'],
    ['sys_init_module', 'init_module'],
    ['__x64_sys_init_module', 'init_module'],
    ['init_module(2)', 'init_module'],
    ['getnstimeofday', 'ktime_get_real_ts64'],
    ['struct file', 'file'],
    ['symvers', 'Module.symvers'],
    ['interruptible', 'wait_event_interruptible'],
    ['how does copy_to_user() fail', 'copy_to_user'],
    ['copy to user', 'copy_to_user'],
  ] as const) {
    assert.equal(await first(query), name, query);
  }
});

test('leading underscores that were typed come before those that were not', async () => {
  const names = (await ask('__tcp_')).names.map(({ record }) => record.name);
  assert.deepEqual(names, ['__tcp_transmit_skb', 'tcp_transmit_skb']);
});

test('titles of pages are found by any of their words, in any script', async () => {
  assert.equal((await ask('page cache')).pages[0]?.record.url, 'topics/block-layer/');
  assert.equal((await ask('模块')).pages[0]?.record.url, 'topics/zh/');
});

test('a pasted line leads to its error, a word that few errors have as well', async () => {
  for (const [line, url] of [
    ['FATAL: parse error in symbol dump file', 'errors/symvers/'],
    ['FATAL: modpost: parse error in symbol dump file', 'errors/symvers/'],
    ['[   12.345] ERROR: modpost: "ktime_get" [/home/me/a/b.ko] undefined!', 'errors/undefined/'],
    ["hello: version magic '6.1.0-9-amd64 SMP mod_unload ' should be '6.12.1 SMP '", 'errors/magic/'],
    ['parse error in sym', 'errors/symvers/'],
    ['undefined', 'errors/undefined/'],
  ] as const) {
    assert.equal((await ask(line)).errors[0]?.row.url, url, line);
  }
});

test('words that no error has give no error', async () => {
  assert.deepEqual((await ask('page cache of block devices')).errors, []);
  assert.deepEqual((await ask('zzz_unknown')).errors, []);
});

test('only an empty answer is followed by a guess, and the guess is told as such', async () => {
  const { session: own, loaded } = sessionOf(SOURCE);
  const sure = await own.ask('modprobe');
  assert.equal(sure?.isGuess, false);
  assert.ok(!loaded.some((path) => path.startsWith('a/')));
  const edited = await own.ask('modeprobe');
  assert.deepEqual(
    [edited?.isGuess, edited?.names[0]?.record.name, edited?.names[0]?.matchClass],
    [true, 'modprobe', 'near'],
  );
  const inside = await own.ask('ivepat');
  assert.deepEqual([inside?.isGuess, inside?.names[0]?.matchClass], [true, 'inside']);
  const none = await own.ask('qqqqqqq');
  assert.deepEqual([none?.isGuess, none?.names], [false, []]);
});

test('nothing typed is no query', async () => {
  assert.equal(await session.ask('  '), undefined);
});

test('every name of a large index is found first by its own name, at the price of one shard, two for a member', async () => {
  const source = generateSource({ names: 3000, pages: 300, errors: 50 });
  const { session: own, loaded } = sessionOf(source);
  await own.ask('warm');
  for (const { name } of source.names.filter((_, index) => index % 29 === 0)) {
    loaded.length = 0;
    const answer = await own.ask(name);
    assert.equal(answer?.names[0]?.record.name, name);
    assert.ok(loaded.length <= (name.includes('->') ? 2 : 1), `${name}: ${loaded.join(' ')}`);
  }
});

test('a short beginning is answered by the best names and the number of the others; all of them come on demand', async () => {
  const source = generateSource({ names: 3000, pages: 0, errors: 0 });
  const { session: own } = sessionOf(source);
  const expected = source.names.filter(({ name }) => name.startsWith('__tcp_')).map(({ name }) => name);
  const short = await own.ask('s');
  assert.ok(short !== undefined && short.nameCount > short.names.length);
  const all = await own.ask('__tcp_', 24);
  const found = new Set(all?.names.map(({ record }) => record.name));
  assert.deepEqual(
    expected.filter((name) => !found.has(name)),
    [],
  );
});

test('a short beginning costs one file, and as many more as are asked for', async () => {
  const { session: own, loaded } = sessionOf(generateSource({ names: 3000, pages: 0, errors: 0 }));
  await own.ask('zzz');
  for (const [further, files] of [
    [0, 1],
    [3, 3],
  ] as const) {
    const before = new Set(loaded).size;
    await own.ask('s', further);
    assert.ok(new Set(loaded).size - before <= files, loaded.join(' '));
  }
});

test('beside other words only whole names are listed', async () => {
  const { session: own } = sessionOf(SOURCE);
  const namesOf = async (query: string) => (await own.ask(query))?.names.map(({ record }) => record.name);
  assert.deepEqual(await namesOf('what replaced copy_to_user here today'), ['copy_to_user', '__copy_to_user']);
  assert.ok((await namesOf('copy_to_user'))?.includes('copy_to_user_nofault'));
});

test('the order of the source changes no file', () => {
  const source = generateSource({ names: 500, pages: 50, errors: 20 });
  const turned = {
    names: source.names.toReversed(),
    pages: source.pages.toReversed(),
    errors: source.errors.toReversed(),
  };
  const inOrder = (files: readonly SearchFile[]): SearchFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  assert.deepEqual(inOrder(buildSearchFiles(turned, hash)), inOrder(buildSearchFiles(source, hash)));
});

test('one new name changes the shards of its own keys and little else', () => {
  const source = generateSource({ names: 3000, pages: 300, errors: 50 });
  const name = {
    id: 'zz_fresh_name_added',
    name: 'zz_fresh_name_added',
    kind: 'function',
    aliases: [],
    url: 'name/zz_fresh_name_added/',
    weight: 1,
  } as const;
  const before = new Set(buildSearchFiles(source, hash).map(({ path }) => path));
  const fresh = buildSearchFiles({ ...source, names: [...source.names, name] }, hash).filter(
    ({ path }) => !before.has(path),
  );
  assert.ok(fresh.length <= 6, fresh.map(({ path }) => path).join(' '));
});

test('an empty site has an index that answers nothing', async () => {
  const { session: own } = sessionOf({ names: [], pages: [], errors: [] });
  const answer = await own.ask('kfree');
  assert.deepEqual([answer?.names, answer?.errors, answer?.isGuess], [[], [], false]);
});
