import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LedgerLink, linkLedgerSchema } from '../model/link-ledger.ts';
import { CONTENT_DIR, type SiteSettings } from '../site.ts';

/** The outside links of the shipped notes; none when other notes are built, so that their site has no page of them. */
export function readLinkLedger({ isShipped }: Pick<SiteSettings, 'isShipped'>): readonly LedgerLink[] {
  if (!isShipped) return [];
  return linkLedgerSchema.parse(JSON.parse(readFileSync(resolve(CONTENT_DIR, 'links.json'), 'utf8')));
}
