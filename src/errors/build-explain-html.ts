import type { Catalogue } from './catalogue.ts';
import { packAdvice, packCatalogue } from './pack-catalogue.ts';

/** What the single file is made of. Script and style must be complete: nothing is fetched. */
export interface ExplainHtmlParts {
  readonly title: string;
  readonly catalogue: Catalogue;
  /** A classic script that defines `<kn-log-lookup>`. */
  readonly script: string;
  readonly style: string;
  /** Markup of the element, as src/components/render-log-lookup.ts makes it. */
  readonly markup: string;
  /** SHA-256 of a text as base64. */
  readonly hash: (text: string) => string;
}

/**
 * One HTML file that explains logs without network, also opened from disk. Its policy names script and style by their
 * hashes and allows nothing else, no request least of all. The same parts give the same bytes.
 */
export function buildExplainHtml({ title, catalogue, script, style, markup, hash }: ExplainHtmlParts): string {
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const sheet = style.replaceAll('</style', '<\\/style');
  const policy = `default-src 'none'; script-src 'sha256-${hash(code)}'; style-src 'sha256-${hash(sheet)}'; base-uri 'none'; form-action 'none'`;
  // In JSON every "<" may be written so, and then none can end the element.
  const packed = { catalogue: packCatalogue(catalogue), advice: packAdvice(catalogue) };
  const json = JSON.stringify(packed).replaceAll('<', '\\u003c');
  return (
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n` +
    `<title>${escapeText(title)}</title>\n<style>${sheet}</style>\n</head>\n<body>\n<main>\n<h1>${escapeText(title)}</h1>\n` +
    `<p>Paste what <code>make</code>, <code>dmesg</code> or <code>insmod</code> printed. This one file knows ${catalogue.entries.length} errors and needs no network.</p>\n` +
    `${markup}\n<noscript><p>Explaining a log needs script.</p></noscript>\n</main>\n` +
    `<script type="application/json">${json}</script>\n<script>${code}</script>\n</body>\n</html>\n`
  );
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
