import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysOfName, keysOfTitle, normaliseName } from '../../../src/search/search-keys.ts';

const keys = (name: string): string[] => keysOfName(name).map(({ key }) => key);

test('a name is looked up without what people leave out', () => {
  for (const [written, expected] of [
    ['copy_to_user()', 'copy_to_user'],
    ['struct  task_struct', 'task_struct'],
    ['__user', 'user'],
    ['-EINTR', 'eintr'],
    ['CONFIG_LIVEPATCH=y', 'livepatch'],
    ['include/linux/init.h', 'linux/init.h'],
    ['/proc/devices', 'proc/devices'],
    ['.modinfo', 'modinfo'],
    ['proc(5)', 'proc'],
    ['file->f_op', 'file->f_op'],
    ['M=drivers/scsi/cxgbi', 'm=drivers/scsi/cxgbi'],
    ['/lib/modules/$(uname -r)/build', 'lib/modules/*/build'],
  ] as const) {
    assert.equal(normaliseName(written), expected, written);
  }
});

test('every run of parts, member and end of a path begins a key', () => {
  assert.deepEqual(keys('sk_stream_alloc_skb'), ['sk_stream_alloc_skb', 'stream_alloc_skb', 'alloc_skb', 'skb']);
  assert.deepEqual(keys('sk->sk_state'), ['sk->sk_state', 'sk_state', 'state']);
  assert.deepEqual(keys('fs/char_dev.c'), ['fs/char_dev.c', 'char_dev.c', 'dev.c']);
  assert.ok(keys('M=drivers/scsi/cxgbi').includes('drivers/scsi/cxgbi'));
});

test('a title is looked up by its words, not by articles, and by each Chinese character', () => {
  assert.deepEqual(
    keysOfTitle('The page cache of a disk').map(({ key }) => key),
    ['the page cache of a disk', 'page cache of a disk', 'cache of a disk', 'disk'],
  );
  assert.deepEqual(
    keysOfTitle('内核模块').map(({ key }) => key),
    ['内核模块', '核模块', '模块', '块'],
  );
});

test('a name without letters or digits has no key', () => {
  assert.deepEqual(keysOfName('->'), []);
});
