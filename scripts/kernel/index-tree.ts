/**
 * All names of one kernel tree, with every definition of each.
 *
 * Public headers are scanned first, because calls of their macros define names elsewhere (`DEFINE_MUTEX(x)`,
 * `PAGEFLAG(Dirty, …)`): such calls are expanded and what comes out is scanned again.
 * Register tables that were generated for graphics cards are left out, since they would be half of all names; programs
 * under tools/ are no kernel code and only lend their words.
 */
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { classifyPath, isPublicHeader } from '../../src/kernel/classify-path.ts';
import type { DocumentPart } from '../../src/kernel/find-document.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import { CandidateStore, FLAG_DECLARATION, FLAG_DOCUMENTED, FLAG_MADE_BY_MACRO, FLAG_OFF } from './candidate-store.ts';
import { type ConditionEvaluator, createConditionEvaluator, FALSE, TRUE } from './evaluate-condition.ts';
import { expandMacro, splitArguments } from './expand-macro.ts';
import { OccurringWords } from './occurring-words.ts';
import type { SymversEntry } from './read-symvers.ts';
import { scanAssembler } from './scan-assembler.ts';
import { type CScan, type Definition, type Invocation, type MacroBody, scanC } from './scan-c.ts';
import { scanDocument } from './scan-documents.ts';
import { scanKconfig } from './scan-kconfig.ts';
import { MakefileIndex } from './scan-makefiles.ts';
import { type SourceExport, scanRegistrations } from './scan-registrations.ts';

const SYMVERS_FILE = 'Module.symvers';
const MAX_EXPANSION_DEPTH = 6;
const RE_REGISTER_TABLES = /^drivers\/gpu\/drm\/(?:amd\/include\/|nouveau\/include\/)/;
/** Copies in other languages, and the guide that shows the directives without meaning them. */
const RE_NO_DOCUMENT = /^Documentation\/(?:translations|doc-guide)\//;
const RE_ERRNO_FILE = /^include\/(?:linux\/errno\.h|uapi\/asm-generic\/errno(?:-base)?\.h)$/;
const RE_LINKER_SCRIPT = /(?:vmlinux\.lds\.[hS]|module\.lds\.S)$/;
const RE_SYSCALL_MACRO = /^(COMPAT_)?SYSCALL_DEFINE(\d|_MAYBE)\w*$/;
const RE_TRACE_MACRO = /^(?:TRACE_EVENT\w*|DEFINE_EVENT\w*|DECLARE_TRACE\w*)$/;

export interface TreeInput {
  readonly release: string;
  readonly treeDir: string;
  /** `CONFIG_X` to value; without it no branch of a condition ranks lower for being off. */
  readonly config?: ReadonlyMap<string, string> | undefined;
  readonly symvers?: readonly SymversEntry[] | undefined;
  /** Folder of a headers package whose `include/generated` and `arch/x86/include/generated` belong to the tree. */
  readonly generatedDir?: string | undefined;
  readonly packageVersion: string;
}

export interface NameExport {
  readonly isGpl: boolean;
  readonly namespace: string | undefined;
  /** Absent when only the source exports the name, not the configuration that was built. */
  readonly module: string | undefined;
}

export interface TreeIndex {
  readonly release: string;
  readonly packageVersion: string;
  /** All files, sorted by code units, as paths in the tree. */
  readonly files: readonly string[];
  readonly store: CandidateStore;
  readonly exports: ReadonlyMap<string, NameExport>;
  /** `name\nfile` of every export in the source. */
  readonly exportPlaces: ReadonlySet<string>;
  readonly makefiles: MakefileIndex;
  readonly words: OccurringWords;
  readonly documentParts: readonly DocumentPart[];
}

/** Reads the whole tree. About a minute of CPU for a kernel. */
export function indexTree(input: TreeInput): TreeIndex {
  return new TreeIndexer(input).run();
}

class TreeIndexer {
  private readonly input: TreeInput;
  private readonly conditions: ConditionEvaluator;
  private readonly store = new CandidateStore();
  private readonly words = new OccurringWords();
  private readonly makefiles: MakefileIndex;
  private readonly publicMacros = new Map<string, MacroBody>();
  private readonly privateMacros = new Map<string, MacroBody | undefined>();
  private readonly deferred: { readonly fileIndex: number; readonly call: Invocation }[] = [];
  private readonly exports = new Map<string, NameExport>();
  private readonly exportPlaces = new Set<string>();
  private files: readonly string[] = [];
  private readonly generated = new Set<string>();
  private readonly tristates = new Set<string>();
  private readonly reader = new FileReader();
  private readonly documentParts: DocumentPart[] = [];

