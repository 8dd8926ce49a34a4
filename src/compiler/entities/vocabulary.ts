/**
 * Names and words that the rules know by heart. Only what shape and context cannot tell is listed: names that look like
 * English, tools, kbuild's own words, and names whose kind their shape would mislead about.
 */

import type { EntityKind } from '../../model/entity.ts';
import { MODULE_NAMES } from './module-names.ts';

/** `plain`: taken in running text too; `marked`: only in code, in emphasis, or beside a word that says what it is; `run`: only where it is run or said to be. */
export type Reach = 'plain' | 'marked' | 'run';

export interface KnownName {
  /** Canonical spelling, where several are in use. */
  readonly name: string;
  readonly kind: EntityKind;
  readonly reach: Reach;
}

const COMMANDS_PLAIN = `
modprobe insmod rmmod lsmod depmod modinfo kmod dmesg gdb kgdb systemtap stap staprun bpftrace bpftool udev udevd udevadm
systemd-udevd strace ltrace blktrace blkparse btrace btt ethtool ehttool iproute2 iptables ip6tables nftables tcpdump lspci lsusb
lsblk lscpu setpci sysctl mkinitcpio dracut update-initramfs mkinitramfs update-grub grub-mkconfig grub2-mkconfig grubby
kexec kdump makedumpfile objdump readelf addr2line objcopy bpf2c pahole smatch spatch trace-cmd kernelshark powertop turbostat
cpupower numactl taskset chrt irqbalance iperf iperf3 netperf hwclock hdparm smartctl sgdisk mdadm dmsetup losetup
cryptsetup lvm mkfs mke2fs tune2fs debugfs.ocfs2 mkfs.ext4 mkfs.xfs mkfs.btrfs fsck xfs_repair xfs_io btrfs-progs nvme-cli
hcitool btmon hciconfig rfkill iwconfig iwlist wpa_supplicant hostapd klogd syslogd rsyslog rsyslogd syslog-ng journalctl journald systemctl
auditctl auditd ausearch capsh setfacl getfattr setfattr syzkaller syzbot kselftest kunit.py virtme virtme-ng vng qemu
qemu-system-x86_64 qemu-system-aarch64 qemu-system-arm qemu-system-riscv64 qemu-img busybox buildroot crash-utility drgn
mknod mkdosfs fdisk swapon swapoff dtc fdtdump mkimage fw_printenv i2cdetect i2cget i2cset i2cdump i2ctransfer gpioinfo gpioset gpioget gpiodetect
gpiomon evtest evemu libinput v4l2-ctl media-ctl modetest vainfo glxinfo amixer aplay arecord lm-sensors acpidump
iasl acpid dmidecode efibootmgr mokutil kmodsign sign-file sbsign ccache distcc genksyms modpost fixdep gcov lcov perf-tools
e2fsck dumpe2fs debugreiserfs e4defrag resize2fs xfs_db xfs_growfs btrfsck fsck.ext4 mount.cifs bitbake devtool dropwatch nstat devmem2 devmem trafgen mausezahn ndctl daxctl
cxl iwlist rasdaemon edac-util mcelog nvidia-smi intel_gpu_top schedtool sparsify simg2img fstrim blkdiscard blkzone sg_inq sginfo lsscsi
lsmem chmem lsns lslocks chcpu rdmsr wrmsr x86info msr-tools pcimem flashrom ectool dfu-util fsverity fscrypt erofsfuse mkfs.erofs mkfs.f2fs
mksquashfs unsquashfs zramctl dmstats thin_check lvcreate pvcreate vgcreate bcachefs f2fs_io ubiattach nandwrite flash_erase mtdinfo
git-bisect rtcwake ktls-utils kpatch kpatch-build kgraft livepatch-build klp-build objtool resolve_btfids pahole-flags dwarves
coccinelle wireshark tshark vmtouch fincore numastat nfsstat mountstats cachestat biosnoop tcptop iotop ioping bonnie dbench fsstress syz-manager
xfstests ltp kvm-unit-tests stress-ng sysbench hackbench cyclictest rtla fio iostat vmstat mpstat pidstat slabtop smem
nm-online kmemtrace memtester lttng babeltrace uftrace valgrind ctags cscope checkpatch checkpatch.pl get_maintainer.pl
blockdev findmnt fsfreeze ionice lsfd lsirq lsipc mkswap partx prlimit runuser setpriv sfdisk cfdisk swaplabel switch_root uclampset wdctl wipefs ldattach
badblocks e2freefrag e2image e2label e2undo e4crypt filefrag lsattr chattr fsck.f2fs fsck.xfs fsck.btrfs xfs_admin xfs_bmap xfs_freeze xfs_fsr
xfs_info xfs_logprint xfs_mdrestore xfs_metadump xfs_quota xfs_scrub xfs_spaceman btrfstune dump.f2fs resize.f2fs mkfs.fat mkfs.vfat mkfs.ubifs mkfs.jffs2
flashcp flash_eraseall mtd_debug nanddump nandtest ubiattach ubidetach ubiformat ubimkvol ubinfo ubinize ubirmvol ubirsvol ubiupdatevol mtdpart
lvchange lvconvert lvdisplay lvextend lvreduce lvremove lvresize lvscan pvchange pvdisplay pvmove pvremove pvresize pvscan vgchange vgdisplay vgextend vgreduce
vgremove vgrename vgscan multipathd iscsiadm iscsid rpc.gssd rpc.idmapd rpc.statd nfsiostat showmount mount.nfs rpcdebug
v4l2-compliance v4l2-dbg cec-ctl ir-ctl alsactl alsamixer aconnect fdtget fdtput fdtoverlay dtdiff dumpimage mkenvimage gpiofind isadump isaset
sensors-detect usbreset usb-devices usbhid-dump lshw hwinfo getcap setcap getpcaps getfacl sestatus semodule setsebool getsebool matchpathcon
apparmor_parser aa-enforce aa-complain audit2allow augenrules aureport autrace smartd sdparm lnstat rtmon vdpa dcb bpftrace-aotrt
cpudist runqlat runqlen runqslower biotop bitesize dcsnoop drsnoop execsnoop exitsnoop filelife fileslower funclatency funcslower klockstat
llcstat mountsnoop offwaketime oomkill opensnoop killsnoop shmsnoop slabratetop stackcount statsnoop syncsnoop syscount tcpaccept tcpconnect tcpconnlat
tcpdrop tcplife tcpretrans tcprtt tcpstates tcptracer ttysnoop vfsstat vfscount wakeuptime xfsslower ext4slower ext4dist btrfsslower nfsslower netqtop
cyclicdeadline deadline_test hwlatdetect oslat pi_stress pmqtest queuelat ptsematest signaltest sigwaittest ssdd svsematest migratepages memhog
vmcore-dmesg kdump-config lsof htop netstat traceroute ifconfig telinit nsenter xxd diffstat minicom picocom cansend candump mii-tool mii-diag ifenslave brctl vconfig tunctl cgcreate cgexec lscgroup systemd-cgls systemd-run
installkernel semanage restorecon chcon setenforce getenforce ausyscall aa-status bpf-linker llvm-objdump llvm-nm rustup bindgen udevinfo slattach ipvsadm arptables batctl openocd funccount offcputime ktest
earlyoom lmkd logcat thermald bluetoothd modemmanager NetworkManager chronyd dbus-daemon pstore-dump kvm_stat virsh virt-install libvirtd cloud-hypervisor firecracker crosvm lkvm
decode_stacktrace.sh faddr2line bloat-o-meter kernel-doc extract-vmlinux oprofile opcontrol opreport`;

