import { arrow, band, box, label, lines, type Picture, stroke } from './draw.ts';

/** What runs at once and what runs later when a device interrupts. */
export function drawInterruptHalves(): Picture {
  const later = 214;
  return {
    title: 'Interrupt halves: what runs at once and what runs later',
    height: 420,
    drawing:
      band(0, 52, 480, 122) +
      band(0, 182, 480, 238) +
      box(150, 4, 180, 32, ['device raises its line']) +
      arrow([
        [240, 36],
        [240, 78],
      ]) +
      label(8, 70, 'at once, interrupts of this CPU off', 's') +
      box(120, 78, 240, 46, ['your handler, by `request_irq()`:', 'quiet the device, note what it said'], 'o') +
      stroke([
        [240, 124],
        [240, 142],
        [80, 142],
      ]) +
      stroke([
        [240, 142],
        [400, 142],
      ]) +
      label(240, 166, 'softirq raised, thread woken or work queued', 's c') +
      label(92, 200, 'later, interrupts on', 's') +
      arrow([
        [80, 142],
        [80, later],
      ]) +
      arrow([
        [240, 172],
        [240, later],
      ]) +
      arrow([
        [400, 142],
        [400, later],
      ]) +
      box(4, later, 150, 46, ['softirq:', 'NAPI poll, tasklet'], 'o') +
      box(165, later, 150, 46, ['thread of this', 'interrupt'], 'o') +
      box(326, later, 150, 46, ['work item', 'on a workqueue'], 'o') +
      lines(79, later + 70, ['`napi_schedule()`', '`tasklet_schedule()`'], 's c') +
      lines(240, later + 70, ['`IRQ_WAKE_THREAD`', '`request_threaded_irq()`'], 's c') +
      lines(401, later + 70, ['`schedule_work()`', '`queue_work()`'], 's c') +
      box(4, later + 104, 150, 30, ['may not sleep']) +
      box(165, later + 104, 150, 30, ['may sleep'], 'd') +
      box(326, later + 104, 150, 30, ['may sleep'], 'd') +
      lines(79, later + 154, ['when the handler is', 'done; after 2 ms or', '10 rounds ksoftirqd'], 's c') +
      lines(240, later + 154, ['real-time priority,', 'one thread for each', 'action'], 's c') +
      lines(401, later + 154, ['ordinary priority,', 'threads shared with', 'other work'], 's c'),
    words: [
      'A device raises its interrupt. The handler given to `request_irq()` runs at once, with interrupts of this CPU off: it quiets the device, takes note of what it said, and returns `IRQ_HANDLED`, `IRQ_WAKE_THREAD`, or `IRQ_NONE` when the device was not the cause.',
      'What takes longer runs later, with interrupts on, in one of three ways.',
      'As a softirq: `napi_schedule()` for network cards, `tasklet_schedule()` elsewhere. It runs when the handler is done and may not sleep. After 2 milliseconds or 10 rounds, or when a task waits for the CPU, the rest is left to ksoftirqd.',
      'In a thread of this interrupt: the handler returns `IRQ_WAKE_THREAD`, and the second function given to `request_threaded_irq()` runs in a thread with real-time (FIFO) priority. It may sleep.',
      'As a work item: `schedule_work()` or `queue_work()` hands it to a thread of a workqueue, at ordinary priority. It may sleep; in 6.12 not on a queue with `WQ_BH`.',
    ],
  };
}