  constructor(input: TreeInput) {
    this.input = input;
    this.conditions = createConditionEvaluator(input.config);
    this.makefiles = new MakefileIndex(input.config);
  }

  run(): TreeIndex {
    this.files = this.listFiles();
    const isFirst = (path: string) => path.endsWith('.h') && isPublicHeader(classifyPath(path));
    for (const wanted of [true, false]) {
      this.files.forEach((path, index) => {
        if (isFirst(path) === wanted) this.readFile(path, index);
      });
    }
    for (const { fileIndex, call } of this.deferred) {
      const macro = this.privateMacros.get(call.macro);
      if (macro !== undefined) this.expand(fileIndex, macro, call, new Map(), 0);
    }
    for (const { name, makefile, line, guard } of this.makefiles.modules) {
      if (guard !== 'm' && !this.tristates.has(guard)) continue;
      const signature = guard.startsWith('CONFIG_') ? guard : undefined;
      this.addPlain('module', name, this.indexOfFile(makefile), line, signature);
    }
    this.addBuildNames();
    for (const { name, file, line } of this.makefiles.definedMacros)
      this.addPlain('macro', name, this.indexOfFile(file), line, undefined);
    for (const { name, isGpl, namespace, module } of this.input.symvers ?? []) {
      this.exports.set(name, { isGpl, namespace, module });
      if (!this.store.hasName(name)) this.addUnlocated(name);
    }
    const { release, packageVersion } = this.input;
    const { store, exports, exportPlaces, makefiles, words, files, documentParts } = this;
    return { release, packageVersion, files, store, exports, exportPlaces, makefiles, words, documentParts };
  }

  private listFiles(): readonly string[] {
    const { treeDir, generatedDir } = this.input;
    const files = listTree(treeDir, '');
    if (generatedDir !== undefined) {
      for (const folder of ['include/generated', 'arch/x86/include/generated']) {
        for (const path of listTree(generatedDir, folder)) this.generated.add(path);
      }
    }
    const symvers = this.input.symvers === undefined ? [] : [SYMVERS_FILE];
    return [...new Set([...files, ...this.generated, ...symvers])].sort();
  }

  private readFile(path: string, fileIndex: number): void {
    if (path === SYMVERS_FILE || path === 'include/generated/autoconf.h') return;
    const base = path.slice(path.lastIndexOf('/') + 1);
    const isC = /\.[ch]$/.test(base);
    const isText =
      isC ||
      /\.(?:S|rst|txt|tbl|py|pl|sh|rs|dts|dtsi|yaml|lds)$/.test(base) ||
      /^(?:Kconfig|Kbuild|Makefile)/.test(base);
    if (!isText && !path.startsWith('scripts/') && !path.startsWith('Documentation/ABI/')) return;
    const root = this.generated.has(path) ? (this.input.generatedDir ?? '') : this.input.treeDir;
    const source = this.reader.read(join(root, path));
    if (RE_REGISTER_TABLES.test(path)) return;
    this.words.addText(source);
    if (path.startsWith('tools/')) return;
    if (isC) this.readC(path, fileIndex, source);
    else if (base.endsWith('.S')) this.readAssembler(path, fileIndex, source.toString('latin1'));
    else if (base.startsWith('Kconfig')) this.readKconfig(fileIndex, source.toString('latin1'));
    else if (/^(?:Makefile|Kbuild)/.test(base)) this.makefiles.add(path, source.toString('latin1'));
    else if (path.startsWith('Documentation/')) this.readDocument(path, fileIndex, source);
    else if (path.endsWith('syscall_64.tbl') && path.startsWith('arch/x86/'))
      this.readSyscallTable(fileIndex, source.toString('latin1'));
    if (RE_LINKER_SCRIPT.test(path)) this.readLinkerScript(fileIndex, source.toString('latin1'));
  }

