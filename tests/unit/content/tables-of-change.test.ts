import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { openInventory, openKnowledge } from '../../../src/kernel/read-inventory.ts';
import { claimSchema } from '../../../src/model/claim.ts';
import { RELEASES } from '../../../src/model/entity.ts';

/**
 * What our notes say of change stands in tables, a name and what became of it. The reader is owed a proof: the inventory, which has the
 * name in both releases, a succession, a linked error or sample, a named file, or a claim that speaks of the name.
 */
const CONTENT_DIR = join(import.meta.dirname, '../../../src/content');
const RE_NOTE = /^---\n(.*?)\n---\n(.*)$/s;
const RE_ROW = /^\| (.+) \|$/gm;
const RE_PROOF = /\]\([^)]*(?:errors|samples)\/|`[\w./-]+\/[\w.-]+\.(?:c|h|rst|txt|S|config)`/;
/** Said of the past. */
const RE_GONE = /\bgone\b|^then \|/;

const inventory = openInventory(join(CONTENT_DIR, 'kernel', 'inventory'));
const { successions, outside } = openKnowledge(join(CONTENT_DIR, 'kernel'));
const succeeded = new Set(successions.map(({ from }) => from));

test('a name that a table calls gone is proven to be', () => {
  const unproven = notes().flatMap(({ file, claims, rows }) =>
    rows
      .filter((row) => RE_GONE.test(row) && !RE_PROOF.test(row))
      .flatMap((row) => namesIn(row.split(' | ')[0] ?? ''))
      .filter((name) => !isProven(name) && !claims.some((text) => text.includes(name)))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(unproven, []);
});

function isProven(name: string): boolean {
  if (succeeded.has(name) || JSON.stringify(outside).includes(`"${name}"`)) return true;
  const facts = inventory.findName(name)?.facts ?? {};
  return RELEASES.some((release) => facts[release] !== undefined);
}

function notes() {
  return ['chapters', 'topics', 'questions'].flatMap((folder) =>
    readdirSync(join(CONTENT_DIR, folder))
      .sort()
      .map((name) => {
        const file = `${folder}/${name}`;
        const [, yaml = '', body = ''] = RE_NOTE.exec(readFileSync(join(CONTENT_DIR, file), 'utf8')) ?? [];
        const { claims = [] } = parse(yaml) as { readonly claims?: readonly unknown[] };
        return {
          file,
          claims: claims.map((claim) => claimSchema.parse(claim).text),
          rows: [...body.matchAll(RE_ROW)].map(([, cells = '']) => cells),
        };
      }),
  );
}

/** Names in backticks without what a reader adds to them. */
function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([A-Za-z_/][^`]*)`/g)].map(([, code = '']) =>
    code
      .replace(/^(?:struct|enum|union) /, '')
      .replace(/\(.*$/, '')
      .replace(/^.*(?:->|\.)(?=\w+$)/, ''),
  );
}
