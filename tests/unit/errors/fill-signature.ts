import type { Variant } from '../../../src/errors/signature.ts';

/** Texts for the holes of a signature, by type. A hole without one gets the value of `word`. */
export type HoleValues = Readonly<Record<string, string>>;

/** Two sets that share no value: whatever varies in a message differs between them. */
export const FIRST_VALUES: HoleValues = {
  path: '/home/user/modules/demo.ko',
  file: 'demo.ko',
  line: '127',
  sym: 'demo_probe',
  module: 'demo',
  hex: '0x1b',
  addr: 'ffff888012345678',
  num: '2',
  pid: '96',
  comm: 'insmod',
  dev: '0000:00:1f.2',
  version: '6.1.0-56-amd64',
  ret: '-22',
  word: 'demo-word',
  text: 'some text of it',
};
export const SECOND_VALUES: HoleValues = {
  path: 'drivers/net/ethernet/other.o',
  file: 'other-name_2.o',
  line: '4099',
  sym: '__x64_sys_other.isra.0',
  module: 'other_mod-9',
  hex: 'deadbeef',
  addr: '0000000000000010',
  num: '-110',
  pid: '31337',
  comm: 'kworker/u8:3+events',
  dev: 'nvme0n1',
  version: '6.12.117+deb12-amd64',
  ret: 'EIO',
  word: '1234',
  text: 'quite another, longer phrase (with things)',
};

/** The message as it would be printed: every hole of the variant filled, lines joined by line breaks. */
export function fillVariant(variant: Variant, values: HoleValues): string {
  return variant.lines
    .map(({ parts }) =>
      parts.map((part) => (typeof part === 'string' ? part : (values[part.type] ?? values.word))).join(''),
    )
    .join('\n');
}