  private readC(path: string, fileIndex: number, source: Buffer): void {
    const isPublic = isPublicHeader(classifyPath(path));
    const scan = scanC(source, this.conditions, { memberStructs: true, allMacroBodies: isPublic });
    this.addScan(fileIndex, scan, isPublic, RE_ERRNO_FILE.test(path));
    const text = source.toString('latin1');
    const { exports, registrations } = scanRegistrations(path, text);
    for (const found of exports) this.addExport(path, fileIndex, found);
    for (const { kind, name, line, signature, within } of registrations) {
      this.store.add({ name, kind, form: 'plain', fileIndex, line, flags: 0, signature, within });
    }
    if (RE_LINKER_SCRIPT.test(path)) this.readLinkerScript(fileIndex, text);
  }

  private addScan(fileIndex: number, scan: CScan, isPublic: boolean, hasErrnos: boolean): void {
    const isArchHeader = this.files[fileIndex]?.startsWith('arch/x86/include/') === true;
    for (const definition of scan.definitions) {
      if (isArchHeader && definition.truth !== FALSE) this.conditions.noteArchMacro(definition.name);
      const isPrivateField = definition.kind === 'field' && !isPublic;
      this.addDefinition(fileIndex, isPrivateField ? { ...definition, signature: undefined } : definition, 0);
      if (hasErrnos && /^E[A-Z0-9]+$/.test(definition.name) && definition.kind === 'macro') {
        this.addDefinition(fileIndex, { ...definition, kind: 'errno' }, 0);
      }
    }
    const local = new Map<string, MacroBody>();
    for (const macro of scan.macros) {
      if (macro.truth !== FALSE || !local.has(macro.name)) local.set(macro.name, macro);
      if (isPublic) this.addFixedNames(fileIndex, macro);
      if (isPublic) {
        const known = this.publicMacros.get(macro.name);
        if (known === undefined || (known.truth === FALSE && macro.truth !== FALSE))
          this.publicMacros.set(macro.name, macro);
      } else {
        this.privateMacros.set(macro.name, this.privateMacros.has(macro.name) ? undefined : macro);
      }
    }
    for (const call of scan.invocations) this.readInvocation(fileIndex, call, local);
  }

  /** Functions that a macro defines under the same name wherever it is called, such as `__inittest` of `module_init`. */
  private addFixedNames(fileIndex: number, { body, parameters, line, truth }: MacroBody): void {
    if (!/^[\s\\]*static\b/.test(body)) return;
    const text = body.replace(/\\\r?\n/g, ' ');
    const scan = scanC(Buffer.from(text, 'latin1'), this.conditions, { memberStructs: false, allMacroBodies: false });
    for (const definition of scan.definitions) {
      const { name, kind, isDeclaration } = definition;
      const isMade = parameters.includes(name) || new RegExp(`##\\s*${name}\\b|\\b${name}\\s*##`).test(text);
      if (kind === 'function' && !isDeclaration && !isMade)
        this.addDefinition(fileIndex, { ...definition, line, truth }, FLAG_MADE_BY_MACRO);
    }
  }

  private addDefinition(fileIndex: number, definition: Definition, extraFlags: number): void {
    const { name, kind, form, line, signature, within, truth, isDeclaration, isDocumented } = definition;
    let flags = extraFlags;
    if (truth === FALSE) flags |= FLAG_OFF;
    if (isDeclaration) flags |= FLAG_DECLARATION;
    if (isDocumented) flags |= FLAG_DOCUMENTED;
    this.store.add({ name, kind, form, fileIndex, line, flags, signature, within: within === '' ? undefined : within });
  }

  private readInvocation(fileIndex: number, call: Invocation, local: ReadonlyMap<string, MacroBody>): void {
    const macro = local.get(call.macro) ?? this.publicMacros.get(call.macro);
    if (RE_SYSCALL_MACRO.test(call.macro)) this.addSyscall(fileIndex, call);
    else if (RE_TRACE_MACRO.test(call.macro)) this.addTracepoint(fileIndex, call);
    else if (macro !== undefined) this.expand(fileIndex, macro, call, local, 0);
    else this.deferred.push({ fileIndex, call });
  }

