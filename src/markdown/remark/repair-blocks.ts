/**
 * Mends blocks that were meant otherwise than they were parsed.
 *
 *     ␠␠␠␠```\n␠␠␠␠code\n␠␠␠␠```   →  one code block, not code that shows its fences
 *     ```int x;\nint y;\n```        →  code that begins on the fence line
 *     ```c int x;\nint y;\n```      →  the same, with its language
 *     | [[a|b]] | c |              →  a wiki link in one cell; cells beyond the last column join the last one
 *     ##Title                       →  a heading
 *     <module>                      →  text, since HTML has no such element; likewise what opens and never closes
 *     <!-- … -->                    →  nothing
 *
 * Code loses the blanks that all its lines begin with.
 */
import type {
  Code,
  Heading,
  Html,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
  TableRow,
  Text,
} from 'mdast';
import { canonicalLanguage } from '../code/languages.ts';
import { cutText, locateLiteral } from './source-offsets.ts';
import { plainText, walk } from './walk.ts';

declare module 'mdast' {
  interface HtmlData {
    /** The tag does not get into the output. */
    isDropped?: boolean;
  }
  interface CodeData {
    /** What stands on the fence line behind the fence is the first line of the code. */
    startsOnFence?: boolean;
    /** The fence never closes. */
    isUnclosed?: boolean;
  }
}

