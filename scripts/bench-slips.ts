/**
 * How many mistakes in names get the right proposal: `npm run bench -- slips [--count 600] [--seed 1] [--failures] [--json]`.
 *
 * Names that the shipped notes use and that live are misspelt by a seed. A mistake that happens to be a word of a tree is left
 * out where a full local index can tell (`npm run kernel -- fetch 6.1 6.12`), since no proposal is wanted for those. Names of other
 * programs, in `bench/foreign-names.json`, must get none.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Inventory } from '../src/kernel/inventory.ts';
import { openInventory, openKnowledge } from '../src/kernel/read-inventory.ts';
import { statusOf } from '../src/kernel/status.ts';
import { CHECKED_KINDS } from '../src/kernel/suggest-name.ts';
import { type EntityKind, RELEASES } from '../src/model/entity.ts';
import { createDraw, makeSlip, SLIP_FORMS, type SlipForm } from './bench/make-slips.ts';
import { knownReleases, openRelease, SHIPPED_DIR } from './kernel/open-releases.ts';

const ROOT = join(import.meta.dirname, '..');
const FOREIGN_FILE = join(import.meta.dirname, 'bench', 'foreign-names.json');
const MIN_LENGTH = 5;
const RE_NAME = /\b[A-Za-z_][A-Za-z0-9_]+\b/g;

interface Slip {
  readonly name: string;
  readonly kind: EntityKind;
  readonly form: SlipForm;
  readonly slip: string;
}

/** Runs the command with its arguments and returns 0. */
export function benchSlips(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '600' },
      seed: { type: 'string', default: '1' },
      failures: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const inventory = openInventory(SHIPPED_DIR);
  const knowledge = openKnowledge(join(ROOT, 'src', 'content', 'kernel'));
  const full = fullIndexes();
  const names = namesOfNotes(inventory);
  const slips = drawSlips(
    names,
    Number(values.count),
    Number(values.seed),
    (word) => [inventory, ...full].some((one) => one.hasName(word)) || full.some((one) => one.wordOccurs(word)),
  );
  const proposalFor = (name: string, kind: EntityKind) =>
    statusOf({ name, kind, isInProse: true }, inventory, knowledge).suggestion;
  const answers = slips.map((slip) => ({ ...slip, proposal: proposalFor(slip.slip, slip.kind) }));
  const foreign: readonly { readonly name: string; readonly kind: EntityKind }[] = JSON.parse(
    readFileSync(FOREIGN_FILE, 'utf8'),
  );
  const alarms = foreign.flatMap(({ name, kind }) => {
    const proposal = proposalFor(name, kind);
    return proposal === undefined ? [] : [{ name, kind, proposal }];
  });
  const rows = [...SLIP_FORMS, undefined].map((form) => {
    const own = answers.filter((answer) => form === undefined || answer.form === form);
    return {
      form: form ?? 'all',
      slips: own.length,
      right: own.filter(({ proposal, name }) => proposal === name).length,
      other: own.filter(({ proposal, name }) => proposal !== undefined && proposal !== name).length,
    };
  });
  const failed = answers.filter(({ proposal, name }) => proposal !== name);
  if (values.json) {
    print(
      JSON.stringify(
        { names: names.length, isExact: full.length > 0, rows, foreign: foreign.length, alarms, failed },
        undefined,
        1,
      ),
    );
    return 0;
  }
  print(
    `${names.length} names of the notes; ${slips.length} slips, seed ${values.seed}${full.length === 0 ? '; no full index: some may be words of the trees' : ''}`,
  );
  for (const { form, slips: count, right, other } of rows)
    print(
      `${form.padEnd(20)} ${String(count).padStart(5)}  right ${((100 * right) / Math.max(1, count)).toFixed(1).padStart(5)} %  other ${other}`,
    );
  print(`${foreign.length} names of others: ${alarms.length} proposals`);
  for (const { name, kind, proposal } of alarms) print(`  ${kind} ${name}: ${proposal}`);
  if (values.failures)
    for (const { name, kind, form, slip, proposal } of failed)
      print(`${form}: ${kind} ${slip} for ${name}: ${proposal ?? 'none'}`);
  return 0;
}

function fullIndexes(): readonly Inventory[] {
  return RELEASES.filter((release) => knownReleases().includes(release))
    .map((release) => openRelease(release).inventory)
    .filter(({ coverage }) => coverage === 'full');
}

/** Living names that other code can use, as the shipped notes write them, by name. */
function namesOfNotes(inventory: Inventory): readonly { readonly name: string; readonly kind: EntityKind }[] {
  const kinds = new Map<string, EntityKind>();
  for (const file of globSync('src/content/**/*.md', { cwd: ROOT }).sort()) {
    for (const [name] of readFileSync(join(ROOT, file), 'utf8').matchAll(RE_NAME)) {
      if (name.length < MIN_LENGTH || kinds.has(name) || !/[_\d]|[a-z][A-Z]/.test(name) || !inventory.hasName(name))
        continue;
      const best = RELEASES.flatMap((release) => inventory.candidates(name, release)).find(
        ({ kind, reasons }) => kind === 'config' || (CHECKED_KINDS.has(kind) && reasons.includes('public-header')),
      );
      const isExported = RELEASES.some((release) => inventory.lookup(name)?.facts[release]?.export !== undefined);
      if (best !== undefined) kinds.set(name, best.kind);
      else if (isExported && inventory.has(name, 'function')) kinds.set(name, 'function');
    }
  }
  return [...kinds].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function drawSlips(
  names: readonly { readonly name: string; readonly kind: EntityKind }[],
  count: number,
  seed: number,
  isWord: (word: string) => boolean,
): readonly Slip[] {
  const draw = createDraw(seed);
  const slips = new Map<string, Slip>();
  for (let tries = 0; slips.size < count && tries < count * 40; tries++) {
    const form = SLIP_FORMS[slips.size % SLIP_FORMS.length] ?? 'dropped letter';
    const { name = '', kind = 'function' } = names[draw(names.length)] ?? {};
    const slip = makeSlip(name, form, draw);
    if (slip !== undefined && !slips.has(slip) && !isWord(slip)) slips.set(slip, { name, kind, form, slip });
  }
  return [...slips.values()];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
