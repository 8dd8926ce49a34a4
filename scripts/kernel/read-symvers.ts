/** What Module.symvers says of one exported name. */
export interface SymversEntry {
  readonly name: string;
  readonly isGpl: boolean;
  readonly namespace: string | undefined;
  /** `vmlinux`, or the name of the module that exports. */
  readonly module: string;
}

/** Entries in the order of the file. Throws on a line without its five columns, naming it. */
export function readSymvers(text: string): readonly SymversEntry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const [, name, path, type, namespace] = line.split('\t');
      if (name === undefined || path === undefined || type === undefined || namespace === undefined) {
        throw new Error(`Module.symvers:${index + 1}: expected five columns, found "${line}"`);
      }
      const module = (path.split('/').at(-1) ?? path).replaceAll('-', '_');
      return { name, isGpl: type.includes('GPL'), namespace: namespace === '' ? undefined : namespace, module };
    });
}
