/**
 * Writes a folder of everything that notes may be and should not: odd bytes, odd names, shapes that no parser likes, markup that must not
 * come through. Each readable note holds a word of its own, `word<digits>x`, that must be found in the site.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface NastyTree {
  /** Files that are notes: each must be rendered or a plain page, with the word in the output. */
  readonly notes: ReadonlyMap<string, string>;
  /** Files that must be skipped with a reason. */
  readonly skipped: readonly string[];
  /** Words that must be nowhere in the output. */
  readonly secrets: readonly string[];
}

const MIB = 1024 * 1024;

/** Shapes that take a Markdown parser much time or a deep stack, as text. */
const SHAPES: Readonly<Record<string, (word: string) => string>> = {
  'list-markers-on-a-line': (word) => `${'* '.repeat(10_000)}${word}`,
  'numbers-on-a-line': (word) => `${'1. '.repeat(10_000)}${word}`,
  'quotes-on-a-line': (word) => `${'>'.repeat(10_000)} ${word}`,
  'quotes-and-lists': (word) => `${'> - '.repeat(5_000)}${word}`,
  'brackets-open': (word) => `${'['.repeat(50_000)}${word}`,
  'brackets-nested': (word) => `${'['.repeat(25_000)}${word}${']'.repeat(25_000)}`,
  'links-nested': (word) => `${'['.repeat(20_000)}${word}${'](x)'.repeat(20_000)}`,
  'links-open': (word) => `${'[a]('.repeat(30_000)}${word}`,
  'images-of-wikilinks': (word) => `${'![[[a'.repeat(20_000)}${word}`,
  'table-of-20000-rows': (word) => `| a | b |\n| --- | --- |\n${'| 1 | 2 |\n'.repeat(20_000)}| ${word} | 3 |\n`,
  'table-of-5000-columns': (word) =>
    `${'| a '.repeat(5_000)}|\n${'| - '.repeat(5_000)}|\n| ${word} ${'| 1 '.repeat(4_999)}|\n`,
  'emphasis-open': (word) => `${'*a _b '.repeat(50_000)}${word}`,
  'emphasis-nested': (word) => `${'*a '.repeat(20_000)}${word}${' b*'.repeat(20_000)}`,
  'emphasis-of-threes': (word) => `${'a***b*c__d'.repeat(10_000)} ${word}`,
  'backticks-of-all-lengths': (word) =>
    `${Array.from({ length: 600 }, (_, at) => `${'`'.repeat(at + 1)}a`).join('')} ${word}`,
  'definitions-and-references': (word) =>
    `${Array.from({ length: 20_000 }, (_, at) => `[a${at}]`).join(' ')} ${word}\n\n${Array.from({ length: 20_000 }, (_, at) => `[a${at}]: /u`).join('\n')}`,
  'footnotes-of-footnotes': (word) =>
    Array.from({ length: 2_000 }, (_, at) => `[^${at}]: [^${at + 1}] ${word}\n`).join('\n'),
  'list-of-deep-indents': (word) => Array.from({ length: 1_500 }, (_, at) => `${'  '.repeat(at)}- ${word}`).join('\n'),
  'lazy-lines': (word) => `${'> '.repeat(200)}a\n${`${word} b\n`.repeat(5_000)}`,
  'html-open': (word) => `a ${'<a b="'.repeat(30_000)}${word}`,
  'html-nested': (word) => `${'<div>\n'.repeat(20_000)}${word}`,
  'html-comments-open': (word) => `${'a <!-- b '.repeat(30_000)}${word}`,
  entities: (word) => `${'&amp;&#0;&x'.repeat(30_000)}${word}`,
  addresses: (word) => `${'http://a.b/((( www.x.y a@b.c '.repeat(5_000)}${word}`,
  'one-word-of-a-megabyte': (word) => `${'a'.repeat(MIB)} ${word}`,
  'blank-lines': (word) => `${'\n'.repeat(200_000)}${word}`,
  headings: (word) => `${'# a\n'.repeat(1_000)}\n${word}`,
  'mixed-delimiters': (word) => `${'*_~`[<!|$'.repeat(20_000)} ${word}`,
  'ten-megabytes': (word) =>
    `# Long\n\n${'A line of a long log with some_function+0x10/0x20 in it.\n'.repeat(180_000)}\n${word}\n`,
};

/** Front matter that tools choke on, and markup that must be made harmless. */
const TEXTS: Readonly<Record<string, (word: string) => string>> = {
  'yaml-broken.md': (word) => `---\ntitle: "open\n  - [\n---\n\n# T\n\n${word}\n`,
  'yaml-bomb.md': (word) =>
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghijk'
      .split('')
      .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghijk'[at]}`).join(',')}]`)
      .join('\n')}\n---\n\n${word}\n`,
  'yaml-proto.md': (word) =>
    `---\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\ntitle: __proto__\n---\n\n# constructor\n\n${word}\n`,
  'yaml-types.md': (word) =>
    `---\ntitle: [1, 2]\ntags: { a: 1 }\ndraft: "no"\nkind: nonsense\ndate: 2020-13-45\n---\n\n${word}\n`,
  'yaml-never-closed.md': (word) => `---\ntitle: open\n\n# T\n\n${word}\n`,
  'toml.md': (word) => `+++\ntitle = "T"\n[x\n+++\n\n${word}\n`,
  'html-active.md': (word) =>
    `# H\n\n<script>alert("evilscript")</script>\n<img src=x onerror="evilhandler()">\n<a href="javascript:evillink()">a</a>\n<iframe src="https://evil.example/"></iframe>\n<svg onload="evilsvg()"><a xlink:href="javascript:evil2()"><text>t</text></a></svg>\n<form action="https://evil.example/form"><input autofocus onfocus="evilfocus()"></form>\n<style>body{background:url(https://evil.example/style)}</style>\n<math><mtext></mtext><script>evilmath()</script></math>\n<p style="background:url(https://evil.example/p)">${word}</p>\n<meta http-equiv="refresh" content="0;url=https://evil.example/meta">\n<base href="https://evil.example/base/">\n`,
  'links-active.md': (word) =>
    `[a](javascript:evil3()) [b](JaVaScRiPt:evil4()) [c](data:text/html,evil5) [d](vbscript:evil6) <javascript:evil7()> ![e](javascript:evil8())\n[f](&#106;avascript:evil9()) [g](java\tscript:evil10()) [h][i]\n\n[i]: javascript:evil11()\n\n${word}\n`,
  'links-out.md': (word) =>
    `[up](../../../../etc/passwd) ![up](../../../../../etc/hostname) ![abs](/etc/passwd) ![[../../etc/passwd]] [[../../../etc/passwd]] ![f](file:///etc/passwd) ${word}\n`,
  'images.md': (word) =>
    `![remote](https://evil.example/pixel.png) ![own](img/pixel.png) ![drawing](img/evil.svg) ![none](img/none.png) ${word}\n`,
  'headers-in-prose.md': (word) => `Include <linux/sched.h> and <asm/uaccess.h>. ${word}\n`,
  'fence-open.md': (word) => `# F\n\n\`\`\`c\nint a;\n${word}\n`,
  'only-a-fence.md': (word) => `\`\`\`${word}`,
  'wikilinks.md': (word) => `[[nothing|${word}]] ![[wikilinks]] [[#nowhere]] [[${'a'.repeat(5_000)}]] [[]] [[|]]\n`,
  'embeds-itself.md': (word) => `![[embeds-itself]] ${word}\n`,
  'slots.md': (word) => `\u0001name\u0002text\u0003 \u0000 \u0007 \ue000 \uffff \ufeff ${word}\n`,
  'surrogates-and-direction.md': (word) =>
    `\u202e${word}\u202c \u2066x\u2069 a\u0300\u0301\u0302${'\u0300'.repeat(2_000)}\n`,
  'same-headings.md': (word) => `${'# Same\n\ntext\n\n'.repeat(100)}${word}\n`,
  'title-of-a-megabyte.md': (word) => `# ${'t'.repeat(MIB)}\n\n${word}\n`,
  'cr-only.md': (word) => `# CR\r\rone\rtwo ${word}\r`,
  'crlf.md': (word) => `---\r\ntitle: CRLF\r\n---\r\n\r\n# CRLF\r\n\r\n${word}\r\n`,
};

