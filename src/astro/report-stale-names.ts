import type { CompiledCorpus } from '../compiler/compile-corpus.ts';
import { MENTION_SIZE } from '../compiler/draft.ts';
import { makeDiagnostic } from '../diagnostics/rules.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { RELEASES } from '../model/entity.ts';
import { marksOf, type NameFacts } from './kernel-facts.ts';

/** Notes in which a name is reported of which nothing shows that the kernel ever had it. */
const MAX_UNKNOWN = 3;

/**
 * One diagnostic for the first mention in each note of each name that is gone, moved or misspelt. A name that no checked release has and
 * of which nobody knows a successor may be the notes' own: it is reported in `MAX_UNKNOWN` notes, the last of which counts the others.
 */
export function reportStaleNames(
  { entries, entities }: CompiledCorpus,
  factsOf: (entity: number) => NameFacts,
  isWanted: (root: string) => boolean,
): readonly Diagnostic[] {
  const stale = new Map<number, NameFacts>();
  entities.forEach((_, number) => {
    const facts = factsOf(number);
    const { mark } = marksOf(facts);
    if (mark !== 'fine' && mark !== 'unchecked') stale.set(number, facts);
  });
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  /** For each name that may be the notes' own: notes so far, and its last report. */
  const unknown = new Map<number, { notes: number; last: number }>();
  if (stale.size === 0) return found;
  for (const { entry, draft, binding } of entries) {
    const { root, file } = entry.source;
    if (!isWanted(root)) continue;
    const { mentions } = draft;
    for (let at = 0; at < mentions.length; at += MENTION_SIZE) {
      const number = binding.names[mentions[at] ?? 0] ?? -1;
      const facts = stale.get(number);
      const key = `${number}\n${root}\n${file}`;
      if (facts === undefined || mentions[at + 4] === 0 || seen.has(key)) continue;
      seen.add(key);
      if (mayBeOwn(facts)) {
        const known = unknown.get(number) ?? { notes: 0, last: 0 };
        known.notes += 1;
        if (known.notes <= MAX_UNKNOWN) known.last = found.length;
        unknown.set(number, known);
        if (known.notes > MAX_UNKNOWN) continue;
      }
      found.push({
        root,
        file,
        ...describeStale(entities[number]?.name ?? '', facts, {
          line: mentions[at + 4] ?? 1,
          column: mentions[at + 5] ?? 1,
        }),
      });
    }
  }
  for (const { notes, last } of unknown.values()) {
    const report = found[last];
    const more = notes - MAX_UNKNOWN;
    if (report !== undefined && more > 0)
      found[last] = {
        ...report,
        found: `${report.found}; ${more} more ${more === 1 ? 'note names' : 'notes name'} it`,
      };
  }
  return found;
}

/** Nothing shows that the kernel ever had the name. */
function mayBeOwn(facts: NameFacts): boolean {
  return (
    marksOf(facts).mark === 'gone' &&
    (facts.replacedBy ?? []).length === 0 &&
    facts.howToPort === undefined &&
    RELEASES.every((release) => facts.status[release].state === 'absent')
  );
}

function describeStale(
  name: string,
  facts: NameFacts,
  place: { readonly line: number; readonly column: number },
): Omit<Diagnostic, 'root' | 'file'> {
  const { mark } = marksOf(facts);
  const { status, suggestion, replacedBy, howToPort } = facts;
  if (mark === 'slip') return makeDiagnostic('misspelt-name', place, name, suggestion);
  if (mark === 'moved') {
    const moved = RELEASES.map((release) => status[release]).find(({ to }) => to !== undefined);
    return makeDiagnostic('moved-name', place, name, moved?.isGuess ? `${moved.to}, a guess by its name` : moved?.to);
  }
  if (mark === 'newer') {
    const without = RELEASES.filter((release) => status[release].state !== 'present').join(' and ');
    return makeDiagnostic('newer-name', place, `${name}, which ${without} does not have yet`);
  }
  const gone = RELEASES.filter((release) => status[release].state === 'absent');
  const successors = replacedBy?.map(({ name: successor }) => successor).join(', ');
  return makeDiagnostic(
    'stale-name',
    place,
    `${name}, which ${gone.join(' and ')} ${gone.length > 1 ? 'lack' : 'lacks'}`,
    successors === undefined || successors === '' ? howToPort : successors,
  );
}
