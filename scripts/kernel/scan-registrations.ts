/**
 * Names that C code registers by calls or strings: exports, parameters, sysctl entries, files under /proc, sections.
 * Found by words in the text, since most stand inside functions and tables that the declaration scanner skips.
 */
import type { EntityKind } from '../../src/model/entity.ts';
import { splitArguments } from './expand-macro.ts';

export interface SourceExport {
  readonly name: string;
  readonly isGpl: boolean;
  readonly namespace: string | undefined;
  readonly line: number;
  /** `EXPORT_TRACEPOINT_SYMBOL` and the like export names that they derive from this one. */
  readonly derived: 'none' | 'tracepoint' | 'static-call' | 'per-cpu';
}

export interface Registration {
  readonly kind: EntityKind;
  readonly name: string;
  readonly line: number;
  readonly signature: string | undefined;
  readonly within: string | undefined;
}

export interface RegistrationScan {
  readonly exports: readonly SourceExport[];
  readonly registrations: readonly Registration[];
}

const RE_CALL =
  /\b(?:(EXPORT_(?:PER_CPU_|TRACEPOINT_|STATIC_CALL_?)?(?:SYMBOL\w*|TRAMP\w*|GPL)?(?:_GPL|_NS\w*|_FOR_\w+|_SIMPLE)?)|(module_param\w*)|(__setup|__setup_param|early_param|core_param\w*)|(proc_create\w*|proc_mkdir)|(register_\w*sysctl\w*|DECLARE_SYSCTL_BASE|__register_sysctl\w*)|(__section|section))\s*\(/g;
const RE_TABLE_HEAD = /struct\s+ctl_table\s+(?:\w+\s+)?(\w+)\s*\[[^\]]*\]\s*(?:__\w+\s*)?=\s*\{/g;
const RE_PROCNAME = /\.procname\s*=\s*"([^"]+)"/g;
const RE_STRING = /^(?:KBUILD_MODNAME\s*)?"((?:[^"\\]|\\.)*)"/;
const RE_IDENTIFIER = /^[A-Za-z_]\w*$/;
const RE_WORTH_SCANNING = /EXPORT_|module_param|_param\(|__setup|proc_create|proc_mkdir|procname|section\(/;

/** Registrations of one file in order of lines. `path` names the module of a parameter. */
export function scanRegistrations(path: string, text: string): RegistrationScan {
  const exports: SourceExport[] = [];
  const registrations: Registration[] = [];
  if (!RE_WORTH_SCANNING.test(text)) return { exports, registrations };
  const lineAt = createLineCounter(text);
  const sysctlFolders = new Map<string, string>();
  const fileNamespace = /^#define\s+DEFAULT_SYMBOL_NAMESPACE\s+"?(\w+)"?/m.exec(text)?.[1];
  for (const match of text.matchAll(RE_CALL)) {
    if (isDefinition(text, match.index)) continue;
    const args = argumentsAt(text, match.index + match[0].length);
    if (args === undefined) continue;
    const line = lineAt(match.index);
    const first = args[0] ?? '';
    if (match[1] !== undefined) {
      if (RE_IDENTIFIER.test(first)) exports.push(exportOf(match[1], args, line, fileNamespace));
    } else if (match[2] !== undefined) {
      addParameter(registrations, match[2], args, path, line);
    } else if (match[3] !== undefined) {
      const name = match[3].startsWith('core') ? first : (RE_STRING.exec(first)?.[1] ?? '');
      pushNamed(registrations, 'parameter', name.replace(/=.*$/, ''), line, undefined, undefined);
    } else if (match[4] !== undefined) {
      const parent = args[match[4] === 'proc_mkdir' ? 1 : 2];
      const name = RE_STRING.exec(first)?.[1];
      if (name !== undefined && parent === 'NULL')
        pushNamed(registrations, 'path', `/proc/${name}`, line, undefined, undefined);
    } else if (match[5] !== undefined) {
      addSysctlFolder(sysctlFolders, match[5], args);
    } else if (match[6] !== undefined) {
      const name = RE_STRING.exec(first)?.[1]?.split(',')[0];
      if (name !== undefined && /^[.\w]+$/.test(name))
        pushNamed(registrations, 'section', name, line, undefined, undefined);
    }
  }
  addSysctls(registrations, text, sysctlFolders, lineAt);
  return { exports, registrations };
}

function exportOf(
  call: string,
  args: readonly string[],
  line: number,
  fileNamespace: string | undefined,
): SourceExport {
  const namespace = /_NS(?:_|$)/.test(call) ? (args[1] ?? '').replaceAll('"', '') : fileNamespace;
  const derived = call.includes('TRACEPOINT')
    ? 'tracepoint'
    : call.includes('STATIC_CALL')
      ? 'static-call'
      : call.includes('PER_CPU')
        ? 'per-cpu'
        : 'none';
  return { name: args[0] ?? '', isGpl: call.includes('GPL') || call.includes('_FOR_'), namespace, line, derived };
}

function addParameter(out: Registration[], call: string, args: readonly string[], path: string, line: number): void {
  const name = args[0] ?? '';
  if (!RE_IDENTIFIER.test(name)) return;
  const module = (path.split('/').at(-1) ?? '').replace(/\.c$/, '').replaceAll('-', '_');
  const type = /named/.test(call) ? args[2] : /_(?:cb|call|string|hw\w*)$/.test(call) ? undefined : args[1];
  out.push({ kind: 'parameter', name, line, signature: type, within: module });
}

function addSysctlFolder(folders: Map<string, string>, call: string, args: readonly string[]): void {
  if (call === 'DECLARE_SYSCTL_BASE') {
    folders.set(args[1] ?? '', args[0] ?? '');
    return;
  }
  const at = args.findIndex((argument) => RE_STRING.test(argument));
  const folder = RE_STRING.exec(args[at] ?? '')?.[1];
  const table = args[at + 1];
  if (folder !== undefined && table !== undefined) folders.set(table.replace(/^&/, '').replace(/\[0\]$/, ''), folder);
}

function addSysctls(
  out: Registration[],
  text: string,
  folders: ReadonlyMap<string, string>,
  lineAt: (offset: number) => number,
): void {
  if (!text.includes('procname')) return;
  const tables = [...text.matchAll(RE_TABLE_HEAD)].map((match) => ({ at: match.index, name: match[1] ?? '' }));
  for (const match of text.matchAll(RE_PROCNAME)) {
    const name = match[1] ?? '';
    const table = tables.filter(({ at }) => at < match.index).at(-1)?.name;
    const folder = table === undefined ? undefined : folders.get(table);
    const line = lineAt(match.index);
    pushNamed(
      out,
      'parameter',
      name,
      line,
      undefined,
      folder === undefined ? 'sysctl' : `sysctl ${folder.replaceAll('/', '.')}`,
    );
    if (folder !== undefined) pushNamed(out, 'path', `/proc/sys/${folder}/${name}`, line, undefined, undefined);
  }
}

function pushNamed(
  out: Registration[],
  kind: EntityKind,
  name: string,
  line: number,
  signature: string | undefined,
  within: string | undefined,
): void {
  if (/^[\w./+-]{2,100}$/.test(name)) out.push({ kind, name, line, signature, within });
}

/** A call inside `#define NAME(…)` of the same word is its definition, not a use. */
function isDefinition(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  return /^\s*#\s*define\s+$|^\s*\*/.test(text.slice(lineStart, at));
}

/** Arguments of the call whose list opens right before `from`; `undefined` when it does not close within 2,000 characters. */
function argumentsAt(text: string, from: number): readonly string[] | undefined {
  let depth = 1;
  const limit = Math.min(text.length, from + 2000);
  for (let at = from; at < limit; at++) {
    const char = text[at];
    if (char === '"') {
      at++;
      while (at < limit && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return splitArguments(text.slice(from, at));
  }
  return undefined;
}

/** Line of an offset, for offsets that mostly grow. */
function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    if (offset < counted) {
      line = 1;
      counted = 0;
    }
    for (let next = text.indexOf('\n', counted); next !== -1 && next < offset; next = text.indexOf('\n', counted)) {
      counted = next + 1;
      line++;
    }
    return line;
  };
}
