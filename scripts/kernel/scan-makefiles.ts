/**
 * What the makefiles of a tree say: which objects a configuration builds, which modules there are, and the names of
 * variables and targets that somebody who builds a module meets. Conditionals of make are not evaluated; of its functions only
 * `$(foreach c, config menuconfig, $(eval …))` is, which makes the targets that configure a kernel.
 */
import { posix } from 'node:path';
import { FALSE, TRUE, type Truth, UNKNOWN } from './evaluate-condition.ts';

/** An object or folder that a makefile lists, with the option that guards it. */
interface Listing {
  readonly makefile: string;
  readonly line: number;
  /** `obj`, `lib` …, or the composite object that it is part of. */
  readonly owner: string;
  /** `y`, `m` or `CONFIG_X`. */
  readonly guard: string;
}

export interface ModuleName {
  readonly name: string;
  readonly makefile: string;
  readonly line: number;
  readonly guard: string;
}

export interface BuildName {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

const RE_ASSIGNMENT = /^\s*([\w-]+?)-(y|m|objs|\$\((CONFIG_\w+)\))\s*[:+]?=\s*(.*)$/;
const RE_VARIABLE = /^\s*(?:export\s+|override\s+)*([A-Za-z_][\w-]*)\s*(?:[:?+!]{0,2}=)/;
const RE_TARGET = /^([^\s:=#][^:=#]*):(?!=)/;
const RE_LIST = /^\s*([A-Za-z_][\w-]*)\s*([:+?]?=)\s*(.*)$/;
const RE_MADE_TARGETS = /^\$\(foreach\s+\w+,([\s\w-]+),\s*\$\(eval\b/;
const RE_USE = /\$[({](\w[\w-]*)[)}]/g;
const RE_DEFINED_MACRO = /(?<![\w-])-D([A-Za-z_]\w*)/g;
const BUILD_FILES =
  /^(?:Makefile|Kbuild|scripts\/(?:Makefile[\w.-]*|Kbuild\.include|kconfig\/Makefile)|arch\/x86\/Makefile|Documentation\/Makefile)$/;

/** Collects makefiles one by one and answers questions about all of them. */
export class MakefileIndex {
  readonly modules: ModuleName[] = [];
  readonly buildNames: BuildName[] = [];
  /** Macros that the build defines for every file on the compiler's command line, such as `KBUILD_MODNAME`. */
  readonly definedMacros: BuildName[] = [];
  private readonly listings = new Map<string, Listing[]>();
  private readonly config: ReadonlyMap<string, string> | undefined;
  private readonly answers = new Map<string, Truth>();

  constructor(config: ReadonlyMap<string, string> | undefined) {
    this.config = config;
  }

  add(path: string, text: string): void {
    const folder = posix.dirname(path);
    const lines = text.split('\n');
    const lists = new Map<string, readonly string[]>();
    for (let index = 0; index < lines.length; index++) {
      const line = index + 1;
      let content = lines[index] ?? '';
      while (content.endsWith('\\') && index + 1 < lines.length)
        content = `${content.slice(0, -1)} ${lines[++index] ?? ''}`;
      if (!content.startsWith('\t')) this.addAssignment(path, folder, content.replace(/\s#.*$/, ''), line);
      if (BUILD_FILES.test(path)) this.addBuildNames(path, content, line, lists);
    }
  }

  /** Whether the configuration builds `path`, judged by the listings of its object and of its folders. */
  builds(path: string): Truth {
    if (this.config === undefined) return UNKNOWN;
    const object = path.replace(/\.[cS]$/, '.o');
    return this.truthOf(object, 0);
  }

  private addAssignment(path: string, folder: string, content: string, line: number): void {
    const match = RE_ASSIGNMENT.exec(content);
    if (match === null) return;
    const owner = match[1] ?? '';
    const guard = match[3] ?? (match[2] === 'objs' ? 'y' : (match[2] ?? 'y'));
    for (const word of (match[4] ?? '').split(/\s+/)) {
      if (!/^[\w./+-]+(?:\.o|\/)$/.test(word)) continue;
      const listed = posix.normalize(posix.join(folder, word)).replace(/\/$/, '');
      const list = this.listings.get(listed) ?? [];
      list.push({ makefile: path, line, owner, guard });
      this.listings.set(listed, list);
      if (owner === 'obj' && word.endsWith('.o')) {
        const name = posix.basename(word, '.o').replaceAll('-', '_');
        this.modules.push({ name, makefile: path, line, guard });
      }
    }
  }

  /** `lists`: the variables of the file so far that hold words; one more is added where the line makes one. */
  private addBuildNames(path: string, content: string, line: number, lists: Map<string, readonly string[]>): void {
    const add = (name: string) => this.buildNames.push({ name, file: path, line });
    const addTargets = (targets: string) => {
      for (const target of wordsOf(targets, lists)) if (/^[\w-]+$/.test(target)) add(target);
    };
    const variable = RE_VARIABLE.exec(content)?.[1];
    if (variable !== undefined) add(variable);
    else if (!/^[\t#]/.test(content))
      addTargets(RE_TARGET.exec(content)?.[1] ?? RE_MADE_TARGETS.exec(content)?.[1] ?? '');
    const [, list, sign, value = ''] = content.startsWith('\t') ? [] : (RE_LIST.exec(content) ?? []);
    if (list === 'PHONY') addTargets(value);
    else if (list !== undefined) {
      const before = sign === '+=' ? (lists.get(list) ?? []) : [];
      lists.set(list, [...before, ...wordsOf(value, lists)]);
    }
    for (const use of content.matchAll(RE_USE)) add(use[1] ?? '');
    if (content.startsWith('#')) return;
    for (const [, macro = ''] of content.matchAll(RE_DEFINED_MACRO)) {
      if (!this.definedMacros.some(({ name, file }) => name === macro && file === path))
        this.definedMacros.push({ name: macro, file: path, line });
    }
  }

  private truthOf(path: string, depth: number): Truth {
    if (depth > 12 || path === '.' || path === '') return TRUE;
    const known = this.answers.get(path);
    if (known !== undefined) return known;
    this.answers.set(path, UNKNOWN);
    const listings = this.listings.get(path) ?? [];
    let truth: Truth = listings.length === 0 ? UNKNOWN : FALSE;
    for (const { owner, guard, makefile } of listings) {
      let one = this.guardTruth(guard);
      if (one === TRUE && !/^(?:obj|lib|core|drivers|libs|net|virt|extra|always|head)$/.test(owner)) {
        const composite = posix.join(posix.dirname(makefile), `${owner}.o`);
        one = composite === path ? TRUE : this.listings.has(composite) ? this.truthOf(composite, depth + 1) : UNKNOWN;
      }
      if (one === TRUE) truth = TRUE;
      else if (one === UNKNOWN && truth === FALSE) truth = UNKNOWN;
    }
    const folder = posix.dirname(path);
    const above = folder === '.' ? TRUE : this.truthOf(folder, depth + 1);
    if (above === FALSE) truth = FALSE;
    else if (above === UNKNOWN && truth === TRUE) truth = UNKNOWN;
    this.answers.set(path, truth);
    return truth;
  }

  private guardTruth(guard: string): Truth {
    if (guard === 'y' || guard === 'm') return TRUE;
    const value = this.config?.get(guard);
    return value === 'y' || value === 'm' ? TRUE : FALSE;
  }
}

/** Words of a line of make, with the lists that it names in their place. */
function wordsOf(text: string, lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return text.split(/\s+/).flatMap((word) => {
    const name = /^\$\(([\w-]+)\)$/.exec(word)?.[1];
    return name === undefined ? [word] : (lists.get(name) ?? []);
  });
}
