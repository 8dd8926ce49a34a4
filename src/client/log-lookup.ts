/**
 * `<kn-log-lookup>`: paste, drop or open a log and read what it means. Works on the markup of src/components/render-log-lookup.ts.
 * The log stays in the page: it goes to a worker and nowhere else, and nothing of it is kept or put into the address.
 */

import { routesBelow } from '../routes.ts';
import type { LogAnswer } from './log-answer.ts';
import { renderExplanation } from './log-findings.ts';
import { type LogListener, type LogRunner, runInWorker } from './log-runner.ts';
import { LogView } from './log-view.ts';
import { inNextTask, nextTask } from './next-task.ts';
import { runSliced } from './run-sliced.ts';
import { whenIdle } from './when-idle.ts';

/** Text that goes to the reader and to the view at a time, so that no task is long. */
const CHUNK = 32 * 1024;
// A field of text lays out every line, so a long log is taken past it.
const MAX_IN_FIELD = 200_000;
const COPIED_MS = 1500;

export class LogLookupElement extends HTMLElement {
  #stop = new AbortController();
  #runner: LogRunner | undefined;
  #view: LogView | undefined;
  #run = 0;
  #shown = '';
  #names: ReadonlySet<string> = new Set();
  #namesAsked = false;
  #last: LogAnswer | undefined;
  #sayAtEnd: () => void = () => {};
  #stopRendering: () => void = () => {};

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const form = this.#part('form', HTMLFormElement);
    const field = this.#part('textarea', HTMLTextAreaElement);
    const file = this.#part('input[type=file]', HTMLInputElement);
    this.#view = new LogView(this.#part('.kn-log-pane', HTMLElement));
    this.querySelector('[data-needs-script]')?.removeAttribute('hidden');
    form.addEventListener('submit', (event) => this.#submit(event, field), { signal });
    form.addEventListener('reset', () => this.#clear(), { signal });
    field.addEventListener('paste', (event) => this.#paste(event, field), { signal });
    field.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      },
      { signal },
    );
    file.addEventListener('change', () => this.#open(file.files?.[0]), { signal });
    this.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    this.addEventListener('drop', (event) => this.#drop(event), { signal });
    this.addEventListener('click', (event) => void this.#click(event), { signal });
    // Whoever is here has a log: what explains it is fetched and opened meanwhile.
    whenIdle(() => {
      if (!signal.aborted) this.#openRunner();
    });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#runner?.close();
    this.#runner = undefined;
  }

  #openRunner(): LogRunner {
    this.#runner ??= this.makeRunner({ answer: (answer) => this.#take(answer), fail: (reason) => this.#fail(reason) });
    return this.#runner;
  }

  /** Who explains: a worker that reads `data-catalogue` and `data-advice`. The single file has another answer. */
  makeRunner(listener: LogListener): LogRunner {
    const { catalogue = 'catalogue.json', advice = 'advice/' } = this.dataset;
    const catalogueUrl = new URL(catalogue, location.href).href;
    return runInWorker({ catalogueUrl, adviceUrl: new URL(advice, location.href).href }, listener);
  }

  /** Address of an entry's page; undefined where there are none. */
  entryUrl(): ((id: string) => string) | undefined {
    const { entryBase } = this.dataset;
    return entryBase === undefined
      ? undefined
      : (id) => `${entryBase}${id.split('/').map(encodeURIComponent).join('/')}/`;
  }

  /** Page of a name; undefined for names without one and while the list is not there. */
  #nameUrl(name: string): string | undefined {
    const { entryBase } = this.dataset;
    return entryBase !== undefined && this.#names.has(name) ? routesBelow(entryBase).entity(name) : undefined;
  }

  /** The list is asked for with the first log, whatever that is, so that the request tells nothing of it. */
  async #loadNames(): Promise<void> {
    const { names: url } = this.dataset;
    if (url === undefined || this.#namesAsked) return;
    this.#namesAsked = true;
    const response = await fetch(url);
    if (!response.ok) return;
    this.#names = new Set(((await response.json()) as { readonly names: readonly string[] }).names);
    // What somebody reads or has opened stays as it is.
    const list = this.#part('.kn-log-list', HTMLElement);
    const isRead = list.contains(document.activeElement) || list.querySelector('details[open]') !== null;
    if (this.#last !== undefined && !isRead) this.#renderAnswer(this.#last);
  }

  #renderAnswer({ explanation }: LogAnswer): void {
    const links = {
      entryUrl: this.entryUrl(),
      nameUrl: (name: string) => this.#nameUrl(name),
      showLine: (line: number) => this.#view?.show(line),
    };
    this.#stopRendering();
    this.#stopRendering = runSliced(this.#fillList(renderExplanation(explanation, links)), this.#sayAtEnd);
  }

  *#fillList(nodes: Iterable<Node>): Generator<undefined> {
    const list = this.#part('.kn-log-list', HTMLElement);
    list.replaceChildren();
    for (const node of nodes) {
      list.append(node);
      yield;
    }
  }

