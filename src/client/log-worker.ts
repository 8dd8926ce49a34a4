/** Explains logs away from the page. The catalogue is fetched once, when the first log comes; nothing else is requested. */
import { openCatalogue } from '../errors/open-catalogue.ts';
import type { PackedCatalogue } from '../errors/packed-catalogue.ts';
import { unpackCatalogue } from '../errors/unpack-catalogue.ts';
import type { LogReply, LogRequest } from './log-answer.ts';
import { LogSession } from './log-session.ts';

let session: Promise<LogSession> | undefined;
let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  queue = queue
    .then(() => take(data))
    .catch((error: unknown) => {
      reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
});

async function take(request: LogRequest): Promise<void> {
  if (request.kind === 'open') {
    session = openSession(request.url);
    await session;
    return;
  }
  const current = await session;
  if (current === undefined) return;
  if (request.kind === 'start') current.start(request.run);
  else if (request.kind === 'chunk') current.push(request.run, request.text);
  else current.end(request.run);
}

async function openSession(url: string): Promise<LogSession> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The catalogue of errors could not be read (${response.status}).`);
  const catalogue = unpackCatalogue((await response.json()) as PackedCatalogue);
  return new LogSession(openCatalogue(catalogue), (answer) => reply({ kind: 'answer', ...answer }));
}

function reply(message: LogReply): void {
  postMessage(message, message.kind === 'answer' ? { transfer: [message.marks.rows.buffer] } : {});
}
