/**
 * Draws messages that nobody chose: `node scripts/errors/draw-messages.ts SEED KERNEL TOOLS [RELEASE]`.
 *
 * From the sources of a release a number of format strings is drawn that the kernel prints at the level of a warning or
 * worse, the same number from each group of folders, and printed as they would be with values put in; then messages of the
 * tools that build. The same seed, release and packages give the same lines. What the look-up says of them is told by
 * `node scripts/errors/explain-drawn.ts FILE`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kernelCacheDir } from '../kernel/packages.ts';

/** A message before values are put in. */
interface Drawable {
  readonly call: string;
  readonly format: string;
  readonly file: string;
  /** What the file's `pr_fmt()` puts in front. */
  readonly prefix: string;
}

/** What people meet most, a group a line; each gives the same share of the sample. */
const GROUPS: readonly string[] = [
  'fs/{ext4,jbd2}',
  'fs/xfs',
  'fs/btrfs',
  'fs/{nfs,nfsd,lockd},net/sunrpc',
  'fs/{smb,cifs}',
  'fs/{overlayfs,fuse}',
  'fs/{squashfs,isofs,fat,exfat,f2fs,ntfs3,udf},fs',
  'block,drivers/block',
  'drivers/ata',
  'drivers/nvme',
  'drivers/scsi',
  'drivers/usb/{core,host,storage,class,serial}',
  'drivers/mmc',
  'drivers/md',
  'drivers/i2c,drivers/spi',
  'drivers/net/ethernet/{intel,realtek,broadcom}',
  'drivers/net/wireless/{intel,ath,realtek,mediatek},net/{mac80211,wireless}',
  'drivers/net',
  'drivers/gpu/drm/i915',
  'drivers/gpu/drm/amd/{amdgpu,pm}',
  'drivers/gpu/drm',
  'drivers/{pci,firmware,base}',
  'drivers/iommu',
  'drivers/{acpi,cpufreq,thermal,powercap,idle}',
  'drivers/{tty,char}',
  'drivers/{hid,input},drivers/platform/x86',
  'drivers/{regulator,clk,gpio,pinctrl,dma,power,rtc,watchdog,hwmon}',
  'sound',
  'net/bluetooth,drivers/bluetooth,drivers/media',
  'kernel/{sched,rcu,locking,time,irq}',
  'kernel,kernel/{module,bpf,trace,cgroup,power,printk,dma,events}',
  'mm',
  'net/{core,ipv4,ipv6,netfilter,bridge,sched,packet,socket}',
  'arch/x86',
  'security,crypto',
  'lib,init,virt/kvm',
];
const LEVELS = '(?:emerg|alert|crit|err|error|warn|warning)';
const RE_CALL = new RegExp(
  `\\b((?:pr|dev|netdev|netif|pci|ata_\\w+|ata|scmd|sdev|shost|xfs|btrfs|drm|drm_dev|acpi_handle|ubifs|f2fs|nfs|net|v4l2|hid|wiphy|ibdev|bt_dev|cdev|rt2x00|ath\\w*|iwl|IWL|mlx\\w*|xhci|ehci|cxl|ntfs|fs|erofs|exfat|ext4|fat_msg|wl\\w*|rtw\\w*|rtl\\w*|bnx\\w*|hw|e|gt|guc|dm|DM|kvm|vcpu)_${LEVELS.toLowerCase()}(?:_once|_ratelimited|_unlocked|_rl|_fs|_drv)?|dev_err_probe|ext4_(?:error|warning)(?:_inode)?|ext4_msg|DMERR|DMWARN|DMCRIT|DRM_(?:DEV_)?(?:ERROR|WARN)|IWL_(?:ERR|WARN)|cifs_(?:server_)?dbg|BT_(?:ERR|WARN)|bt_dev_(?:err|warn)|WARN(?:_ONCE|_RATELIMIT)?|panic|ACPI_(?:ERROR|BIOS_ERROR|WARNING)|printk|drm_WARN(?:_ONCE)?|net_(?:err|warn)_ratelimited|XFS_ERROR_REPORT|sd_printk|starget_printk|sdev_printk|scmd_printk|hid_err|hid_warn)\\s*\\(`,
  'g',
);
const RE_STRING = /"((?:[^"\\]|\\.)*)"/y;
const RE_LEVEL = /\bKERN_(EMERG|ALERT|CRIT|ERR|WARNING|NOTICE|INFO|DEBUG|DEFAULT|CONT)\b/;
const RE_CONVERSION = /%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|t|L|j)?(p[a-zA-Z0-9]{0,4}|[a-zA-Z])/g;
const MIN_LETTERS = 12;
const MAX_HEAD = 400;

