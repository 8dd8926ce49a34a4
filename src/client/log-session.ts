import type { CatalogueEntry } from '../errors/catalogue.ts';
import type { Explanation } from '../errors/explanation.ts';
import { LogExplainer } from '../errors/log-explainer.ts';
import type { OpenCatalogue } from '../errors/open-catalogue.ts';
import { type LogAnswer, MAX_PLACES } from './log-answer.ts';
import { packMarks } from './packed-marks.ts';

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

  /** Identifiers of the entries found so far, whose causes the answer needs. */
  get entryIds(): readonly string[] {
    return this.#explainer.entryIds;
  }

  /** Ends the text. */
  finish(run: number): void {
    if (run === this.#run) this.#explainer.finish();
  }

  /** Answers a text that has ended, for the last time if `isFinal`. */
  answer(run: number, isFinal: boolean): void {
    if (run === this.#run) this.#send(isFinal);
  }

  #send(isFinal: boolean): void {
    const marks = this.#explainer.marks.slice(this.#sent);
    this.#sent += marks.length;
    const explanation = withoutUnseen(this.#explainer.explanation());
    this.#answer({ run: this.#run, marks: packMarks(marks), explanation, isFinal });
    this.#answeredAt = performance.now();
  }
}

/** The same answer without what no page shows: to copy it from the reader to the page is work of the page. */
function withoutUnseen(explanation: Explanation): Explanation {
  return {
    ...explanation,
    findings: explanation.findings.map((finding) => ({
      ...finding,
      entry: headOf(finding.entry),
      occurrences: finding.occurrences.slice(0, MAX_PLACES).map((place) => ({ ...place, text: '', captures: {} })),
    })),
    unexplained: explanation.unexplained.map((one) => ({ ...one, entries: one.entries.map(headOf) })),
  };
}

function headOf({ id, title, component, severity }: CatalogueEntry): CatalogueEntry {
  return { id, title, component, severity, signatures: [], causes: [] };
}
