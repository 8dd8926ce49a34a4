/**
 * An item of an error list as an error.
 *
 *     * `FATAL: bad thing`: it means X. Run `fix --it`.
 *
 * gives the signature `FATAL: bad thing` and one cause: title "It means X.", fix "Run `fix --it`.", command `fix --it`. The sentence that
 * holds a command or an imperative is the fix; without one, the last sentence is.
 */
import type { ListItem, PhrasingContent } from 'mdast';
import { parseSignature } from '../../errors/parse-signature.ts';
import { proposeSignature } from '../../errors/propose-signature.ts';
import { plainText } from '../../markdown/remark/walk.ts';
import type { ErrorFrontMatterInput } from '../../model/error-entry.ts';

export interface ErrorItem {
  readonly title: string;
  readonly facts: ErrorFrontMatterInput;
  /** `false` when the paragraphs hold what cause and fix cannot show: pictures, footnotes, HTML. */
  readonly isTold: boolean;
}

const RE_QUOTED = /^["“”«](.{6,300}?)["“”»]\s*[:—–-]?/;
/** What a quoted text must hold to be taken for a message. */
const RE_MESSAGE = /\s|:|error|fail|invalid|unknown|undefined|bug/i;
const RE_SURE_MESSAGE =
  /\b(?:error|fatal|warning|warn|fail(?:ed|ure|s)?|invalid|unknown|undefined|undeclared|bug|oops|panic|cannot|can't|could not|couldn't|unable|not found|no such|no rule|denied|missing|mismatch|corrupt\w*|unexpected|bad|refused|busy|exists|timed? ?out|implicit|incompatible|required)\b/i;
/** Statements and expressions of C are no messages. */
const RE_STATEMENT = /^(?:return|if|for|while|goto|int|char|void|struct)\b|;\s*$|^[\w>.-]+\(.*\)$|^-E[A-Z0-9]+$/;
const RE_COMMAND = /^(?:sudo\s+)?[a-z][\w./+-]*(?:\s+\S.*)$/;
const RE_COMMAND_WORD =
  /^(?:sudo |make|find|modprobe|insmod|rmmod|depmod|apt|apt-get|dnf|yum|pacman|dkms|git|rm|cp|mv|ln|cat|echo|sed|grep|export|cd|mkdir|chmod|systemctl|update-initramfs|dracut|mokutil|sysctl|mount|umount|gdb|perf|\.\/)/;
const RE_FIX =
  /\b(?:run|use|install|add|remove|delete|set|enable|disable|rebuild|reinstall|fix|solution|try|do|change|replace|upgrade|update|export|pass|make sure|need to|have to|should|must)\b/i;
