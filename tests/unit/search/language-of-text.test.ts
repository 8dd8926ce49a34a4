import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOfText } from '../../../src/search/language-of-text.ts';

test('the script tells the language, also where names in Latin letters stand between', () => {
  assert.equal(languageOfText('内核模块可以用 insmod 命令动态加载'), 'zh');
  assert.equal(languageOfText('カーネルモジュールを insmod で読み込む'), 'ja');
  assert.equal(languageOfText('Модули ядра загружает insmod'), 'ru');
});

test('Latin letters, and no letters at all, tell nothing', () => {
  assert.equal(
    languageOfText('Load the module with insmod; 内 is one letter among many others in this note'),
    undefined,
  );
  assert.equal(languageOfText('123 ->'), undefined);
});
