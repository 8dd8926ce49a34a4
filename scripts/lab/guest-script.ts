/** One command that the guest shall run in the folder of its case. */
export interface GuestTask {
  /** Name of the case, which is also its folder below `/case`. */
  readonly name: string;
  readonly round: number;
  readonly step: string;
  /** Line for the guest's shell. */
  readonly command: string;
  readonly limitSeconds: number;
}

/** What the guest prints when it has come to its end; nothing after it matters. */
export const END_MARKER = '@@END';

/** Bytes of output that are kept of one command. */
const OUTPUT_LIMIT = 20000;

/**
 * The guest's `/init`: mounts what a module may want to see, runs the tasks one after the other with a time limit each,
 * prints each one's output, its part of the kernel log, its exit code and the taint, and switches the machine off.
 */
export function guestScript(tasks: readonly GuestTask[]): string {
  return `#!/bin/busybox sh
/bin/busybox mkdir -p /bin /proc /sys /dev /tmp
/bin/busybox --install -s /bin
export PATH=/bin HOME=/
mount -t proc none /proc
mount -t sysfs none /sys
mount -t devtmpfs none /dev
mount -t tmpfs none /tmp
mount -t debugfs none /sys/kernel/debug
step() {
	name=$1 round=$2 step=$3 limit=$4 command=$5
	echo "@@STEP $name $round $step"
	before=$(cat /proc/sys/kernel/tainted)
	(cd "/case/$name" && PATH="/case/$name:$PATH" timeout -s KILL "$limit" sh -c "$command") > /out 2>&1 < /dev/null
	code=$?
	head -c ${OUTPUT_LIMIT} /out | awk '{ print "| " $0 }'
	dmesg -c | head -c ${OUTPUT_LIMIT} | awk '{ print "# " $0 }'
	echo "@@DONE $code $before $(cat /proc/sys/kernel/tainted)"
}
dmesg -c > /dev/null
${tasks.map(taskLine).join('\n')}
echo "${END_MARKER}"
poweroff -f
`;
}

function taskLine(task: GuestTask): string {
  const command = `'${task.command.replaceAll("'", `'\\''`)}'`;
  return `step ${task.name} ${task.round} ${task.step} ${task.limitSeconds} ${command}`;
}
