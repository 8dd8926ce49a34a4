import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FrontMatterText } from '../../../../src/compiler/parse/front-matter-text.ts';
import { listValue, readFrontMatter, textValue } from '../../../../src/compiler/parse/read-front-matter.ts';

function read(text: string): readonly [format: string, values: unknown, rest: string] {
  const { format, values, end } = readFrontMatter(text);
  return [format, Object.fromEntries(values), text.slice(end)];
}

describe('front matter', () => {
  test('is read in four languages, with any line end', () => {
    assert.deepEqual(read('---\ntitle: A\n---\nB'), ['yaml', { title: 'A' }, 'B']);
    assert.deepEqual(read('---\r\ntitle: A\r\ntags: [x]\r\n---\r\nB'), ['yaml', { title: 'A', tags: ['x'] }, 'B']);
    assert.deepEqual(read('---\rtitle: A\r...\rB'), ['yaml', { title: 'A' }, 'B']);
    assert.deepEqual(read('+++\ntitle = "A"\n+++\nB'), ['toml', { title: 'A' }, 'B']);
    assert.deepEqual(read('{\n"title": "A"\n}\nB'), ['json', { title: 'A' }, 'B']);
    assert.deepEqual(read('title:: A\ntags:: x, y\n\nB'), ['logseq', { title: 'A', tags: 'x, y' }, '\nB']);
  });

  test('is none where a rule or a brace only looks like it', () => {
    for (const text of [
      '---\n\nText.\n\n---\n',
      'Text\n---\n',
      '--- x\ntitle: A\n---\n',
      '{ not json }\n',
      '---\n- a\n---\n',
      '',
    ]) {
      assert.deepEqual(read(text), ['none', {}, text]);
    }
  });

  test('that is empty takes its fences along', () => {
    assert.deepEqual(read('---\n---\nB'), ['none', {}, 'B']);
  });

  test('that is broken says why, keeps its text and lets the note begin behind it', () => {
    for (const text of [
      '---\ntitle: [x\nb: c\n---\nB',
      '---\na: b: c\n---\nB',
      '---\na: 1\na: 2\n---\nB',
      '+++\ntitle =\n+++\nB',
      '{\n"a": ,\n}\nB',
    ]) {
      const { format, values, end, source, problem } = readFrontMatter(text);
      assert.deepEqual(
        [format, values.size, text.slice(end), text.includes(source), (problem ?? '').length > 0],
        ['broken', 0, 'B', true, true],
        text,
      );
    }
  });

  test('cannot be a bomb or reach into prototypes', () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}\n---\nB`;
    assert.equal(readFrontMatter(bomb).format, 'broken');
    assert.equal(readFrontMatter('---\n__proto__: {polluted: 1}\n---\n').format, 'yaml');
    assert.equal('polluted' in {}, false);
  });

  test('gives texts and lists whatever their type, without control characters', () => {
    const { values } = readFrontMatter(
      '---\ntitle: "a\\x01b"\nnumber: 7\ntags: "x, #y, [[z]]"\nlist: [a, 1, {b: c}]\nempty: ""\n---\n',
    );
    assert.deepEqual(
      [
        textValue(values, 'empty', 'title'),
        textValue(values, 'number'),
        textValue(values, 'none'),
        listValue(values, 'tags'),
        listValue(values, 'list'),
      ],
      ['a\ufffdb', '7', undefined, ['x', 'y', 'z'], ['a', '1']],
    );
  });
});

describe('places of values in front matter', () => {
  test('are found through folding, quotes and escapes', () => {
    const text = '---\na: >\n  one two\n  three\nb: \'it\'\'s\'\nc: "say \\"x\\" y"\n---\n';
    const finder = new FrontMatterText(text, text.length);
    const shown = (value: string) => [...finder.find(value)].map((at) => text[at]).join('');
    assert.deepEqual(['one two three', "it's", 'say "x" y'].map(shown), ['one two\nthree', "it's", 'say "x" y']);
    assert.deepEqual([...finder.find('gone')], [0, 0, 0, 0]);
  });
});
