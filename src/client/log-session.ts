import { LogExplainer } from '../errors/log-explainer.ts';
import type { OpenCatalogue } from '../errors/open-catalogue.ts';
import type { LogAnswer } from './log-answer.ts';

/** Time to the first answer while lines still come; each later one takes twice as long, since it is longer and costs the page more. */
const FIRST_ANSWER_MS = 400;

/** Explains one log after the other, in a worker or on the page itself; answers now and then, and at the end. */
export class LogSession {
  readonly #open: OpenCatalogue;
  readonly #answer: (answer: LogAnswer) => void;
  #explainer: LogExplainer;
  #run = 0;
  #sent = 0;
  #answeredAt = 0;
  #answerAfterMs = FIRST_ANSWER_MS;

  constructor(open: OpenCatalogue, answer: (answer: LogAnswer) => void) {
    this.#open = open;
    this.#answer = answer;
    this.#explainer = new LogExplainer(open);
  }

  start(run: number): void {
    this.#run = run;
    this.#explainer = new LogExplainer(this.#open);
    this.#sent = 0;
    this.#answerAfterMs = FIRST_ANSWER_MS;
    this.#answeredAt = performance.now();
  }

  /** Text of another run than the current one is dropped. */
  push(run: number, text: string): void {
    if (run !== this.#run) return;
    this.#explainer.push(text);
    if (performance.now() - this.#answeredAt < this.#answerAfterMs) return;
    this.#answerAfterMs *= 2;
    this.#send(false);
  }

  end(run: number): void {
    if (run !== this.#run) return;
    this.#explainer.finish();
    this.#send(true);
  }

  #send(isFinal: boolean): void {
    const marks = this.#explainer.marks.slice(this.#sent);
    this.#sent += marks.length;
    this.#answer({ run: this.#run, marks, explanation: this.#explainer.explanation(), isFinal });
    this.#answeredAt = performance.now();
  }
}
