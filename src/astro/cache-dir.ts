import { resolve } from 'node:path';
import { PROJECT_DIR } from '../site.ts';

/** Folder of everything that a build may throw away and make again. */
export const CACHE_DIR = resolve(PROJECT_DIR, 'node_modules/.astro/kernel-notes');
/** Folder of what is compiled from the project's own sources, whatever the notes: beside the compiled code that Node keeps. */
export const PROGRAMS_DIR = resolve(PROJECT_DIR, 'node_modules/.cache/kernel-notes');
