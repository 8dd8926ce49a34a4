import { arrow, box, label, type Picture } from './draw.ts';

const QUESTIONS: readonly (readonly [question: readonly string[], answer: readonly string[]])[] = [
  [
    ['A single number', 'or a count of users?'],
    ['`atomic_t`', '`refcount_t`'],
  ],
  [
    ['Would a copy for each', 'CPU do?'],
    ['`DEFINE_PER_CPU()`', '`this_cpu_inc()`'],
  ],
  [
    ['Reached by a pointer, read far', 'more often than changed?'],
    ['RCU and a lock for', 'those who change'],
  ],
  [
    ['A few values that readers', 'can simply read again?'],
    ['`seqlock_t`', '`seqcount_t`'],
  ],
  [
    ['Taken by tasks alone, and may', 'the holder have to sleep?'],
    ['`mutex`, or for many', 'readers `rw_semaphore`'],
  ],
];
const TALL = 46;
const PITCH = 68;
const LEFT = 8;
const WIDTH = 228;
const MIDDLE = LEFT + WIDTH / 2;

/** Questions from top to bottom; the first yes decides. */
export function drawChoosingLock(): Picture {
  const steps = QUESTIONS.map(([question, answer], i) => {
    const y = 4 + i * PITCH;
    return (
      box(LEFT, y, WIDTH, TALL, question) +
      arrow([
        [LEFT + WIDTH, y + TALL / 2],
        [296, y + TALL / 2],
      ]) +
      label(266, y + TALL / 2 - 6, 'yes', 's c') +
      box(296, y, 178, TALL, answer, 'o') +
      arrow([
        [MIDDLE, y + TALL],
        [MIDDLE, y + PITCH],
      ]) +
      label(MIDDLE + 8, y + TALL + 15, 'no', 's')
    );
  });
  const last = 4 + QUESTIONS.length * PITCH;
  const leaves: readonly (readonly [string, string])[] = [
    ['only tasks', '`spin_lock()`'],
    ['softirqs too', '`spin_lock_bh()`'],
    ['hard ones too', '`spin_lock_irqsave()`'],
  ];
  const fork = last + 50;
  const edges = [8, 156, 304] as const;
  const widths = [136, 136, 170] as const;
  return {
    title: 'Choosing a lock',
    height: fork + 96,
    drawing:
      steps.join('') +
      box(LEFT, last, 466, 32, ['A spinlock. Who else takes it?']) +
      leaves
        .map(([who, how], i) => {
          const x = edges[i] ?? 0;
          const width = widths[i] ?? 0;
          const middle = x + width / 2;
          return (
            arrow([
              [middle, last + 32],
              [middle, fork + 32],
            ]) +
            label(middle + 6, fork + 4, who, 's') +
            box(x, fork + 32, width, 36, [how], 'o')
          );
        })
        .join('') +
      label(8, fork + 90, 'The strongest user decides the form. Never sleep under a spinlock.', 's'),
    words: [
      'A single number or a count of users: `atomic_t`, `refcount_t`. No lock at all.',
      'A copy for each CPU would do: `DEFINE_PER_CPU()` with `this_cpu_inc()` and its like.',
      'Reached by a pointer and read far more often than changed: RCU for the readers (`rcu_dereference()`), a lock among those who change, `kfree_rcu()` for what is replaced.',
      'A few values that readers can simply read again: `seqlock_t` or `seqcount_t`.',
      'Taken by tasks alone, and the holder may have to sleep: `mutex`; with many readers `rw_semaphore`.',
      'Otherwise a spinlock: `spin_lock()` when only tasks take it, `spin_lock_bh()` when softirqs take it too, `spin_lock_irqsave()` when hard interrupts do.',
    ],
  };
}
