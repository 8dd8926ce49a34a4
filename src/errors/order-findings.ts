import type { ErrorSeverity } from '../model/error-entry.ts';
import type { FindingDraft } from './finding-draft.ts';

const RANK: Readonly<Record<ErrorSeverity, number>> = { fatal: 0, error: 0, warning: 1, harmless: 2 };

/**
 * The order of cause: errors before warnings before what is harmless, sure before similar, then as they stand in the
 * log, since the first error is the cause; on one line the spelling that fits the release, then the more literal one.
 * Lines that only follow from others and found nothing to follow come last of their rank. Makes a new array.
 */
export function orderFindings(findings: readonly FindingDraft[], release: string | undefined): FindingDraft[] {
  const keyOf = (draft: FindingDraft): readonly number[] => {
    const { signature, entry, variant } = draft.candidate;
    const fits = release === undefined || signature.releases === undefined || signature.releases.includes(release);
    return [
      RANK[entry.severity],
      signature.isConsequence === true ? 1 : 0,
      draft.level === 'exact' ? 0 : 1,
      draft.occurrences[0]?.line ?? 0,
      fits ? 0 : 1,
      -variant.weight,
    ];
  };
  return findings
    .map((draft) => ({ draft, key: keyOf(draft) }))
    .sort((a, b) => {
      for (const [index, value] of a.key.entries()) {
        const difference = value - (b.key[index] ?? 0);
        if (difference !== 0) return difference;
      }
      return a.draft.candidate.entry.id < b.draft.candidate.entry.id ? -1 : 1;
    })
    .map(({ draft }) => draft);
}
