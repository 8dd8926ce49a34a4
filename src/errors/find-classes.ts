import type { CatalogueEntry } from './catalogue.ts';
import type { Candidate, OpenCatalogue } from './open-catalogue.ts';
import type { LineSubject } from './read-subject.ts';
import { canonicalWord } from './same-words.ts';

/**
 * One kind of line of an entry: words that all stand in it, in any order and spelling, in the language of `classes` of
 * src/model/error-entry.ts.
 */
export interface LineClass {
  readonly candidate: Candidate;
  readonly marks: readonly string[];
  /** True when no mark speaks of a failure itself, so that another word has to. */
  readonly isTopic: boolean;
  readonly score: number;
}

const SPEAKER_SCORE = 16;
const FAMILY_SCORE = 15;
const WORD_SCORE = 5;
const COMMON_SCORE = 3;
const ERRNO_SCORE = 3;
/** Words that speak of a failure themselves, beside those that make a line worth a look. */
const TROUBLE = new Set(
  'not no never too must should without missing full timeout overflow drop exceed leak busy deny checksum removed gone'.split(
    ' ',
  ),
);
/** Words that say less of what a line is about than others beside them. */
const COMMON = new Set('fail get read write init not no invalid setup enable device'.split(' '));
/** Components that speak only of what is wrong, and whose lines no driver prints, so that nothing of drivers answers them. */
const TOOLS = new Set('bpf btf compiler depmod dkms kbuild kconfig linker modpost objtool'.split(' '));

/** A kind of line of an entry; `isAlarming` tells of words in lower case. */
export function toLineClass(entry: CatalogueEntry, text: string, isAlarming: (word: string) => boolean): LineClass {
  const marks = text.split(' ');
  const score = marks.reduce((sum, mark) => sum + scoreOf(mark), 0);
  const isTrouble =
    TOOLS.has(entry.component) || marks.some((mark) => isErrno(mark) || TROUBLE.has(mark) || isAlarming(mark));
  const variant = { lines: [], weight: score };
  const candidate = {
    entry,
    signature: { text },
    variant,
    words: [],
    places: [],
    ownWords: 0,
    wordWeight: 0,
    isClass: true as const,
  };
  return { candidate, marks, isTopic: !isTrouble, score };
}

/** The mark by which a class is looked up: the last, since who speaks comes first and is met most often. */
export function keyOfClass({ marks }: LineClass): string {
  return marks.at(-1) ?? '';
}

/**
 * What a line that no signature fits is about, best first: at most two entries. `words` are those of the line that the
 * catalogue knows; `isAlarming` says whether one of them speaks of trouble.
 */
export function findClasses(
  words: readonly string[],
  { speakers, errno, isRefused }: LineSubject,
  isAlarming: boolean,
  open: OpenCatalogue,
): readonly Candidate[] {
  const marks = new Set<string>(speakers);
  for (const word of words) marks.add(canonicalWord(word));
  if (isRefused) marks.add('fail');
  if (errno !== undefined) marks.add(errno);
  const fits = [...marks].flatMap((mark) =>
    (open.classes.get(mark) ?? []).filter((one) => one.marks.every((own) => marks.has(own))),
  );
  // Who speaks, or of what, answers only a line that tells of trouble.
  const isTrouble = isAlarming || isRefused || fits.some(({ isTopic }) => !isTopic);
  const best = new Map<string, LineClass>();
  for (const one of isTrouble ? fits : []) {
    const { id } = one.candidate.entry;
    if (one.score > (best.get(id)?.score ?? 0)) best.set(id, one);
  }
  const sorted = [...best.values()].sort(
    (a, b) => b.score - a.score || (a.candidate.entry.id < b.candidate.entry.id ? -1 : 1),
  );
  const isTool = ({ candidate }: LineClass): boolean => TOOLS.has(candidate.entry.component);
  const [first] = sorted;
  const fitting = first !== undefined && isTool(first) ? sorted.filter(isTool) : sorted;
  // What the number means is told beside what the words say.
  const byNumber = errno === undefined ? undefined : open.classes.get(errno)?.[0]?.candidate.entry;
  const second = fitting.slice(1).find(({ candidate }) => candidate.entry === byNumber) ?? fitting[1];
  return [first, second].flatMap((one) => (one === undefined ? [] : [one.candidate]));
}

function scoreOf(mark: string): number {
  if (mark.endsWith(':')) return mark.endsWith('_:') ? FAMILY_SCORE : SPEAKER_SCORE;
  if (isErrno(mark)) return ERRNO_SCORE;
  return COMMON.has(mark) ? COMMON_SCORE : WORD_SCORE;
}

function isErrno(mark: string): boolean {
  return mark.startsWith('-');
}
