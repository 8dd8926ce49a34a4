import { LogExplainer } from '../errors/log-explainer.ts';
import type { OpenCatalogue } from '../errors/open-catalogue.ts';
import type { LogAnswer } from './log-answer.ts';

/** Time between two answers while lines still come. */
const ANSWER_EVERY_MS = 400;

/** Explains one log after the other, in a worker or on the page itself; answers now and then, and at the end. */
export class LogSession {
  readonly #open: OpenCatalogue;
  readonly #answer: (answer: LogAnswer) => void;
  #explainer: LogExplainer;
  #run = 0;
  #sent = 0;
  #answeredAt = 0;

  constructor(open: OpenCatalogue, answer: (answer: LogAnswer) => void) {
    this.#open = open;
    this.#answer = answer;
    this.#explainer = new LogExplainer(open);
  }

  start(run: number): void {
    this.#run = run;
    this.#explainer = new LogExplainer(this.#open);
    this.#sent = 0;
    this.#answeredAt = performance.now();
  }

  /** Text of another run than the current one is dropped. */
  push(run: number, text: string): void {
    if (run !== this.#run) return;
    this.#explainer.push(text);
    if (performance.now() - this.#answeredAt > ANSWER_EVERY_MS) this.#send(false);
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
