import type { Explanation } from '../errors/explanation.ts';
import type { Mark } from '../errors/finding-recorder.ts';

/** What a page tells the reader of logs. Every message names its `run`; a new `start` makes the runs before it void. */
export type LogRequest =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'start'; readonly run: number }
  | { readonly kind: 'chunk'; readonly run: number; readonly text: string }
  | { readonly kind: 'end'; readonly run: number };

/** What the reader answers. `marks` are those since the last answer; the explanation is that of all lines so far. */
export interface LogAnswer {
  readonly run: number;
  readonly marks: readonly Mark[];
  readonly explanation: Explanation;
  readonly isFinal: boolean;
}

export type LogReply = ({ readonly kind: 'answer' } & LogAnswer) | { readonly kind: 'failed'; readonly reason: string };
