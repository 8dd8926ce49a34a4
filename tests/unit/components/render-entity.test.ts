import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderEntity } from '../../../src/components/render-entity.ts';
import type { EntityView } from '../../../src/model/page-views.ts';

const view: EntityView = {
  entity: {
    id: 'pond_fill',
    name: 'pond_fill',
    kind: 'function',
    aliases: [],
    mentionCount: 1,
    entries: ['topic'],
    hasPage: true,
    status: { '6.1': { state: 'absent' }, '6.12': { state: 'present', file: 'kernel/pond.c' } },
    suggestion: undefined,
    replacedBy: undefined,
  },
  url: '/name/pond_fill/',
  mark: 'newer',
  status: {
    '6.1': { state: 'absent' },
    '6.12': { state: 'present', file: 'kernel/pond.c', line: 10, export: 'gpl' },
  },
  known: {
    '6.12': {
      definitions: [
        { kind: 'function', file: 'kernel/pond.c', line: 10, reasons: ['exported-here'] },
        { kind: 'function', file: 'include/linux/pond.h', line: 5, reasons: ['public-header', 'stub'] },
      ],
      more: 1,
      header: 'linux/pond.h',
    },
  },
  owner: undefined,
  predecessors: [{ title: 'create_pond', url: '/name/create_pond/', kind: 'function', mark: 'gone' }],
  mentions: [],
  moreMentions: 0,
  moreEntries: 0,
  related: [],
};

test('of several definitions none is called the definition: all are listed with why they rank so', () => {
  const html = renderEntity(view, {});
  assert.match(html, /<summary>Best of 3 definitions found<\/summary>/);
  assert.match(html, /kernel\/<wbr>pond\.c:10<\/code> function<span class="kn-why">exported there/);
  assert.match(
    html,
    /include\/<wbr>linux\/<wbr>pond\.h:5<\/code> function<span class="kn-why">a public header, a stub/,
  );
  assert.match(html, /<p class="kn-rest">1 more<\/p>/);
});

test('a release that does not have the name yet says so, the other names the header to include', () => {
  const html = renderEntity(view, {});
  assert.match(html, /6\.1 <span class="kn-entity-state" data-state="newer">not yet there/);
  assert.match(html, /Include <code>&lt;linux\/pond\.h&gt;<\/code>/);
  assert.match(html, /<dt>Takes the place of<\/dt><dd><a class="n" href="\/name\/create_pond\/" data-mark="gone">/);
});

test('what changed between the releases is told in one line', () => {
  const status = (file: string, signature: string) => ({ state: 'present' as const, file, signature });
  const changed = { ...view, status: { '6.1': status('a.c', 'int f(void)'), '6.12': status('a.c', 'int f(int a)') } };
  assert.match(renderEntity(changed, {}), /What changed: the signature\./);
  const same = { ...view, status: { '6.1': status('a.c', 'int f(void)'), '6.12': status('a.c', 'int f(void)') } };
  assert.match(renderEntity(same, {}), /The same in both releases\./);
});

test('an inline function of a public header is not called out of reach for modules', () => {
  const status = { state: 'present' as const, file: 'include/linux/pond.h', line: 5, export: 'none' as const };
  const inline = {
    kind: 'function' as const,
    file: 'include/linux/pond.h',
    line: 5,
    reasons: ['public-header' as const],
  };
  const known = (definition: typeof inline) => ({
    '6.12': { definitions: [definition], more: 0, header: 'linux/pond.h' },
  });
  const own = { ...view, status: { '6.1': { state: 'absent' as const }, '6.12': status } };
  const html = renderEntity({ ...own, known: known(inline) }, {});
  assert.match(html, /Defined in a header: a module that includes it has it/);
  assert.doesNotMatch(html, /cannot call/);
  const hidden = { ...inline, file: 'kernel/pond.c', reasons: [] };
  assert.match(
    renderEntity({ ...own, known: known(hidden as unknown as typeof inline) }, {}),
    /a module cannot call it/,
  );
});
