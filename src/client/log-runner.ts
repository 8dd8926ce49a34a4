import type { OpenCatalogue } from '../errors/open-catalogue.ts';
import type { LogAnswer, LogReply, LogRequest } from './log-answer.ts';
import { LogSession } from './log-session.ts';
import { inNextTask } from './next-task.ts';

/** Where logs are explained: in a worker, or on the page in short slices. */
export interface LogRunner {
  start(run: number): void;
  chunk(run: number, text: string): void;
  end(run: number): void;
  close(): void;
}

export interface LogListener {
  readonly answer: (answer: LogAnswer) => void;
  readonly fail: (reason: string) => void;
}

// Text that is explained at a time on the page itself: a few milliseconds of work.
const SLICE = 16 * 1024;
const OPENING_MS = 8;

/** A runner in a worker of its own, which fetches the catalogue and the advice for what it finds. */
export function runInWorker(
  addresses: { readonly catalogueUrl: string; readonly adviceUrl: string },
  listener: LogListener,
): LogRunner {
  const worker = new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
    if (data.kind === 'answer') listener.answer(data);
    else if (data.kind === 'failed') listener.fail(data.reason);
  });
  worker.addEventListener('error', () => listener.fail('The worker that reads logs could not be started.'));
  const post = (request: LogRequest): void => worker.postMessage(request);
  post({ kind: 'open', ...addresses });
  return {
    start: (run) => post({ kind: 'start', run }),
    chunk: (run, text) => post({ kind: 'chunk', run, text }),
    end: (run) => post({ kind: 'end', run }),
    close: () => worker.terminate(),
  };
}

/**
 * A runner for pages without worker, such as a file opened from disk: one slice a task, so that the page stays free. The
 * steps open the catalogue, which begins at once and is taken in slices as well.
 */
export function runInSlices(opening: Generator<unknown, OpenCatalogue>, listener: LogListener): LogRunner {
  const tasks: (() => void)[] = [];
  let session: LogSession | undefined;
  let isWaiting = false;
  let isClosed = false;
  const work = (): void => {
    isWaiting = false;
    if (isClosed) return;
    if (session === undefined) session = openSome();
    else tasks.shift()?.();
    if (session === undefined || tasks.length > 0) wait();
  };
  const openSome = (): LogSession | undefined => {
    const started = performance.now();
    while (performance.now() - started < OPENING_MS) {
      const step = opening.next();
      if (step.done === true) return new LogSession(step.value, listener.answer);
    }
    return undefined;
  };
  const wait = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    inNextTask(work);
  };
  const later = (task: (own: LogSession) => void): void => {
    tasks.push(() => {
      if (session !== undefined) task(session);
    });
    wait();
  };
  wait();
  return {
    start: (run) => {
      tasks.length = 0;
      later((own) => own.start(run));
    },
    chunk: (run, text) => {
      for (let from = 0; from < text.length; from += SLICE)
        later((own) => own.push(run, text.slice(from, from + SLICE)));
    },
    end: (run) =>
      later((own) => {
        own.finish(run);
        own.answer(run, true);
      }),
    close: () => {
      tasks.length = 0;
      isClosed = true;
    },
  };
}
