/** Time after which a page gets its turn between two steps. */
const SLICE_MS = 12;

/**
 * Takes the steps one after the other and lets the page have its turn now and then, so that no task is long. What fits
 * into one turn is done when this returns. `done` is called after the last step. The function returned stops it.
 */
export function runSliced(steps: Iterator<unknown>, done: () => void = () => {}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = (): void => {
    timer = undefined;
    const started = performance.now();
    while (performance.now() - started < SLICE_MS) {
      if (steps.next().done === true) {
        done();
        return;
      }
    }
    timer = setTimeout(work);
  };
  work();
  return () => {
    if (timer !== undefined) clearTimeout(timer);
  };
}
