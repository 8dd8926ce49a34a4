import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { draftNote } from '../../../src/compiler/draft-note.ts';
import { fillSlots } from '../../../src/compiler/render/slots.ts';
import { SHEET_WIDTH } from '../../../src/pictures/draw.ts';
import { findPicture, PICTURE_NAMES } from '../../../src/pictures/pictures.ts';
import { pictureWords, renderPicture } from '../../../src/pictures/render-picture.ts';

/** Widest that a letter is taken to be, as a share of the size in which it is set. */
const CODE_WIDTH = 0.6 * 12.5;
const SANS_WIDTH = 0.54 * 13.5;

describe('every picture', () => {
  for (const name of PICTURE_NAMES) {
    const picture = findPicture(name);
    assert.ok(picture);

    test(`${name} is well-formed, without style attributes, scripts and identifiers`, () => {
      const open: string[] = [];
      for (const [, slash, tag = '', isClosed] of picture.drawing.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
        if (slash === '/') assert.equal(open.pop(), tag);
        else if (isClosed !== '/') open.push(tag);
      }
      assert.deepEqual(open, []);
      assert.doesNotMatch(picture.drawing, / (?:style|id|on\w+|fill|stroke)=|NaN|undefined/);
    });

    test(`${name} stays on its sheet`, () => {
      const outside: string[] = [];
      for (const [tag, x, y, width, height] of picture.drawing.matchAll(
        /<rect class="\w" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      ))
        if (Number(x) + Number(width) > SHEET_WIDTH || Number(y) + Number(height) > picture.height) outside.push(tag);
      for (const [, x, y, look = '', inner = ''] of picture.drawing
        .replace(/<g transform.*?<\/g>/g, '')
        .matchAll(/<text x="([\d.]+)" y="([\d.]+)"(?: class="([^"]*)")?>(.*?)<\/text>/g)) {
        const code = [...inner.matchAll(/<tspan class="m">(.*?)<\/tspan>/g)].map(([, text = '']) => text).join('');
        const sans = inner.replace(/<tspan.*?<\/tspan>/g, '');
        const width =
          (lengthOf(code) * CODE_WIDTH + lengthOf(sans) * SANS_WIDTH) * (look.split(' ').includes('s') ? 0.89 : 1);
        const anchor = look.split(' ').includes('c') ? 0.5 : look.split(' ').includes('e') ? 1 : 0;
        const left = Number(x) - width * anchor;
        if (left < -1 || left + width > SHEET_WIDTH + 1 || Number(y) > picture.height) outside.push(inner);
      }
      assert.deepEqual(outside, []);
    });

    test(`${name} says in words every name that it draws`, () => {
      const said = picture.words.join(' ');
      const drawn = [...picture.drawing.matchAll(/<tspan class="m">([\w]+)\(\)<\/tspan>/g)].map(
        ([, found]) => found ?? '',
      );
      assert.ok(picture.words.length >= 4);
      assert.equal(said.split('`').length % 2, 1);
      assert.deepEqual(
        drawn.filter((found) => !said.includes(found) && !UNSAID.has(found)),
        [],
      );
    });
  }
});

/** Steps that the words tell without their names. */
const UNSAID: ReadonlySet<string> = new Set([
  'module_sig_check',
  'check_modinfo',
  'layout_and_allocate',
  'add_unformed_module',
  'parse_args',
  'mod_sysfs_setup',
  'free_module',
  'mutex_lock',
  'spin_lock',
  'virt_to_page',
]);

test('an image of the scheme picture, alone in its paragraph, becomes the drawing with its caption and its words', async () => {
  for (const more of ['', '\n<details><summary>x</summary>\n\ny\n\n</details>\n']) {
    const text = `# T\n\n![How it & why](picture:read-path)\n${more}`;
    const draft = await draftNote({ file: 'note.md', text, attachments: [] });
    assert.deepEqual(draft.diagnostics, []);
    const html = fillSlots(draft.entries[0]?.html ?? '', {
      name: () => '',
      target: () => undefined,
      part: () => '',
      picture: (name, caption) => renderPicture(name, caption, (found) => (found === 'vfs_read' ? 'href="/v/"' : '')),
    });
    assert.match(
      html,
      /^<figure class="kn-picture"><svg viewBox="0 0 480 \d+" role="img" aria-label="The path of a read\(\) into a driver">/,
    );
    assert.match(
      html,
      /<figcaption>How it &(?:amp|#x26);? why<\/figcaption><details><summary>The picture in words<\/summary><ol><li>/,
    );
    assert.match(html, /<code><a href="\/v\/">vfs_read\(\)<\/a><\/code>/);
    assert.doesNotMatch(html, /<p><figure/);
  }
});

test('a picture that does not exist leaves its caption, and no words', () => {
  assert.equal(
    renderPicture('no-such', 'A caption', () => ''),
    '<p>A caption</p>',
  );
  assert.equal(pictureWords('no-such'), '');
});

function lengthOf(html: string): number {
  return html.replace(/&\w+;/g, '&').length;
}