const COMMANDS_MARKED = `
perf make mount umount crash nm ld ldd as ar strip sparse gcc clang cc git ip tc ss nft iw bridge devlink rdma nvme blkid
sync fuser top ps free kill killall nice renice time watch sleep reboot shutdown halt init systemd login ping
arp route chroot unshare setns logger ulimit lxc docker stat hexdump dd cpio grub lilo
tar patch quilt b4 crosstool bear menuconfig-ui xdp-loader screen tftp
bcc opensnoop execsnoop biolatency trace profile memleak page-types slabinfo kmemleak
kgdboc jtag dosbox uml conntrack ebtables tipc can-utils
ctr
run-parts depmod.pl newrole keyctl
xz gzip lz4 zstd lld ld.lld rustc cargo`;

/** Tools whose names are words, or functions as well. */
const COMMANDS_RUN = `
  as ar cc strip ip watch sleep time free top kill nice init trace profile screen sync bridge patch arp route stat reboot shutdown halt login ping logger
  rtnl dd link nm ld sparse crash`;

/** Spellings in use beside the canonical one. */
const COMMAND_SPELLINGS: readonly (readonly [string, string])[] = [
  ['Systemtap', 'systemtap'],
  ['SystemTap', 'systemtap'],
  ['dkms', 'DKMS'],
  ['GDB', 'gdb'],
  ['KGDB', 'kgdb'],
  ['QEMU', 'qemu'],
  ['Udev', 'udev'],
  ['BusyBox', 'busybox'],
  ['Busybox', 'busybox'],
  ['Buildroot', 'buildroot'],
  ['Dracut', 'dracut'],
  ['Valgrind', 'valgrind'],
  ['OProfile', 'oprofile'],
  ['LTTng', 'lttng'],
  ['Strace', 'strace'],
];