const NAMES = [
  '..md',
  'a & b.md',
  'quote\'".md',
  '<b>.md',
  'new\nline.md',
  'hash#and?query.md',
  '100%.md',
  '%2e%2e.md',
  'space .md',
  '文件.md',
  '🐧.md',
  'Case.md',
  'case.md',
  'index.md',
  'dir/index.md',
  'dir.md',
  'README.md',
  'readme.markdown',
  'note.md',
  'note.txt',
  'note.markdown',
  '404.md',
  'search.md',
  'data/entries.json.md',
  'name/index.md',
  '__proto__.md',
  'constructor.md',
  'con.md',
  '-rf.md',
  'e\u0301.md',
  '\u00e9.md',
  `${'n'.repeat(200)}.md`,
  `${'deep/'.repeat(120)}note.md`,
];

/** Writes the tree; `outside` is a folder beside it that links lead to and nothing may come from. */
export function makeNastyTree(folder: string, outside: string): NastyTree {
  const notes = new Map<string, string>();
  const skipped: string[] = [];
  let made = 0;
  const put = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const putNote = (file: string, write: (word: string) => string | Uint8Array) => {
    made += 1;
    const word = `word${String(made).padStart(4, '0')}x`;
    put(file, write(word));
    notes.set(file, word);
  };
  for (const [name, write] of Object.entries(SHAPES)) putNote(`shapes/${name}.md`, write);
  for (const [name, write] of Object.entries(TEXTS)) putNote(`texts/${name}`, write);
  for (const name of NAMES) putNote(`names/${name}`, (word) => `# Name\n\n${word}\n`);
  putNote('bytes/bom.md', (word) => `\ufeff# BOM\n\n${word}\n`);
  putNote('bytes/utf16le.md', (word) => Buffer.from(`\ufeff# Wide\n\n${word} 内核\n`, 'utf16le'));
  putNote('bytes/utf16be.md', (word) => Buffer.from(`\ufeff# Wide\n\n${word} 内核\n`, 'utf16le').swap16());
  putNote('bytes/gb2312.md', (word) =>
    Buffer.concat([Buffer.from(`# ${word}\n\n`), Buffer.from('c4dabacbc4a3bfe9b5c4bcd3d4d8b9fdb3cca1a30a', 'hex')]),
  );
  putNote('bytes/latin1.md', (word) => Buffer.from(`# ${word}\n\nf\u00fcr gr\u00f6\u00dfere Bl\u00f6cke\n`, 'latin1'));
  putNote('bytes/cut-utf8.md', (word) => Buffer.concat([Buffer.from(`# ${word}\n\n内核模块`), Buffer.of(0xe5, 0x86)]));
  putNote('bytes/nul.md', (word) => `# Nul\n\n${word} a\0b and enough other text for it to be text\n`);
  put('bytes/empty.md', '');
  put('bytes/blank.md', ' \n\t\n');
  for (const file of ['bytes/empty.md', 'bytes/blank.md']) notes.set(file, '');
  put('bytes/image.md', Buffer.from('89504e470d0a1a0a0000000d49484452000001f4000001f40806000000', 'hex'));
  put(
    'bytes/random.txt',
    Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 0xff)),
  );
  skipped.push('bytes/image.md', 'bytes/random.txt');
  put('texts/img/pixel.png', Buffer.from('89504e470d0a1a0a', 'hex'));
  put(
    'texts/img/evil.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="evilimage()"><script>evilimage2()</script><rect width="3"/></svg>',
  );
  return { notes, skipped: [...skipped, ...putForbidden(folder, outside, put)].sort(), secrets: SECRETS };
}

