import type { OpenCatalogue } from './open-catalogue.ts';

const PREFIXES = ['', '[   12.345678] ', 'demo.c:12:3: '];
/** Of how many words one is taken: enough of each kind of work, and no more. */
const EVERY = 3;

/**
 * Lines such as logs have: messages of the catalogue with a number in every hole, once as they are, once with their words among
 * others, and what stands between. To explain them changes nothing, but an engine that has done it does it faster afterwards.
 */
export function* rehearsalLines({ uses }: OpenCatalogue): Generator<string> {
  for (const [index, { confirms }] of uses.entries()) {
    if (index % EVERY !== 0) continue;
    for (const { variant, words } of confirms) {
      const prefix = PREFIXES[(index / EVERY) % PREFIXES.length] ?? '';
      const parts = variant.lines[0]?.parts ?? [];
      yield `${prefix}${parts.map((part) => (typeof part === 'string' ? part : '7')).join('')}`;
      yield `${prefix}${words.join(' demo  ')} 'demo_work' failed`;
      yield `  CC [M]  drivers/demo/demo_${index}.o`;
    }
  }
}
