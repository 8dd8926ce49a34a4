import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConditionEvaluator, FALSE, TRUE, UNKNOWN } from '../../../scripts/kernel/evaluate-condition.ts';

const { evaluate } = createConditionEvaluator(
  new Map([
    ['CONFIG_A', 'y'],
    ['CONFIG_M', 'm'],
  ]),
);

test('options answer conditions as the compiler would, modules only to IS_ENABLED', () => {
  assert.equal(evaluate('defined(CONFIG_A) && !defined(CONFIG_B)'), TRUE);
  assert.equal(evaluate('IS_ENABLED(CONFIG_M)'), TRUE);
  assert.equal(evaluate('defined CONFIG_M'), FALSE);
  assert.equal(evaluate('defined(CONFIG_M_MODULE)'), TRUE);
  assert.equal(evaluate('0'), FALSE);
});

test('what is not known stays unknown unless the rest decides', () => {
  assert.equal(evaluate('defined(HAVE_POND)'), UNKNOWN);
  assert.equal(evaluate('defined(HAVE_POND) || defined(CONFIG_A)'), TRUE);
  assert.equal(evaluate('POND_DEPTH(3) > 2 && defined(CONFIG_B)'), FALSE);
  assert.equal(evaluate('CONFIG_A > 4'), UNKNOWN);
});

test('without a configuration every option counts as on', () => {
  const bare = createConditionEvaluator(undefined);
  assert.equal(bare.evaluate('defined(CONFIG_ANY)'), TRUE);
  assert.equal(bare.evaluate('!IS_ENABLED(CONFIG_ANY)'), FALSE);
});
