/** One thread of the pool: drafts what it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { draftNote, type NoteInput } from '../compiler/draft-note.ts';

parentPort?.on('message', async (input: NoteInput) => {
  parentPort?.postMessage(await draftNote(input));
});
