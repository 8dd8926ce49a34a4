import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DetectedText } from '../../../src/sources/decode-text.ts';
import { decodeText, detectText } from '../../../src/sources/decode-text.ts';

function text(encoding: DetectedText['encoding'], isDamaged = false, hasByteOrderMark = false): DetectedText {
  return { kind: 'text', encoding, hasByteOrderMark, isDamaged, hasControls: false };
}

const utf8 = (value: string) => new TextEncoder().encode(value);
const latin1 = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'));
const utf16 = (value: string) => Uint8Array.from(Buffer.from(value, 'utf16le'));
/** "内核模块 init_module()。" in GB2312. */
const CHINESE = Uint8Array.of(0xc4, 0xda, 0xba, 0xcb, 0xc4, 0xa3, 0xbf, 0xe9, ...utf8(' init_module()'), 0xa1, 0xa3);

test('plain ASCII, UTF-8 and an empty file are UTF-8', () => {
  for (const value of ['', 'plain', 'größer 内核 🐧']) {
    assert.deepEqual(detectText(utf8(value)), text('utf-8'), value);
  }
});

test('a byte order mark decides and is left out of the text', () => {
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('# A'));
  assert.deepEqual(detectText(marked), text('utf-8', false, true));
  assert.equal(decodeText(marked, 'utf-8'), '# A');
  const wide = Uint8Array.of(0xff, 0xfe, ...utf16('# 内'));
  assert.deepEqual(detectText(wide), text('utf-16le', false, true));
  assert.equal(decodeText(wide, 'utf-16le'), '# 内');
  const swapped = Uint8Array.from(Buffer.from(wide).swap16());
  assert.deepEqual(detectText(swapped), text('utf-16be', false, true));
  assert.equal(decodeText(swapped, 'utf-16be'), '# 内');
});

test('UTF-16 without a mark is known by its NUL bytes', () => {
  const wide = utf16('insmod: ERROR: could not insert module\n');
  assert.deepEqual(detectText(wide), text('utf-16le'));
  assert.deepEqual(detectText(Uint8Array.from(Buffer.from(wide).swap16())), text('utf-16be'));
});

test('Chinese in GB2312 and GB18030 is known by its pairs', () => {
  assert.deepEqual(detectText(CHINESE), text('gb18030'));
  assert.equal(decodeText(CHINESE, 'gb18030'), '内核模块 init_module()。');
  const four = Uint8Array.of(...CHINESE, 0x81, 0x39, 0xef, 0x30);
  assert.deepEqual(detectText(four), text('gb18030'));
  assert.equal(decodeText(four, 'gb18030').at(-1), '㐁');
});

test('Chinese with one cut pair is still Chinese, and damaged', () => {
  assert.deepEqual(detectText(Uint8Array.of(...CHINESE, ...CHINESE, 0xc4)), text('gb18030', true));
});

test('Western single bytes are windows-1252', () => {
  const value = 'Le pilote a été chargé; größer als 4 Kbyte, naïve façade';
  assert.deepEqual(detectText(latin1(value)), text('windows-1252'));
  assert.equal(decodeText(latin1(value), 'windows-1252'), value);
  assert.equal(decodeText(Uint8Array.of(0x80, 0x93), 'windows-1252'), '€“');
});

test('UTF-8 with a few broken bytes stays UTF-8', () => {
  const damaged = Uint8Array.of(...utf8('内核模块的加载过程'), 0xe5, 0x20, ...utf8('and the rest'));
  assert.deepEqual(detectText(damaged), text('utf-8', true));
  assert.ok(decodeText(damaged, 'utf-8').includes('\ufffd'));
});

test('what is no text is told with a reason', () => {
  const png = Uint8Array.of(
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    0x0d,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    1,
    0xf4,
  );
  assert.deepEqual(detectText(png), { kind: 'no-text', reason: 'it is no text: too many control characters' });
  assert.equal(detectText(new Uint8Array(100)).kind, 'no-text');
});

test('line ends of every kind stay as they are', () => {
  assert.equal(decodeText(utf8('a\r\nb\rc\n'), 'utf-8'), 'a\r\nb\rc\n');
});

test('NUL among text leaves it text and is told', () => {
  assert.deepEqual(detectText(utf8('ab\0cd')), { ...text('utf-8'), hasControls: true });
  assert.deepEqual(detectText(utf8('a\tb\x1b[31m\f\r\n')), text('utf-8'));
});
