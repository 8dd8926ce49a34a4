/** Drafts notes. Small and shallow ones are done here; what counting cannot vouch for goes to a worker that can be ended. */
import type { Draft } from '../compiler/draft.ts';
import { type Attachment, draftNote } from '../compiler/draft-note.ts';

export interface DraftJob {
  readonly index: number;
  readonly key: string;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readText(): string;
  readAttachments(): readonly Attachment[];
}

/** Drafts every job and hands each result over. */
export async function draftNotes(jobs: readonly DraftJob[], done: (job: DraftJob, draft: Draft) => void): Promise<void> {
  for (const job of jobs) done(job, await draftNote({ file: job.file, text: job.readText(), attachments: job.readAttachments() }));
}
