import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue, CatalogueEntry } from '../../../src/errors/catalogue.ts';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { openCatalogue } from '../../../src/errors/open-catalogue.ts';
import { readSubject } from '../../../src/errors/read-subject.ts';
import { canonicalWord } from '../../../src/errors/same-words.ts';
import { OPEN, readFixture, SHIPPED } from './shipped-catalogue.ts';

function entryOf(id: string, component: string, classes: readonly string[]): CatalogueEntry {
  const causes = [{ id: 'c', title: 'why', fix: 'that', commands: ['grep {driver} {dev}'] }];
  return { id, title: id, component, severity: 'warning', signatures: [], classes, causes };
}

const SMALL: Catalogue = {
  version: 1,
  entries: [
    entryOf('card', 'network', ['e1000e:']),
    entryOf('linker', 'linker', ['ld:']),
    entryOf('memory', 'driver', ['fail alloc', '-12']),
  ],
};

function answersTo(line: string): unknown {
  const { findings } = explainLog(line, openCatalogue(SMALL));
  return findings.map(({ entry, level }) => `${entry.id} ${level}`);
}

test('a line that no signature fits is answered by who speaks and by its words, as similar', () => {
  const line = 'e1000e 0000:00:19.0: Unable to allocate the rings';
  assert.deepEqual(answersTo(line), ['card similar', 'memory similar']);
});

test('the number of an error answers a line whose words nobody knows', () => {
  assert.deepEqual(answersTo('demo 1f000000.demo: frobnication failed: -12'), ['memory similar']);
  assert.deepEqual(answersTo('demo 1f000000.demo: frobnication failed at -12 degrees'), []);
});

test('what the number means is told beside what who speaks and the words say', () => {
  const open = openCatalogue({
    version: 1,
    entries: [...SMALL.entries, entryOf('transfer', 'device', ['fail receive'])],
  });
  const { findings } = explainLog('e1000e 0000:00:19.0: could not receive: -12', open);
  assert.deepEqual(
    findings.map(({ entry }) => entry.id),
    ['card', 'memory'],
  );
});

test('who speaks alone answers only what looks like trouble', () => {
  assert.deepEqual(answersTo('e1000e 0000:00:19.0: Intel(R) PRO/1000 Network Driver'), []);
  assert.deepEqual(answersTo('e1000e 0000:00:19.0: Hardware Error of some kind'), ['card similar']);
});

test('what a tool of the build says is never answered by drivers', () => {
  assert.deepEqual(answersTo('ld: failed to allocate the section headers'), ['linker similar']);
});

test('phrases of health and lines that say nothing are passed over', () => {
  assert.deepEqual(answersTo('e1000e 0000:00:19.0: mounted with errors=remount-ro'), []);
  assert.deepEqual(answersTo('e1000e: error'), []);
});

test('driver and device of the line stand in the commands', () => {
  const { findings } = explainLog('e1000e 0000:00:19.0: rings failed: -12', openCatalogue(SMALL));
  assert.equal(findings[0]?.causes[0]?.commands[0]?.text, 'grep e1000e 0000:00:19.0');
});

test('speakers are read with and without their numbers, from paths, brackets and places in files', () => {
  const speakersOf = (line: string): readonly string[] => readSubject(line).speakers;
  assert.deepEqual(speakersOf('md/raid1:md0: gone'), ['md:', 'raid1:', 'raid:']);
  assert.deepEqual(speakersOf('[drm:demo_init] *ERROR* x'), ['drm:']);
  assert.deepEqual(speakersOf('drivers/demo/demo.dts:12.3-7: x'), ['.dts:', 'drivers:', 'demo:']);
  assert.deepEqual(speakersOf('/usr/bin/ld: x'), ['ld:']);
  assert.deepEqual(speakersOf('nothing speaks here'), []);
});

test('drivers of one family speak under its name as well', () => {
  assert.deepEqual(readSubject('rtw_8822be 0000:02:00.0: failed').speakers, ['rtw_8822be:', 'rtw_:']);
  assert.deepEqual(readSubject('sof-audio-pci-intel-tgl 0000:00:1f.3: failed').speakers, [
    'sof-audio-pci-intel-tgl:',
    'sof_:',
  ]);
});

test('who speaks answers what another kind of line tells to be trouble', () => {
  const catalogue: Catalogue = {
    version: 1,
    entries: [entryOf('card', 'network', ['e1000e:']), entryOf('absent', 'device', ['not present'])],
  };
  const { findings } = explainLog('e1000e 0000:00:19.0: PHY is not present', openCatalogue(catalogue));
  assert.deepEqual(
    findings.map(({ entry }) => entry.id),
    ['card', 'absent'],
  );
});

test('the words of a number of an error make no likeness', () => {
  const { findings } = explainLog('sh: write error: No such file or directory', OPEN);
  assert.ok(findings.every(({ entry }) => entry.component !== 'compiler' && entry.component !== 'kbuild'));
});

test('the number of an error is read where it stands for one only', () => {
  const errnoOf = (line: string): string | undefined => readSubject(line).errno;
  assert.equal(errnoOf('a: b failed with error -110'), '-110');
  assert.equal(errnoOf('a: b (-22)'), '-22');
  assert.equal(errnoOf('a: rc=-5'), '-5');
  assert.equal(errnoOf('a: b, err = -19.'), undefined);
  assert.equal(errnoOf('a: from 10-22 to 5'), undefined);
});

test('classes of the catalogue are written in words that lines are counted as', () => {
  const wrong = SHIPPED.catalogue.entries.flatMap(({ id, classes = [] }) =>
    classes.flatMap((text) =>
      text.split(' ').flatMap((mark) => (/^\w+$/.test(mark) && canonicalWord(mark) !== mark ? [`${id}: ${text}`] : [])),
    ),
  );
  assert.deepEqual(wrong, []);
});

test('each kind of line of the catalogue finds its entry among the answers to a line with its marks', (context) => {
  let count = 0;
  const lost = SHIPPED.catalogue.entries.flatMap(({ id, classes = [] }) =>
    classes.flatMap((text) => {
      const marks = text.split(' ');
      const lead = marks
        .filter((mark) => mark.endsWith(':'))
        .map((mark) => `${mark.startsWith('.') ? `demo${mark.slice(0, -1)}:12:` : mark} `);
      const words = marks.filter((mark) => /^\w/.test(mark) && !mark.endsWith(':'));
      const number = marks.find((mark) => mark.startsWith('-'));
      const line = `${lead.join('')}zzyzx ${words.join(' zzyzx ')} failed on zzyzx quux${number === undefined ? '' : `: ${number}`}`;
      count += 1;
      return explainLog(line, OPEN).findings.some(({ entry }) => entry.id === id) ? [] : [`${text} -> ${id}`];
    }),
  );
  context.diagnostic(`${count} kinds, ${lost.length} answered by others`);
  assert.ok(lost.length / count < 0.1, lost.join('\n'));
});

for (const release of ['6.1', '6.12']) {
  test(`no kind of line answers a line of a healthy boot or build of ${release}`, () => {
    for (const kind of ['build', 'boot']) {
      const { findings } = explainLog(readFixture(`recorded/healthy-${kind}-${release}.txt`), OPEN);
      assert.deepEqual(
        findings
          .filter(({ signature, level }) => level === 'similar' && !signature.text.includes('{'))
          .map(({ entry }) => entry.id),
        [],
      );
    }
  });
}
