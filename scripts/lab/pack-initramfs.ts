import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A case in the guest: what goes into its folder there. */
export interface GuestCase {
  readonly name: string;
  /** Modules, scripts and programs, absolute paths. */
  readonly files: readonly string[];
}

/**
 * Makes the guest's root below `dir` (emptied first): busybox, the script as `/init`, a folder a case. Returns the path
 * of the packed archive. Throws when cpio fails.
 */
export function packInitramfs(dir: string, busybox: string, init: string, cases: readonly GuestCase[]): string {
  const root = join(dir, 'root');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'bin'), { recursive: true });
  copyFileSync(busybox, join(root, 'bin', 'busybox'));
  writeFileSync(join(root, 'init'), init);
  for (const name of ['bin/busybox', 'init']) chmodSync(join(root, name), 0o755);
  for (const { name, files } of cases) {
    const folder = join(root, 'case', name);
    mkdirSync(folder, { recursive: true });
    for (const file of files) cpSync(file, join(folder, basename(file)));
  }
  const archive = join(dir, 'initramfs.gz');
  execFileSync('sh', ['-c', 'find . | cpio -o -H newc --quiet | gzip -1 > "$1"', 'sh', archive], { cwd: root });
  rmSync(root, { recursive: true, force: true });
  return archive;
}
