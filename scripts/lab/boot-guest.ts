import { spawn } from 'node:child_process';
import { END_MARKER } from './guest-script.ts';

/** What a guest is given; without network, disk or display, whatever is asked for. */
export interface Machine {
  readonly vmlinuz: string;
  readonly initramfs: string;
  /** Further words of the kernel's command line. */
  readonly cmdline?: string;
  /** Further arguments of QEMU, such as a device. */
  readonly arguments?: readonly string[];
  readonly limitSeconds: number;
  /** Level up to which the kernel writes to the console itself: 1 keeps it quiet unless it dies. */
  readonly loglevel: 1 | 7;
  /** What the kernel needs, e.g. `512M`; by default what Debian's kernels are content with. */
  readonly memory?: string;
}

export interface Boot extends Machine {
  readonly qemu: string;
}

/** Characters of console output that are kept; a flood is cut there and the guest stopped. */
const CONSOLE_LIMIT = 2_000_000;
/** A guest that has printed its end marker gets this long to switch off. */
const POWEROFF_MS = 1000;
const MEMORY = '256M';

/** What a guest left behind. */
export interface GuestOutput {
  /** All that it wrote to its console. */
  readonly text: string;
  /** It was stopped because its time was up, not because it had ended, died or said too much. */
  readonly isOverdue: boolean;
}

/**
 * Boots a kernel under software emulation, without network, disk or display, and returns what it wrote to its
 * console. It ends when the guest does, when the end marker was printed, when too much was printed or when the time is
 * up, whichever comes first; it never throws for what a guest does, only when QEMU cannot be started.
 */
export function bootGuest(boot: Boot): Promise<GuestOutput> {
  // A guest is never urgent: let everything else on the machine go first.
  const child = spawn('nice', ['-n', '10', boot.qemu, ...qemuArguments(boot)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill('SIGKILL');
  process.on('exit', stop);
  return new Promise((resolve, reject) => {
    let text = '';
    let errors = '';
    let isOverdue = false;
    const stopLate = () => {
      isOverdue = true;
      stop();
    };
    const timers = [setTimeout(stopLate, boot.limitSeconds * 1000)];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.length > CONSOLE_LIMIT) stop();
      else if (text.includes(END_MARKER)) timers.push(setTimeout(stop, POWEROFF_MS));
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      process.off('exit', stop);
      for (const timer of timers) clearTimeout(timer);
      if (text === '' && errors !== '') reject(new Error(`QEMU did not start: ${errors.trim()}`));
      else resolve({ text, isOverdue });
    });
  });
}

/**
 * As `bootGuest`, for a guest that should come to its end. One that dies before is booted once more, since an emulated machine now and
 * then dies in its boot for reasons of its own; what happens twice is what it shows. `report` is told the last line of the first.
 */
export async function bootToEnd(boot: Boot, report: (line: string) => void): Promise<GuestOutput> {
  const first = await bootGuest(boot);
  if (first.isOverdue || first.text.includes(END_MARKER)) return first;
  report(`the guest died, its last line: ${first.text.trimEnd().split('\n').at(-1)?.trim() ?? ''}; booted again`);
  return bootGuest(boot);
}

/** QEMU's arguments: a machine of two processors under software emulation that has a serial port and nothing else. */
export function qemuArguments(machine: Machine): readonly string[] {
  const append = `console=ttyS0 loglevel=${machine.loglevel} printk.time=0 panic=-1 ${machine.cmdline ?? ''}`.trim();
  return [
    ...['-M', 'q35', '-accel', 'tcg', '-cpu', 'max', '-m', machine.memory ?? MEMORY, '-smp', '2'],
    ...['-nodefaults', '-no-user-config', '-no-reboot', '-nic', 'none', '-display', 'none', '-serial', 'stdio'],
    ...['-kernel', machine.vmlinuz, '-initrd', machine.initramfs, '-append', append],
    ...(machine.arguments ?? []),
  ];
}
