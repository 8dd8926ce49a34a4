import type { Explanation } from '../errors/explanation.ts';
import type { PackedMarks } from './packed-marks.ts';

/** What a page tells the reader of logs. Every message names its `run`; a new `start` makes the runs before it void. */
export type LogRequest =
  | { readonly kind: 'open'; readonly catalogueUrl: string; readonly adviceUrl: string }
  | { readonly kind: 'start'; readonly run: number }
  | { readonly kind: 'chunk'; readonly run: number; readonly text: string }
  | { readonly kind: 'end'; readonly run: number };

/**
 * What the reader answers. `marks` are those since the last answer; the explanation is that of all lines so far, without
 * what the page does not show: further places, values caught, the signatures of entries.
 */
export interface LogAnswer {
  readonly run: number;
  readonly marks: PackedMarks;
  readonly explanation: Explanation;
  readonly isFinal: boolean;
}

/** Places of one finding that a page shows; the log has marks at all of them. */
export const MAX_PLACES = 6;

/** `ready`: the reader has opened its catalogue and has nothing to do until a log comes. */
export type LogReply =
  | ({ readonly kind: 'answer' } & LogAnswer)
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ready' };
