/**
 * Calls back in a task of its own, so that the page has its turn before. A timer would wait four milliseconds each time,
 * which is seconds for a long log; a message to oneself does not wait.
 */
export function inNextTask(work: () => void): void {
  waiting.push(work);
  channel ??= openChannel();
  channel.postMessage(undefined);
}

/** Settles in a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    inNextTask(resolve);
  });
}

const waiting: (() => void)[] = [];
let channel: MessagePort | undefined;

function openChannel(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const work = waiting.shift();
    if (waiting.length === 0) {
      channel = undefined;
      port1.close();
    }
    work?.();
  };
  return port2;
}