/** Numbers below a bound, the same for the same seed (xorshift). */
function makeRandom(seed: number): (bound: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % bound;
  };
}

function messagesIn(tree: string, group: string): Drawable[] {
  const folders = group.split(/,(?![^{]*\})/);
  const deep = folders.length > 1 ? folders.slice(0, 1) : folders;
  const patterns = folders.map(
    (folder) => `${folder}/${deep.includes(folder) || /[{]/.test(folder) || folder.includes('/') ? '**/' : ''}*.c`,
  );
  const files = [...new Set(globSync(patterns, { cwd: tree }))]
    .filter((file) => !/test|\/gpu\/drm\/(?:amd\/display|nouveau)|arch\/x86\/(?:um|boot)/.test(file))
    .sort();
  return files.flatMap((file) => messagesOf(readFileSync(join(tree, file), 'latin1'), file));
}

function messagesOf(text: string, file: string): Drawable[] {
  const prefix = prefixOf(text, file);
  return [...text.matchAll(RE_CALL)].flatMap((match): Drawable[] => {
    const format = firstFormat(text, match.index + match[0].length, match[1] ?? '');
    return format === undefined || format.replace(RE_CONVERSION, '').replace(/[^A-Za-z]/g, '').length < MIN_LETTERS
      ? []
      : [{ call: match[1] ?? '', format, file, prefix }];
  });
}

function prefixOf(text: string, file: string): string {
  const define = /#define\s+pr_fmt\(fmt\)\s+(.*)/.exec(text)?.[1];
  if (define === undefined) return '';
  const name = moduleOf(file);
  const parts = define.replace(/\bfmt\b.*/, '').match(/"[^"]*"|\w+/g) ?? [];
  return parts
    .map((part) =>
      part === 'KBUILD_MODNAME' ? name : part.startsWith('"') ? part.slice(1, -1) : (definedText(text, part) ?? part),
    )
    .join('')
    .replace(/%s:? ?|\(%d\)/g, '');
}

function definedText(text: string, name: string): string | undefined {
  return new RegExp(`#define\\s+${name}\\s+"([^"]*)"`).exec(text)?.[1];
}

/** The module that a file belongs to, as near as its path tells. */
function moduleOf(file: string): string {
  const folder = basename(dirname(file));
  const isOwn =
    file.split('/').length > 4 &&
    !/^(?:host|core|pcie|client|server|common|display|gt|target|busses|intel|libxfs|soc|codecs)$/.test(folder);
  return (isOwn ? folder : basename(file, '.c')).replaceAll('-', '_');
}

/** The first literal of the call's arguments, with those that follow it; of `printk` only at the levels that count. */
function firstFormat(text: string, from: number, call: string): string | undefined {
  const head = text.slice(from, from + MAX_HEAD);
  const quote = head.indexOf('"');
  const end = head.indexOf(');');
  if (quote < 0 || (end >= 0 && end < quote)) return undefined;
  const before = head.slice(0, quote);
  if (/^printk|_printk$/.test(call) && !/^(?:EMERG|ALERT|CRIT|ERR|WARNING)$/.test(RE_LEVEL.exec(before)?.[1] ?? ''))
    return undefined;
  if (/^cifs_/.test(call) && !before.includes('VFS')) return undefined;
  if (call === 'ext4_msg' && !/KERN_(?:ERR|WARNING|CRIT)/.test(before)) return undefined;
  if (before.includes('{') || before.includes(';')) return undefined;
  let at = quote;
  let format = '';
  for (;;) {
    RE_STRING.lastIndex = at;
    const match = RE_STRING.exec(head);
    if (match === null) break;
    format += match[1] ?? '';
    const gap = /^(?:\s|\\\n|PRI\w+)*/.exec(head.slice(RE_STRING.lastIndex))?.[0] ?? '';
    at = RE_STRING.lastIndex + gap.length;
  }
  return format.replace(/\\n/g, ' ').replace(/\\t/g, ' ').replaceAll('\\"', '"').replace(/\s+/g, ' ').trim();
}