const SECRETS = [
  'secretdraft',
  'secretprivate',
  'secrethidden',
  'secretignored',
  'secretoutside',
  'secretmodule',
  'secretcomment',
];

/** What must not be published; returns what must be told as skipped. */
function putForbidden(
  folder: string,
  outside: string,
  put: (file: string, content: string) => void,
): readonly string[] {
  put('kernel-notes.json', '{ "title": "Nasty", "ignore": ["ignored/", "*.tmp.md"], "colour": 3 }');
  put('hidden/draft.md', '---\ndraft: true\n---\n\nsecretdraft\n');
  put('hidden/private.md', '---\nprivate: true\n---\n\nsecretprivate\n');
  put('hidden/comment.md', 'seen <!-- secretcomment --> seen\n');
  put('hidden/.dot.md', 'secrethidden');
  put('.obsidian/notes.md', 'secrethidden');
  put('node_modules/x/README.md', 'secretmodule');
  put('ignored/deep/a.md', 'secretignored');
  put('hidden/b.tmp.md', 'secretignored');
  mkdirSync(outside, { recursive: true });
  writeFileSync(join(outside, 'secret.md'), 'secretoutside');
  mkdirSync(join(folder, 'links'), { recursive: true });
  const links: Readonly<Record<string, string>> = {
    'out.md': join(outside, 'secret.md'),
    outside: outside,
    up: '..',
    'self.md': 'self.md',
    'dangling.md': 'nothing.md',
    'device.md': '/dev/zero',
    'inside.md': '../names/README.md',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, 'links', name));
  execFileSync('mkfifo', [join(folder, 'links', 'pipe.md')]);
  const linked = [...Object.keys(links), 'pipe.md'].map((name) => `links/${name}`);
  return ['hidden/.dot.md', 'hidden/b.tmp.md', 'ignored/deep/a.md', ...linked];
}
