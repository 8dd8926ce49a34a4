import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `6.13.0-rc2` as the makefile at the root of a kernel tree has it; `undefined` where there is none or it names no version. */
export function readTreeVersion(treeDir: string): string | undefined {
  const file = join(treeDir, 'Makefile');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'latin1');
  const read = (name: string) => new RegExp(`^${name}[ \\t]*=[ \\t]*(\\S*)`, 'm').exec(text)?.[1];
  const version = read('VERSION');
  const patchLevel = read('PATCHLEVEL');
  if (!version || !patchLevel) return undefined;
  return `${version}.${patchLevel}.${read('SUBLEVEL') || '0'}${read('EXTRAVERSION') ?? ''}`;
}
