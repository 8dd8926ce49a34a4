import { arrow, band, label, lines, type Picture, stroke } from './draw.ts';

interface Context {
  readonly title: string;
  readonly runs: readonly string[];
  readonly allowed: readonly string[];
}

/** From the one that interrupts all others down to a task. */
const CONTEXTS: readonly Context[] = [
  {
    title: 'NMI',
    runs: ['on x86 the hard lockup', 'detector and `perf`'],
    allowed: ['no lock that', 'anyone waits for'],
  },
  {
    title: 'hard interrupt',
    runs: ['handler of `request_irq()`', 'most `hrtimer` functions'],
    allowed: ['`spin_lock()`', '`GFP_ATOMIC`'],
  },
  {
    title: 'softirq',
    runs: ['timers, tasklets', 'NAPI poll of a network card'],
    allowed: ['`spin_lock()`', '`GFP_ATOMIC`'],
  },
  {
    title: 'task that has to stay awake',
    runs: ['holds a spinlock, or stands inside', '`rcu_read_lock()`, `preempt_disable()`'],
    allowed: ['`spin_lock()`', '`GFP_ATOMIC`'],
  },
  {
    title: 'task',
    runs: ['system call, kernel thread,', 'work item, thread of an interrupt'],
    allowed: ['`mutex_lock()`', '`GFP_KERNEL`', '`copy_to_user()`'],
  },
];
const TALL = 76;

/** Contexts by what interrupts what, with the line above which nothing may sleep. */
export function drawSleeping(): Picture {
  const top = 30;
  const border = top + (CONTEXTS.length - 1) * TALL + 12;
  const rows = CONTEXTS.map(({ title, runs, allowed }, i) => {
    const y = top + i * TALL + (i === CONTEXTS.length - 1 ? 24 : 0);
    const isLast = i === CONTEXTS.length - 1;
    return (
      (isLast
        ? `<rect class="o" x="36" y="${y}" width="443" height="${TALL - 6}" rx="3"/>`
        : band(36, y, 444, TALL - 6)) +
      label(48, y + 20, title, 'h') +
      lines(48, y + 40, runs, 's') +
      lines(330, y + (allowed.length === 3 ? 19 : 31), allowed)
    );
  });
  return {
    title: 'Who may sleep where',
    height: border + TALL + 38,
    drawing:
      label(48, 18, 'runs as', 's') +
      label(330, 18, 'may use', 's') +
      rows.join('') +
      stroke(
        [
          [36, border],
          [480, border],
        ],
        'l',
      ) +
      arrow([
        [18, border + TALL],
        [18, top],
      ]) +
      lines(0, border + TALL + 30, ['Above the strong line nothing may sleep. Whoever is above interrupts.'], 's'),
    words: [
      'An NMI interrupts everything else. Its code may neither sleep nor wait for a lock that other code may hold.',
      'A hard interrupt handler, as given to `request_irq()`, runs with interrupts of its CPU off. It takes spinlocks and allocates with `GFP_ATOMIC`.',
      'A softirq (timers, tasklets, NAPI) runs after a hard interrupt or in ksoftirqd. It may not sleep either.',
      'A task that holds a spinlock, or stands inside `rcu_read_lock()` or `preempt_disable()`, may not sleep until it leaves.',
      'Below the line: a system call, a kernel thread, a work item or the thread of an interrupt may sleep: take a `mutex`, allocate with `GFP_KERNEL`, call `copy_to_user()`.',
      'In 6.12 a work item of a queue with `WQ_BH` counts as softirq. With `CONFIG_PREEMPT_RT` the line runs elsewhere. With `CONFIG_DEBUG_ATOMIC_SLEEP` the kernel complains when it is crossed.',
    ],
  };
}
