/**
 * Writes a corpus of made-up notes: about 600 words each, three code blocks, names out of some twenty thousand that are put together from
 * parts, links between notes. The same seed gives the same bytes. Names are drawn so that few are met everywhere and most are rare,
 * as in real notes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SUBSYSTEMS =
  'mm net blk fs usb pci irq sched tty snd drm i2c spi gpio rtc nvme scsi dma rcu cpu acpi clk hid input iommu mtd phy pwm hwmon xfs'.split(
    ' ',
  );
const VERBS =
  'alloc free get put init exit lock unlock map unmap read write submit queue wait wake register add del find walk flush reset start stop'.split(
    ' ',
  );
const NOUNS =
  'page buffer device queue node entry table group chain slot request event timer ring frame region cache list work domain state bus'.split(
    ' ',
  );
const WORDS =
  'the a an it this that when while after before because driver module kernel value pointer caller context memory device interrupt handler call returns holds takes needs must may never always only first last other same each one two both new old user space process reader writer order barrier path list table count size limit error code flag bit mask state data buffer copy page time delay clock event signal core thread'.split(
    ' ',
  );

export interface CorpusOptions {
  readonly count: number;
  readonly seed: number;
  /** Words of prose in a note, about. */
  readonly words?: number;
}

/** Numbers in [0, 1) that depend on the seed alone. */
type Random = () => number;

/** Writes `count` notes below `folder` in one folder a subsystem, and returns their paths relative to it, in order. */
export function makeCorpus(folder: string, { count, seed, words = 600 }: CorpusOptions): readonly string[] {
  const files = Array.from({ length: count }, (_, at) => fileOf(at));
  for (const [at, file] of files.entries()) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, writeNote(at, count, words, randomFrom(seed * 1_000_003 + at)));
  }
  return files;
}

function fileOf(at: number): string {
  return `${SUBSYSTEMS[at % SUBSYSTEMS.length]}/note-${String(at).padStart(5, '0')}.md`;
}

/** A linear congruential step whose high bits are mixed; enough for text that only has to be varied. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x45d9f3b) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

function pick(random: Random, from: readonly string[]): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

/** Squaring prefers the front of each list, so that some names are common. */
function pickCommon(random: Random, from: readonly string[]): string {
  return from[Math.floor(random() ** 2 * from.length)] ?? '';
}

function functionName(random: Random): string {
  const prefix = random() < 0.1 ? '__' : '';
  return `${prefix}${pick(random, SUBSYSTEMS)}_${pickCommon(random, VERBS)}_${pickCommon(random, NOUNS)}`;
}

function mention(random: Random): string {
  const chance = random();
  if (chance < 0.45) return `\`${functionName(random)}()\``;
  if (chance < 0.6) return `\`struct ${pick(random, SUBSYSTEMS)}_${pickCommon(random, NOUNS)}\``;
  if (chance < 0.7)
    return `\`CONFIG_${pick(random, SUBSYSTEMS).toUpperCase()}_${pickCommon(random, NOUNS).toUpperCase()}\``;
  if (chance < 0.8) return `\`linux/${pick(random, SUBSYSTEMS)}_${pickCommon(random, NOUNS)}.h\``;
  if (chance < 0.9) return `${functionName(random)}()`;
  return `\`${pickCommon(random, NOUNS)}->${pick(random, SUBSYSTEMS)}_${pickCommon(random, VERBS)}\``;
}

function sentence(random: Random, length: number): string {
  const words: string[] = [];
  for (let at = 0; at < length; at += 1) words.push(random() < 0.08 ? mention(random) : pick(random, WORDS));
  const text = words.join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function paragraph(random: Random, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0; left -= 12) sentences.push(sentence(random, Math.min(12, left)));
  return sentences.join(' ');
}

function codeInC(random: Random): string {
  const [name, helper, noun] = [functionName(random), functionName(random), pickCommon(random, NOUNS)];
  const type = `struct ${pick(random, SUBSYSTEMS)}_${noun}`;
  const lines = [
    `static int ${name}(${type} *${noun}, size_t count)`,
    '{',
    `\tint err = ${helper}(${noun}->lock, GFP_KERNEL);`,
    '',
    '\tif (err)',
    '\t\treturn -ENOMEM;',
    `\t/* ${sentence(random, 6)} */`,
    `\tfor (size_t i = 0; i < count; i++)`,
    `\t\t${functionName(random)}(&${noun}->${pick(random, NOUNS)}[i], 0x${Math.floor(random() * 4096).toString(16)});`,
    '\treturn 0;',
    '}',
  ];
  return `\`\`\`c\n${lines.join('\n')}\n\`\`\``;
}

function codeInShell(random: Random): string {
  const module = `${pick(random, SUBSYSTEMS)}_${pick(random, NOUNS)}`;
  return `\`\`\`sh\nmake -C /lib/modules/$(uname -r)/build M=$PWD modules\nsudo insmod ./${module}.ko debug=${Math.floor(random() * 8)}\ncat /sys/module/${module}/parameters/debug\n\`\`\``;
}

function codeOfLog(random: Random): string {
  const seconds = (random() * 1000).toFixed(6);
  return `\`\`\`\n[${seconds.padStart(12)}] ${pick(random, SUBSYSTEMS)}: ${functionName(random)}: ${sentence(random, 5)}\n[${seconds.padStart(12)}]  ${functionName(random)}+0x${Math.floor(random() * 256).toString(16)}/0x200\n\`\`\``;
}

function writeNote(at: number, count: number, words: number, random: Random): string {
  const other = fileOf(Math.floor(random() * count));
  const share = Math.ceil(words / 8);
  const parts = [
    `# ${functionName(random)} in ${SUBSYSTEMS[at % SUBSYSTEMS.length]}, part ${at}`,
    paragraph(random, share),
    `See also [another note](../${other}) and [its code](#code).`,
    '## Why',
    paragraph(random, share),
    paragraph(random, share),
    codeInC(random),
    '## Code',
    paragraph(random, share),
    Array.from({ length: 4 }, () => `- ${sentence(random, Math.ceil(share / 4))}`).join('\n'),
    codeInShell(random),
    '## In use',
    paragraph(random, share),
    random() < 0.3
      ? `| name | note |\n| --- | --- |\n${Array.from({ length: 4 }, () => `| ${mention(random)} | ${sentence(random, 5)} |`).join('\n')}`
      : paragraph(random, share),
    codeOfLog(random),
    paragraph(random, share),
  ];
  return `${parts.join('\n\n')}\n`;
}
