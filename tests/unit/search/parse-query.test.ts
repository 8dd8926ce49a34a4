import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from '../../../src/search/parse-query.ts';

/** Literals that are looked up, nearest first. */
function literalsOf(typed: string): string[] {
  return parseQuery(typed)?.lookups.map(({ literal }) => literal) ?? [];
}

test('what stands beside a name and only says what it is does not count', () => {
  const cases: readonly (readonly [typed: string, name: string])[] = [
    ['kmalloc function', 'kmalloc'],
    ['macro container_of', 'container_of'],
    ['sudo insmod', 'insmod'],
    ['depmod -a', 'depmod'],
    ['man 2 ioctl', 'ioctl(2)'],
    ['# CONFIG_FAILSLAB is not set', 'CONFIG_FAILSLAB'],
    ['CONFIG_HZ=250', 'CONFIG_HZ'],
    ['struct page *', 'struct page'],
    ['struct cdev *dev;', 'struct cdev'],
  ];
  assert.deepEqual(
    cases.map(([typed]) => [typed, literalsOf(typed)[0], parseQuery(typed)?.isOneName]),
    cases.map(([typed, name]) => [typed, name, true]),
  );
});

test('several words that all tell something stay words', () => {
  assert.equal(parseQuery('kernel config option')?.isOneName, false);
  assert.equal(parseQuery('copy to user function')?.isOneName, false);
});

test('a condition or a declaration is looked up by the function that it calls or declares', () => {
  assert.ok(literalsOf('if (!try_module_get(THIS_MODULE))').includes('try_module_get'));
  assert.ok(literalsOf('static inline void *kmalloc(size_t size, gfp_t flags)').includes('kmalloc'));
});

test('an assignment to a member is looked up by the member', () => {
  assert.ok(literalsOf('filp->private_data = dev;').includes('private_data'));
});

test('a path that nobody wrote down is looked up with a hole for its version, then by its folders', () => {
  const fallbacks = (typed: string) =>
    parseQuery(typed)?.fallbacks.map((group) => group.map(({ literal }) => literal)) ?? [];
  assert.ok(fallbacks('/boot/config-6.1.0-18-amd64')[0]?.includes('/boot/config-*'));
  assert.deepEqual(fallbacks('/sys/class/net/eth0').slice(-2), [['/sys/class/net'], ['/sys/class']]);
});

test('the ends of a path are looked for where the name of its file is, and no text gives more than five lookups', () => {
  const ends = parseQuery('/usr/src/linux/net/ipv4/tcp_output.c')?.fallbacks.flat() ?? [];
  assert.deepEqual(
    [...new Set(ends.filter(({ scope }) => scope === 'end').map(({ heldBy }) => heldBy))],
    ['tcp_output.c'],
  );
  assert.equal(literalsOf('a->b_c = f_g(h_i, j_k) + l_m(n->o_p) + q_r();').length, 5);
});
