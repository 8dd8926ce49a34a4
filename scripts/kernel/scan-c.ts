/**
 * What a C file defines at file scope, without running the preprocessor.
 *
 * One pass over the bytes collects the tokens of each declaration; function bodies are skipped, conditions are tracked
 * so that every definition knows whether the configuration compiles it. Kernel style helps: a brace in the first
 * column closes whatever is open, which mends braces that two branches of a condition open twice.
 * The scanner is one class because all of its parts move the same position; it is longer than usual for that reason.
 */

import type { CandidateForm } from '../../src/kernel/inventory.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import {
  type AggregateBody,
  BRACE,
  BRACKET,
  CODE_COLON,
  CODE_COMMA,
  CODE_EQUALS,
  collapse,
  isAttribute,
  isStorage,
  NUMBER,
  PAREN,
  PUNCTUATION,
  STRING,
  Statement,
  WORD,
} from './c-statement.ts';
import { type ConditionEvaluator, FALSE, not, TRUE, type Truth, UNKNOWN } from './evaluate-condition.ts';

const MAX_SIGNATURE_LENGTH = 320;
const RE_ALL_CAPS = /^[_A-Z][_A-Z0-9]*$/;
const RE_INTEGER = /^\(?-?(?:0x[0-9a-fA-F]+|\d+)[uUlL]*\)?$/;
const RE_POINTER_NAME = /^\(\s*(?:\w+\s+)?\*+\s*(?:(?:const|__\w+)\s+)*(\w+)/;

const KEYWORDS: ReadonlySet<string> = new Set(
  'if else for while do switch case default return goto break continue sizeof typeof __typeof__ _Static_assert static_assert asm __asm__'.split(
    ' ',
  ),
);
const NOT_A_NAME: ReadonlySet<string> = new Set(
  'int char short long unsigned signed void float double const volatile struct union enum typeof __typeof__ __typeof _Bool bool static extern inline'.split(
    ' ',
  ),
);
/** Calls that declare nothing that anyone looks up. */
const RE_IDLE_MACRO =
  /^(?:MODULE_(?!PARM)\w+|EXPORT_\w+|module_(?:init|exit|param\w*|\w+_driver)|\w*_initcall\w*|__initcall|static_assert|BUILD_BUG_ON\w*|ALLOW_ERROR_INJECTION|NOKPROBE_SYMBOL|__setup\w*|early_param|core_param\w*|subsys_param|__setup_param|_ASM_NOKPROBE|TRACE_DEFINE_\w+|MACHINE_\w+|ASSERT_\w+|static_call_\w+|early_platform_\w+|OF_DECLARE\w*|asm|__asm__|__ADDRESSABLE\w*|KUNIT_\w+|kunit_test\w*|BTF_\w+|S390_\w+)$/;

export interface Definition {
  readonly name: string;
  readonly kind: EntityKind;
  readonly form: CandidateForm;
  readonly line: number;
  readonly signature: string | undefined;
  readonly within: string | undefined;
  /** Whether the configuration compiles this place. */
  readonly truth: Truth;
  readonly isDeclaration: boolean;
  readonly isDocumented: boolean;
}

export interface MacroBody {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: string;
  readonly line: number;
  /** Whether the configuration compiles this definition; the same macro often has another one for assembler. */
  readonly truth: Truth;
}

/** A call of a macro at file scope, which may define names. */
export interface Invocation {
  readonly macro: string;
  readonly argumentList: string;
  readonly line: number;
  readonly truth: Truth;
  readonly hasBody: boolean;
}

export interface CScan {
  readonly definitions: readonly Definition[];
  readonly macros: readonly MacroBody[];
  readonly invocations: readonly Invocation[];
}

/** `memberStructs`: also take the members of structs and unions. `allMacroBodies`: else only bodies that paste names. */
export interface CScanOptions {
  readonly memberStructs: boolean;
  readonly allMacroBodies: boolean;
}

/** Scans one file. Never throws on odd input: what it cannot read as a declaration it leaves out. */
export function scanC(source: Buffer, conditions: ConditionEvaluator, options: CScanOptions): CScan {
  return new CScanner(source, conditions, options).scan();
}

interface Frame {
  truth: Truth;
  /** Whether an earlier branch of the same condition was taken. */
  earlier: Truth;
}

const IS_WORD = new Uint8Array(256);
const IS_SPACE = new Uint8Array(256);
const ENDS_SKIP = new Uint8Array(256);
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$') IS_WORD[char.charCodeAt(0)] = 1;
for (const char of ' \t\r\n\f\v\\') IS_SPACE[char.charCodeAt(0)] = 1;
for (const char of '(){}[]"\'/#') ENDS_SKIP[char.charCodeAt(0)] = 1;

const NEWLINE = 10;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const STAR = 42;
const SLASH = 47;
const SEMICOLON = 59;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

class CScanner {
  private readonly source: Buffer;
  private readonly conditions: ConditionEvaluator;
  private readonly options: CScanOptions;
  private readonly lineStarts: number[] = [0];
  private readonly frames: Frame[] = [];
  private readonly definitions: Definition[] = [];
  private readonly macros: MacroBody[] = [];
  private readonly invocations: Invocation[] = [];
  private truth: Truth = TRUE;
  private at = 0;
  private docStart = 0;
  private docEnd = -1;
  private guard = '';

  constructor(source: Buffer, conditions: ConditionEvaluator, options: CScanOptions) {
    this.source = source;
    this.conditions = conditions;
    this.options = options;
  }

  scan(): CScan {
    for (let at = this.source.indexOf(NEWLINE); at !== -1; at = this.source.indexOf(NEWLINE, at + 1)) {
      this.lineStarts.push(at + 1);
    }
    while (this.at < this.source.length) this.parseDeclarations(undefined);
    return { definitions: this.definitions, macros: this.macros, invocations: this.invocations };
  }

  /** Reads declarations up to the end of the file, or inside a struct (`container`) up to its closing brace. */
  private parseDeclarations(container: string | undefined): void {
    const { source } = this;
    const statement = new Statement(source);
    while (this.at < source.length) {
      const code = source[this.at] ?? 0;
      if (IS_SPACE[code]) this.at++;
      else if (IS_WORD[code]) this.readWord(statement);
      else if (code === SLASH && this.skipComment()) continue;
      else if (code === HASH) this.readDirective();
      else if (code === QUOTE || code === APOSTROPHE) this.readString(statement, code);
      else if (code === OPEN_PAREN) this.readGroup(statement, PAREN, CLOSE_PAREN);
      else if (code === OPEN_BRACKET) this.readGroup(statement, BRACKET, CLOSE_BRACKET);
      else if (code === SEMICOLON) {
        this.at++;
        this.finish(statement, container, false);
        statement.clear();
      } else if (code === OPEN_BRACE) this.openBrace(statement, container);
      else if (code === CLOSE_BRACE) {
        this.at++;
        if (container !== undefined) {
          this.finish(statement, container, false);
          return;
        }
        statement.clear();
      } else {
        statement.push(PUNCTUATION, this.at, this.at + 1);
        this.at++;
      }
    }
    this.finish(statement, container, false);
  }

  private readWord(statement: Statement): void {
    const start = this.at;
    while (IS_WORD[this.source[this.at] ?? 0]) this.at++;
    const first = this.source[start] ?? 0;
    statement.push(first >= 48 && first <= 57 ? NUMBER : WORD, start, this.at);
  }

  private readString(statement: Statement, quote: number): void {
    const start = this.at;
    this.skipString(quote);
    statement.push(STRING, start, this.at);
  }

  private readGroup(statement: Statement, type: typeof PAREN | typeof BRACKET, close: number): void {
    const start = this.at;
    this.skipGroup(close);
    statement.push(type, start, this.at);
  }

  private openBrace(statement: Statement, container: string | undefined): void {
    const first = statement.text(0);
    if (first === 'extern' && statement.types[1] === STRING) {
      this.at++;
      statement.clear();
      return;
    }
    const hasInitializer = statement.find(CODE_EQUALS, 0, statement.length) !== -1;
    const aggregate = hasInitializer ? undefined : this.aggregateAt(statement);
    const start = this.at;
    if (aggregate !== undefined) {
      statement.aggregates.push(aggregate);
      this.readAggregate(aggregate, container);
      statement.push(BRACE, start, this.at);
      return;
    }
    this.skipGroup(CLOSE_BRACE);
    if (hasInitializer) {
      statement.push(BRACE, start, this.at);
      return;
    }
    if (container === undefined && statement.types.includes(PAREN)) this.finish(statement, container, true);
    statement.clear();
  }

  /** The struct, union or enum whose body opens here, if the statement ends in one. */
  private aggregateAt(statement: Statement): AggregateBody | undefined {
    for (let index = statement.length - 1; index >= 0; index--) {
      const type = statement.types[index];
      if (type === PAREN) {
        if (statement.types[index - 1] !== WORD || !isAttribute(statement.text(index - 1))) return undefined;
        continue;
      }
      if (type !== WORD) return undefined;
      const word = statement.text(index);
      if (word !== 'struct' && word !== 'union' && word !== 'enum') continue;
      let tagIndex = index + 1;
      while (
        tagIndex < statement.length &&
        (statement.types[tagIndex] !== WORD || isAttribute(statement.text(tagIndex)))
      ) {
        tagIndex++;
      }
      const tag = tagIndex < statement.length ? statement.text(tagIndex) : undefined;
      const tagOffset = statement.start(tag === undefined ? index : tagIndex);
      return { keyword: word, tag, tagOffset, token: statement.length, firstMember: this.definitions.length };
    }
    return undefined;
  }

  private readAggregate(aggregate: AggregateBody, container: string | undefined): void {
    if (aggregate.keyword === 'enum') {
      this.at++;
      this.readEnumerators(aggregate.tag);
    } else if (this.options.memberStructs) {
      this.at++;
      this.parseDeclarations(container ?? aggregate.tag ?? '');
    } else {
      this.skipGroup(CLOSE_BRACE);
    }
  }

  private readEnumerators(tag: string | undefined): void {
    const { source } = this;
    let isExpected = true;
    while (this.at < source.length) {
      const code = source[this.at] ?? 0;
      if (code === SLASH && this.skipComment()) continue;
      if (code === HASH) this.readDirective();
      else if (code === CLOSE_BRACE) {
        this.at++;
        return;
      } else if (code === 44) {
        isExpected = true;
        this.at++;
      } else if (code === OPEN_PAREN) this.skipGroup(CLOSE_PAREN);
      else if (code === QUOTE || code === APOSTROPHE) this.skipString(code);
      else if (IS_WORD[code]) {
        const start = this.at;
        while (IS_WORD[source[this.at] ?? 0]) this.at++;
        if (isExpected && source[this.at] !== OPEN_PAREN) {
          this.emit('macro', 'enumerator', start, this.at, { within: tag });
        }
        isExpected = false;
      } else this.at++;
    }
  }

  private finish(statement: Statement, container: string | undefined, hasBody: boolean): void {
    let from = 0;
    while (
      statement.types[from] === WORD &&
      statement.types[from + 1] === PAREN &&
      statement.types[from + 2] === WORD &&
      RE_ALL_CAPS.test(statement.text(from)) &&
      !isAttribute(statement.text(from))
    ) {
      this.invoke(statement, from, container, false);
      from += 2;
    }
    const to = statement.length;
    if (from >= to) return;
    const first = statement.types[from] === WORD ? statement.text(from) : '';
    if (KEYWORDS.has(first)) return;
    if (this.finishInvocation(statement, from, container, hasBody)) return;
    if (first === 'typedef') this.finishTypedef(statement, from + 1);
    else if (!this.finishFunction(statement, from, container, hasBody))
      this.finishVariables(statement, from, container);
    this.finishAggregates(statement, first === 'typedef');
  }

  /** A statement that is nothing but `MACRO(…)`, perhaps `static`, perhaps with a body. */
  private finishInvocation(
    statement: Statement,
    from: number,
    container: string | undefined,
    hasBody: boolean,
  ): boolean {
    let index = from;
    while (statement.types[index] === WORD && isStorage(statement.text(index))) index++;
    if (statement.types[index] !== WORD || statement.types[index + 1] !== PAREN) return false;
    const isAlone = index + 2 === statement.length;
    const isAssigned = statement.isPunctuation(index + 2, CODE_EQUALS);
    const isDecorated = statement.types[index + 2] === WORD && isAttribute(statement.text(index + 2));
    if (!isAlone && !isAssigned && !isDecorated) return false;
    if (isAttribute(statement.text(index)) && !isAlone) return false;
    this.invoke(statement, index, container, hasBody);
    return true;
  }

  private invoke(statement: Statement, index: number, container: string | undefined, hasBody: boolean): void {
    const macro = statement.text(index);
    const text = statement.text(index + 1);
    if (container !== undefined) {
      this.memberMacro(statement, index, macro, text, container);
      return;
    }
    if (RE_IDLE_MACRO.test(macro) || text.length > 20_000) return;
    const argumentList = text.slice(1, -1);
    const line = this.lineAt(statement.start(index));
    this.invocations.push({ macro, argumentList, line, truth: this.truth, hasBody });
  }

  /** `DECLARE_BITMAP(name, bits)` and the like, which declare a member. */
  private memberMacro(statement: Statement, index: number, macro: string, text: string, container: string): void {
    const position = /FLEX_ARRAY|KFIFO_PTR|^DECLARE_KFIFO/.test(macro) && macro !== 'DECLARE_KFIFO' ? 1 : 0;
    if (!/^(?:DECLARE_|__DECLARE_|DEFINE_|struct_group|__struct_group)/.test(macro)) return;
    const wanted = /^(?:__struct_group|struct_group_tagged)$/.test(macro) ? 1 : /FLEX_ARRAY/.test(macro) ? 1 : position;
    const name = text.slice(1, -1).split(',')[macro === 'DECLARE_KFIFO' ? 0 : wanted]?.trim();
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return;
    this.definitions.push({
      name,
      kind: 'field',
      form: 'plain',
      line: this.lineAt(statement.start(index)),
      signature: undefined,
      within: container,
      truth: this.truth,
      isDeclaration: false,
      isDocumented: false,
    });
    if (macro.includes('struct_group')) {
      const inner = scanC(
        Buffer.from(`struct ${container} {${text.slice(1, -1).replace(/^[^,]*,/, '')};};`, 'latin1'),
        this.conditions,
        this.options,
      );
      const line = this.lineAt(statement.start(index));
      for (const member of inner.definitions) {
        if (member.kind === 'field')
          this.definitions.push({ ...member, line: line + member.line - 1, truth: this.truth });
      }
    }
  }

  private finishTypedef(statement: Statement, from: number): void {
    const to = statement.length;
    for (let index = from; index < to; index++) {
      const pointer = statement.isPointerGroup(index) ? RE_POINTER_NAME.exec(statement.text(index)) : null;
      if (pointer?.[1] !== undefined && statement.types[index + 1] === PAREN) {
        const offset = statement.start(index) + statement.text(index).lastIndexOf(pointer[1]);
        this.emitSigned('type', statement, offset, pointer[1].length, from, to);
        return;
      }
    }
    const callee = this.calleeIndex(statement, from, to);
    const index = callee === -1 ? statement.declaredWord(from, to) : callee;
    if (index <= from - 1 || index === -1 || NOT_A_NAME.has(statement.text(index))) return;
    this.emitSigned('type', statement, statement.start(index), statement.text(index).length, from, to);
  }

  /** Emits a function or a prototype; `false` when the statement is neither. */
  private finishFunction(statement: Statement, from: number, container: string | undefined, hasBody: boolean): boolean {
    const equals = statement.find(CODE_EQUALS, from, statement.length);
    const to = equals === -1 ? statement.length : equals;
    for (let index = from; index < to - 1; index++) {
      if (statement.types[index + 1] !== PAREN || !statement.isPointerGroup(index)) continue;
      const name = RE_POINTER_NAME.exec(statement.text(index))?.[1];
      if (name === undefined) continue;
      const offset = statement.start(index) + statement.text(index).lastIndexOf(name);
      const kind = container !== undefined ? 'field' : hasBody ? 'function' : 'variable';
      this.emitSigned(kind, statement, offset, name.length, from, to, container, statement.text(from) === 'extern');
      return true;
    }
    if (container !== undefined || equals !== -1) return false;
    const callee = this.calleeIndex(statement, from, to);
    if (callee <= from) return false;
    const name = statement.text(callee);
    if (NOT_A_NAME.has(name) || KEYWORDS.has(name)) return false;
    this.emitFunction(statement, from, callee, hasBody);
    return true;
  }

  private emitFunction(statement: Statement, from: number, callee: number, hasBody: boolean): void {
    let form: CandidateForm = 'plain';
    for (let index = from; index < callee; index++) {
      const word = statement.text(index);
      if (word.includes('inline') && !word.startsWith('no')) form = 'inline';
      else if (word === 'static' && form === 'plain') form = 'static';
    }
    const signature = statement.render(from, callee + 2);
    this.emit('function', form, statement.start(callee), statement.ends[callee] ?? 0, {
      signature,
      isDeclaration: !hasBody,
      docFrom: statement.start(from),
    });
  }

  /** Index of the word before the parameters, passing over attributes that take arguments; -1 when there is none. */
  private calleeIndex(statement: Statement, from: number, to: number): number {
    let found = -1;
    for (let index = from; index < to - 1; index++) {
      if (statement.types[index] !== WORD || statement.types[index + 1] !== PAREN) continue;
      const word = statement.text(index);
      if (isAttribute(word) || KEYWORDS.has(word) || word === '__typeof') continue;
      if (found === -1 || RE_ALL_CAPS.test(statement.text(found))) found = index;
      else break;
    }
    return found;
  }

  private finishVariables(statement: Statement, from: number, container: string | undefined): void {
    let segmentStart = from;
    const lastBody = statement.aggregates.at(-1)?.token ?? -1;
    if (lastBody >= from) segmentStart = lastBody + 1;
    let isFirst = segmentStart === from;
    while (segmentStart < statement.length) {
      const comma = statement.find(CODE_COMMA, segmentStart, statement.length);
      const segmentEnd = comma === -1 ? statement.length : comma;
      let end = statement.find(CODE_EQUALS, segmentStart, segmentEnd);
      if (end === -1) end = segmentEnd;
      const colon = statement.find(CODE_COLON, segmentStart, end);
      if (colon !== -1) end = colon;
      this.finishVariable(statement, from, segmentStart, end, isFirst, container);
      segmentStart = segmentEnd + 1;
      isFirst = false;
    }
  }

  private finishVariable(
    statement: Statement,
    from: number,
    segmentStart: number,
    end: number,
    isFirst: boolean,
    container: string | undefined,
  ): void {
    const index = statement.declaredWord(segmentStart, end);
    if (index === -1) return;
    const name = statement.text(index);
    if (NOT_A_NAME.has(name) || isAttribute(name)) return;
    if (isFirst) {
      let words = 0;
      for (let before = segmentStart; before < index; before++) {
        if (statement.types[before] === WORD && !isStorage(statement.text(before))) words++;
      }
      const onlyTag = words === 1 && /^(?:struct|union|enum)$/.test(statement.text(index - 1));
      if (words === 0 || onlyTag) return;
    }
    const form: CandidateForm = container === undefined && statement.text(from) === 'static' ? 'static' : 'plain';
    const typeEnd = statement.aggregates.length > 0 ? from : Math.max(from, isFirst ? index : from);
    const signature = isFirst ? statement.render(from, index + 1) + this.bounds(statement, index + 1, end) : undefined;
    this.emit(
      container === undefined ? 'variable' : 'field',
      form,
      statement.start(index),
      statement.ends[index] ?? 0,
      {
        signature: typeEnd === from && !isFirst ? undefined : signature,
        within: container,
        isDeclaration: container === undefined && statement.text(from) === 'extern',
        docFrom: statement.start(from),
      },
    );
  }

  private bounds(statement: Statement, from: number, to: number): string {
    let out = '';
    for (let index = from; index < to && statement.types[index] === BRACKET; index++)
      out += collapse(statement.text(index));
    return out;
  }

  private finishAggregates(statement: Statement, isTypedef: boolean): void {
    for (const { keyword, tag, tagOffset } of statement.aggregates) {
      if (tag !== undefined)
        this.emit(keyword, 'plain', tagOffset, tagOffset + tag.length, { docFrom: statement.start(0) });
    }
    const anonymous = statement.aggregates.find(({ tag, keyword }) => tag === undefined && keyword !== 'enum');
    if (!isTypedef || anonymous === undefined) return;
    const name = this.definitions.at(-1)?.kind === 'type' ? this.definitions.at(-1)?.name : undefined;
    if (name === undefined) return;
    for (let index = anonymous.firstMember; index < this.definitions.length; index++) {
      const member = this.definitions[index];
      if (member?.kind === 'field' && member.within === '') this.definitions[index] = { ...member, within: name };
    }
  }

  private emitSigned(
    kind: EntityKind,
    statement: Statement,
    offset: number,
    length: number,
    from: number,
    to: number,
    within?: string,
    isDeclaration = false,
  ): void {
    const hasBody = statement.types.includes(BRACE);
    const signature = hasBody ? undefined : statement.render(from, to);
    this.emit(kind, 'plain', offset, offset + length, {
      signature,
      within,
      isDeclaration,
      docFrom: statement.start(0),
    });
  }

  private emit(
    kind: EntityKind,
    form: CandidateForm,
    start: number,
    end: number,
    more: {
      readonly signature?: string | undefined;
      readonly within?: string | undefined;
      readonly isDeclaration?: boolean;
      readonly docFrom?: number;
    },
  ): void {
    const name = this.source.toString('latin1', start, end);
    const { signature, within, isDeclaration = false, docFrom } = more;
    this.definitions.push({
      name,
      kind,
      form,
      line: this.lineAt(start),
      signature: signature !== undefined && signature.length <= MAX_SIGNATURE_LENGTH ? signature : undefined,
      within,
      truth: this.truth,
      isDeclaration,
      isDocumented: docFrom !== undefined && this.isDocumented(docFrom, name),
    });
  }

  /** A kernel-doc comment that names the thing ends right before the declaration. */
  private isDocumented(from: number, name: string): boolean {
    if (this.docEnd < 0 || this.docEnd > from) return false;
    for (let at = this.docEnd; at < from; at++) if (!IS_SPACE[this.source[at] ?? 0]) return false;
    return this.source.toString('latin1', this.docStart, Math.min(this.docEnd, this.docStart + 200)).includes(name);
  }

  private readDirective(): void {
    const start = this.at;
    const end = this.directiveEnd();
    this.at = end;
    const text = this.source.toString('latin1', start, Math.min(end, start + 4000));
    const match = /^#\s*(\w+)\s*/.exec(text);
    const word = match?.[1];
    if (match === null || word === undefined) return;
    const rest = text.slice(match[0].length);
    switch (word) {
      case 'define':
        this.readDefine(rest, start, start + match[0].length, end);
        break;
      case 'ifdef':
      case 'ifndef': {
        const name = /^\w+/.exec(rest)?.[0] ?? '';
        const defined = this.conditions.isDefined(name);
        this.guard = word === 'ifndef' ? name : '';
        this.pushFrame(word === 'ifdef' ? defined : not(defined));
        return;
      }
      case 'if':
        if (/^0\s*(?:\/[/*].*)?$/s.test(rest)) this.skipDeadBranch();
        this.pushFrame(this.conditions.evaluate(rest));
        break;
      case 'elif':
        this.nextBranch(this.conditions.evaluate(rest));
        break;
      case 'else':
        this.nextBranch(TRUE);
        break;
      case 'endif':
        this.frames.pop();
        this.updateTruth();
        break;
      default:
    }
    this.guard = '';
  }

  private pushFrame(truth: Truth): void {
    this.frames.push({ truth, earlier: truth });
    this.updateTruth();
  }

  private nextBranch(condition: Truth): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) return;
    const isFree = not(frame.earlier);
    frame.truth =
      isFree === FALSE || condition === FALSE ? FALSE : isFree === TRUE && condition === TRUE ? TRUE : UNKNOWN;
    if (condition === TRUE || frame.earlier === TRUE) frame.earlier = TRUE;
    else if (condition === UNKNOWN) frame.earlier = UNKNOWN;
    this.updateTruth();
  }

  private updateTruth(): void {
    let truth: Truth = TRUE;
    for (const frame of this.frames) {
      if (frame.truth === FALSE) truth = FALSE;
      else if (frame.truth === UNKNOWN && truth === TRUE) truth = UNKNOWN;
    }
    this.truth = truth;
  }

  /** After `#if 0`: moves to the directive that ends the dead branch. */
  private skipDeadBranch(): void {
    let depth = 0;
    while (this.at < this.source.length) {
      const lineEnd = this.source.indexOf(NEWLINE, this.at);
      const end = lineEnd === -1 ? this.source.length : lineEnd;
      const word = /^\s*#\s*(if\w*|elif|else|endif)/.exec(
        this.source.toString('latin1', this.at, Math.min(end, this.at + 60)),
      )?.[1];
      if (word?.startsWith('if')) depth++;
      else if (word === 'endif' && depth > 0) depth--;
      else if (word !== undefined && depth === 0) return;
      this.at = end + 1;
    }
  }

  private readDefine(rest: string, docFrom: number, offset: number, end: number): void {
    const match = /^(\w+)(\(([^)]*)\))?/.exec(rest);
    const name = match?.[1];
    if (match === null || name === undefined) return;
    const bodyText = rest.slice(match[0].length);
    if (match[2] === undefined) {
      const value = collapse(bodyText).trim();
      if (value === '' && name === this.guard) return;
      const signature = RE_INTEGER.test(value) ? `#define ${name} ${value}` : undefined;
      this.emit('macro', 'plain', offset, offset + name.length, { signature, docFrom });
      return;
    }
    const parameters = (match[3] ?? '').split(',').map((parameter) => collapse(parameter).trim());
    const signature = `${name}(${parameters.join(', ')})`;
    this.emit('macro', 'function-like', offset, offset + name.length, { signature, docFrom });
    const isPasting = bodyText.includes('##');
    if ((this.options.allMacroBodies || isPasting) && end - offset < 4000) {
      this.macros.push({ name, parameters, body: bodyText, line: this.lineAt(offset), truth: this.truth });
    }
  }

  /** Offset of the line break that ends the directive, behind continued lines and comments. */
  private directiveEnd(): number {
    const { source } = this;
    let at = this.at;
    while (at < source.length) {
      const code = source[at];
      if (code === NEWLINE) {
        const before = source[at - 1] === 13 ? source[at - 2] : source[at - 1];
        if (before !== BACKSLASH) return at;
      } else if (code === SLASH && source[at + 1] === STAR) {
        const close = source.indexOf('*/', at + 2, 'latin1');
        if (close === -1) return source.length;
        at = close + 1;
      }
      at++;
    }
    return at;
  }

  /** Skips a comment and returns `true`, or returns `false` at a lone slash. */
  private skipComment(): boolean {
    const { source } = this;
    const next = source[this.at + 1];
    if (next === SLASH) {
      const end = source.indexOf(NEWLINE, this.at);
      this.at = end === -1 ? source.length : end;
      return true;
    }
    if (next !== STAR) return false;
    const close = source.indexOf('*/', this.at + 2, 'latin1');
    const end = close === -1 ? source.length : close + 2;
    if (source[this.at + 2] === STAR && source[this.at + 3] !== SLASH) {
      this.docStart = this.at;
      this.docEnd = end;
    }
    this.at = end;
    return true;
  }

  private skipString(quote: number): void {
    const { source } = this;
    let at = this.at + 1;
    while (at < source.length) {
      const code = source[at];
      if (code === BACKSLASH) at++;
      else if (code === quote) {
        at++;
        break;
      } else if (code === NEWLINE) break;
      at++;
    }
    this.at = at;
  }

  /** Moves behind the group that opens here. A closing brace in the first column ends any group. */
  private skipGroup(close: number): void {
    const { source } = this;
    const open = source[this.at];
    const isFirstColumn = close === CLOSE_BRACE && (this.at === 0 || source[this.at - 1] === NEWLINE);
    const lineEnd = isFirstColumn ? source.indexOf(NEWLINE, this.at) : -1;
    let depth = 0;
    while (this.at < source.length) {
      const code = source[this.at] ?? 0;
      if (!ENDS_SKIP[code]) this.at++;
      else if (code === SLASH) {
        if (!this.skipComment()) this.at++;
      } else if (code === QUOTE || code === APOSTROPHE) this.skipString(code);
      else if (code === HASH) {
        if (this.isLineStart()) this.readDirective();
        else this.at++;
      } else if (code === CLOSE_BRACE && source[this.at - 1] === NEWLINE) {
        if (close === CLOSE_BRACE) this.at++;
        return;
      } else {
        this.at++;
        if (code === open) depth++;
        else if (code === close && --depth <= 0 && (!isFirstColumn || this.at <= lineEnd)) return;
      }
    }
  }

  private isLineStart(): boolean {
    for (let at = this.at - 1; at >= 0; at--) {
      const code = this.source[at];
      if (code === NEWLINE) return true;
      if (code !== 32 && code !== 9) return false;
    }
    return true;
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
