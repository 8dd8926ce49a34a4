/** A file of an archive; `path` is relative, with `/`. */
export interface ArchiveFile {
  readonly path: string;
  readonly text: string;
}

const BLOCK = 512;
/** Longest path, in bytes, that a plain header of the format holds. */
const MOST_PATH_BYTES = 100;

/**
 * The files as a `ustar` archive below the folder `name`: owned by nobody in particular, of no time (0), so that the same files are the same
 * bytes on every machine. Files with a first line `#!` may be run. Throws when a path is longer than the format holds.
 */
export function packArchive(name: string, files: readonly ArchiveFile[]): Uint8Array {
  const encoder = new TextEncoder();
  const blocks = files.flatMap(({ path, text }) => {
    const bytes = encoder.encode(text);
    const padding = new Uint8Array((BLOCK - (bytes.length % BLOCK)) % BLOCK);
    return [makeHeader(`${name}/${path}`, bytes.length, text.startsWith('#!')), bytes, padding];
  });
  return Buffer.concat([...blocks, new Uint8Array(2 * BLOCK)]);
}

function makeHeader(path: string, size: number, isProgram: boolean): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(path) > MOST_PATH_BYTES) throw new Error(`the path ${path} is too long for an archive`);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  header.write(path, 0);
  header.write(isProgram ? '0000755' : '0000644', 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar', 257);
  header.write('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148);
  return header;
}
