import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that the lab calls, and the Debian package that has it. */
interface Tool {
  readonly command: string;
  readonly package: string;
  /** Without it nothing can be built or booted. */
  readonly isNeeded: boolean;
}

const TOOLS: readonly Tool[] = [
  { command: 'gcc', package: 'gcc', isNeeded: true },
  { command: 'make', package: 'make', isNeeded: true },
  { command: 'dpkg', package: 'dpkg', isNeeded: true },
  { command: 'cpio', package: 'cpio', isNeeded: true },
  { command: 'pahole', package: 'pahole', isNeeded: true },
  { command: 'busybox', package: 'busybox-static', isNeeded: true },
  { command: 'qemu-system-x86_64', package: 'qemu-system-x86', isNeeded: true },
  { command: 'sparse', package: 'sparse', isNeeded: false },
];

export interface ToolReport {
  /** Absolute path by command, of those that are there. */
  readonly paths: Readonly<Record<string, string>>;
  /** Debian packages of tools that are needed and not there. */
  readonly missing: readonly string[];
  /** Debian packages of tools that would be used if they were there. */
  readonly wished: readonly string[];
}

/** Looks for the lab's tools in `path`, by default `PATH` and the folders of the administrator's tools. */
export function findTools(
  path: string = `${process.env['PATH'] ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`,
): ToolReport {
  const found = TOOLS.map((tool) => ({ tool, place: locate(tool.command, path) }));
  const absent = found.filter(({ place }) => place === undefined).map(({ tool }) => tool);
  return {
    paths: Object.fromEntries(found.flatMap(({ tool, place }) => (place === undefined ? [] : [[tool.command, place]]))),
    missing: absent.filter((tool) => tool.isNeeded).map((tool) => tool.package),
    wished: absent.filter((tool) => !tool.isNeeded).map((tool) => tool.package),
  };
}

function locate(command: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