/** What would begin a block at the start of a line. */
const RE_BLOCK_MARK = /^(\d{0,9})([#>+\-=~.)])/;
const RE_WARNING = /\bwarn(?:ing)?\b/i;

/** The error that a list item tells of; `undefined` when it does not begin with a quoted message. */
export function readErrorItem(item: ListItem): ErrorItem | undefined {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return undefined;
  const quoted = quotedMessage(first.children);
  if (quoted === undefined) return undefined;
  const { message, rest } = quoted;
  const later = item.children.slice(1);
  const commands = [
    ...inlineCommands(rest),
    ...later.flatMap((node) =>
      node.type === 'code' ? node.value.split('\n').filter((line) => RE_COMMAND_WORD.test(line.trim())) : [],
    ),
  ];
  const sentences = splitSentences(
    [
      rest.map(markdownOf).join(''),
      ...later
        .filter((node) => node.type === 'paragraph')
        .map((node) => ('children' in node ? (node.children as PhrasingContent[]).map(markdownOf).join('') : '')),
    ]
      .join(' ')
      .replace(/^[\s:—–-]+/, ''),
  );
  const isFix = (sentence: string) =>
    commands.some((command) => sentence.includes(`\`${command}\``)) || (commands.length === 0 && RE_FIX.test(sentence));
  const firstFix = sentences.findIndex(isFix);
  const at = firstFix < 0 ? Math.max(0, sentences.length - 1) : firstFix;
  const cause = sentences.slice(0, at).join(' ');
  const fix = sentences.slice(at).join(' ');
  return {
    title: message,
    facts: {
      title: message,
      severity: severityOf(message),
      component: componentOf(message),
      signatures: [{ text: proposeSignature(message) }],
      causes:
        cause === '' && fix === ''
          ? []
          : [{ id: 'noted', title: capitalise(cause || fix), fix: capitalise(fix || cause), commands }],
    },
    isTold: item.children.every((node) => node.type !== 'paragraph' || node.children.every(canBeTold)),
  };
}

/** `true` for what `markdownOf` writes without loss. */
function canBeTold(node: PhrasingContent): boolean {
  if (
    node.type === 'image' ||
    node.type === 'imageReference' ||
    node.type === 'linkReference' ||
    node.type === 'footnoteReference' ||
    node.type === 'html'
  )
    return false;
  return !('children' in node) || (node.children as PhrasingContent[]).every(canBeTold);
}

/** A sentence that begins with a word, begun with a capital. */
function capitalise(sentence: string): string {
  return /^\p{Ll}[\p{Ll}'’]*[\s,]/u.test(sentence) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

/** The facts of an error that says nothing of itself but its title; a title that reads like a message is its signature. */
export function factsOfTitle(title: string): ErrorFrontMatterInput {
  const isMessage = RE_SURE_MESSAGE.test(title) || /^[^\s:]+: /.test(title);
  return {
    title,
    severity: severityOf(title),
    component: componentOf(title),
    signatures: isMessage && isUsable(title) ? [{ text: proposeSignature(title) }] : [],
    causes: [],
  };
}

function severityOf(message: string): 'warning' | 'fatal' | 'error' {
  return RE_WARNING.test(message.slice(0, 20))
    ? 'warning'
    : /^fatal|panic|oops|bug:/i.test(message)
      ? 'fatal'
      : 'error';
}

/** Nobody wrote the title as a signature, so one that the look-up refuses is none. */
function isUsable(title: string): boolean {
  return parseSignature(proposeSignature(title)).problems.length === 0;
}

function quotedMessage(
  children: readonly PhrasingContent[],
): { message: string; rest: readonly PhrasingContent[] } | undefined {
  const [first, ...rest] = children;
  if (first === undefined) return undefined;
  if (first.type === 'inlineCode' || first.type === 'strong') {
    const message = plainText(first).trim();
    const after = rest.map(plainText).join('').trimStart();
    if (message.length < 6 || !RE_MESSAGE.test(message) || RE_STATEMENT.test(message)) return undefined;
    const isMessage =
      RE_SURE_MESSAGE.test(message) ||
      (/\s/.test(message) && !RE_COMMAND_WORD.test(message) && (/^[:—–-]/.test(after) || after === ''));
    return isMessage ? { message, rest } : undefined;
  }
  const quoted = first.type === 'text' ? RE_QUOTED.exec(first.value) : null;
  if (quoted === null || first.type !== 'text') return undefined;
  return { message: quoted[1] ?? '', rest: [{ type: 'text', value: first.value.slice(quoted[0].length) }, ...rest] };
}

function inlineCommands(nodes: readonly PhrasingContent[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type === 'inlineCode')
      return RE_COMMAND.test(node.value) && RE_COMMAND_WORD.test(node.value) ? [node.value] : [];
    return 'children' in node ? inlineCommands(node.children as PhrasingContent[]) : [];
  });
}

function markdownOf(node: PhrasingContent): string {
  if (node.type === 'inlineCode') return node.value.includes('`') ? `\`\` ${node.value} \`\`` : `\`${node.value}\``;
  if (node.type === 'text') return node.value.replace(/\s*\n\s*/g, ' ').replace(/([\\`*_[\]<&])/g, '\\$1');
  if (node.type === 'break') return ' ';
  if (node.type === 'link' && node.data?.wiki === undefined && plainText(node) === node.url) return `<${node.url}>`;
  if (node.type === 'link') return `[${node.children.map(markdownOf).join('')}](<${node.url}>)`;
  const inner = 'children' in node ? (node.children as PhrasingContent[]).map(markdownOf).join('') : '';
  const mark = node.type === 'emphasis' ? '*' : node.type === 'strong' ? '**' : '';
  return inner.trim() === inner ? `${mark}${inner}${mark}` : inner;
}

function splitSentences(text: string): readonly string[] {
  const sentences = text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}`"“(*])|(?<=[。！？])\s*/u)
    .map((sentence) => sentence.trim().replace(RE_BLOCK_MARK, '$1\\$2'));
  return sentences.filter((sentence) => sentence !== '');
}

function componentOf(message: string): string {
  if (/modpost|symbol dump|Module\.symvers|undefined!/i.test(message)) return 'modpost';
  if (/^make|No rule to make|\*\*\*/.test(message)) return 'kbuild';
  if (/insmod|modprobe|could not insert|Invalid module format/i.test(message)) return 'insmod';
  if (/dkms|Bad return status/i.test(message)) return 'dkms';
  if (/fatal error:|implicit declaration|undeclared|incompatible/i.test(message)) return 'compiler';
  if (/KASAN/.test(message)) return 'kasan';
  if (/lockdep|circular locking|sleeping function/i.test(message)) return 'lockdep';
  if (/BUG:|Oops|NULL pointer|general protection/.test(message)) return 'oops';
  return 'other';
}
