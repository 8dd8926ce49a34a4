/**
 * Explains logs away from the page. The catalogue is fetched once, when the page is shown; the advice for the entries that were found in
 * files of some entries each, each once. A request names such a file and nothing of the log.
 */
import { openCatalogue } from '../errors/open-catalogue.ts';
import type { PackedAdvice, PackedCatalogue } from '../errors/packed-catalogue.ts';
import { type UnpackedCatalogue, unpackCatalogue } from '../errors/unpack-catalogue.ts';
import type { LogReply, LogRequest } from './log-answer.ts';
import { LogSession } from './log-session.ts';
import { inNextTask } from './next-task.ts';
import { rehearse } from './rehearse.ts';

interface Reader extends Pick<UnpackedCatalogue, 'takeAdvice' | 'adviceFor'> {
  readonly session: LogSession;
  readonly adviceUrl: string;
}

let addresses: (LogRequest & { readonly kind: 'open' }) | undefined;
let reader: Promise<Reader> | undefined;
let stopRehearsal = (): void => {};
let queue: Promise<void> = Promise.resolve();
const advice = new Map<number, Promise<void>>();

/** Time that an answer waits for its advice. */
const ADVICE_MS = 150;

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  queue = queue
    .then(() => take(data))
    .catch((error: unknown) => {
      reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
});

async function take(request: LogRequest): Promise<void> {
  if (request.kind === 'open') {
    addresses = request;
    // Nobody waits yet; a log that comes tries again and is told what is wrong.
    await openOnce(request).catch(() => {});
    return;
  }
  stopRehearsal();
  if (addresses === undefined) return;
  const current = await openOnce(addresses);
  const { session, adviceFor } = current;
  const askForFound = (): readonly Promise<void>[] =>
    adviceFor(session.entryIds).map((part) => askAdvice(current, part));
  if (request.kind === 'start') session.start(request.run);
  else if (request.kind === 'chunk') {
    session.push(request.run, request.text);
    // The answer waits for it; by then it is there.
    askForFound();
  } else {
    session.finish(request.run);
    const asked = Promise.allSettled(askForFound());
    // What was found is told without its causes where those are slow to come.
    const isSlow = await Promise.race([asked.then(() => false), later(ADVICE_MS).then(() => true)]);
    if (isSlow) session.answer(request.run, false);
    const [failed] = (await asked).filter(({ status }) => status === 'rejected');
    session.answer(request.run, true);
    if (failed?.status === 'rejected') throw failed.reason;
  }
}

/** One that failed is tried again by the next log. */
function openOnce(request: LogRequest & { readonly kind: 'open' }): Promise<Reader> {
  if (reader === undefined) {
    reader = open(request);
    reader.catch(() => {
      reader = undefined;
    });
  }
  return reader;
}

async function open({ catalogueUrl, adviceUrl }: LogRequest & { readonly kind: 'open' }): Promise<Reader> {
  const { catalogue, takeAdvice, adviceFor } = unpackCatalogue(
    await ask<PackedCatalogue>(catalogueUrl, 'catalogue of errors'),
  );
  const opened = openCatalogue(catalogue);
  const session = new LogSession(opened, (answer) => reply({ kind: 'answer', ...answer }));
  stopRehearsal = rehearse(opened, inNextTask, () => reply({ kind: 'ready' }));
  return { session, adviceUrl, takeAdvice, adviceFor };
}

/** Fetches a file of advice unless it is there; one that failed is asked for again by the next log. */
function askAdvice({ adviceUrl, takeAdvice }: Reader, part: number): Promise<void> {
  let asked = advice.get(part);
  if (asked === undefined) {
    asked = ask<PackedAdvice>(`${adviceUrl}${part}.json`, 'causes and fixes').then(takeAdvice);
    asked.catch(() => advice.delete(part));
    advice.set(part, asked);
  }
  return asked;
}

/** A file that the same build wrote. */
async function ask<Packed>(url: string, what: string): Promise<Packed> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The ${what} could not be read (${response.status}).`);
  return (await response.json()) as Packed;
}

function later(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}

function reply(message: LogReply): void {
  postMessage(message, message.kind === 'answer' ? { transfer: [message.marks.rows.buffer] } : {});
}
