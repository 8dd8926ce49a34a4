import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { provideSite, TEST_SITES } from './sites.ts';

/** Debian's Python, the one that `python3-sphinx` is installed for. */
const PYTHON = '/usr/bin/python3';
const READ = `import json, sys
from sphinx.util.inventory import InventoryFile
with open(sys.argv[1], 'rb') as file:
    inventory = InventoryFile.load(file, sys.argv[2], lambda base, uri: base + uri)
print(json.dumps({role: {name: list(item) for name, item in items.items()} for role, items in inventory.items()}))`;

type SphinxInventory = Readonly<Record<string, Readonly<Record<string, readonly [string, string, string, string]>>>>;

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
}

test('Sphinx reads back every page of a name and every entry from objects.inv', { skip: missingSphinx() }, () => {
  const site = TEST_SITES.fixtures;
  const folder = provideSite(site);
  const args = ['-c', READ, join(folder, 'objects.inv'), `https://notes.example${site.base}`];
  const read: SphinxInventory = JSON.parse(execFileSync(PYTHON, args, { encoding: 'utf8', maxBuffer: 1 << 28 }));
  const list = (name: string): readonly Listed[] =>
    JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8'))[name];
  const pages = list('entities').filter(({ url }) => url !== undefined && !url.includes('#'));
  const entries = list('entries');
  const count = Object.values(read).reduce((sum, items) => sum + Object.keys(items).length, 0);
  assert.equal(count, pages.length + entries.length);
  assert.ok(pages.length > 0 && entries.length > 0);
  for (const { id, url, title } of entries) {
    const [, , uri, display] = read['std:doc']?.[id] ?? [];
    assert.equal(uri, `https://notes.example${url}`);
    assert.equal(display === '-' ? id : display, title.replace(/\s+/g, ' '));
  }
  const functions = pages.filter(({ kind }) => kind === 'function');
  assert.ok(functions.length > 0);
  for (const { name, url } of functions) assert.equal(read['c:function']?.[name]?.[2], `https://notes.example${url}`);
});

/** Why Sphinx cannot be asked here, or `false`. */
function missingSphinx(): string | false {
  try {
    if (!existsSync(PYTHON)) return `there is no ${PYTHON}`;
    execFileSync(PYTHON, ['-c', 'import sphinx'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'Sphinx is not installed; "apt-get install python3-sphinx" brings it';
  }
}
