/** An item of a list of open questions or improvements: its title, and whether the writer found the answer. */
import type { ListItem } from 'mdast';
import { plainText } from '../../markdown/remark/walk.ts';
import type { QuestionState } from '../../model/entry.ts';

export interface QuestionItem {
  readonly title: string;
  readonly state: QuestionState;
  /** What follows the title, without the state's mark; empty when there is nothing. */
  readonly rest: string;
}

const STATES = 'SOLVED|ANSWERED|DONE|FIXED|REFUTED|WRONG|WONTFIX|NO|OPEN|TODO';
/** A state in brackets, or before a colon or dash. */
const RE_STATE = new RegExp(`^\\s*(?:[([]\\s*(${STATES})\\s*[)\\]]\\s*[:\\-–—]?|(${STATES})\\s*[:\\-–—])\\s*`);
const RE_ANSWER =
  /(?:^|[\n.?!]\s*)(?:(?:answer|solved|solution|resolution|答案?)\s*[:：]|(?:upd|update|edit)\s*[:：]\s*(?:it(?:'s| is| was)\s+)?(?:solved|answered|fixed)\b)/i;
const RE_UPDATE = /^\s*(?:upd|update|edit)\s*[:：]\s*/i;
const RE_REFUTED = /^(?:REFUTED|WRONG|WONTFIX|NO)$/;
const RE_SOLVED = /^(?:SOLVED|ANSWERED|DONE|FIXED)$/;
/** Words that begin a sentence and are never names. */
const RE_SMALL_WORD =
  /^(?:a|an|the|in|on|at|if|is|are|can|could|do|does|for|how|what|when|where|which|who|why|there|there's|this|that|it|various|some|maybe|should|would|with|from|to|we|use|make|see|check|find|figure|after|before|while)(?=\s)/;
/** Longest title, in characters. */
const MAX_TITLE = 110;

/** Reads an item. Its title is its first sentence without the state's mark, cut at a word when it is long. */
export function readQuestionItem(item: ListItem): QuestionItem {
  const text = item.children
    .map((node) => (node.type === 'code' ? '' : plainText(node)))
    .join('\n')
    .trim();
  return readQuestionText(text, item.checked === true);
}

/** Reads the text of a question; `isTicked` when a ticked box stands before it. */
export function readQuestionText(text: string, isTicked = false): QuestionItem {
  const mark = RE_STATE.exec(text);
  const word = mark?.[1] ?? mark?.[2] ?? '';
  const isAnswered = RE_SOLVED.test(word) || isTicked || RE_ANSWER.test(text);
  const state: QuestionState = RE_REFUTED.test(word) ? 'refuted' : isAnswered ? 'solved' : 'open';
  const body = text.slice(mark?.[0].length ?? 0).replace(RE_UPDATE, '');
  const line = body.replace(/\s+/g, ' ').trim();
  const title = titleOf(line);
  return { title, state, rest: title.endsWith('…') ? line : line.slice(firstSentence(line).length).trim() };
}

function firstSentence(line: string): string {
  return /^.*?(?:[.?!](?=\s|$)|:(?=\s|$)|[。？！])/u.exec(line)?.[0] ?? line;
}

/** The first sentence of a text as a title. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const title = firstSentence(line)
    .replace(/[.:;,。]$/, '')
    .trim();
  if (title.length <= MAX_TITLE) return title === '' ? 'Question' : capitalise(title);
  const cut = title.slice(0, MAX_TITLE).lastIndexOf(' ');
  return `${capitalise(title.slice(0, cut > 40 ? cut : MAX_TITLE))}…`;
}

function capitalise(title: string): string {
  return RE_SMALL_WORD.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}