  /** Explains a log that is at hand as text. */
  async explainText(text: string): Promise<void> {
    await this.#explain(slicesOf(text));
  }

  #submit(event: Event, field: HTMLTextAreaElement): void {
    event.preventDefault();
    if (field.value.trim() === '') this.#say('Paste a log first, or open a file.');
    else void this.explainText(field.value);
  }

  #paste(event: ClipboardEvent, field: HTMLTextAreaElement): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length > MAX_IN_FIELD) {
      event.preventDefault();
      field.value = '';
      field.placeholder = `A log of ${text.length.toLocaleString('en')} characters was pasted; it is shown below.`;
      void this.explainText(text);
    } else {
      // Once the field holds it.
      setTimeout(() => void this.explainText(field.value));
    }
  }

  #drop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file === undefined && text === '') return;
    event.preventDefault();
    if (file !== undefined) this.#open(file);
    else void this.explainText(text);
  }

  #open(file: File | undefined): void {
    if (file !== undefined) void this.#explain(chunksOf(file));
  }

  async #explain(chunks: AsyncIterable<string>): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const runner = this.#openRunner();
    this.#view?.clear();
    this.#show('');
    this.#part('.kn-log-result', HTMLElement).hidden = false;
    this.#say('Reading…');
    runner.start(run);
    void this.#loadNames().catch((error: unknown) => console.error(error));
    try {
      for await (const text of chunks) {
        if (run !== this.#run) return;
        runner.chunk(run, text);
        this.#view?.add(text);
      }
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
      return;
    }
    this.#view?.finish();
    runner.end(run);
  }

  #take(answer: LogAnswer): void {
    if (answer.run !== this.#run) return;
    this.#view?.mark(answer.marks);
    if (answer.isFinal) this.#view?.fillRest();
    const { findings, lineCount, spoken } = answer.explanation;
    const shown = JSON.stringify([
      findings.map(({ entry, count, consequenceCount }) => [entry.id, count, consequenceCount]),
      answer.isFinal,
    ]);
    const lines = `${lineCount.toLocaleString('en')} ${lineCount === 1 ? 'line' : 'lines'}`;
    const found =
      findings.length === 0
        ? 'nothing known was found'
        : `${findings.length} ${findings.length === 1 ? 'message' : 'messages'} explained`;
    const kernel = spoken === undefined ? '' : ` The log is of kernel ${spoken.version}.`;
    const say = (): void => this.#say(answer.isFinal ? `${lines}, ${found}.${kernel}` : `Reading… ${lines}, ${found}.`);
    if (shown === this.#shown) {
      say();
      return;
    }
    this.#show(shown);
    this.#last = answer;
    this.#sayAtEnd = say;
    // To take the answer and to mark the log was work enough for one task.
    inNextTask(() => {
      if (this.#last === answer) this.#renderAnswer(answer);
    });
  }

  #show(state: string): void {
    this.#shown = state;
    if (state !== '') return;
    this.#last = undefined;
    this.#stopRendering();
    this.#part('.kn-log-list', HTMLElement).replaceChildren();
  }

  #clear(): void {
    this.#run += 1;
    this.#view?.clear();
    this.#show('');
    this.#part('.kn-log-result', HTMLElement).hidden = true;
    this.#say('');
  }

  async #click(event: Event): Promise<void> {
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest<HTMLButtonElement>('button[data-copy]');
    if (button instanceof HTMLButtonElement) {
      const { copy = '' } = button.dataset;
      await navigator.clipboard.writeText(copy);
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, COPIED_MS);
      return;
    }
    const mark = target?.closest<HTMLAnchorElement>('a.kn-log-mark');
    if (!(mark instanceof HTMLAnchorElement)) return;
    // The address stays as it is: it must not tell what was found.
    event.preventDefault();
    const finding = document.getElementById(mark.hash.slice(1));
    finding?.scrollIntoView({ block: 'start' });
    finding?.focus({ preventScroll: true });
  }

  #fail(reason: string): void {
    this.#say(`This log could not be explained: ${reason}`);
    console.error(reason);
  }

  #say(text: string): void {
    this.#part('[role=status]', HTMLElement).textContent = text;
  }

  #part<Type extends HTMLElement>(selector: string, type: new () => Type): Type {
    const part = this.querySelector(selector);
    if (!(part instanceof type)) throw new Error(`kn-log-lookup lacks ${selector}`);
    return part;
  }
}

async function* slicesOf(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += CHUNK) {
    yield text.slice(from, from + CHUNK);
    await nextTask();
  }
}

/** The text of a file as it is read; UTF-16 is told by its mark. */
async function* chunksOf(file: File): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const encoding =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < file.size; from += CHUNK) {
    const bytes = await file.slice(from, from + CHUNK).arrayBuffer();
    yield decoder.decode(bytes, { stream: from + CHUNK < file.size });
    await nextTask();
  }
}
