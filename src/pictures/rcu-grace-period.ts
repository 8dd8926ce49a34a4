import { arrow, band, box, label, lines, type Picture, stroke } from './draw.ts';

/** Time runs from left to right; a grace period waits for the readers that were there when it began, and for no others. */
export function drawRcuGracePeriod(): Picture {
  const start = 150;
  const end = 358;
  const lanes = [96, 146, 196] as const;
  const reader = (x: number, lane: number, width: number, text: string, tone: 'b' | 'o' | 'd') =>
    box(x, lane - 13, width, 26, [text], tone);
  return {
    title: 'An RCU grace period',
    height: 346,
    drawing:
      band(start, 34, end - start, 240) +
      label((start + end) / 2, 24, 'grace period', 'h c') +
      stroke(
        [
          [start, 34],
          [start, 274],
        ],
        'd',
      ) +
      stroke(
        [
          [end, 34],
          [end, 274],
        ],
        'd',
      ) +
      lanes
        .map(
          (y, i) =>
            label(0, y + 4, `CPU ${i}`, 's') +
            stroke(
              [
                [44, y],
                [480, y],
              ],
              't',
            ),
        )
        .join('') +
      label(start + 6, 56, 'waits for these', 's') +
      reader(58, lanes[0], 196, 'reader of the old', 'b') +
      reader(104, lanes[1], 232, 'reader of the old', 'b') +
      reader(214, lanes[2], 200, 'reader of the new', 'o') +
      label(end + 8, 226, 'not for this one', 's') +
      label(0, 258, 'updater', 's') +
      stroke(
        [
          [44, 254],
          [480, 254],
        ],
        't',
      ) +
      box(60, 241, 70, 26, ['publishes'], 'o') +
      box(start, 241, end - start, 26, ['`synchronize_rcu()` sleeps'], 'd') +
      box(end + 14, 241, 74, 26, ['`kfree()`'], 'o') +
      arrow([
        [95, 282],
        [95, 267],
      ]) +
      lines(0, 300, ['`rcu_assign_pointer()`:', 'from here on readers find', 'the new object'], 's') +
      arrow([
        [395, 282],
        [395, 267],
      ]) +
      lines(480, 300, ['nobody can hold', 'the old object', 'any more'], 's e'),
    words: [
      'Time runs from left to right. Readers on several CPUs stand between `rcu_read_lock()` and `rcu_read_unlock()`.',
      'The updater publishes a new object with `rcu_assign_pointer()`. Readers that follow the pointer with `rcu_dereference()` from now on find the new one; those that did before may still hold the old one.',
      'The updater calls `synchronize_rcu()`: a grace period begins and the updater sleeps. (`call_rcu()` and `kfree_rcu()` leave the rest to a callback instead.)',
      'The grace period ends when every reader that was there at its beginning has left, on whichever CPU. A reader that came later is not waited for: it can only have found the new object.',
      'Then nobody can hold the old object, and the updater frees it.',
    ],
  };
}
