import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Writes documents of a kernel tree as notes: titles become headings, marks of reStructuredText become those of Markdown, the rest stays as it is.
 * Good enough to search them; nothing of them is kept in this project.
 */

const RE_LINE = /^([=\-~^"'`#*+.:_])\1{2,}\s*$/;
const RE_LEFT_OUT = /^\.\. (?:SPDX|_|kernel-doc|toctree|contents)/;

/** Copies those of `paths`, which lie below `documents`, into `folder`, each under its own name. */
export function copyDocuments(documents: string, paths: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const path of paths) {
    const text = readFileSync(join(documents, path), 'utf8');
    writeFileSync(join(folder, `${basename(path, '.rst')}.md`), toMarkdown(text));
  }
}

/** A style of title is as deep as it is new in its document. */
function toMarkdown(text: string): string {
  const lines = text.split('\n');
  const written: string[] = [];
  const styles: string[] = [];
  const addTitle = (style: string, title: string): void => {
    if (!styles.includes(style)) styles.push(style);
    written.push('', `${'#'.repeat(Math.min(6, styles.indexOf(style) + 1))} ${title.trim()}`, '');
  };
  for (let at = 0; at < lines.length; at += 1) {
    const [line = '', next = '', third = ''] = lines.slice(at, at + 3);
    if (RE_LINE.test(line) && next.trim() !== '' && third.trim() === line.trim()) {
      addTitle(`over ${line.charAt(0)}`, next);
      at += 2;
    } else if (/^\S/.test(line) && RE_LINE.test(next) && next.trim().length >= line.trim().length - 2) {
      addTitle(next.charAt(0), line);
      at += 1;
    } else if (!RE_LEFT_OUT.test(line)) {
      written.push(
        line
          .replaceAll('``', '`')
          .replace(/:\w+(?::\w+)?:`([^`]*)`/g, '`$1`')
          .replaceAll('<', '&lt;'),
      );
    }
  }
  return written.join('\n');
}
