/**
 * Tokens of one declaration at file scope or inside a struct, before anyone knows what it declares.
 * A group in parentheses, brackets or braces is one token.
 */
export const WORD = 1;
export const NUMBER = 2;
export const STRING = 3;
export const PAREN = 4;
export const BRACKET = 5;
export const BRACE = 6;
export const PUNCTUATION = 7;
export type TokenType = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const CODE_COMMA = 44;
export const CODE_EQUALS = 61;
export const CODE_COLON = 58;

/** Words that decorate; families of words beginning with underscores are named by their parts. */
const RE_ATTRIBUTE = new RegExp(
  `^(?:_{2,4}(?:${[
    '[a-z]{0,9}(?:init|exit)(?:data|const|call|text)?(?:_or_module|_memblock)?',
    '(?:cacheline_|page_)?(?:internodealigned|aligned)\\w*|cacheline_\\w+|internodealigned_\\w+',
    '(?:read_mostly|nosave|ref|page_aligned_|vdso_|percpu_|cpu0_)data|bss_\\w+|page_aligned_bss',
    'attribute__?|attribute_const__|read_mostly|ro_after_init|maybe_unused|always_unused|unused|used|ref|refconst',
    'packed|section|weak|visible|percpu|rcu|user|iomem|force|kernel|safe|private|nocast|bitwise|pure|const|noreturn',
    'cold|hot|must_check|printf|scanf|strftime|malloc|alloc_size|realloc_size|alloc_align|nonnull|sched|kprobes',
    'lockfunc|cpuidle|latent_entropy|acquires\\w*|releases\\w*|must_hold\\w*|cond_acquires\\w*|cond_lock',
    'no_(?:sanitize\\w*|kcsan|kasan\\w*|kmsan\\w*|stack_protector|randomize_layout|profile|caller_saved\\w*|instrument\\w*)',
    'randomize_layout|designated_init|deprecated|flatten|noclone|gnu_inline|always_inline|inline|inline__|extension__',
    'restrict|counted_by\\w*|assume_aligned|alias|copy|diagnose_as|mode|access|nonstring|guarded_by|irq_entry',
    'softirq_entry|exception|bpf_kfunc|bpf_hook_\\w+|asm__|asm|signed__|volatile__|net_init|net_exit|target|optimize|head',
    'entry_text|auto_type|noinstr_section|noscs|nocfi|nokasan|cficanonical|addressable',
  ].join(
    '|',
  )})|asm|noinline\\w*|asmlinkage|notrace|noinstr|nokprobe_inline|inline|static|extern|EFIAPI|register|fastcall|_Noreturn|auto)$`,
);

const RE_STORAGE = /^(?:static|extern|inline|__inline|__inline__|__always_inline|typedef|register|auto)$/;

/** `true` for words that decorate a declaration and are never what it declares. */
export function isAttribute(word: string): boolean {
  return RE_ATTRIBUTE.test(word);
}

/** `true` for storage classes. */
export function isStorage(word: string): boolean {
  return RE_STORAGE.test(word);
}

/** One struct, union or enum body met inside a statement. */
export interface AggregateBody {
  readonly keyword: 'struct' | 'union' | 'enum';
  readonly tag: string | undefined;
  readonly tagOffset: number;
  /** Index of the brace token. */
  readonly token: number;
  readonly firstMember: number;
}

export class Statement {
  readonly source: Buffer;
  readonly types: TokenType[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly aggregates: AggregateBody[] = [];

  constructor(source: Buffer) {
    this.source = source;
  }

  get length(): number {
    return this.types.length;
  }

  push(type: TokenType, start: number, end: number): void {
    this.types.push(type);
    this.starts.push(start);
    this.ends.push(end);
  }

  clear(): void {
    this.types.length = 0;
    this.starts.length = 0;
    this.ends.length = 0;
    this.aggregates.length = 0;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  text(index: number): string {
    return index < this.types.length ? this.source.toString('latin1', this.starts[index], this.ends[index]) : '';
  }

  /** `true` when the token is this one-character punctuation. */
  isPunctuation(index: number, code: number): boolean {
    return this.types[index] === PUNCTUATION && this.source[this.starts[index] ?? 0] === code;
  }

  /** Index of the first such punctuation in the range, -1 when there is none. */
  find(code: number, from: number, to: number): number {
    for (let index = from; index < to; index++) if (this.isPunctuation(index, code)) return index;
    return -1;
  }

  /**
   * Index of the word that is declared in the range, looking back from its end over array bounds and attributes;
   * -1 when there is none.
   */
  declaredWord(from: number, to: number): number {
    let index = to - 1;
    while (index >= from) {
      const type = this.types[index];
      if (type === BRACKET) index--;
      else if (type === PAREN && this.types[index - 1] === WORD && isAttribute(this.text(index - 1))) index -= 2;
      else if (type === WORD && index > from && isAttribute(this.text(index))) index--;
      else break;
    }
    return index >= from && this.types[index] === WORD ? index : -1;
  }

  /** Tokens of the range on one line, without storage classes, attributes, comments and directives. */
  render(from: number, to: number): string {
    let out = '';
    for (let index = from; index < to; index++) {
      const type = this.types[index];
      if (type === BRACE) continue;
      const isWord = type === WORD;
      const text = isWord ? this.text(index) : collapse(this.text(index));
      if (isWord && (isStorage(text) || isAttribute(text)) && !KEPT_ATTRIBUTES.has(text)) {
        if (this.types[index + 1] === PAREN && !isStorage(text)) index++;
        continue;
      }
      const tight = out === '' || /[*(]$/.test(out) || type === PAREN || type === BRACKET || text === ',';
      out += tight && !(type === PAREN && /\w$/.test(out) && this.isPointerGroup(index)) ? text : ` ${text}`;
    }
    return out;
  }

  /** `true` for the `(*name)` of a pointer to a function. */
  isPointerGroup(index: number): boolean {
    return this.types[index] === PAREN && /^\(\s*(?:\w+\s+)?\*/.test(this.text(index));
  }
}

const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(['__user', '__iomem', '__rcu', '__percpu']);

/** Text on one line without comments and directives. */
export function collapse(text: string): string {
  let out = text;
  if (out.includes('/')) out = out.replace(/\/\*.*?\*\//gs, ' ').replace(/\/\/[^\n]*/g, ' ');
  if (out.includes('#')) out = out.replace(/^[ \t]*#[^\n]*/gm, ' ');
  return out
    .replace(/\\?\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')');
}