/** Commands of gdb and crash that no other rule would tell from English; taken where gdb is spoken of. */
export const GDB_COMMANDS: ReadonlySet<string> = new Set(
  `core-file add-symbol-file symbol-file print backtrace bt disassemble disas info list break watch continue finish step next frame
  x ptype whatis target attach detach lx-symbols lx-dmesg lx-ps lx-lsmod lx-list-check hbreak tbreak up down display set-variable
  add-auto-load-safe-path ftrace`
    .trim()
    .split(/\s+/u),
);

/** General tools of any shell: run in passing, not of the kernel's world. */
export const SHELL_TOOLS: ReadonlySet<string> = new Set(
  `cat echo ls cd cp mv rm mkdir rmdir touch ln find grep egrep fgrep zgrep zcat sed awk gawk cut sort uniq head tail tr wc tee xargs less more
  sudo su doas env export source alias unset set test true false exit return if then else elif fi for do done while case esac until function
  in local read eval exec type which whereis uname whoami hostname date printf chmod chown chgrp pwd man apropos history clear
  apt apt-get apt-cache aptitude dpkg dpkg-source dpkg-buildpackage yum dnf rpm rpmbuild zypper pacman emerge brew snap pip pip3 python python2
  python3 perl ruby node npm yarn java bash sh zsh dash fish vi vim nano emacs ssh sftp rsync wget curl lynx unzip zip bzip2 bunzip2 gunzip diff cmp md5sum
  sha1sum sha256sum base64 basename dirname realpath readlink seq yes id groups useradd usermod passwd nohup jobs fg bg wait trap shift tput stty
  strings file od bc expr column pushd popd dirs install configure cmake ninja meson automake autoconf time loginctl localectl ip-link
  service chkconfig update-rc.d crontab at mail tmux vagrant virsh kubectl podman adb fastboot code open start stop help go`
    .trim()
    .split(/\s+/u),
);

/** First words behind tools whose names are English or short: together they are no English. */
export const SUBCOMMANDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    'perf stat record report top trace probe sched script annotate bench mem lock kmem c2c diff list timechart ftrace kvm archive evlist inject',
    'git bisect grep log blame clone apply am send-email format-patch rebase cherry-pick describe revert range-diff',
    'ip link addr address route neigh netns rule xfrm',
    'tc qdisc filter class',
    'b4 am shazam prep send trailers ty mbox diff',
    'nvme list list-ns list-subsys smart-log id-ctrl id-ns get-log fw-log error-log get-feature set-feature format sanitize connect connect-all discover disconnect reset',
    'nft list add delete flush monitor',
    'iw dev phy list reg event',
    'devlink dev port health sb region trap',
    'cargo build test clippy doc',
    'crash utility',
  ].map((line): [string, ReadonlySet<string>] => {
    const [tool = '', ...words] = line.split(' ');
    return [tool, new Set(words)];
  }),
);

