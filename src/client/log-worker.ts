/**
 * Explains logs away from the page. The catalogue and its advice are fetched once, when the first log comes and whatever that
 * is; nothing else is requested. A log is read as soon as the catalogue is there, and the last answer waits for the advice.
 */
import { openCatalogue } from '../errors/open-catalogue.ts';
import type { PackedAdvice, PackedCatalogue } from '../errors/packed-catalogue.ts';
import { type UnpackedCatalogue, unpackCatalogue } from '../errors/unpack-catalogue.ts';
import type { LogReply, LogRequest } from './log-answer.ts';
import { LogSession } from './log-session.ts';

let session: Promise<LogSession> | undefined;
let advice: Promise<void> | undefined;
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
    const asked = ask<PackedAdvice>(request.adviceUrl, 'causes and fixes');
    const opened = openSession(request.catalogueUrl);
    session = opened.then(([own]) => own);
    advice = Promise.all([opened, asked]).then(([[, takeAdvice], packed]) => takeAdvice(packed));
    // Whoever needs them waits for them and tells.
    advice.catch(() => {});
    await session;
    return;
  }
  const current = await session;
  if (current === undefined) return;
  if (request.kind === 'start') current.start(request.run);
  else if (request.kind === 'chunk') current.push(request.run, request.text);
  else {
    const failure = await advice?.then(
      () => undefined,
      (error: unknown) => error,
    );
    current.end(request.run);
    if (failure !== undefined) throw failure;
  }
}

async function openSession(url: string): Promise<readonly [LogSession, UnpackedCatalogue['takeAdvice']]> {
  const { catalogue, takeAdvice } = unpackCatalogue(await ask<PackedCatalogue>(url, 'catalogue of errors'));
  const open = openCatalogue(catalogue);
  return [new LogSession(open, (answer) => reply({ kind: 'answer', ...answer })), takeAdvice];
}

/** A file that the same build wrote. */
async function ask<Packed>(url: string, what: string): Promise<Packed> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The ${what} could not be read (${response.status}).`);
  return (await response.json()) as Packed;
}

function reply(message: LogReply): void {
  postMessage(message, message.kind === 'answer' ? { transfer: [message.marks.rows.buffer] } : {});
}
