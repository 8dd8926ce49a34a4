import { type PathClass, reasonOfPath } from '../../src/kernel/classify-path.ts';
import type { CandidateForm } from '../../src/kernel/inventory.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import type { RankReason } from '../../src/model/name-in-release.ts';
import { FLAG_DECLARATION, FLAG_DOCUMENTED, FLAG_MADE_BY_MACRO, FLAG_OFF } from './candidate-store.ts';
import { FALSE, type Truth } from './evaluate-condition.ts';

/** What the rank of one definition depends on. */
export interface RankInput {
  readonly kind: EntityKind;
  readonly form: CandidateForm;
  readonly path: string;
  readonly pathClass: PathClass;
  readonly flags: number;
  /** Whether the configuration builds the file. */
  readonly isBuilt: Truth;
  /** Tag of the struct of a member. */
  readonly within: string | undefined;
  /** The same file exports the name. */
  readonly isExportedHere: boolean;
}

export interface Rank {
  /** Higher is better; only the order matters. */
  readonly score: number;
  readonly reasons: readonly RankReason[];
}

const PATH_SCORES: Readonly<Record<PathClass, number>> = {
  'include-linux': 300,
  include: 260,
  'arch-header': 240,
  'asm-generic': 230,
  core: 210,
  x86: 170,
  private: 100,
  test: 30,
  boot: 10,
  'other-architecture': -250,
  'outside-kernel': -600,
};
/** Headers for another compiler, and headers that mirror kernel names for user space or firmware. */
/** Files for the 32-bit kernel. */
const RE_OTHER_WIDTH = /^arch\/x86\/.*_32\.[chS]$/;
/** Structs whose members notes mean when they name a member alone. */
const RE_COMMON_STRUCT =
  /^(?:sk_buff|sock|sock_common|file|inode|dentry|super_block|address_space|file_operations|inode_operations|super_operations|task_struct|mm_struct|vm_area_struct|device|device_driver|bus_type|class|kobject|module|net_device|net_device_ops|page|folio|cdev|block_device|gendisk|request|request_queue|bio|work_struct|timer_list|list_head|spinlock|mutex|semaphore|completion|pci_dev|pci_driver|usb_device|usb_driver|platform_device|platform_driver|seq_file|seq_operations|proc_ops|proc_dir_entry|tty_struct|irq_desc|irq_chip|cred|user_struct|signal_struct|nsproxy)$/;
const RE_FOREIGN_HEADER =
  /^include\/(?:linux\/compiler-(?:intel|clang)\.h|acpi\/platform\/|linux\/(?:zstd|xz|lzo)|linux\/decompress\/)/;

/** Score of a definition and the reasons behind it, in the order of `RANK_REASONS`. */
export function rankCandidate(input: RankInput): Rank {
  const { kind, form, path, pathClass, flags } = input;
  const reasons: RankReason[] = [];
  let score = PATH_SCORES[pathClass];
  const isDeclaration = (flags & FLAG_DECLARATION) !== 0;
  const isKernel = pathClass !== 'other-architecture' && pathClass !== 'outside-kernel';
  if (input.isExportedHere && !isDeclaration && isKernel) {
    score += 1000;
    reasons.push('exported-here');
  }
  const pathReason = reasonOfPath(pathClass);
  if (pathReason !== undefined) reasons.push(pathReason);
  if ((flags & FLAG_DOCUMENTED) !== 0) {
    score += 60;
    reasons.push('documented');
  }
  if (kind === 'syscall') reasons.push('syscall');
  const isOff = (flags & FLAG_OFF) !== 0;
  if (isOff || input.isBuilt === FALSE || RE_FOREIGN_HEADER.test(path) || RE_OTHER_WIDTH.test(path)) {
    score -= isOff ? 420 : 300;
    reasons.push('other-configuration');
  }
  if (isOff && form === 'inline') reasons.push('stub');
  if (pathClass === 'private' || pathClass === 'test' || pathClass === 'boot') {
    if (form === 'static' || kind === 'macro') score -= 60;
  }
  if (form === 'static') score -= 20;
  if (kind === 'field') score -= RE_COMMON_STRUCT.test(input.within ?? '') ? 70 : 150;
  if (path.startsWith('include/acpi/')) score -= 40;
  // On the compiler's command line of every file.
  if (kind === 'macro' && path.startsWith('scripts/Makefile')) score += 60;
  if (isDeclaration) {
    score -= 400;
    reasons.push('declaration-only');
  }
  if ((flags & FLAG_MADE_BY_MACRO) !== 0) {
    score -= 10;
    reasons.push('made-by-macro');
  }
  if (/\/uapi\//.test(path)) score -= 15;
  if (form === 'enumerator' || form === 'function-like') score += 1;
  return { score, reasons };
}
