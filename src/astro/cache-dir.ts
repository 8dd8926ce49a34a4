import { resolve } from 'node:path';
import { PROJECT_DIR } from '../site.ts';

/** Folder of everything that a build may throw away and make again. */
export const CACHE_DIR = resolve(PROJECT_DIR, 'node_modules/.astro/kernel-notes');
