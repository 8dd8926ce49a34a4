import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LedgerLink, linkLedgerSchema } from '../model/link-ledger.ts';
import { CONTENT_DIR } from '../site.ts';
import { currentSite } from './current-site.ts';

/** The outside links of the shipped notes; none when other notes are built, so that their site has no page of them. */
export function linkLedger(): readonly LedgerLink[] {
  const file = resolve(CONTENT_DIR, 'links.json');
  if (!currentSite().notes.site.isShipped || !existsSync(file)) return [];
  return linkLedgerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