  private expand(
    fileIndex: number,
    macro: MacroBody,
    call: Invocation,
    local: ReadonlyMap<string, MacroBody>,
    depth: number,
  ): void {
    const text = expandMacro(macro, call.argumentList);
    if (text === undefined || text.length > 8000) return;
    const scan = scanC(Buffer.from(call.hasBody ? `${text} {}` : `${text};`, 'latin1'), this.conditions, {
      memberStructs: false,
      allMacroBodies: false,
    });
    for (const definition of scan.definitions) {
      if (definition.kind === 'macro' && definition.form !== 'enumerator') continue;
      const truth = call.truth === FALSE ? FALSE : TRUE;
      this.addDefinition(fileIndex, { ...definition, line: call.line, truth }, FLAG_MADE_BY_MACRO);
    }
    if (depth >= MAX_EXPANSION_DEPTH) return;
    for (const inner of scan.invocations.slice(0, 64)) {
      const next = local.get(inner.macro) ?? this.publicMacros.get(inner.macro) ?? this.privateMacros.get(inner.macro);
      const nested = { ...inner, line: call.line, truth: call.truth };
      if (RE_TRACE_MACRO.test(inner.macro)) this.addTracepoint(fileIndex, nested);
      else if (next !== undefined && next !== macro) this.expand(fileIndex, next, nested, local, depth + 1);
    }
  }

  private addSyscall(fileIndex: number, call: Invocation): void {
    const args = splitArguments(call.argumentList);
    const name = args[0] ?? '';
    if (!/^\w+$/.test(name)) return;
    const parameters: string[] = [];
    for (let index = 1; index + 1 < args.length; index += 2) {
      const type = args[index] ?? '';
      parameters.push(`${type}${type.endsWith('*') ? '' : ' '}${args[index + 1]}`);
    }
    const list = parameters.length === 0 ? 'void' : parameters.join(', ');
    const flags = call.truth === FALSE ? FLAG_OFF : 0;
    const isCompat = call.macro.startsWith('COMPAT_');
    const made = isCompat ? `compat_sys_${name}` : `sys_${name}`;
    const row = { form: 'plain', fileIndex, line: call.line } as const;
    if (!isCompat) this.store.add({ ...row, name, kind: 'syscall', flags, signature: `long ${name}(${list})` });
    const signature = `long ${made}(${list})`;
    this.store.add({ ...row, name: made, kind: 'function', flags: flags | FLAG_MADE_BY_MACRO, signature });
  }

  private addTracepoint(fileIndex: number, call: Invocation): void {
    const args = splitArguments(call.argumentList);
    const name = args[call.macro.startsWith('DEFINE_EVENT') ? 1 : 0] ?? '';
    if (!/^\w+$/.test(name)) return;
    const prototype = args.find((argument) => /^(?:TP_PROTO|PARAMS)\s*\(/.test(argument));
    const list = prototype === undefined ? undefined : prototype.replace(/^\w+\s*\(/, '').replace(/\)$/, '');
    const flags = FLAG_MADE_BY_MACRO | (call.truth === FALSE ? FLAG_OFF : 0);
    const made = `trace_${name}`;
    const signature = list === undefined ? undefined : `void ${made}(${list})`;
    this.store.add({ name: made, kind: 'function', form: 'inline', fileIndex, line: call.line, flags, signature });
  }

  private addExport(path: string, fileIndex: number, found: SourceExport): void {
    const names = derivedNames(found);
    for (const [name, kind] of names) {
      this.exportPlaces.add(`${name}\n${path}`);
      if (!this.exports.has(name)) {
        const namespace = found.namespace === undefined ? undefined : detach(found.namespace);
        this.exports.set(detach(name), { isGpl: found.isGpl, namespace, module: undefined });
      }
      if (kind !== undefined) {
        this.store.add({ name, kind, form: 'plain', fileIndex, line: found.line, flags: FLAG_MADE_BY_MACRO });
      }
    }
  }

  private readAssembler(path: string, fileIndex: number, text: string): void {
    for (const { name, line, isData } of scanAssembler(text)) {
      const kind = isData ? 'variable' : 'function';
      this.store.add({ name, kind, form: 'assembler', fileIndex, line, flags: 0 });
    }
    for (const match of text.matchAll(/^[ \t]*EXPORT_SYMBOL(_GPL)?\s*\((\w+)\)/gm)) {
      const name = match[2] ?? '';
      this.exportPlaces.add(`${name}\n${path}`);
      if (!this.exports.has(name))
        this.exports.set(detach(name), { isGpl: match[1] !== undefined, namespace: undefined, module: undefined });
    }
    this.addSections(fileIndex, text, /\.(?:push)?section\s+\\?"?([.\w]+)/g);
  }

  private readLinkerScript(fileIndex: number, text: string): void {
    this.addSections(fileIndex, text, /(?<![\w.])(\.[a-z][\w.]*\w|__[a-z]\w+)(?=\s*(?:\d\s*)?:|[\s*]*\))/g);
  }

  private addSections(fileIndex: number, text: string, pattern: RegExp): void {
    const seen = new Set<string>();
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      if (seen.has(name)) continue;
      seen.add(name);
      this.addPlain('section', name, fileIndex, text.slice(0, match.index).split('\n').length, undefined);
    }
  }

