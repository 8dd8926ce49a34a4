import { LogExplainer } from '../errors/log-explainer.ts';
import type { OpenCatalogue } from '../errors/open-catalogue.ts';
import { rehearsalLines } from '../errors/rehearsal-lines.ts';

const SLICE_MS = 10;

/**
 * Explains lines of the catalogue itself while nobody waits, so that the first log finds the code compiled; calls `done` after the
 * last. The function returned stops it.
 */
export function rehearse(open: OpenCatalogue, later: (work: () => void) => void, done: () => void): () => void {
  const lines = rehearsalLines(open);
  const explainer = new LogExplainer(open);
  let isStopped = false;
  const work = (): void => {
    const started = performance.now();
    while (!isStopped && performance.now() - started < SLICE_MS) {
      const { value, done: isDone } = lines.next();
      if (isDone === true) {
        explainer.finish();
        done();
        return;
      }
      explainer.push(`${value}\n`);
    }
    if (!isStopped) later(work);
  };
  later(work);
  return () => {
    isStopped = true;
  };
}
