import type { EntityKind } from '../../model/entity.ts';
import { type BlockScan, takeName } from './block-scan.ts';
import { C_ARROW, C_COMMENT, C_DIFF_TEXT, C_DIRECTIVE, C_INCLUDE, C_NAME, C_STRING, type CTokens } from './c-tokens.ts';
import { isAllCapitals, isAllSmall } from './characters.ts';
import { classifyFileName, classifyRelativePath, isSystemPath } from './classify-path.ts';
import type { OwnNames } from './own-names.ts';
import { endOfPath } from './read-path.ts';
import { scanText } from './scan-text.ts';
import { takeProbe } from './take-probe.ts';
import { C_KEYWORDS, ERRNO_NAMES, KNOWN_NAMES } from './vocabulary.ts';

/** Takes the names of one block of C. `roles` and `own` come from `collectOwnNames`. */
export function scanC(scan: BlockScan, tokens: CTokens, roles: Uint8Array, own: OwnNames): void {
  const { text } = scan;
  const { starts, ends, types } = tokens;
  for (let k = 0; k < types.length; k += 1) {
    const start = starts[k] ?? 0;
    const end = ends[k] ?? 0;
    switch (types[k]) {
      case C_COMMENT:
        scanText(scan, start + 2, end, 'text');
        break;
      case C_STRING:
        scanString(scan, start + 1, end - 1);
        break;
      case C_INCLUDE:
        scanInclude(scan, start, end);
        break;
      case C_DIFF_TEXT:
        scanDiffText(scan, start, end);
        break;
      case C_DIRECTIVE:
        break;
      case C_NAME:
        scanName(scan, tokens, k, text.slice(start, end), roles[k] ?? 0, own);
        break;
      default:
        break;
    }
  }
}

/** A header of a diff names files below `a/` and `b/`; the lines above it are a message. */
function scanDiffText(scan: BlockScan, start: number, end: number): void {
  const { text } = scan;
  const line = text.slice(start, end);
  if (!/^(?:diff |--- |\+\+\+ |rename )/u.test(line)) {
    if (!/^(?:index |new file |deleted file |similarity |old mode |new mode |Binary )/u.test(line))
      scanText(scan, start, end, 'text');
    return;
  }
  for (const match of line.matchAll(/(?<=\s)(?:[ab]\/)?([^\s/]+\/\S+|[^\s/]+\.[chS])(?=\s|$)/gu)) {
    const path = match[1] ?? '';
    const known = classifyRelativePath(path, true);
    const at = start + match.index + match[0].length - path.length;
    if (known !== undefined) takeName(scan, at, at + path.length, known.name, known.rule, known.kind);
  }
}

function scanInclude(scan: BlockScan, start: number, end: number): void {
  const path = scan.text.slice(start + 1, end - 1);
  if (scan.text.charCodeAt(start) === 60) {
    takeName(scan, start + 1, end - 1, path.startsWith('include/') ? path.slice(8) : path, 'header-path');
    return;
  }
  const known = classifyRelativePath(path, true);
  if (known !== undefined && path.includes('/')) takeName(scan, start + 1, end - 1, known.name, known.rule, known.kind);
}

/** Paths and options inside a string; its words are the snippet's own. */
function scanString(scan: BlockScan, from: number, to: number): void {
  const { text } = scan;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 47 && (i === from || text.charCodeAt(i - 1) <= 61)) {
      const end = endOfPath(text, i, to);
      const path = text.slice(i, end);
      if (isSystemPath(path)) takeName(scan, i, end, path, 'system-path');
      if (end > i) i = end;
    } else if (code === 67 && text.startsWith('CONFIG_', i)) {
      scanText(scan, i, to, 'shell');
      return;
    }
  }
  if (to > from) takeProbe(scan, from, to);
}

