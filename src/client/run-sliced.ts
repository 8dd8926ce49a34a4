import { inNextTask } from './next-task.ts';

/** Time after which a page gets its turn between two steps. */
const SLICE_MS = 8;
/** Most steps of one turn, since what they leave to be laid out takes its time after them. */
const MAX_STEPS = 8;

/**
 * Takes the steps one after the other and lets the page have its turn now and then, so that no task is long. What fits
 * into one turn is done when this returns. `done` is called after the last step. The function returned stops it.
 */
export function runSliced(steps: Iterator<unknown>, done: () => void = () => {}, later = inNextTask): () => void {
  let isStopped = false;
  const work = (): void => {
    if (isStopped) return;
    const started = performance.now();
    for (let count = 0; count < MAX_STEPS && performance.now() - started < SLICE_MS; count += 1) {
      if (steps.next().done === true) {
        done();
        return;
      }
    }
    later(work);
  };
  work();
  return () => {
    isStopped = true;
  };
}
