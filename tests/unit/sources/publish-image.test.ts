import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { publishImage } from '../../../src/sources/publish-image.ts';

function asset(file: string, bytes: Uint8Array) {
  return { root: 'notes', file, path: `/${file}`, readBytes: () => bytes };
}

const BYTES = Uint8Array.of(1, 2, 3);
const DIGITS = hash('sha256', BYTES, 'hex').slice(0, 8);

test('the name holds the stem and the digest of the content', () => {
  assert.deepEqual(publishImage(asset('img/My Pic (1).PNG', BYTES)), {
    kind: 'image',
    name: `My-Pic-1-.${DIGITS}.png`,
    bytes: BYTES,
  });
  const other = publishImage(asset('a.png', Uint8Array.of(9)));
  assert.notEqual(other.kind === 'image' && other.name, `a.${DIGITS}.png`);
});

test('a drawing is sanitised before it is named', () => {
  const drawing = (markup: string) => publishImage(asset('a.svg', new TextEncoder().encode(markup)));
  assert.deepEqual(drawing('<svg onload="x()"><g/></svg>'), drawing('<svg><g/></svg>'));
  assert.equal(drawing('<p>no</p>').kind, 'refused');
});

test('what browsers do not show, and what cannot be read, is refused with a reason', () => {
  assert.equal(publishImage(asset('a.pdf', BYTES)).kind, 'refused');
  assert.equal(publishImage(asset('png', BYTES)).kind, 'refused');
  const gone = {
    ...asset('a.png', BYTES),
    readBytes: () => assert.fail(Object.assign(new Error('gone'), { code: 'ENOENT' })),
  };
  assert.equal(publishImage(gone).kind, 'refused');
});
