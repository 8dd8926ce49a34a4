import { RELEASES } from './entity.ts';
import type { NameView } from './page-views.ts';

/**
 * The attributes by which the style sheet marks one mention of a name, with a blank before each; empty for a name that is
 * fine or unchecked in every release. `data-mark` is the worst state; the two others stand only where the releases differ.
 */
export function markAttributes({ mark, marks }: Pick<NameView, 'mark' | 'marks'>): string {
  let out = mark === 'fine' || mark === 'unchecked' ? '' : ` data-mark="${mark}"`;
  if (marks && out) for (const release of RELEASES) out += ` data-mark-${release.replace('.', '')}="${marks[release]}"`;
  return out;
}
