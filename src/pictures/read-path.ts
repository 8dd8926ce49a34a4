import { arrow, band, box, label, lines, type Picture, stroke } from './draw.ts';

/** From read(2) through fs/read_write.c into a driver and back. */
export function drawReadPath(): Picture {
  return {
    title: 'The path of a read() into a driver',
    height: 582,
    drawing:
      band(0, 0, 480, 58) +
      label(8, 18, 'program', 's') +
      band(0, 66, 480, 212) +
      label(8, 84, '`fs/read_write.c`', 's') +
      band(0, 286, 480, 296) +
      label(8, 304, 'your driver', 's') +
      box(104, 12, 240, 34, ['`read(fd, buf, count)`']) +
      arrow([
        [176, 46],
        [176, 98],
      ]) +
      box(104, 98, 320, 32, ['`ksys_read()`: from `fd` to `struct file`']) +
      lines(8, 118, ['`-EBADF`'], 's') +
      stroke(
        [
          [70, 114],
          [104, 114],
        ],
        'd',
      ) +
      arrow([
        [176, 130],
        [176, 152],
      ]) +
      box(104, 152, 320, 84, [
        '`vfs_read()`: open for reading?',
        '`access_ok(buf, count)`?',
        '`rw_verify_area()`: range allowed?',
        '`count` cut to `MAX_RW_COUNT`',
      ]) +
      lines(8, 181, ['`-EBADF`', '`-EINVAL`', '`-EFAULT`'], 's') +
      stroke(
        [
          [70, 194],
          [104, 194],
        ],
        'd',
      ) +
      arrow([
        [176, 236],
        [176, 316],
      ]) +
      label(186, 261, '`f_op->read()`, else `f_op->read_iter()`') +
      box(104, 316, 144, 38, ['anything to read?'], 'o') +
      lines(8, 339, ['`-EAGAIN`'], 's') +
      stroke(
        [
          [74, 335],
          [104, 335],
        ],
        'd',
      ) +
      lines(8, 356, ['if', '`O_NONBLOCK`'], 's') +
      arrow([
        [142, 354],
        [142, 492],
      ]) +
      label(150, 480, 'yes', 's') +
      arrow([
        [248, 335],
        [342, 335],
        [342, 376],
      ]) +
      label(258, 329, 'no', 's') +
      box(228, 376, 228, 50, ['`wait_event_interruptible()`', 'sleeps on a wait queue'], 'd') +
      arrow([
        [228, 401],
        [196, 401],
        [196, 354],
      ]) +
      lines(228, 446, ['woken by `wake_up_interruptible()`;', 'by a signal: `-ERESTARTSYS`'], 's') +
      box(104, 492, 240, 32, ['`copy_to_user(buf, …)`'], 'o') +
      lines(8, 512, ['`-EFAULT`'], 's') +
      stroke(
        [
          [70, 508],
          [104, 508],
        ],
        'd',
      ) +
      arrow([
        [176, 524],
        [176, 540],
      ]) +
      box(104, 540, 320, 32, ['moves `*ppos`, returns bytes; 0 is the end'], 'o') +
      arrow([
        [424, 556],
        [469, 556],
        [469, 29],
        [344, 29],
      ]) +
      `<g transform="rotate(-90 462 200)">${label(462, 200, 'bytes or an error', 's c')}</g>`,
    words: [
      'A program calls `read()` with a file descriptor, a buffer of its own and a count.',
      '`ksys_read()` finds the open file (`struct file`) behind the descriptor; without one the answer is `-EBADF`.',
      '`vfs_read()` asks whether the file is open for reading (`-EBADF`), whether it can be read at all (`-EINVAL`), whether the buffer lies in user space (`access_ok()`, `-EFAULT`), and lets `rw_verify_area()` look at the range. The count is cut to `MAX_RW_COUNT`.',
      'Then it calls the `read` of the driver’s `file_operations`, or `read_iter` where there is no `read`.',
      'The driver looks whether there is anything to read. If not, it returns `-EAGAIN` to those who opened with `O_NONBLOCK`; others sleep in `wait_event_interruptible()` until `wake_up_interruptible()` is called, and get `-ERESTARTSYS` when a signal comes first. After waking it looks again.',
      '`copy_to_user()` copies the bytes out; what it could not copy makes `-EFAULT`.',
      'The driver moves `*ppos` and returns the number of bytes, 0 at the end. `ksys_read()` stores the position, and the program gets the number.',
    ],
  };
}
