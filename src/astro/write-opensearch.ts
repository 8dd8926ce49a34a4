import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '../markdown/escape-html.ts';

/** Name of the description below the output folder. */
export const OPENSEARCH_FILE = 'opensearch.xml';

/** Longest title that the format allows. */
const SHORT_NAME = 16;

/** Writes the description by which browsers offer the site as a search engine. `siteUrl` is the origin, `base` has slashes at both ends. */
export function writeOpenSearch(
  outDir: string,
  { title, siteUrl, base }: { readonly title: string; readonly siteUrl: string; readonly base: string },
): void {
  writeFileSync(join(outDir, OPENSEARCH_FILE), describe(title, `${siteUrl}${base}`));
}

function describe(title: string, home: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(title.slice(0, SHORT_NAME))}</ShortName>
  <Description>${escapeHtml(`Names, errors and words in ${title}`)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeHtml(home)}favicon.svg</Image>
  <Url type="text/html" template="${escapeHtml(home)}search/?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