const BUILD_PLAIN = `
SUBDIRS obj-m obj-y obj-n lib-y lib-m ccflags-y asflags-y ldflags-y subdir-ccflags-y subdir-asflags-y hostprogs-y always-y extra-y targets-y subdir-y
subdir-m header-y generic-y EXTRA_CFLAGS EXTRA_LDFLAGS EXTRA_AFLAGS KBUILD_CFLAGS KBUILD_EXTMOD KBUILD_OUTPUT KBUILD_VERBOSE
KBUILD_MODNAME KBUILD_EXTRA_SYMBOLS KBUILD_MODPOST_WARN KBUILD_BUILD_USER KBUILD_BUILD_HOST KBUILD_BUILD_TIMESTAMP KBUILD_DEFCONFIG KBUILD_SIGN_PIN
KBUILD_BASENAME KBUILD_CPPFLAGS KBUILD_AFLAGS KBUILD_LDFLAGS KBUILD_HOSTCFLAGS
KCFLAGS KCPPFLAGS KAFLAGS KDIR KERNELDIR KERNEL_DIR KERNEL_SRC KSRC KERNELRELEASE KERNELVERSION KERNEL_TREE KVERSION KBUILD_DIR KERNEL_PATH
INSTALL_MOD_DIR INSTALL_MOD_PATH INSTALL_MOD_STRIP INSTALL_PATH INSTALL_HDR_PATH INSTALL_DTBS_PATH CROSS_COMPILE CROSS_COMPILE_COMPAT
EXTRAVERSION SUBLEVEL PATCHLEVEL LOCALVERSION LLVM_IAS CFLAGS_MODULE LDFLAGS_MODULE AFLAGS_MODULE CFLAGS_KERNEL HOSTCFLAGS
MODULE_SIG_KEY SUBARCH KCONFIG_CONFIG KCONFIG_ALLCONFIG MODVERDIR modules_install modules_prepare modules_sign modules_check
menuconfig nconfig xconfig gconfig oldconfig olddefconfig defconfig localmodconfig localyesconfig allmodconfig allyesconfig allnoconfig
tinyconfig randconfig savedefconfig syncconfig silentoldconfig listnewconfig helpnewconfig alldefconfig kvm_guest.config bzImage zImage uImage dtbs
dtbs_install dtbs_check dt_binding_check headers_install headers_check headers_install_all kernelrelease htmldocs pdfdocs latexdocs
linkcheckdocs deb-pkg bindeb-pkg rpm-pkg binrpm-pkg tarxz-pkg targz-pkg mrproper distclean kselftest-install coccicheck checkstack namespacecheck headerdep versioncheck
includecheck firmware_install scripts_gdb compile_commands.json rustavailable rustfmtcheck rustdoc DT_SCHEMA_FILES DT_CHECKER_FLAGS TEST_GEN_PROGS TEST_PROGS TEST_GEN_FILES TEST_CUSTOM_PROGS nsdeps vdso_install bootloader
Module.symvers Modules.symvers Module.markers modules.order modules.builtin modules.dep modules.alias modules.symbols modules.builtin.modinfo
Makefile makefile GNUmakefile Kconfig Kbuild System.map vmlinux vmlinuz vmlinux.lds initramfs.cpio dkms.conf
MODULE_FORCE_UNLOAD_FLAGS Kconfig.debug Kconfig.preempt Kconfig.hz Makefile.build Makefile.lib Makefile.modpost Makefile.modinst`;

/** Targets that are English words as well: taken after `make`. */
export const MAKE_TARGETS: ReadonlySet<string> = new Set(
  `all install modules clean help tags TAGS cscope config image_name kselftest perf tools docs prepare scripts rpm debian firmware
  isoimage vdso headers kernel vmlinux modules_install Image Image.gz zImage uImage xipImage vmlinuz loader rust-analyzer rustdoc rustfmt default check checker`
    .trim()
    .split(/\s+/u),
);

/** Variables given to `make` on its command line as one or a few capital letters. */
export const MAKE_VARIABLES: ReadonlySet<string> = new Set(
  `M O V C W MO S ARCH LLVM CC LD HOSTCC CF CHECK KDIR KSRC TARGETS DESTDIR`.split(' '),
);