function render({ call, format, file, prefix }: Drawable, random: (bound: number) => number): string {
  const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const name = basename(file, '.c').replaceAll('-', '_');
  const message = format.replaceAll('%%', '\u0001').replace(RE_CONVERSION, (whole, kind: string, at: number) => {
    const before = format.slice(Math.max(0, at - 14), at).toLowerCase();
    if (/^[di]$/.test(kind) && /(?:err\w*|ret\w*|rc|status|code|fail\w*|rv|result)\W*$|[:(] ?\(?$/.test(before))
      return pick(['-22', '-110', '-5', '-12', '-19', '-2']);
    if (kind === 's') return pick(['demo', 'sda1', 'alpha', 'state2']);
    if (kind === 'c') return 'x';
    if (/^[xX]$/.test(kind)) return whole.includes('#') ? '0x1b' : pick(['1b', '40', '3']);
    if (kind === 'pe') return pick(['-EINVAL', '-ENOMEM', '-ENODEV']);
    if (/^p[sSf]/.test(kind)) return 'demo_work+0x1b/0x40';
    if (/^pOF|^pf[wW]/.test(kind)) return '/soc/demo@1f000000';
    if (/^p[dDg]/.test(kind)) return 'sda1';
    if (/^pI/.test(kind)) return '10.0.0.7';
    if (/^p[mM]/.test(kind)) return '52:54:00:12:34:56';
    if (/^pU/.test(kind)) return '0f3c2a1e-1111-2222-3333-444455556666';
    return kind.startsWith('p') ? '00000000a0b1c2d3' : pick(['3', '17', '512']);
  });
  return `${leadOf(call, file, name, prefix)}${message.replaceAll('\u0001', '%')}`;
}

function leadOf(call: string, file: string, name: string, prefix: string): string {
  const pci = '0000:03:00.0';
  const device = file.includes('/usb/')
    ? '1-4:1.0'
    : file.includes('i2c')
      ? 'i2c-1'
      : /net\/|gpu|nvme|pci|ata|sound\/pci|iommu/.test(file)
        ? pci
        : '1f000000.demo';
  const driver = file.includes('drm/i915')
    ? 'i915'
    : file.includes('drm/amd')
      ? 'amdgpu'
      : file.includes('nvme/host')
        ? 'nvme'
        : moduleOf(file);
  if (/^(?:dev_|pci_|acpi_handle|hid_|nvme)/.test(call))
    return `${call.startsWith('pci') ? 'pci' : driver} ${device}: `;
  if (/^(?:drm_|DRM_|gt_|guc_)/.test(call))
    return call.startsWith('DRM') ? '[drm:demo_init] *ERROR* ' : `${driver} ${pci}: [drm] *ERROR* `;
  if (/^netdev|^netif/.test(call)) return `${driver} ${pci} eth0: `;
  if (/^ext4_(?:error|warning)/.test(call))
    return `EXT4-fs ${call.includes('error') ? 'error' : 'warning'} (device sda1): demo_fn:120: `;
  if (/^ext4/.test(call)) return 'EXT4-fs (sda1): ';
  if (/^(?:xfs|XFS)/.test(call)) return 'XFS (sda1): ';
  if (/^btrfs/.test(call))
    return `BTRFS ${/err/.test(call) ? 'error' : /crit/.test(call) ? 'critical' : 'warning'} (device sda1): `;
  if (/^f2fs/.test(call)) return 'F2FS-fs (sda1): ';
  if (/^cifs/.test(call)) return 'CIFS: VFS: ';
  if (/^DM/.test(call)) return `device-mapper: ${/DM_MSG_PREFIX\s+"([^"]+)"/.exec('') ?? name.replace(/^dm_/, '')}: `;
  if (/^ata_port|^ata_link/.test(call)) return 'ata1: ';
  if (/^ata/.test(call)) return 'ata1.00: ';
  if (/^(?:sd_|sdev|scmd|starget)/.test(call)) return 'sd 0:0:0:0: [sda] ';
  if (/^(?:xhci|ehci)/.test(call)) return `${call.slice(0, 4)}_hcd 0000:00:14.0: `;
  if (/^(?:BT_|bt_dev)/.test(call)) return 'Bluetooth: hci0: ';
  if (/^(?:wiphy|IWL|iwl|rtw|rtl|ath|mlx|bnx|e_|hw_)/.test(call)) return `${driver} ${pci}: `;
  if (/^ACPI_/.test(call))
    return `ACPI ${call.includes('BIOS') ? 'BIOS Error (bug)' : call.includes('WARN') ? 'Warning' : 'Error'}: `;
  if (call === 'panic') return 'Kernel panic - not syncing: ';
  return prefix;
}

/** Messages of the tools that build, by rule: what scripts of the tree and programs at hand print as errors or warnings. */
function toolMessages(tree: string): Drawable[] {
  const found: Drawable[] = [];
  const add = (file: string, prefix: string, format: string): void => {
    if (format.replace(RE_CONVERSION, '').replace(/[^A-Za-z]/g, '').length >= MIN_LETTERS)
      found.push({ call: 'tool', format, file, prefix });
  };
  const RE_C =
    /\b(?:error|warn|merror|fatal|pr_err|pr_warn|WARN|ERROR|WARN_FUNC|ERROR_FUNC|ERROR_ELF|WARN_ELF|BT_WARN_FUNC|FAIL|FAIL_PROP|conf_warning|zconf_error|yyerror|p_err|p_info|errx?|warnx|err_msg|ksym_err)\s*\(\s*[^"();]{0,60}"((?:[^"\\]|\\.)*)"|fprintf\s*\(\s*stderr,\s*"((?:[^"\\]|\\.)*)"/g;
  for (const [folder, lead] of [
    ['scripts/mod', 'ERROR: modpost: '],
    ['scripts/kconfig', 'Kconfig:12: '],
    ['scripts/dtc', 'demo.dts:12.3-7: '],
    ['tools/objtool', 'demo.o: warning: objtool: '],
    ['tools/bpf/resolve_btfids', 'FAILED: '],
    ['tools/lib/bpf', 'libbpf: '],
    ['scripts', ''],
  ] as const)
    for (const file of globSync([`${folder}/${folder === 'scripts' ? '' : '**/'}*.{c,l,y}`], { cwd: tree }).sort())
      for (const match of readFileSync(join(tree, file), 'latin1').matchAll(RE_C))
        add(
          file,
          lead,
          (match[1] ?? match[2] ?? '')
            .replace(/\\n|\\t/g, ' ')
            .replaceAll('\\"', '"')
            .trim(),
        );
  for (const file of globSync(['Makefile', 'scripts/Makefile*', 'scripts/*.sh', 'arch/x86/Makefile*'], {
    cwd: tree,
  }).sort())
    for (const match of readFileSync(join(tree, file), 'latin1').matchAll(
      /\$\((?:error|warning) ([^)]{12,120})\)|echo\s+(?:>&2|1>&2)\s+["']([^"']{12,160})["']|echo\s+["']([^"']{12,160})["']\s*(?:>&2|1>&2)/g,
    ))
      add(file, '', (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\(?[\w@<^]+\)?/g, 'demo'));
  const strings = (program: string, wanted: RegExp, prefix: string, clean: (text: string) => string): void => {
    if (!existsSync(program)) return;
    for (const line of execFileSync('strings', ['-n', '16', program], { encoding: 'latin1', maxBuffer: 1 << 28 }).split(
      '\n',
    ))
      if (wanted.test(line)) add(program, prefix, clean(line));
  };
  const gcc = (text: string): string =>
    text
      .replace(/%</g, "'")
      .replace(/%>/g, "'")
      .replace(/%q[+#]*([A-Z])/g, "'%s'")
      .replace(/%qs|%qE|%qD|%qT/g, "'%s'")
      .replace(/%[<>]/g, "'");
  strings(
    '/usr/lib/gcc/x86_64-linux-gnu/12/cc1',
    /^[a-z%][^\t]*%(?:q[+]?[EDTs]|<)[^\t]*$/,
    'demo.c:41:9: error: ',
    gcc,
  );
  strings('/usr/bin/ld.bfd', /^%(?:pB|P|pB\(%pA\))[:,].{12,}$/, '', (text) =>
    text
      .replaceAll('%pB', 'demo.o')
      .replaceAll('%pA', '.text')
      .replaceAll('%pT', 'demo_table')
      .replace('%P', 'ld')
      .replace('%F', '')
      .replace('%X', ''),
  );
  if (existsSync('/usr/sbin/dkms'))
    for (const match of readFileSync('/usr/sbin/dkms', 'latin1').matchAll(
      /(?:die \d+|error|warn|deprecated)\s*(?:\\\s*)?\$?"([^"$]{14,160}[^"]*)"/g,
    ))
      add('dkms', 'Error! ', (match[1] ?? '').replace(/\$\{?\w+\}?/g, 'demo'));
  return found;
}

const [seed = '1', kernelCount = '120', toolCount = '40', release = '6.12'] = process.argv.slice(2);
const tree = join(kernelCacheDir(), release, 'source');
const random = makeRandom(Number(seed));
const seen = new Set<string>();
const draw = (from: readonly Drawable[]): string | undefined => {
  for (let tries = 0; tries < 50 && from.length > 0; tries += 1) {
    const one = from[random(from.length)] as Drawable;
    if (seen.has(one.format)) continue;
    seen.add(one.format);
    return `${one.file}\t${render(one, random)}`;
  }
  return undefined;
};
const pools = GROUPS.map((group) => messagesIn(tree, group));
for (let index = 0; index < Number(kernelCount); index += 1)
  process.stdout.write(`${draw(pools[index % pools.length] ?? []) ?? ''}\n`);
const tools = Object.values(Object.groupBy(toolMessages(tree), ({ prefix, file }) => prefix || dirname(file)));
for (let index = 0; index < Number(toolCount); index += 1)
  process.stdout.write(`${draw(tools[index % tools.length] ?? []) ?? ''}\n`);
