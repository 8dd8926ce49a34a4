import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WORK_ROOT } from './places.ts';

/** Removes what a lab left behind that was killed: the folders below `root` that are named for a process that is gone. */
export function removeLeftovers(root: string = WORK_ROOT): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root))
    if (/^\d+$/.test(name) && !isRunning(Number(name))) rmSync(join(root, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