const FUNCTIONS_PLAIN = `
printk kmalloc kzalloc kcalloc krealloc kfree vmalloc vfree vzalloc kvmalloc kvfree kstrdup kmemdup ioremap iounmap memset memcpy memmove memcmp
strcpy strncpy strlcpy strscpy strcmp strncmp strlen sprintf snprintf scnprintf vsnprintf sscanf kstrtoul kstrtoint kstrtol
getnstimeofday getrawmonotonic daemonize kvzalloc kvcalloc kzfree kstrtobool kasprintf kmemdup strlcat strncat strsep strnlen vmap_pfn bdget bdput
udelay mdelay ndelay msleep usleep_range copy_to_user copy_from_user schedule_timeout wake_up_process
readb readw readl readq writeb writew writel writeq readsb readsw readsl readsq writesb writesw writesl writesq inb inw inl outb outw outl insb insw insl outsb outsw
outsl ioread8 ioread16 ioread32 ioread64 iowrite8 iowrite16 iowrite32 iowrite64 ioread16be ioread32be iowrite16be iowrite32be
memchr memscan strcat strchr strrchr strstr strcasecmp strncasecmp strnstr strpbrk strspn strcspn strim strstarts strreplace stpcpy strchrnul strnchr strtomem
vsprintf vscnprintf vsscanf kvasprintf kstrndup kstrtouint kstrtoll kstrtoull kmap kunmap dget dput iget iput igrab ihold ilookup fget fput fdget fdput
mntget mntput mmget mmput mmgrab mmdrop brelse ksize vmap vunmap kvrealloc kvmemdup vcalloc vrealloc memremap memunmap memdup_user vprintk fsleep ssleep
filldir d_path simple_strtoul`;

const FUNCTIONS_MARKED = `
schedule panic down up barrier mb rmb wmb mod_timer fread fwrite fopen fclose fprintf malloc calloc realloc printf ioctl mmap munmap
kthread_run kref_get kref_put bread submit_bio
might_sleep cond_resched yield synchronize_rcu kfree_rcu call_rcu netif_rx napi_schedule request_irq free_irq filp_open
sleep usleep nanosleep perror getenv atoi strtol pthread_create sigaction epoll_wait`;

const MACROS_PLAIN = `
container_of module_init module_exit module_param module_param_named module_param_array module_param_string module_param_cb module_platform_driver
module_pci_driver module_usb_driver module_i2c_driver module_spi_driver module_driver subsys_initcall device_initcall late_initcall core_initcall
early_initcall arch_initcall postcore_initcall fs_initcall pure_initcall list_entry list_first_entry list_for_each list_for_each_entry
list_for_each_safe list_for_each_entry_safe list_for_each_entry_rcu hlist_for_each_entry for_each_possible_cpu for_each_online_cpu
for_each_process rcu_dereference rcu_assign_pointer rcu_dereference_protected get_user put_user wait_event wait_event_interruptible
wait_event_timeout wait_event_interruptible_timeout spin_lock_irqsave this_cpu_read this_cpu_write per_cpu per_cpu_ptr
min_t max_t clamp_t rounddown roundup round_up round_down typecheck pr_info pr_err pr_warn pr_warning pr_debug pr_notice pr_crit pr_emerg pr_alert pr_cont
pr_fmt pr_devel pr_info_once pr_warn_once pr_err_ratelimited pr_info_ratelimited dev_err dev_info dev_dbg dev_warn dev_notice dev_err_probe netdev_info netdev_err
netdev_dbg netdev_warn pci_info pci_err pci_warn pci_dbg
static_assert do_div bpf_printk BPF_KPROBE BPF_PROG smp_mb smp_rmb smp_wmb smp_load_acquire smp_store_release local_irq_save local_irq_restore lockdep_assert_held
current_cred wake_up wake_up_interruptible wake_up_all init_waitqueue_head mutex_init spin_lock_init INIT_LIST_HEAD
EXPORT_SYMBOL EXPORT_SYMBOL_GPL THIS_MODULE MODULE_LICENSE offsetof offsetofend GENMASK GENMASK_ULL`;

const MACROS_MARKED = `min max clamp swap likely unlikely current va_start va_end va_arg HZ BUG WARN BIT USEC_PER_SEC IS_ERR NULL_TERMINATED assert errno`;

