import { drawChoosingLock } from './choosing-lock.ts';
import type { Picture } from './draw.ts';
import { drawInterruptHalves } from './interrupt-halves.ts';
import { drawModuleLoad } from './module-load.ts';
import { drawPageToDma } from './page-to-dma.ts';
import { drawRcuGracePeriod } from './rcu-grace-period.ts';
import { drawReadPath } from './read-path.ts';
import { drawSleeping } from './sleeping.ts';

/** Every picture by the name under which a note asks for it: `![Caption](picture:rcu-grace-period)`. */
const PICTURES: Readonly<Record<string, () => Picture>> = {
  'choosing-a-lock': drawChoosingLock,
  'interrupt-halves': drawInterruptHalves,
  'module-load': drawModuleLoad,
  'page-to-dma': drawPageToDma,
  'rcu-grace-period': drawRcuGracePeriod,
  'read-path': drawReadPath,
  'who-may-sleep': drawSleeping,
};

/** Names of all pictures, sorted. */
export const PICTURE_NAMES: readonly string[] = Object.keys(PICTURES).sort();

/** The picture of that name; `undefined` when there is none. */
export function findPicture(name: string): Picture | undefined {
  return Object.hasOwn(PICTURES, name) ? PICTURES[name]?.() : undefined;
}
