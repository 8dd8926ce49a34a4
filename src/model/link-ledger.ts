import { z } from 'zod';

/** In front of an address it asks the archive for the copy nearest to today. */
export const ARCHIVE_PREFIX = 'https://web.archive.org/web/';

/** One address outside of the site that the notes name or grew from. */
export const ledgerLinkSchema = z
  .strictObject({
    /** As it was written, without a full stop behind it, such as `http://lwn.net/Articles/223185/`. */
    url: z.url({ protocol: /^https?$/ }),
    /** What it is, in our own words. */
    title: z.string().min(1),
    /** What a reader would open it for; one sentence. */
    purpose: z.string().min(1),
    /** Where its subject stands in our own notes: folder and slug, such as `topics/systemtap`. */
    entries: z.array(z.string().regex(/^[a-z]+\/[a-z0-9-]+$/)).min(1),
    /** What was seen when somebody opened it. `not checked`: nobody has, since this ledger was begun. */
    state: z.enum(['not checked', 'alive', 'dead']),
    /** The same address in the archive, where the page is probably gone. */
    archive: z.url().optional(),
  })
  .refine(({ url, archive }) => archive === undefined || archive === ARCHIVE_PREFIX + url, {
    path: ['archive'],
    message: `must be ${ARCHIVE_PREFIX} and the address`,
  });

/** All of them, sorted by address in code-unit order. */
export const linkLedgerSchema = z.array(ledgerLinkSchema);

export type LedgerLink = z.infer<typeof ledgerLinkSchema>;