const STRUCTS_PLAIN = `
task_struct file_operations seq_file seq_operations sk_buff net_device super_block address_space vm_area_struct mm_struct inode_operations dentry_operations
super_operations list_head hlist_head hlist_node rb_node rb_root wait_queue_head work_struct delayed_work timer_list tasklet_struct
kmem_cache platform_device platform_driver device_driver device_node pci_dev pci_driver pci_device_id usb_device usb_driver usb_interface usb_device_id
i2c_client i2c_driver i2c_adapter spi_device spi_driver gendisk block_device block_device_operations request_queue bio_vec proc_dir_entry proc_ops
cgroup_subsys bpf_prog bpf_map tcp_sock inet_sock inet_connection_sock sock_common net_proto_family proto_ops napi_struct sk_buff_head
rw_semaphore dma_fence dma_buf drm_device file_system_type vfsmount path_walk nameidata page_frag pt_regs thread_info thread_struct
sched_entity sched_class cfs_rq rt_rq hrtimer ktime irq_desc irq_chip irqaction irq_domain notifier_block kobj_attribute kobj_type kset_uevent_ops
device_attribute attribute_group bus_type miscdevice input_dev tty_struct tty_driver tty_operations uart_driver uart_port ftrace_ops
kretprobe trace_event_call scsi_cmnd Scsi_Host scsi_device scsi_host_template blk_mq_ops blk_mq_tag_set net_device_ops ethtool_ops
iov_iter kiocb iovec msghdr sockaddr_in poll_table_struct fasync_struct rcu_head srcu_struct percpu_counter radix_tree_root
vm_operations_struct backing_dev_info writeback_control task_group perf_event perf_event_attr crypto_alg shash_alg`;

/** Structures whose names no English text uses; taken where they are marked. */
const STRUCTS_MARKED = `inode dentry cdev kobject kset ktype kref sock gendisk bio kprobe uprobe cred pid_namespace nsproxy netns folio xarray kiocb vfsmount rq skb_shared_info`;

const VARIABLES_PLAIN = `jiffies jiffies_64 xtime_lock console_loglevel console_printk init_task init_mm init_net loops_per_jiffy tasklist_lock system_wq
system_unbound_wq kallsyms_addresses swapper_pg_dir sys_call_table mem_map high_memory max_pfn num_online_nodes saved_command_line tick_do_timer_cpu
init_user_ns init_pid_ns dcache_lock inode_lock runqueue_lock kernel_flag modprobe_path`;

const TYPES = `u8 u16 u32 u64 s8 s16 s32 s64 __u8 __u16 __u32 __u64 __s8 __s16 __s32 __s64 __le16 __le32 __le64 __be16 __be32 __be64 __wsum __sum16`;

const ANNOTATIONS = `
__user __kernel __iomem __rcu __percpu __init __exit __initdata __exitdata __initconst __exit_p __devinit __devexit __devinitdata __cpuinit __meminit
__must_check __always_inline __read_mostly __aligned __packed __force __bitwise __acquires __releases __must_hold __acquire __release __cold __weak
__used __unused __maybe_unused __always_unused __deprecated __section __ro_after_init __cacheline_aligned __cacheline_aligned_in_smp
__visible __sched __ref __refdata __net_init __net_exit __net_initdata __cpuidle __latent_entropy __counted_by __nocast __private __safe
__pure __noreturn __noclone __no_sanitize __noinline __printf __scanf __alloc_size __malloc __kprobes __irq_entry __softirq_entry __lockfunc
__randomize_layout __no_randomize_layout __designated_init __init_or_module __init_memblock __initdata_memblock __setup_str __modinit __free __cleanup
__bpf_kfunc __bpf_hook_start __rcu_read_lock_held __fallthrough noinline notrace asmlinkage __nonstring __counted_by_le __hot __head noinstr`;

const SECTIONS_PLAIN = `
.modinfo .init.text .init.data .exit.text .exit.data .rodata .rodata.str1.1 .bss .data..percpu .data..read_mostly .data..ro_after_init .gnu.linkonce.this_module
.altinstructions .altinstr_replacement .altinstr_aux .smp_locks .orc_unwind .orc_unwind_ip .BTF .BTF.ext .symtab .strtab .shstrtab .eh_frame .debug_info .debug_line
.debug_frame .debug_abbrev .note.gnu.build-id .note.Linux .note.gnu.property .comment .cpuidle.text .sched.text .noinstr.text .kprobes.text .entry.text .irqentry.text .head.text .initcall.init
.initcall6.init .con_initcall.init .security_initcall.init .init.setup .init.rodata .fixup .text.unlikely .text.hot .ref.text .devinit.text .static_call.text .retpoline_sites .parainstructions
__ksymtab __ksymtab_gpl __ksymtab_strings __kcrctab __kcrctab_gpl __ex_table __versions __param __bug_table __jump_table __tracepoints __modver __patchable_function_entries __mcount_loc
__tracepoints_ptrs __tracepoints_strings __ksymtab_unused __ksymtab_gpl_future __kcrctab_unused __dyndbg __verbose`;

