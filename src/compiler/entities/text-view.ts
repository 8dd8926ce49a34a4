/** Running text as the rules see it: tokens, markup, and what was taken. */

import type { EntityKind } from '../../model/entity.ts';
import { type BlockScan, innermostMark, MARK_CODE, MARK_STYLED, markAt, takeName } from './block-scan.ts';
import type { Tokens } from './text-tokens.ts';

/** What a text on building the kernel speaks of. */
const RE_MAKE =
  /\b(?:make|kbuild|Kbuild|[Mm]akefiles?|KDIR|CROSS_COMPILE|INSTALL_MOD_PATH|modules_install|[Oo]ut-of-tree|sparse|smatch|checkpatch)\b/u;
/** What is done with modules, in a few languages. */
const RE_MODULES =
  /\b(?:(?:un|re|auto)?load(?:s|ed|ing)?|modules?|modprobe|insmod|rmmod|[Bb]lacklist(?:ed)?|geladen|Module[ns]?)\b|модул|模块|加载/u;
/** Programs of bpftrace. */
const RE_PROBES = /\bbpftrace\b|\b(?:k|kret|u|uret)probe:|\btracepoint:|\bkfunc:|@\[/u;

/** `text`: a person wrote it; `shell`: arguments and scripts; `log`: messages. In the last two an unknown name is no more than possible. */
export type TextMode = 'text' | 'shell' | 'log';

/** The text of one scan with its tokens; grows as names are taken. */
export class TextView {
  readonly scan: BlockScan;
  readonly tokens: Tokens;
  readonly mode: TextMode;
  /** Kind that a token was taken for; absent where it was not. */
  readonly kinds: (EntityKind | 'unknown' | undefined)[] = [];
  speaksOfGdb: boolean | undefined;
  speaksOfMake: boolean | undefined;
  speaksOfModules: boolean | undefined;
  speaksOfProbes: boolean | undefined;
  /** Something that a list could be made of was seen. */
  hasMarks = false;
  places: Map<number, number> | undefined;
  /** End of the arguments of a call, or of a value behind an equals sign: names in there are the writer's own unless the kernel has them. */
  looseUntil = 0;

  constructor(scan: BlockScan, tokens: Tokens, mode: TextMode) {
    this.scan = scan;
    this.tokens = tokens;
    this.mode = mode;
  }

  take(
    i: number,
    start: number,
    end: number,
    name: string,
    rule: Parameters<typeof takeName>[4],
    kind?: EntityKind,
  ): void {
    if (takeName(this.scan, start, end, name, rule, kind))
      this.kinds[i] = kind ?? this.scan.found.at(-1)?.kind ?? 'unknown';
  }

  word(i: number): string {
    return this.scan.text.slice(this.tokens.starts[i] ?? 0, this.tokens.ends[i] ?? 0);
  }

  isStyled(start: number): boolean {
    return (markAt(this.scan, start) & MARK_STYLED) !== 0;
  }

  isCode(start: number): boolean {
    return this.mode !== 'text' || (markAt(this.scan, start) & MARK_CODE) !== 0;
  }

  /** Behind one or two hyphens at the start of an argument: an option of a command. */
  isOption(start: number): boolean {
    const { text } = this.scan;
    if (text.charCodeAt(start - 1) !== 45) return false;
    const before = text.charCodeAt(start - 2);
    return before === 45 || before <= 32 || Number.isNaN(before);
  }

  skipQuotes(from: number, step: 1 | -1): number {
    let k = from;
    for (let n = 0; n < 3; n += 1) {
      const type = this.tokens.types[k];
      if (type === 34 || type === 39 || type === 42 || type === 95 || type === 0x201c || type === 0x201d || type === 96)
        k += step;
      else break;
    }
    return k;
  }

  isGdbNear(): boolean {
    this.speaksOfGdb ??= /\bgdb\b|\bkgdb\b|\bGDB\b/u.test(this.scan.text);
    return this.speaksOfGdb;
  }

  isMakeNear(): boolean {
    this.speaksOfMake ??= RE_MAKE.test(this.scan.text);
    return this.speaksOfMake;
  }

  isProbeNear(): boolean {
    this.speaksOfProbes ??= RE_PROBES.test(this.scan.text);
    return this.speaksOfProbes;
  }

  isModuleNear(): boolean {
    this.speaksOfModules ??= RE_MODULES.test(this.scan.text);
    return this.speaksOfModules;
  }

  isStyleStart(start: number): boolean {
    return (markAt(this.scan, start - 1) & innermostMark(this.scan, start)) === 0;
  }

  isWholeSpan(start: number, end: number): boolean {
    return this.isStyleStart(start) && (markAt(this.scan, end) & innermostMark(this.scan, start)) === 0;
  }

  /** End of a word whose markup ends inside it: `` `name`s ``. */
  endOfMark(start: number, end: number): number {
    const mark = innermostMark(this.scan, start);
    let i = start;
    while (i < end && innermostMark(this.scan, i) === mark) i += 1;
    return mark === 0 ? end : i;
  }

  /** Token `i` is all that one stretch of code holds. */
  isWholeName(i: number): boolean {
    const start = this.tokens.starts[i] ?? 0;
    return this.mode === 'text' && this.isCode(start) && this.isWholeSpan(start, this.tokens.ends[i] ?? 0);
  }

  isSameSpan(i: number, k: number): boolean {
    const mark = innermostMark(this.scan, this.tokens.starts[i] ?? 0);
    if (mark === 0) return false;
    const from = Math.min(this.tokens.ends[i] ?? 0, this.tokens.ends[k] ?? 0);
    const to = Math.max(this.tokens.starts[i] ?? 0, this.tokens.starts[k] ?? 0);
    for (let at = from; at <= to; at += 1) if ((markAt(this.scan, at) & mark) === 0) return false;
    return true;
  }

  /** Index in `found` of the name of this block that was taken at `start`, -1 where none was. */
  placeOf(start: number): number {
    if (this.places === undefined) {
      this.places = new Map();
      const { found, index } = this.scan;
      for (let k = found.length - 1; k >= 0 && found[k]?.block === index; k -= 1)
        this.places.set(found[k]?.start ?? 0, k);
    }
    return this.places.get(start) ?? -1;
  }
}
