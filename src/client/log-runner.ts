import type { OpenCatalogue } from '../errors/open-catalogue.ts';
import type { LogAnswer, LogReply, LogRequest } from './log-answer.ts';
import { LogSession } from './log-session.ts';

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
const SLICE = 32 * 1024;

/** A runner in a worker of its own, which fetches the catalogue from `url`. */
export function runInWorker(url: string, listener: LogListener): LogRunner {
  const worker = new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
    if (data.kind === 'answer') listener.answer(data);
    else listener.fail(data.reason);
  });
  worker.addEventListener('error', () => listener.fail('The worker that reads logs could not be started.'));
  const post = (request: LogRequest): void => worker.postMessage(request);
  post({ kind: 'open', url });
  return {
    start: (run) => post({ kind: 'start', run }),
    chunk: (run, text) => post({ kind: 'chunk', run, text }),
    end: (run) => post({ kind: 'end', run }),
    close: () => worker.terminate(),
  };
}

/** A runner for pages without worker, such as a file opened from disk: one slice a task, so that the page stays free. */
export function runInSlices(open: OpenCatalogue, listener: LogListener): LogRunner {
  const session = new LogSession(open, listener.answer);
  const tasks: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = (): void => {
    timer = undefined;
    tasks.shift()?.();
    if (tasks.length > 0) timer = setTimeout(work);
  };
  const later = (task: () => void): void => {
    tasks.push(task);
    timer ??= setTimeout(work);
  };
  return {
    start: (run) => {
      tasks.length = 0;
      later(() => session.start(run));
    },
    chunk: (run, text) => {
      for (let from = 0; from < text.length; from += SLICE)
        later(() => session.push(run, text.slice(from, from + SLICE)));
    },
    end: (run) => later(() => session.end(run)),
    close: () => {
      tasks.length = 0;
      if (timer !== undefined) clearTimeout(timer);
    },
  };
}