const SECTIONS_MARKED = `.text .data .got .plt .dynsym .dynstr .interp .sbss .sdata .relro .maps .license .version`;

const ERRNOS = `
EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL
ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP EWOULDBLOCK
ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT EDEADLOCK EBFONT ENOSTR
ENODATA ETIME ENOSR ENONET ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC
ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT
ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS
EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM
EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON
ERESTARTSYS ERESTARTNOINTR ERESTARTNOHAND ENOIOCTLCMD ERESTART_RESTARTBLOCK EPROBE_DEFER EOPENSTALE ENOPARAM ENOTSUPP EBADHANDLE ENOTSYNC
EBADCOOKIE ETOOSMALL ESERVERFAULT EBADTYPE EJUKEBOX EIOCBQUEUED ERECALLCONFLICT ENOGRACE ENOTSUP`;

/** Modules whose names neither English nor makers of hardware use. */
const MODULES_PLAIN = `
nouveau amdgpu radeon i915 e1000 e1000e igb ixgbe ixgbevf i40e r8169 8139too iwlwifi iwlmvm ath9k ath10k ath10k_pci ath11k brcmfmac brcmsmac rtl8xxxu
mlx4_core mlx4_en mlx5_core bnx2 bnx2x tg3 virtio_net virtio_blk virtio_scsi virtio_pci virtio_balloon vhost_net kvm_intel kvm_amd vfio_pci usb_storage usbcore
usbhid uvcvideo snd_hda_intel btusb xhci_hcd xhci_pci ehci_hcd ehci_pci ohci_hcd uhci_hcd libata zram null_blk dm_mod dm_crypt raid456 veth
macvlan macvtap nf_conntrack nf_tables nf_nat ip_tables iptable_nat x_tables br_netfilter pcspkr uinput hid_generic psmouse i8042 thinkpad_acpi
vboxdrv hv_netvsc scsi_debug usbmon cdc_acm cdc_ether ftdi_sio pl2303 ch341 usbserial g_ether g_mass_storage dummy_hcd netconsole
pktgen jbd2 nvme_core nvme_tcp nvme_fabrics sd_mod sr_mod cdrom libiscsi iscsi_tcp libcxgbi cxgb3i cxgb4i megaraid_sas mpt3sas qla2xxx lpfc hpsa aacraid
scull scullp sculld scullv scullc sbull snull`;

/** System calls, for text that says "system call" without marking the name. */
export const SYSCALLS: ReadonlySet<string> = new Set(
  `read write open openat close stat fstat lstat statx poll lseek mmap mprotect munmap brk ioctl pread pwrite readv writev access pipe pipe2 select sched_yield mremap
  msync mincore madvise dup dup2 dup3 pause nanosleep alarm getpid sendfile socket connect accept accept4 sendto recvfrom sendmsg recvmsg shutdown bind listen
  setsockopt getsockopt clone clone3 fork vfork execve execveat exit exit_group wait4 waitid kill tgkill uname fcntl flock fsync fdatasync truncate ftruncate getdents
  getcwd chdir rename mkdir rmdir creat link unlink symlink readlink chmod chown umask gettimeofday getrlimit setrlimit getrusage sysinfo times ptrace
  syslog setuid capget capset sigaction rt_sigaction personality mount umount umount2 pivot_root chroot sync reboot swapon swapoff init_module finit_module
  delete_module create_module query_module gettid readahead setxattr getxattr futex epoll_create epoll_ctl epoll_wait inotify_init inotify_add_watch splice tee vmsplice
  fallocate signalfd eventfd timerfd_create perf_event_open fanotify_init prlimit setns unshare getcpu process_vm_readv kcmp seccomp getrandom memfd_create
  kexec_load kexec_file_load bpf userfaultfd membarrier copy_file_range preadv2 pwritev2 pkey_alloc io_uring_setup io_uring_enter io_uring_register pidfd_open pidfd_getfd
  fsopen fsconfig fsmount fspick move_mount open_tree openat2 close_range
  mlock munlock mbind set_mempolicy move_pages add_key request_key keyctl sysctl ustat nfsservctl restart_syscall acct quotactl arch_prctl`
    .trim()
    .split(/\s+/u),
);

