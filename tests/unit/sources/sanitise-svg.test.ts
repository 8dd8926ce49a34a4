import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sanitiseSvg } from '../../../src/sources/sanitise-svg.ts';

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">';

function clean(text: string): string | undefined {
  return sanitiseSvg(new TextEncoder().encode(text));
}

/** What is left of markup inside an `svg` element. */
function inside(markup: string): string | undefined {
  const cleaned = clean(`<svg>${markup}<desc>end</desc></svg>`);
  return cleaned?.slice(OPEN.length, cleaned.lastIndexOf('<desc>end'));
}

test('a drawing keeps its shapes, looks and letter case', () => {
  const drawing =
    '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
    '<path d="M0 0L5 5" class="a" fill="url(#g)" transform="rotate(3)"/><text x="1">内核 &#x26; more</text>';
  assert.equal(inside(drawing), drawing);
});

test('declarations, document types and comments are left out', () => {
  const text = '<?xml version="1.0"?><!DOCTYPE svg [ <!ENTITY n "x"> ]><!-- c --><svg xmlns="&n;"><g/></svg>';
  assert.equal(clean(text), `${OPEN}<g/></svg>\n`);
});

test('scripts, foreign content, animation and unknown elements are left out', () => {
  for (const markup of [
    '<script>alert(1)</script>',
    '<script xlink:href="x.js"/>',
    '<foreignObject><div onclick="x()">a</div></foreignObject>',
    '<animate attributeName="href" to="javascript:x"/>',
    '<set attributeName="onload" to="x"/>',
    '<iframe src="x"></iframe>',
    '<metadata><title>x</title></metadata>',
    '<x:y xmlns:x="z"/>',
  ]) {
    assert.equal(inside(markup)?.trim(), '', markup);
  }
});

test('event handlers and references to other files are left out', () => {
  assert.equal(inside('<g onload="x()" ONCLICK="y()" id="a"/>'), '<g id="a"/>');
  assert.equal(inside('<path style="fill:url(http://x/y)" fill="url(\'https://x\')" d="M0 0"/>'), '<path d="M0 0"/>');
  assert.equal(inside('<use href="x.svg#a"/><use href="#a"/>'), '<use href="#a"/>');
  assert.equal(inside('<image href="http://x/y.png"/><image href="data:image/svg+xml;base64,AA"/>'), '');
  assert.equal(inside('<image href="data:image/png;base64,AAAA"/>'), '<image href="data:image/png;base64,AAAA"/>');
});

test('a link shows what stands inside it', () => {
  assert.equal(inside('<a xlink:href="javascript:x"><rect width="1"/></a>'), '<rect width="1"/>');
});

test('a style sheet stays only when it reaches for nothing', () => {
  assert.equal(
    inside('<style><![CDATA[ .a > .b { fill: url(#g) } ]]></style>'),
    '<style> .a > .b { fill: url(#g) } </style>',
  );
  for (const sheet of ['@import "x";', '.a{fill:url(//x)}', '.a{fill:\\75rl(x)}', '&lt;/style>&lt;script>']) {
    assert.equal(inside(`<style>${sheet}</style>`), '', sheet);
  }
});

test('what holds no drawing, is too deep or is no text is refused', () => {
  assert.equal(clean('<p>no</p>'), undefined);
  assert.equal(clean(`<svg>${'<g>'.repeat(100_000)}`), undefined);
  assert.equal(sanitiseSvg(Uint8Array.of(0x1f, 0x8b, 0, 0, 0)), undefined);
});
