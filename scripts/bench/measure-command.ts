/** Runs a command and measures it with all its children. Needs `/proc`: elsewhere the figures are `undefined`. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  readonly status: number;
  readonly wallSeconds: number;
  /** User and system time of the command and of all that it waited for. */
  readonly cpuSeconds: number | undefined;
  /** Largest peak of a single process. */
  readonly processPeakMib: number | undefined;
  /** Largest sum of resident memory over all processes at one time, sampled. */
  readonly treePeakMib: number | undefined;
  readonly output: string;
}

const TICKS_PER_SECOND = 100;
const SAMPLE_MS = 100;
const STAT_PARENT = 1;
const STAT_CHILDREN_USER = 13;
const STAT_CHILDREN_SYSTEM = 14;

/** Runs one command at a time: the time of all children of this process is taken for its own. */
export async function measureCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Measurement> {
  const before = childTicks();
  const start = performance.now();
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const peaks = { process: 0, tree: 0 };
  const sampler = setInterval(() => samplePeaks(child.pid ?? 0, peaks), SAMPLE_MS);
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  clearInterval(sampler);
  const ticks = childTicks();
  return {
    status,
    wallSeconds: (performance.now() - start) / 1000,
    cpuSeconds: ticks === undefined || before === undefined ? undefined : (ticks - before) / TICKS_PER_SECOND,
    processPeakMib: peaks.process > 0 ? peaks.process / 1024 : undefined,
    treePeakMib: peaks.tree > 0 ? peaks.tree / 1024 : undefined,
    output,
  };
}

function childTicks(): number | undefined {
  const fields = readStat('self');
  return fields === undefined ? undefined : Number(fields[STAT_CHILDREN_USER]) + Number(fields[STAT_CHILDREN_SYSTEM]);
}

/** Fields of `/proc/PID/stat` after the name, which may hold blanks. */
function readStat(pid: string): readonly string[] | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // The process has ended, or there is no such file system.
  }
}

function samplePeaks(root: number, peaks: { process: number; tree: number }): void {
  let sum = 0;
  for (const pid of listTree(root)) {
    const status = readText(`/proc/${pid}/status`) ?? '';
    sum += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    peaks.process = Math.max(peaks.process, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  peaks.tree = Math.max(peaks.tree, sum);
}

function listTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of listProcesses()) {
    const parent = Number(readStat(name)?.[STAT_PARENT] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function listProcesses(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return []; // No such file system: nothing is sampled.
  }
}