const RE_WHOLE_FENCE = /^\s*(`{3,}|~{3,})[ \t]*([^\s`]*)[^\n]*\n([\s\S]*?)\n?[ \t]*\1[ \t]*\s*$/;
const RE_HEADING = /^(#{1,6})(?![#!\s])/;
const RE_DIRECTIVE = /^#(?:include|define|undef|if|ifdef|ifndef|elif|else|endif|pragma|error|warning|line|import)\b/;
/** Elements whose content is no markup: one that never closes would swallow the rest of the note. */
const RE_SWALLOWING =
  /^<(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|template|select|object|svg|math)\b/i;
const RE_OPENINGS =
  /<(?:!--|(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|select|object|svg|math|\/?template|plaintext)\b)/gi;
const RE_SWALLOWING_END =
  /^<\/(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|template|select|object|svg|math)\b/i;
/** A tag without attributes, or with words that are none. */
const RE_HOLE = /<([A-Za-z][\w.:-]*)(?:\s+[\w'.,-]+)*\s*>/g;
const RE_ELEMENT = /^<\/?([A-Za-z][\w-]*)(?=[\s/>])/;

const INLINE_PARENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

/** Elements of HTML that may stand in a note; anything else in angle brackets is what somebody wrote. */
const ELEMENTS = new Set(
  'a abbr address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(
    ' ',
  ),
);

/** Mends the blocks of a tree in place; `isMdx`: tags of components, imports and exports go. */
export function repairBlocks(tree: Root, source: string, isMdx = false): void {
  walk(tree, (node, parent, index) => {
    if (isMdx && isProgram(node, parent)) {
      parent.children.splice(index, 1);
      return;
    }
    if (node.type === 'code') {
      repairCode(node, source);
      node.value = withoutCommonIndent(node.value);
    } else if (node.type === 'heading' && parent.type !== 'root')
      node.depth = Math.max(node.depth, 3) as Heading['depth'];
    else if (node.type === 'paragraph') repairHeading(node, parent, index);
    else if (node.type === 'tableRow') repairRow(node, parent, source);
    else if (node.type === 'html') repairHtml(node, parent, index, source);
  });
}

/** `true` for the name of an element of HTML, in lower case. */
export function isHtmlElement(name: string): boolean {
  return ELEMENTS.has(name);
}

/** `true` for what MDX does not show: tags whose names begin with a capital, lines of imports and exports. */
function isProgram(node: Nodes, parent: Parents): boolean {
  if (node.type === 'html') return /^(?:\s*<\/?[A-Z][^<>]*>)+\s*$/.test(node.value);
  return (
    node.type === 'paragraph' &&
    parent.type === 'root' &&
    /^(?:import\s.*from\s+['"]|import\s+['"]|export\s+(?:const|default|function)\b)/.test(plainText(node).slice(0, 300))
  );
}

function repairCode(node: Code, source: string): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const fence = /^(`{3,}|~{3,})/.exec(source.slice(start, start + 12));
  if (fence === null) {
    const inner = RE_WHOLE_FENCE.exec(node.value);
    if (inner === null) return;
    node.lang = inner[2] === '' ? null : (inner[2] ?? null);
    node.value = inner[3] ?? '';
    if (node.lang !== null && canonicalLanguage(node.lang ?? '') === undefined && /[(){};=]/.test(node.lang ?? ''))
      node.lang = null;
    return;
  }
  const mark = fence[1] ?? '```';
  const written = source.slice(start, end);
  const last = written.slice(Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r')) + 1);
  if (!/[\r\n]/.test(written) || !new RegExp(`^[ \\t>]*\\${mark[0]}{${mark.length},}[ \\t]*$`).test(last))
    node.data = { ...node.data, isUnclosed: true };
  if (isCodeBehindLanguage(node.lang ?? '', node.meta ?? '')) {
    node.value = node.value === '' ? (node.meta ?? '') : `${node.meta}\n${node.value}`;
    node.meta = null;
    node.data = { ...node.data, startsOnFence: true };
    return;
  }
  const firstLine = `${node.lang ?? ''}${node.meta ? ` ${node.meta}` : ''}`;
  if (!looksLikeCode(node.lang ?? '', node.meta ?? '', firstLine)) return;
  node.value = node.value === '' ? firstLine : `${firstLine}\n${node.value}`;
  node.lang = null;
  node.meta = null;
  node.data = { ...node.data, startsOnFence: true };
}

/** Code without the blanks that all its lines begin with. */
function withoutCommonIndent(code: string): string {
  const first = /^[ \t]*/.exec(code)?.[0] ?? '';
  if (first === '' && !/^[\r\n]/.test(code)) return code;
  let common: string | undefined;
  for (const line of code.split('\n')) {
    if (line.trim() === '') continue;
    const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
    common = common === undefined ? blanks : sharedStart(common, blanks);
    if (common === '') return code;
  }
  if (common === undefined) return code;
  const length = common.length;
  return code
    .split('\n')
    .map((line) => line.slice(length))
    .join('\n');
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** `c int x;` on a fence line: a known language, and behind it what can only be its first line. */
function isCodeBehindLanguage(lang: string, meta: string): boolean {
  return (
    meta !== '' &&
    canonicalLanguage(lang) !== undefined &&
    (/^[^{["'=]*;\s*$/.test(meta) || /^(?:#\s*include\b|(?:static|struct|int|void|obj-[my])\s)/.test(meta))
  );
}

function looksLikeCode(lang: string, meta: string, firstLine: string): boolean {
  if (lang === '' || /^[{[]/.test(lang)) return false;
  const isKnown = canonicalLanguage(lang.replace(/[{,:].*$/, '')) !== undefined;
  if (isKnown) return /^make$/i.test(lang) && /^(?:-|\w+=|[a-z_]+$)/.test(meta) && !meta.includes('"');
  if (/[;(){}=<>|&$/]/.test(lang)) return true;
  if (/[;{]\s*$/.test(meta)) return true;
  return (
    meta !== '' && !/^[{[]|^\w+\s*=\s*["'{\d]|^(?:title|linenos|hl_lines|copy)\b/.test(meta) && /\s\S/.test(firstLine)
  );
}

/** Cells beyond the columns of the head, which HTML would lose: halves of a wiki link are put together, what is left joins the last cell. */
function repairRow(row: TableRow, parent: Parents, source: string): void {
  const head = parent.children[0];
  const columns = head?.type === 'tableRow' ? head.children.length : 0;
  let extra = row.children.length - columns;
  if (extra <= 0 || columns === 0) return;
  const cells: TableCell[] = [];
  for (const cell of row.children) {
    const link = extra > 0 ? joinedLink(cells.at(-1), cell, source) : undefined;
    if (link !== undefined) {
      cells.at(-1)?.children.splice(-1, 1, link, ...cell.children.slice(1));
      extra -= 1;
    } else cells.push(cell);
  }
  const last = cells[columns - 1];
  for (const cell of cells.slice(columns))
    if (cell.children.length > 0) last?.children.push(barBefore(cell), ...cell.children);
  row.children = cells.slice(0, columns);
}

/** The text `[[page|label]]` that a bar parted into the end of `left` and the start of `right`. */
function joinedLink(left: TableCell | undefined, right: TableCell, source: string): Text | undefined {
  const last = left?.children.at(-1);
  const first = right.children[0];
  if (last?.type !== 'text' || first?.type !== 'text' || !last.position || !first.position) return undefined;
  if (!/\[\[[^[\]|]+$/.test(last.value) || !/^[^[\]|]*\]\]/.test(first.value)) return undefined;
  const position = { start: last.position.start, end: first.position.end };
  const text: Text = { type: 'text', value: `${last.value}|${first.value}`, position };
  locateLiteral(text, source);
  return text;
}

/** The bar that parted a cell from the one before, as text. */
function barBefore(cell: TableCell): Text {
  const value = ' | ';
  const start = cell.children[0]?.position?.start ?? { line: 1, column: 1, offset: 0 };
  const offsets = new Int32Array(value.length).fill(start.offset ?? 0);
  return { type: 'text', value, position: { start, end: start }, data: { offsets } };
}

function repairHeading(node: Paragraph, parent: Parents, index: number): void {
  const text = node.children[0];
  if (text?.type !== 'text') return;
  const marks = RE_HEADING.exec(text.value)?.[1];
  if (marks === undefined || RE_DIRECTIVE.test(text.value)) return;
  const end = firstBreak(node.children);
  const line =
    node.children.slice(0, end.child).map(plainText).join('') +
    (end.at > 0 ? plainText(node.children[end.child] ?? text).slice(0, end.at) : '');
  const title = line.slice(marks.length);
  if (marks.length === 1 && (!/^\p{Lu}|^\p{Lo}/u.test(title) || /\s#\S/.test(title) || title.length > 100)) return;
  if (marks.length > 1 && !/^[\p{L}\p{N}`_"'(]/u.test(title)) return;
  const head: PhrasingContent[] = [];
  const rest: PhrasingContent[] = [];
  node.children.forEach((child, at) => {
    const from = at === 0 ? marks.length : 0;
    if (at < end.child) head.push(at === 0 && child.type === 'text' ? cutText(child, from, child.value.length) : child);
    else if (at > end.child) rest.push(child);
    else if (child.type === 'text') {
      if (end.at > from) head.push(cutText(child, from, end.at));
      if (end.at + 1 < child.value.length) rest.push(cutText(child, end.at + 1, child.value.length));
    }
  });
  const heading: Heading = {
    type: 'heading',
    depth: marks.length as Heading['depth'],
    children: head,
    ...(node.position ? { position: node.position } : {}),
  };
  const pieces: RootContent[] = [heading];
  const start = rest[0]?.position?.start;
  if (rest.length > 0)
    pieces.push({
      ...node,
      children: rest,
      ...(node.position && start ? { position: { ...node.position, start } } : {}),
    });
  parent.children.splice(index, 1, ...(pieces as never[]));
}

function firstBreak(children: readonly PhrasingContent[]): { child: number; at: number } {
  for (let child = 0; child < children.length; child++) {
    const node = children[child];
    const at = node?.type === 'text' ? node.value.indexOf('\n') : -1;
    if (at >= 0) return { child, at };
    if (node?.type === 'break') return { child, at: 0 };
  }
  return { child: children.length, at: 0 };
}

function repairHtml(node: Html, parent: Parents, index: number, source: string): void {
  const { value } = node;
  if (isComment(value)) {
    parent.children.splice(index, 1);
    return;
  }
  if (dropSwallowing(node, parent, index)) return;
  if (value.startsWith('<!--') ? value.includes('-->') : isKnownHtml(value)) {
    node.value = escapeOpen(escapeHoles(replaceControlReferences(value)));
    return;
  }
  const text: Text = { type: 'text', value, ...(node.position ? { position: node.position } : {}) };
  locateLiteral(text, source);
  const stand: RootContent = INLINE_PARENTS.has(parent.type)
    ? text
    : { type: 'paragraph', children: [text], ...(node.position ? { position: node.position } : {}) };
  parent.children.splice(index, 1, stand as never);
}

/** `true` for a comment and nothing else. */
function isComment(html: string): boolean {
  const written = html.trim();
  return written.startsWith('<!--') && written.indexOf('-->', 2) === written.length - 3;
}

/** HTML of a note without references to control characters, which a parser of HTML would turn into slots. */
function replaceControlReferences(html: string): string {
  return html.replace(
    /&#(?:0*([1-9]\d?)|x0*([\da-f]{1,2}))(?![\da-f]);?/gi,
    (written, decimal?: string, hexadecimal?: string) => {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal);
      return code >= 32 || code === 9 || code === 10 || code === 13 ? written : '\ufffd';
    },
  );
}

/**
 * Among words, tags of elements whose content is no markup are marked as dropped, since a parser of HTML would take the markup between
 * them for text; what stands in scripts and styles goes with them. `false` for any other tag and for one that never closes.
 */
function dropSwallowing(node: Html, parent: Parents, index: number): boolean {
  const closing = RE_SWALLOWING_END.exec(node.value)?.[1];
  const name = (closing ?? RE_SWALLOWING.exec(node.value)?.[1])?.toLowerCase();
  if (name === undefined || !INLINE_PARENTS.has(parent.type)) return false;
  const isEnd = (later: Nodes) => later.type === 'html' && later.value.toLowerCase().startsWith(`</${name}`);
  const end = closing === undefined ? parent.children.findIndex((later, at) => at > index && isEnd(later)) : index;
  if (end < 0) return false;
  node.data = { ...node.data, isDropped: true };
  if (name === 'script' || name === 'style')
    for (let at = index + 1; at < end; at++) parent.children[at] = { type: 'text', value: '' };
  return true;
}

/** HTML in which what no element is called, such as `<pid>` or `<your name>`, is text. Drawings and formulas have elements of their own. */
function escapeHoles(html: string): string {
  if (/<(?:svg|math)\b/i.test(html)) return html;
  let closed: ReadonlySet<string> | undefined;
  return html.replace(RE_HOLE, (written, name: string) => {
    const tag = name.toLowerCase();
    if (isHtmlElement(tag)) return written;
    closed ??= new Set(Array.from(html.matchAll(/<\/([A-Za-z][\w.:-]*)/g), ([, end = '']) => end.toLowerCase()));
    return closed.has(tag) ? written : `&lt;${written.slice(1)}`;
  });
}

/** HTML in which nothing that is open at its end could swallow what follows: such tags and comments become text. */
function escapeOpen(html: string): string {
  const lower = html.toLowerCase();
  const closed = html.replace(RE_OPENINGS, (written, name: string | undefined, at: number) => {
    const end = name === undefined ? '-->' : `</${name.toLowerCase()}`;
    return !/^\/?(?:template|plaintext)$/i.test(name ?? '') && lower.indexOf(end, at + 2) >= 0
      ? written
      : `&lt;${written.slice(1)}`;
  });
  const last = closed.lastIndexOf('<');
  return last > closed.lastIndexOf('>') ? `${closed.slice(0, last)}&lt;${closed.slice(last + 1)}` : closed;
}

function isKnownHtml(value: string): boolean {
  const name = RE_ELEMENT.exec(value)?.[1]?.toLowerCase();
  if (name === undefined || !isHtmlElement(name)) return false;
  const swallowing = RE_SWALLOWING.exec(value)?.[1];
  return (
    swallowing === undefined ||
    (swallowing.toLowerCase() !== 'template' && new RegExp(`</${swallowing}\\s*>`, 'i').test(value))
  );
}
