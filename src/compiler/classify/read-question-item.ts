/** An item of a list of open questions or improvements: its title, and whether the writer found the answer. */
import type { ListItem } from 'mdast';
import { plainText } from '../../markdown/remark/walk.ts';
import type { QuestionState } from '../../model/entry.ts';

export interface QuestionItem {
  readonly title: string;
  readonly state: QuestionState;
}

const RE_STATE = /^\s*[([]?\s*(SOLVED|ANSWERED|DONE|FIXED|REFUTED|WRONG|WONTFIX|NO|OPEN|TODO)\s*[)\]]?\s*[:\-–—]?\s*/;
const RE_ANSWER = /(?:^|[\n.?!]\s*)(?:answer|solved|solution|resolution|答案?)\s*[:：]/i;
const RE_REFUTED = /^(?:REFUTED|WRONG|WONTFIX|NO)$/;
const RE_SOLVED = /^(?:SOLVED|ANSWERED|DONE|FIXED)$/;
/** Words that begin a sentence and are never names. */
const RE_SMALL_WORD = /^(?:a|an|the|in|on|at|if|is|are|can|could|do|does|for|how|what|when|where|which|who|why|there|there's|this|that|it|various|some|maybe|should|would|with|from|to|we|use|make|see|check|find|figure|after|before|while)(?=\s)/;
/** Longest title, in characters. */
const MAX_TITLE = 110;

/** Reads an item. Its title is its first sentence without the state's mark, cut at a word when it is long. */
export function readQuestionItem(item: ListItem): QuestionItem {
  const text = item.children.map((node) => (node.type === 'code' ? '' : plainText(node))).join('\n').trim();
  const mark = RE_STATE.exec(text);
  const word = mark?.[1] ?? '';
  const isAnswered = RE_SOLVED.test(word) || item.checked === true || RE_ANSWER.test(text);
  const state: QuestionState = RE_REFUTED.test(word) ? 'refuted' : isAnswered ? 'solved' : 'open';
  return { title: titleOf(mark === null ? text : text.slice(mark[0].length)), state };
}

/** The first sentence of a text as a title. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.?!。？！:](?=\s|$)/u.exec(line)?.[0] ?? line;
  const title = sentence.replace(/[.:;,]$/, '').trim();
  if (title.length <= MAX_TITLE) return title === '' ? 'Question' : capitalise(title);
  const cut = title.slice(0, MAX_TITLE).lastIndexOf(' ');
  return `${capitalise(title.slice(0, cut > 40 ? cut : MAX_TITLE))}…`;
}

function capitalise(title: string): string {
  return RE_SMALL_WORD.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}