const DOCUMENTS = `CREDITS COPYING`;
const DOCUMENTS_PLAIN = `MAINTAINERS`;

/** Every name known by heart, one look-up for all lists. The first list that has a name wins. */
export const KNOWN_NAMES: ReadonlyMap<string, KnownName> = buildKnownNames();

/** Bits by first, second and last letter and length of the known names: most words are told apart without being cut out. */
const FILTER = buildFilter();

/** `false` only if neither a known name nor a plain name of a module stands at `[start, end)`; much cheaper than a look-up. */
export function mayBeKnown(text: string, start: number, end: number): boolean {
  return (
    FILTER[filterKey(text.charCodeAt(start), text.charCodeAt(start + 1), text.charCodeAt(end - 1), end - start)] === 1
  );
}

/** Names that take the place of an errno's number. */
export const ERRNO_NAMES: ReadonlySet<string> = new Set(split(ERRNOS));

/** Words that C keeps for itself, and spellings that compilers define; never a name. */
export const C_KEYWORDS: ReadonlySet<string> = new Set(
  `auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed
  sizeof static struct switch typedef union unsigned void volatile while bool _Bool true false NULL typeof __typeof__ __attribute__ __asm__ asm
  __volatile__ __inline __inline__ __restrict alignof _Alignof __func__ __FUNCTION__ __LINE__ __FILE__ __VA_ARGS__ __extension__ __label__ defined
  __const __signed__ __builtin_expect __builtin_constant_p __auto_type constexpr nullptr TRUE FALSE stdin stdout stderr main argc argv
  ifdef ifndef endif elif undef define include pragma error warning
  static_cast dynamic_cast const_cast reinterpret_cast decltype noexcept`
    .trim()
    .split(/\s+/u),
);

function filterKey(first: number, second: number, last: number, length: number): number {
  return (((first * 31 + second) * 31 + last) * 31 + length) & 0x7fff;
}

function buildFilter(): Uint8Array {
  const filter = new Uint8Array(0x8000);
  for (const name of [...KNOWN_NAMES.keys(), ...MODULE_NAMES]) {
    filter[filterKey(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(name.length - 1), name.length)] = 1;
  }
  return filter;
}

function split(list: string): string[] {
  return list.trim().split(/\s+/u);
}

function buildKnownNames(): Map<string, KnownName> {
  const known = new Map<string, KnownName>();
  const add = (list: string, kind: EntityKind, reach: Reach): void => {
    for (const name of split(list)) if (!known.has(name)) known.set(name, { name, kind, reach });
  };
  add(ERRNOS, 'errno', 'plain');
  add(ANNOTATIONS, 'annotation', 'plain');
  add(TYPES, 'type', 'plain');
  add(SECTIONS_PLAIN, 'section', 'plain');
  add(SECTIONS_MARKED, 'section', 'marked');
  add(FUNCTIONS_PLAIN, 'function', 'plain');
  add(MACROS_PLAIN, 'macro', 'plain');
  add(STRUCTS_PLAIN, 'struct', 'plain');
  add(VARIABLES_PLAIN, 'variable', 'plain');
  add(BUILD_PLAIN, 'build', 'plain');
  add(COMMANDS_PLAIN, 'command', 'plain');
  add(DOCUMENTS, 'document', 'marked');
  add(DOCUMENTS_PLAIN, 'document', 'plain');
  add(MODULES_PLAIN, 'module', 'plain');
  known.set('DKMS', { name: 'DKMS', kind: 'command', reach: 'plain' });
  for (const [spelling, name] of COMMAND_SPELLINGS) known.set(spelling, { name, kind: 'command', reach: 'plain' });
  add(FUNCTIONS_MARKED, 'function', 'marked');
  add(COMMANDS_RUN, 'command', 'run');
  add(MACROS_MARKED, 'macro', 'marked');
  add(STRUCTS_MARKED, 'struct', 'marked');
  add(COMMANDS_MARKED, 'command', 'marked');
  return known;
}
