import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseLine } from '../../../src/errors/normalise-line.ts';

const MESSAGE = 'demo: Unknown symbol demo_answer (err -2)';
const DRESSES: Readonly<Record<string, string>> = {
  nothing: MESSAGE,
  dmesg: `[   12.345678] ${MESSAGE}`,
  'dmesg with the caller': `[   12.345678][  T123] ${MESSAGE}`,
  'dmesg -T': `[Sun Nov 22 07:00:00 2026] ${MESSAGE}`,
  'dmesg -d': `[  +0.330487] ${MESSAGE}`,
  'dmesg -H': `[Nov22 07:00] ${MESSAGE}`,
  'dmesg -x': `kern  :warn  : [   12.345678] ${MESSAGE}`,
  'the level of the console': `<4>[   12.345678] ${MESSAGE}`,
  'the journal': `Nov 22 07:00:00 host kernel: ${MESSAGE}`,
  'the journal in ISO': `2026-11-22T07:00:00+0100 host kernel: ${MESSAGE}`,
  'syslog with time since boot': `Nov 22 07:00:00 host kernel: [   12.345678] ${MESSAGE}`,
  'a time stamp of CI': `2026-11-22T07:00:00.1234567Z ${MESSAGE}`,
  'a stamp and stream mark of CI': `2026-11-22T07:00:00.123456Z 01O ${MESSAGE}`,
  'a bracketed stamp of CI': `[2026-11-22T07:00:00.123Z] ${MESSAGE}`,
  'a container build': `#12 34.567 ${MESSAGE}`,
  'a build service': `[   12s] ${MESSAGE}`,
  colours: `\x1b[1;31m${MESSAGE}\x1b[0m`,
  'colours as a pager shows them': `^[[31m${MESSAGE}^[[0m`,
  'a carriage return': `${MESSAGE}\r`,
  'a quoted mail': `> > ${MESSAGE}`,
  'bold Markdown': `**${MESSAGE}`,
};

for (const [name, line] of Object.entries(DRESSES)) {
  test(`what ${name} adds is taken off, and the column is kept`, () => {
    const { text, toRaw } = normaliseLine(line);
    assert.ok(text.startsWith(MESSAGE), text);
    assert.equal(line.slice(toRaw(0), toRaw(MESSAGE.length - 1) + 1), MESSAGE);
  });
}

test('entities, typographic quotes and runs of blanks are folded, and every column leads back', () => {
  const line = 'cannot  find &lt;linux/x.h&gt; in ‘a’';
  const { text, toRaw } = normaliseLine(line);
  assert.equal(text, "cannot find <linux/x.h> in 'a'");
  assert.equal(line.slice(toRaw(text.indexOf('<')), toRaw(text.indexOf(' in '))), '&lt;linux/x.h&gt;');
  assert.equal(line.charAt(toRaw(text.indexOf("'"))), '‘');
});

test('the depth of make is taken off', () => {
  assert.equal(normaliseLine('make[2]: *** No rule').text, 'make: *** No rule');
  assert.equal(normaliseLine('gmake[10]: *** No rule').text, 'make: *** No rule');
});

test('caller and time are told', () => {
  const { caller, seconds } = normaliseLine('<6>[  101.500000][   C1] text');
  assert.equal(caller, 'C1');
  assert.equal(seconds, 101.5);
});

test('stars that belong to the message stay', () => {
  assert.equal(normaliseLine('*** C compiler is too old.').text, '*** C compiler is too old.');
});

test('for any line, columns rise and lie inside it', () => {
  const pieces = fc.constantFrom(
    '\x1b[31m',
    '&amp;',
    '&lt;',
    '  ',
    '[ 1.234567] ',
    '> ',
    '‘',
    'a',
    'make[2]: ',
    '<4>',
    '\r',
    '\t',
    'Ω',
    '[T1] ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const line = parts.join('');
      const { text, toRaw } = normaliseLine(line);
      const offsets = Array.from({ length: text.length }, (_, offset) => toRaw(offset));
      assert.ok(
        offsets.every(
          (offset, index) =>
            offset >= 0 && offset < line.length && (index === 0 || offset >= (offsets[index - 1] ?? 0)),
        ),
      );
    }),
  );
});

test('quotes that a character set lost are quotes again, and the columns stay', () => {
  const { text, toRaw } = normaliseLine('error: no member ???demo??? here');
  assert.equal(text, "error: no member 'demo' here");
  assert.equal(toRaw(text.indexOf('here')), 28);
});
