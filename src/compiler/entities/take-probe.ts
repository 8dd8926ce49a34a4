import { type BlockScan, takeName } from './block-scan.ts';
import { endOfIdentifier } from './characters.ts';

/** Kinds of probes that are set on a function of the kernel. */
const PROBES: ReadonlySet<string> = new Set(
  'kprobe kretprobe kfunc kretfunc fentry fexit fmod_ret freplace kprobes ksyscall kretsyscall k kr p r'.split(' '),
);

/** Takes the function of a probe, `kprobe:name` or `kprobe/name`, that begins at `start`. Tells whether there is one. */
export function takeProbe(scan: BlockScan, start: number, limit: number): boolean {
  const { text } = scan;
  const end = endOfIdentifier(text, start, limit);
  const joint = text.charCodeAt(end);
  if ((joint !== 58 && joint !== 47) || end - start > 12 || !PROBES.has(text.slice(start, end))) return false;
  const stop = endOfIdentifier(text, end + 1, limit);
  const name = text.slice(end + 1, stop);
  if (!/^[a-z_][a-z0-9_]{2,}$/u.test(name) || PROBES.has(name) || text.charCodeAt(stop) === 42) return false;
  // `p:event function`: what is written into kprobe_events names the event first.
  if (end - start === 1 && /^\s+[a-z_]\w{2}/u.test(text.slice(stop, stop + 8))) return false;
  takeName(scan, end + 1, stop, name, 'probe-point');
  return true;
}