function scanName(scan: BlockScan, tokens: CTokens, k: number, name: string, role: number, own: OwnNames): void {
  const { text } = scan;
  const { starts, ends, types } = tokens;
  const start = starts[k] ?? 0;
  const end = ends[k] ?? 0;
  if (name.startsWith('CONFIG_') && name.length > 7) {
    takeName(scan, start, end, name, 'config-option');
    return;
  }
  if (C_KEYWORDS.has(name) || text.charCodeAt(start - 1) === 36) return;
  if (ERRNO_NAMES.has(name)) {
    takeName(scan, types[k - 1] === 45 && ends[k - 1] === start ? start - 1 : start, end, name, 'errno');
    return;
  }
  const before = types[k - 1] ?? 0;
  const next = types[k + 1] ?? 0;
  const tag = before === C_NAME ? text.slice(starts[k - 1] ?? 0, ends[k - 1] ?? 0) : '';
  if (tag === 'struct' || tag === 'union' || tag === 'enum') {
    takeName(scan, starts[k - 1] ?? start, end, name, own.tags.has(name) ? 'own-definition' : 'snippet-tag', tag);
    return;
  }
  if (before === C_ARROW || (before === 46 && ends[k - 1] === start)) {
    scanMember(scan, tokens, k, name, own);
    return;
  }
  if (role === 1) return;
  if (role === 5) {
    takeName(scan, start, end, name, 'own-definition', 'field');
    return;
  }
  if (role === 3) {
    takeName(scan, start, end, name, 'prototype');
    return;
  }
  const known = KNOWN_NAMES.get(name);
  if (own.definitions.has(name)) {
    const isMacro = own.macros.has(name) || isAllCapitals(name);
    takeName(scan, start, end, name, 'own-definition', isMacro ? 'macro' : next === 40 ? 'function' : undefined);
    return;
  }
  if (next === 40) {
    if (own.locals.has(name)) return;
    const kind = known?.kind === 'macro' || known?.kind === 'annotation' ? known.kind : callKind(name);
    takeName(scan, start, end, name, 'call', kind);
    return;
  }
  if (own.locals.has(name) || (next === C_ARROW && known === undefined)) return;
  if (known?.kind === 'struct') return;
  if (known !== undefined && known.kind !== 'command' && known.kind !== 'build') {
    if (
      known.reach === 'plain' ||
      (known.kind === 'macro' && next !== 58 && (name === 'current' || isAllCapitals(name)))
    )
      takeName(scan, start, end, known.name, known.kind === 'annotation' ? 'annotation' : 'known-name', known.kind);
    return;
  }
  if (isAllCapitals(name)) {
    if (name.includes('_') && name.length > 3) takeName(scan, start, end, name, 'snippet-constant');
    else if (name.length > 2) takeName(scan, start, end, name, 'code-identifier', 'macro');
    return;
  }
  if (name.endsWith('_t') && name.length > 3 && isAllSmall(name)) takeName(scan, start, end, name, 'type-suffix');
  else if (name.indexOf('_', 1) > 0 && !own.fields.has(name)) takeName(scan, start, end, name, 'code-identifier');
}

function scanMember(scan: BlockScan, tokens: CTokens, k: number, name: string, own: OwnNames): void {
  const { starts, ends, types } = tokens;
  const start = starts[k] ?? 0;
  const end = ends[k] ?? 0;
  const isArrow = types[k - 1] === C_ARROW;
  const object = types[k - 2];
  if (isArrow) {
    const isSimple =
      object === C_NAME && ends[k - 2] === starts[k - 1] && types[k - 3] !== C_ARROW && types[k - 3] !== 46;
    const of = isSimple ? tagOfBase(scan, tokens, k, own) : undefined;
    if (isSimple && of === undefined && !name.includes('_') && isStranger(scan, tokens, k, own)) return;
    if (isSimple && takeName(scan, starts[k - 2] ?? start, end, name, 'member', undefined, of)) return;
    takeName(scan, start, end, name, 'member', undefined, of);
    return;
  }
  const isInitialiser =
    object === undefined || object === 123 || object === 44 || object === C_COMMENT || object === 59;
  if (isInitialiser) {
    if (types[k + 1] === 61 || types[k + 1] === 46) takeName(scan, start, end, name, 'initialiser');
    return;
  }
  if (object === C_NAME && ends[k - 2] === starts[k - 1]) {
    const whole = scan.text.slice(starts[k - 2] ?? start, end);
    const file = KNOWN_NAMES.has(whole)
      ? ({ name: whole, rule: 'known-name', kind: 'build' } as const)
      : classifyFileName(whole);
    if (file !== undefined) {
      takeName(scan, starts[k - 2] ?? start, end, file.name, file.rule, file.kind);
      return;
    }
  }
  if (name === 'so' || name === 'ko' || name === 'o' || name === 'out') return;
  // `ada@example.org`
  if (types[k - 3] === 64) return;
  const of =
    object === C_NAME && types[k - 3] !== C_ARROW && types[k - 3] !== 46 ? tagOfBase(scan, tokens, k, own) : undefined;
  if (object === C_NAME || object === 93 || object === 41)
    takeName(scan, start, end, name, 'member-dot', undefined, of);
}

/** Names that the kernel's own code gives to pointers to its structures. */
const USUAL_POINTERS: ReadonlySet<string> = new Set(
  `skb sk sock dev ndev netdev pdev inode dentry dir file filp page folio mm vma vmf task tsk current bio req request rq host mmc kvm vcpu sb bdev disk cdev client
  adap adapter spi chip desc clk hw ops fops f_op nb args regs work timer kobj sbi iter map bus drv driver intf urb udev hcd port tty termios cmd scmd sdev shost`
    .trim()
    .split(/\s+/u),
);

/** `ring->dma`: a pointer that no snippet declares, of a name that the kernel's structures do not go by. */
function isStranger(scan: BlockScan, { starts, ends }: CTokens, k: number, own: OwnNames): boolean {
  const base = scan.text.slice(starts[k - 2] ?? 0, ends[k - 2] ?? 0);
  if (own.locals.has(base) || USUAL_POINTERS.has(base) || KNOWN_NAMES.get(base)?.kind === 'struct') return false;
  return !scan.text.includes(`*${base}`);
}

/** Tag of the structure that the variable before the arrow or dot of token `k` has. */
function tagOfBase(scan: BlockScan, { starts, ends }: CTokens, k: number, own: OwnNames): string | undefined {
  const tag = own.tagOf.get(scan.text.slice(starts[k - 2] ?? 0, ends[k - 2] ?? 0));
  return tag === '' ? undefined : tag;
}

function callKind(name: string): EntityKind {
  return isAllCapitals(name) || name.includes('for_each_') ? 'macro' : 'function';
}
