import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { createInventory, type Inventory } from './inventory.ts';
import { type InventoryAbout, PackedInventory } from './packed-inventory.ts';
import type { KernelKnowledge } from './status.ts';
import { outsideNamesSchema, successionsSchema } from './successions.ts';

/** Opens the inventory of a folder; its tables are read when they are first asked. Throws when the folder has none. */
export function openInventory(dir: string): Inventory {
  return createInventory(openPackedInventory(dir));
}

/** The same without the derived look-ups, for commands that walk over all names. */
export function openPackedInventory(dir: string): PackedInventory {
  const aboutFile = join(dir, 'about.json');
  if (!existsSync(aboutFile)) {
    throw new Error(`No kernel inventory in ${dir}; "npm run kernel -- fetch 6.1 6.12" makes one`);
  }
  const about: InventoryAbout = JSON.parse(readFileSync(aboutFile, 'utf8'));
  if (about.version !== 1) throw new Error(`${aboutFile}: expected version 1, found ${String(about.version)}`);
  let names: Buffer | undefined;
  const part = (name: string): Uint8Array => unpack(readFileSync(join(dir, name)));
  return new PackedInventory({
    about,
    chunk(index) {
      names ??= readFileSync(join(dir, 'names.bin'));
      const { offset, length } = about.chunks[index] ?? { offset: 0, length: 0 };
      return unpack(names.subarray(offset, offset + length));
    },
    files: () => part('files.bin'),
    texts: () => part('texts.bin'),
    words: () => part('words.bin'),
    left: () => part('left.bin'),
    near: () => part('near.bin'),
    wordList: () => {
      if (!existsSync(join(dir, 'word-list.bin')))
        throw new Error(
          `${dir} was indexed before words were kept; run "npm run kernel -- fetch ${about.releases.join(' ')}" again`,
        );
      return part('word-list.bin');
    },
    // An index made before documents were read has no such file.
    documentParts: () =>
      existsSync(join(dir, 'docs.bin')) ? JSON.parse(Buffer.from(part('docs.bin')).toString('utf8')) : [],
  });
}

/** In pieces as large as a chunk: a hundred small ones of each cost as much time again. */
function unpack(bytes: Uint8Array): Uint8Array {
  return brotliDecompressSync(bytes, { chunkSize: 1 << 20 });
}

/** `successions.json` and `outside.json` of a folder. Throws a readable error where an editor broke one of them. */
export function openKnowledge(dir: string): KernelKnowledge {
  return {
    successions: readData(join(dir, 'successions.json'), successionsSchema),
    outside: readData(join(dir, 'outside.json'), outsideNamesSchema),
  };
}

function readData<Value>(file: string, schema: z.ZodType<Value>): Value {
  const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`, { cause: result.error });
  return result.data;
}
