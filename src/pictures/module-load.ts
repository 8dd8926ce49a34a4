import { arrow, box, label, lines, type Picture, stroke } from './draw.ts';

/** Steps of load_module() and delete_module() in kernel/module/main.c, in the order that 6.1 and 6.12 share. */
const STEPS: readonly (readonly [text: string, name: string, ...refusal: readonly string[]])[] = [
  ['signature', 'module_sig_check()', 'Key was rejected', 'by service'],
  ['file and vermagic', 'check_modinfo()', 'Invalid module', 'format'],
  ['memory laid out', 'layout_and_allocate()'],
  ['name entered', 'add_unformed_module()', 'File exists'],
  ['names resolved', 'simplify_symbols()', 'Unknown symbol'],
  ['addresses patched', 'apply_relocations()'],
  ['code protected', 'complete_formation()'],
  ['parameters set', 'parse_args()', 'Invalid parameters'],
  ['/sys/module filled', 'mod_sysfs_setup()'],
];
const PITCH = 37;
const BOX = 26;
const LEFT = 38;
const WIDTH = 306;
const RIGHT = LEFT + WIDTH;
const MIDDLE = LEFT + WIDTH / 2;
/** Where words beside the boxes begin. */
const TEXT = RIGHT + 18;

/** Life of a module, from the file to its end. */
export function drawModuleLoad(): Picture {
  const top = 58;
  const yOf = (row: number) => top + row * PITCH;
  const initAt = yOf(STEPS.length) + 4;
  const liveAt = initAt + 52;
  const exitAt = liveAt + 86;
  const freeAt = exitAt + 46;
  const rows = STEPS.map(([text, name, ...refusal], i) => {
    const y = yOf(i);
    return (
      box(LEFT, y, WIDTH, BOX) +
      label(LEFT + 10, y + 17.5, text) +
      label(RIGHT - 10, y + 17.5, `\`${name}\``, 'e') +
      (refusal.length === 0 ? '' : refuse(y + BOX / 2, refusal)) +
      (i === 0
        ? ''
        : stroke([
            [MIDDLE, y - PITCH + BOX],
            [MIDDLE, y],
          ]))
    );
  });
  return {
    title: 'Life of a module: loading, use and removal',
    height: freeAt + 36,
    drawing:
      box(LEFT, 6, WIDTH, 30, ['`insmod`, `modprobe`: `finit_module()`']) +
      arrow([
        [MIDDLE, 36],
        [MIDDLE, top],
      ]) +
      rows.join('') +
      arrow([
        [MIDDLE, yOf(STEPS.length - 1) + BOX],
        [MIDDLE, initAt],
      ]) +
      box(LEFT, initAt, WIDTH, 32, ['your `module_init()` function'], 'o') +
      refuse(initAt + 16, ['the error that', 'it returns']) +
      arrow([
        [MIDDLE, initAt + 32],
        [MIDDLE, liveAt],
      ]) +
      box(LEFT, liveAt, WIDTH, 44, ['in use', 'memory of `__init` given back']) +
      arrow([
        [MIDDLE, liveAt + 44],
        [MIDDLE, exitAt],
      ]) +
      label(MIDDLE - 10, liveAt + 69, '`rmmod`', 'e') +
      label(MIDDLE + 10, liveAt + 69, '`delete_module()`') +
      stroke(
        [
          [MIDDLE + 132, liveAt + 65],
          [RIGHT + 12, liveAt + 65],
        ],
        'd',
      ) +
      lines(TEXT, liveAt + 60.5, ['Module …', 'is in use'], 's') +
      box(LEFT, exitAt, WIDTH, 32, ['your `module_exit()` function'], 'o') +
      arrow([
        [MIDDLE, exitAt + 32],
        [MIDDLE, freeAt],
      ]) +
      box(LEFT, freeAt, WIDTH, 28, ['memory given back: `free_module()`']) +
      state('UNFORMED', yOf(3), yOf(6)) +
      state('COMING', yOf(6), initAt + 32) +
      state('LIVE', liveAt, liveAt + 60) +
      state('GOING', exitAt - 14, freeAt + 28) +
      label(TEXT, 25, 'refused with', 's'),
    words: [
      '`insmod` and `modprobe` hand the file to the kernel with `finit_module()`. Nothing of what follows runs code of the module until its init function.',
      'The signature is checked, then the file itself and its vermagic; a refusal is seen as “Key was rejected by service” or “Invalid module format”.',
      'Memory is laid out and the name is entered in state `MODULE_STATE_UNFORMED`: a second module of that name gets “File exists”.',
      'Names are resolved (`simplify_symbols()`, “Unknown symbol in module”), addresses are patched (`apply_relocations()`).',
      '`complete_formation()` makes code read-only and sets `MODULE_STATE_COMING`. Parameters are parsed, the folder below /sys/module is filled.',
      'The function given to `module_init()` runs. When it returns an error, everything is undone and the loader gets that error.',
      'In `MODULE_STATE_LIVE` the module is in use; what was marked `__init` is given back.',
      '`delete_module()` refuses while somebody uses the module. Then the state is `MODULE_STATE_GOING`, the function given to `module_exit()` runs, and the memory is given back.',
    ],
  };
}

/** What the one who loads is told, at the end of a dashed line out of the box. */
function refuse(y: number, texts: readonly string[]): string {
  return (
    stroke(
      [
        [RIGHT, y],
        [RIGHT + 12, y],
      ],
      'd',
    ) + lines(TEXT, y + 4 - (texts.length - 1) * 8.5, texts, 's')
  );
}

/** A module state and how long it lasts, written upwards. */
function state(name: string, from: number, to: number): string {
  const middle = (from + to) / 2;
  return (
    stroke([
      [30, from + 1],
      [24, from + 1],
      [24, to - 1],
      [30, to - 1],
    ]) + `<g transform="rotate(-90 16 ${middle})">${label(16, middle, name, 's c')}</g>`
  );
}
