/**
 * The language of a code block that declares none. Each line votes; a language wins when its votes are enough for the size of the block
 * and more than any other's. What nobody votes for stays `text`.
 */
const RE_C =
  /^\s*#\s*(?:include\s*[<"]|define\s|ifdef\s|ifndef\s|if\s+defined|undef\s|pragma\s)|^\s*(?:static|extern|struct|union|enum|typedef|unsigned|const|volatile|void|int|char|long|bool|u8|u16|u32|u64|size_t|ssize_t)\s+[\w*]|^\s*(?:module_\w+|EXPORT_SYMBOL\w*|MODULE_\w+)\(|^\s*(?:if|for|while|switch)\s*\(.*|^\s*return\b.*;\s*$|\w+\s*\([^)]*\)\s*;\s*(?:\/[/*].*)?$|\w+->\w+|\b[a-z_]\w*\.(?!(?:c|h|S|o|ko|so|out|img|iso|txt|log|md|rst|py|sh|pl|conf|cfg|json|ya?ml|dtb|dts[io]?|gz|xz|zst|tar|deb|rpm|patch|diff|service|timer|org|com|net|io|example|local)\b)[a-z_]\w*|^\s*[\w>.\-[\]]+\s*[-+|&]?=\s*[^=].*;\s*$|^\s*\/\*|^\s*\*\/|^\s*[{}]\s*;?\s*$/;
const RE_MAKE =
  /^\s*(?:obj|lib|ccflags|asflags|ldflags|subdir-ccflags|[\w-]+-(?:objs|y|m))(?:-\$?[\w({)}]+)?\s*[:+]?=|^[A-Za-z_][\w.-]*\s*(?::=|\?=|\+=)\s*|^\t(?:@|-)?\$\(MAKE\)|\$\((?:MAKE|KDIR|PWD|KERNELDIR|KERNELRELEASE|shell|wildcard|src|obj|M)\b|^(?:all|clean|default|modules|install|modules_install|help|\.PHONY)\s*:(?!:)/;
const RE_SHELL =
  /^\s*(?:[$#%]\s+)\S|^\s*(?:\S+@\S+[:~]\S*[$#]\s)|^\s*(?:sudo|cd|ls|cat|echo|make|modprobe|insmod|rmmod|lsmod|modinfo|depmod|dmesg|mount|umount|mkdir|cp|mv|rm|ln|git|apt|apt-get|dnf|yum|pacman|grep|egrep|find|sed|awk|chmod|chown|mknod|gdb|perf|stap|bpftrace|trace-cmd|objdump|readelf|nm|addr2line|strace|systemctl|journalctl|export|source|dkms|qemu-system-\w+|tar|wget|curl|vim|nano|losetup|lsblk|blkid|mkfs\.\w+|fsck\.\w+|mdadm|dmsetup|nvme|fio|dtc|i2c\w+|ssh|scp|rsync|cargo|vng|bpftool|tcpdump|ping|iperf3|taskset|chrt|docker|lsof|ps|kill|swapon|cryptsetup|tune2fs|lscpu|numactl|pahole|kexec|sysctl|ip|tc|ethtool|lspci|lsusb|udevadm|for \w+ in|while read|if \[)(?:\s|$)|^\s*\.\/[\w./-]+(?:\s|;|$)|^#!.*\b(?:ba|da|z|k)?sh\b/;
const RE_KCONFIG =
  /^\s*(?:menu)?config\s+[A-Z0-9_]+\s*$|^\s+(?:tristate|bool|def_bool|depends on|select|imply|default [ymn]\b)|^\s*(?:endmenu|endchoice|mainmenu\b|source\s+")/;
const RE_DIFF = /^(?:diff --git|index [0-9a-f]{7,}|--- [ab]\/|\+\+\+ [ab]\/|@@ -\d)/;
const RE_LOG =
  /^(?:<\d>)?\[\s*\d+\.\d{3,}\]|^\s*(?:Call Trace:|RIP: |RSP: |Code: |CPU: \d+ PID:|Modules linked in:|---\[ )|^\s*(?:BUG: |INFO: task |Oops[: ]|Unable to handle kernel |Kernel panic - not syncing|general protection fault|(?:Read|Write) of size \d+ at addr |Allocated by task |Freed by task |but task is already holding lock|Possible unsafe locking scenario|rcu: INFO: )|is trying to acquire lock:|^\s*#?\d*:? ?[0-9a-f]{8,16} \(|\b(?:Not tainted|Tainted: )|^\s*\??\s*\w+\+0x[0-9a-f]+\/0x[0-9a-f]+|^make(?:\[\d+\])?: |^(?:ERROR|WARNING|FATAL): |:\d+:\d+: (?:fatal )?(?:error|warning|note): |^\s*(?:LD|CC|MODPOST|AR|INSTALL|DEPMOD)\s+(?:\[M\]\s+)?\S+\s*$|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ kernel:/;
const RE_PYTHON = /^\s*(?:def \w+\(.*\):|import \w+$|from [\w.]+ import |class \w+.*:|print\(|if __name__ ==)/;
const RE_JSON = /^\s*[{[]?\s*"[^"]+"\s*:\s*/;
const RE_DTS = /^\s*(?:\/dts-v1\/|compatible\s*=\s*"|reg\s*=\s*<|[\w,.@-]+:?\s*[\w,.-]*@[0-9a-f]+\s*\{)/;

const VOTES: readonly (readonly [language: string, votes: RegExp, weight: number])[] = [
  ['diff', RE_DIFF, 6],
  ['log', RE_LOG, 3],
  ['kconfig', RE_KCONFIG, 3],
  ['make', RE_MAKE, 2.5],
  ['shell', RE_SHELL, 2],
  ['python', RE_PYTHON, 2.5],
  ['c', RE_DTS, 2],
  ['c', RE_C, 1],
  ['json', RE_JSON, 1],
];

/** Lines that are looked at: enough to tell, and a bound on the work. */
const MAX_LINES = 60;

/** Canonical language of `code`, or `undefined` when no line speaks for any. */
export function guessLanguage(code: string): string | undefined {
  const lines = code
    .slice(0, 8000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_LINES);
  const scores = new Map<string, number>();
  for (const line of lines) {
    const text = line.slice(0, 300);
    for (const [language, votes, weight] of VOTES) {
      if (votes.test(text)) scores.set(language, (scores.get(language) ?? 0) + weight);
    }
  }
  let best: string | undefined;
  let bestScore = Math.max(0.99, lines.length * 0.2);
  for (const [language, score] of scores) {
    if (score > bestScore) {
      best = language;
      bestScore = score;
    }
  }
  return best;
}