  private readKconfig(fileIndex: number, text: string): void {
    for (const { name, line, type, prompt } of scanKconfig(text)) {
      if (type === 'tristate') this.tristates.add(name);
      const signature = prompt === undefined ? type : `${type ?? ''} "${prompt}"`.trim();
      this.addPlain('config', name, fileIndex, line, signature);
    }
  }

  private readSyscallTable(fileIndex: number, text: string): void {
    text.split('\n').forEach((content, index) => {
      const match = /^\d+\s+(?:common|64)\s+(\w+)/.exec(content);
      if (match?.[1] !== undefined) this.addPlain('syscall', match[1], fileIndex, index + 1, undefined);
    });
  }

  private readDocument(path: string, fileIndex: number, source: Buffer): void {
    if (path.endsWith('.rst') && !RE_NO_DOCUMENT.test(path)) {
      for (const part of scanDocument(path, source.toString('latin1'))) this.documentParts.push(part);
    }
    const isAbi = path.startsWith('Documentation/ABI/');
    if (!isAbi && path !== 'Documentation/admin-guide/kernel-parameters.txt') return;
    const pattern = isAbi ? /^(?:What:\s*|\s+)(\/(?:sys|proc|dev)\/\S+)\s*$/ : /^\t([a-zA-Z][\w.-]*)(?:=|\t|$)/;
    source
      .toString('latin1')
      .split('\n')
      .forEach((content, index) => {
        const name = pattern.exec(content)?.[1];
        if (name !== undefined) this.addPlain(isAbi ? 'path' : 'parameter', name, fileIndex, index + 1, undefined);
      });
  }

  /** An export that no scan could place stands in the list of exports itself. */
  private addUnlocated(name: string): void {
    const fileIndex = this.indexOfFile(SYMVERS_FILE);
    if (this.files[fileIndex] === SYMVERS_FILE) this.addPlain('variable', name, fileIndex, 0, undefined);
  }

  private addBuildNames(): void {
    const seen = new Set<string>();
    for (const { name, file, line } of this.makefiles.buildNames) {
      if (seen.has(`${name}\n${file}`)) continue;
      seen.add(`${name}\n${file}`);
      this.addPlain('build', name, this.indexOfFile(file), line, undefined);
    }
  }

  private addPlain(
    kind: EntityKind,
    name: string,
    fileIndex: number,
    line: number,
    signature: string | undefined,
  ): void {
    this.store.add({ name, kind, form: 'plain', fileIndex, line, flags: 0, signature });
  }

  private indexOfFile(path: string): number {
    let low = 0;
    let high = this.files.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.files[middle] ?? '') <= path) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Reads files one after the other into the same bytes: a tree has 1.5 GB of them. What it returns is good until the next. */
class FileReader {
  private bytes = Buffer.allocUnsafeSlow(1 << 22);

  read(path: string): Buffer {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > this.bytes.length) this.bytes = Buffer.allocUnsafeSlow(size * 2);
      return this.bytes.subarray(0, readSync(file, this.bytes, 0, size, 0));
    } finally {
      closeSync(file);
    }
  }
}

/** Names that one export statement exports, with the kind of those that it also creates. */
function derivedNames({ name, derived }: SourceExport): readonly (readonly [string, EntityKind | undefined])[] {
  switch (derived) {
    case 'none':
      return [[name, undefined]];
    case 'per-cpu':
      return [[name, 'variable']];
    case 'static-call':
      return [
        [`__SCK__${name}`, 'variable'],
        [`__SCT__${name}`, 'function'],
      ];
    case 'tracepoint':
      return [
        [`__tracepoint_${name}`, 'variable'],
        [`__traceiter_${name}`, 'function'],
        [`__SCK__tp_func_${name}`, 'variable'],
        [`__SCT__tp_func_${name}`, 'function'],
      ];
  }
}

/** The same text in memory of its own: a text cut out of a file keeps the whole file alive. */
function detach(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** Files below `folder` of `root`, as paths in `root`, links left out. */
function listTree(root: string, folder: string): string[] {
  const files: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inner);
      else if (entry.isFile()) files.push(inner);
    }
  };
  visit(folder);
  return files;
}
