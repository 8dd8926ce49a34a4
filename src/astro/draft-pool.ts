/**
 * Drafts notes: small and shallow ones in this thread, what counting cannot vouch for in a worker that can be ended. Many notes are shared
 * with workers too; a worker costs about two CPU seconds to warm up, so this starts at `SHARED_BYTES`.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { isSmallAndShallow } from '../compiler/budget.ts';
import type { Draft } from '../compiler/draft.ts';
import { draftNote, measureNote, type NoteInput } from '../compiler/draft-note.ts';
import { draftPlainNote } from '../compiler/draft-plain-note.ts';
import type { Attachment } from '../compiler/render/render-file.ts';

export interface DraftJob {
  readonly index: number;
  readonly key: string;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readText(): string;
  readAttachments(): readonly Attachment[];
}

/** Bytes of notes from which on workers help. */
const SHARED_BYTES = 12_000_000;
const MAX_WORKERS = 3;
/** CPU time after which a note is given up: the last resort behind budgets that count. */
const MAX_CPU_SECONDS = 60;
const POLL_MS = 2_000;

/** Drafts every job and hands each result over, in no particular order. */
export async function draftNotes(
  jobs: readonly DraftJob[],
  done: (job: DraftJob, draft: Draft) => void,
): Promise<void> {
  const isShared = jobs.reduce((sum, { size }) => sum + size, 0) > SHARED_BYTES;
  const queue = [...jobs].reverse();
  const risky: DraftJob[] = [];
  const threads = isShared
    ? Array.from({ length: Math.min(availableParallelism() - 1, MAX_WORKERS) }, () => new DraftThread())
    : [];
  const serve = async (thread: DraftThread): Promise<void> => {
    for (let job = queue.pop(); job !== undefined; job = queue.pop()) done(job, await thread.draft(inputOf(job)));
  };
  const helping = threads.map(serve);
  for (let job = queue.pop(); job !== undefined; job = queue.pop()) {
    const input = inputOf(job);
    const measures = measureNote(input);
    if (isSmallAndShallow(measures)) done(job, await draftNote(input, measures));
    else risky.push(job);
    // Lets the threads' answers in.
    if (isShared) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(helping);
  if (risky.length > 0) {
    const thread = threads[0] ?? new DraftThread();
    if (threads.length === 0) threads.push(thread);
    for (const job of risky) done(job, await thread.draft(inputOf(job)));
  }
  await Promise.all(threads.map((thread) => thread.end()));
}

function inputOf(job: DraftJob): NoteInput {
  return { file: job.file, text: job.readText(), attachments: job.readAttachments() };
}

/** A worker that is replaced when a note has to be given up. */
class DraftThread {
  #worker: Worker | undefined;

  async draft(input: NoteInput): Promise<Draft> {
    this.#worker ??= new Worker(new URL('./draft-worker.ts', import.meta.url));
    const worker = this.#worker;
    const before = await cpuSeconds(worker);
    return await new Promise((resolve) => {
      const giveUp = (reason: string, rule: 'time-limit' | 'compile-failed') => {
        finish();
        this.#worker = undefined;
        void worker.terminate();
        resolve(draftPlainNote(input.file, input.text, reason, rule));
      };
      const onMessage = (draft: Draft) => {
        finish();
        resolve(draft);
      };
      const onError = (problem: Error) => giveUp(problem.message, 'compile-failed');
      const poll = setInterval(async () => {
        const used = await cpuSeconds(worker);
        if (used - before > MAX_CPU_SECONDS) giveUp(`it took more than ${MAX_CPU_SECONDS} s`, 'time-limit');
      }, POLL_MS);
      const finish = () => {
        clearInterval(poll);
        worker.off('message', onMessage);
        worker.off('error', onError);
      };
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.postMessage(input);
    });
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** What a worker used so far; 0 while it is not running yet. */
async function cpuSeconds(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1e6;
  } catch {
    return 0; // Not running yet, or ended a moment ago.
  }
}
