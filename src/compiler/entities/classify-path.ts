import type { EntityKind } from '../../model/entity.ts';
import type { RuleId } from './rules.ts';

/** What a path names, and by which rule. */
export interface PathClass {
  readonly name: string;
  readonly kind: EntityKind;
  readonly rule: RuleId;
}

/** Top folders of the kernel tree; the value tells whether the name alone is no English word. */
const TOP_FOLDERS: ReadonlyMap<string, boolean> = new Map([
  ['arch', true],
  ['drivers', true],
  ['fs', true],
  ['mm', true],
  ['ipc', true],
  ['io_uring', true],
  ['block', false],
  ['certs', false],
  ['crypto', false],
  ['include', false],
  ['init', false],
  ['kernel', false],
  ['lib', false],
  ['net', false],
  ['rust', false],
  ['samples', false],
  ['scripts', false],
  ['security', false],
  ['sound', false],
  ['tools', false],
  ['usr', false],
  ['virt', false],
]);

/** Second components that make `kernel/…`, `net/…` a folder of the tree beyond doubt. */
const SECOND_FOLDERS: ReadonlySet<string> = new Set(
  `sched locking time irq rcu trace bpf events cgroup power printk livepatch dma entry futex debug module core ipv4 ipv6 netfilter bridge
  unix packet wireless mac80211 bluetooth can dsa mptcp tls xdp xfrm sctp netlink ethtool openvswitch sunrpc testing perf objtool kconfig kprobes
  selinux apparmor smack keys integrity landlock soc pci usb gdb dtc mod linux uapi asm-generic partitions kvm asymmetric_keys ext4 xfs`
    .trim()
    .split(/\s+/u),
);

const HEADER_FOLDERS: ReadonlySet<string> = new Set(
  `linux asm asm-generic uapi net sound drm scsi media rdma crypto acpi video trace xen kvm dt-bindings keys misc pcmcia ras target clocksource
  soc vdso kunit sys netinet arpa bpf generated include rv ufs cxl memory linux-mm`
    .trim()
    .split(/\s+/u),
);

const RE_SOURCE = /\.(?:c|S|s|rs|dts|dtsi|dtso|lds|y|l|cocci|tbl)$/u;
const RE_SCRIPT = /\.(?:py|sh|pl|awk|lds\.S|txt|config|rst|yaml|json|tbl|mk)$/u;
const RE_BUILD_FILE = /^(?:Makefile|Kconfig|Kbuild)(?:\.[A-Za-z0-9_]+)?$/u;
const RE_OBJECT = /\.(?:o|ko|ko\.(?:xz|gz|zst)|mod\.o|a)$/u;
/** The two sides of a diff: `a/mm/slub.c`, `b/mm/slub.c`. */
const RE_DIFF_SIDE = /^[ab]\/[A-Za-z_]+\//u;
const RE_LAST_OF_LINE = /:\d+(?:-\d+)?$/u;

/** First components of absolute paths that kernel and system tools serve. */
const SYSTEM_ROOTS: ReadonlySet<string> = new Set([
  'proc',
  'sys',
  'dev',
  'etc',
  'boot',
  'sbin',
  'debugfs',
  'sysfs',
  'configfs',
]);
const RE_DEEP_ROOT =
  /^\/(?:lib(?:64)?\/(?:modules|firmware|udev|modprobe\.d|systemd)|usr\/(?:src|sbin|lib\/(?:modules|debug|firmware|modprobe\.d|udev|depmod\.d)|include\/(?:linux|asm|sys))|var\/(?:log|crash|lib\/(?:dkms|initramfs-tools|systemd))|run\/(?:udev|modprobe\.d)|debug\/tracing)(?:\/|$)/u;

/** `true` for a first component after which `/` goes on with a path rather than with an alternative. */
export function startsKernelPath(first: string): boolean {
  return (
    TOP_FOLDERS.has(first) || first === 'Documentation' || HEADER_FOLDERS.has(first) || first === '.' || first === '..'
  );
}

/** `true` for absolute paths that are taken; paths of examples and of somebody's home folder are not. */
export function isSystemPath(path: string): boolean {
  const end = path.indexOf('/', 1);
  const first = end < 0 ? path.slice(1) : path.slice(1, end);
  return SYSTEM_ROOTS.has(first) || RE_DEEP_ROOT.test(path);
}

/**
 * What a relative path with at least one slash names; `undefined` where it names nothing of the kernel's.
 * `isMarked`: it stands in code or emphasis, which rules out alternatives such as `kernel/user`.
 */
export function classifyRelativePath(path: string, isMarked: boolean): PathClass | undefined {
  let name = path.replace(RE_LAST_OF_LINE, '');
  if (RE_DIFF_SIDE.test(name) && startsKernelPath(name.slice(2, name.indexOf('/', 2)))) name = name.slice(2);
  while (name.startsWith('./') || name.startsWith('../')) name = name.slice(name.indexOf('/') + 1);
  const slash = name.indexOf('/');
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (RE_OBJECT.test(base)) return base.length > 3 ? { name: base, kind: 'object', rule: 'object-file' } : undefined;
  if (slash < 0) return classifyFileName(name);
  const first = name.slice(0, slash);
  if (first === 'Documentation') return { name, kind: 'document', rule: 'document-path' };
  if (base.endsWith('.h')) {
    const known = HEADER_FOLDERS.has(first) || TOP_FOLDERS.has(first);
    const short = name.startsWith('include/') ? name.slice(8) : name;
    return { name: short, kind: 'header', rule: known ? 'header-path' : 'header-name' };
  }
  const isTop = TOP_FOLDERS.has(first);
  if (RE_SOURCE.test(base)) return { name, kind: 'source', rule: isTop ? 'source-path' : 'source-name' };
  if (!isTop) return undefined;
  if (RE_BUILD_FILE.test(base) || RE_SCRIPT.test(base)) return { name, kind: 'source', rule: 'source-path' };
  return isFolder(name, first, isMarked) ? { name, kind: 'source', rule: 'source-path' } : undefined;
}

/** What a file name without a slash names, by its ending. */
export function classifyFileName(name: string): PathClass | undefined {
  const dot = name.lastIndexOf('.');
  if (dot < 1) return undefined;
  if (name.endsWith('.h')) return { name, kind: 'header', rule: 'header-name' };
  if (RE_OBJECT.test(name)) return name.endsWith('.a') ? undefined : { name, kind: 'object', rule: 'object-file' };
  // `P.S`, `U.S`: letters of an abbreviation, no assembler.
  if (RE_SOURCE.test(name)) return /^[A-Z]\.S$/u.test(name) ? undefined : { name, kind: 'source', rule: 'source-name' };
  if (/^[a-z][a-z0-9_-]{3,}\.rst$/u.test(name) && name !== 'readme.rst')
    return { name, kind: 'document', rule: 'document-name' };
  return undefined;
}

function isFolder(name: string, first: string, isMarked: boolean): boolean {
  const parts = name.split('/').filter((part) => part !== '');
  const second = parts[1];
  if (second === undefined) return isMarked || TOP_FOLDERS.get(first) === true;
  if (isMarked || TOP_FOLDERS.get(first) === true || SECOND_FOLDERS.has(second)) return true;
  if ((first === 'scripts' || first === 'tools' || first === 'samples') && /[-_.]/u.test(second)) return true;
  return parts.length > 2 || name.endsWith('/');
}
