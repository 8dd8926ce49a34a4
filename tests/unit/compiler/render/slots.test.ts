import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillSlots, pictureSlot, replaceControls, SLOT, targetSlot } from '../../../../src/compiler/render/slots.ts';

const values = {
  name: (index: number) => (index === 0 ? 'href="/name/kfree/"' : ''),
  target: (index: number) => (index === 0 ? '/a/' : undefined),
  part: (slug: string) => `<a href="/${slug}/">P</a>`,
  picture: (name: string, caption: string) => `<figure>${name}: ${caption}</figure>`,
};

test('slots become links, bare text, URLs and links to parts', () => {
  const html = `<p>${SLOT.open}0${SLOT.mid}kfree${SLOT.close} ${SLOT.open}1${SLOT.mid}x${SLOT.close} <a href="${targetSlot(0)}">l</a><img src="${targetSlot(1)}"> ${SLOT.part}one${SLOT.partEnd}</p>`;
  assert.equal(
    fillSlots(html, values),
    '<p><a href="/name/kfree/">kfree</a> x <a href="/a/">l</a><img data-missing> <a href="/one/">P</a></p>',
  );
});

test('a slot of a picture becomes the picture of that name with its caption', () => {
  assert.equal(
    fillSlots(`a ${pictureSlot('read-path', 'How &amp; why')} b`, values),
    'a <figure>read-path: How &amp; why</figure> b',
  );
});

test('no text of a note is a slot', () => {
  const text = replaceControls('\u0001x\u0002\u0004\u0007\u000e\u000f\u0000\u007f\t\n\r ');
  assert.equal(text, '\ufffdx\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\t\n\r ');
  assert.equal(fillSlots(' href="4" kn-target:3', values), ' href="4" kn-target:3');
});
