/**
 * Words that engineers use for each other, a group a line. A line with `>` goes one way: whoever types a word before it may mean
 * those behind it, which say less, or say it as the kernel does.
 */
export const WORD_GROUPS = `
wait sleep block
finish complete end
thread kthread
interrupt irq
config configuration configure
parameter param option
lock mutex spinlock
hang freeze stuck lockup
crash oops panic
allocate alloc
delete remove
create make
card device adapter
network net
unplug disconnect
send transmit
receive recv
fifo ring queue
latency performance speed
signature sign
compile build
map mmap
resume wake
structure struct
processor cpu core
memory ram
folder directory
version release
program application userspace
cheap fast
variable counter
enrol enroll
analyse analyze
initialise initialize init
unresolved undefined
refuse reject deny forbid
forbidden allowed permitted restricted
stop kill terminate
hot heat temperature overheat thermal
disk drive storage
corrupt damage overwrite
divide division
screen display graphics
detect recognise identify find discover
big large huge
small tiny
announce register declare
later deferred postponed delayed
reference count refcount
reboot restart
serial tty uart
permission privilege access
upgrade update
timeout deadline
free release
message log dmesg
profile hotspot
trace follow
replace rename successor
period periodic every interval
backtrace traceback
unload rmmod
load insmod modprobe
wifi wlan wireless
ethernet nic
task process
exception fault trap
statistics counter
delay pause
suspend hibernate standby
obsolete deprecated outdated
limit maximum
endian endianness
guest virtual
failure error
dump vmcore
combine join merge aggregate
watch monitor
forever endless
mail email
copy duplicate
notify signal announce
function routine
begin start
boot startup
size length width
overflow wrap
check verify test
wrong bad incorrect
unresponsive hang stuck
log trace record
compact small
compress shrink
buffer ring fifo
cable link
character char
checksum crc ecc
choose select pick
clock timer
close release
concurrent parallel
connect attach plug
convert translate
description describe explanation
destroy free
developer maintainer
elf binary
emulate simulate fake virtual
encrypt encryption crypt crypto tls
engine controller
execute run
exit end quit
extend grow
filesystem fs
flush sync fsync writeback
forget leak
frame packet
gpu graphics drm
handle handler
header include
identifier id
inherit inheritance
inject injection provoke
keyboard hid input
laptop notebook
leak kmemleak
licence license gpl
lose lost drop
machine computer system
makefile kbuild
manual documentation
measure measurement benchmark
move migrate
nested recursive recursion
old earlier legacy
ordering order
owner holder
package distribution
packet skb frame segment
partition volume
patch fix
pause suspend stop
pool reserve cache
prefix beginning
print output show display
probe attach bind
protect guard
provoke trigger cause
random entropy
recover recovery repair
region range area
report message
reserve claim
resource region
scan search
scheduler scheduling sched
secure security
sensor temperature
server host
session connection
setting option parameter
share shared
shutdown poweroff
sound audio alsa
stack stacktrace
statistics metrics
swap paging
tag label
throttle slow
topology graph
tunable parameter
uninitialised uninitialized
unknown unrecognised unrecognized undeclared undefined
unused unneeded dead
user userspace
validate verify check
vanish disappear missing gone
vector interrupt
warn warning complain complaint
worker workqueue
virtualization virtualisation hypervisor kvm
container namespace
ssd flash > nvme disk storage mmc
nvme > ssd
hdd harddisk sata > disk ata storage drive
thumbdrive stick pendrive > usb disk storage
sdcard emmc > mmc card
cdrom dvd > disk iso9660
webcam > camera video media uvc
camera > video media sensor
tv television > dvb tuner video media
headset headphone earphone > bluetooth sound audio
microphone speaker jack hdmi > sound audio
keyboard mouse touchpad touchscreen joystick gamepad > input hid
monitor hdmi displayport > display graphics
notebook laptop pc desktop > machine
router switch > network bridge
modem > serial tty
printer scanner > usb device
battery charger ac > power supply
fan cooling > thermal temperature
smartphone phone android > device
raspberry beaglebone > board arm device
vm qemu hypervisor > virtual guest kvm
vmware virtualbox > virtual guest
cloud ec2 aws azure > virtual guest
postgres mysql oracle > database
database > process program
browser java python > program process
windows samba > cifs smb
nfs > server mount
vpn tunnel wireguard > network
firewall iptables nftables netfilter > conntrack network packet
router routing > network route
internet online > network connection
ping dhcp dns > network
ebpf xdp > bpf
bcc bpftrace > bpf tracing
gdb debugger kgdb > debug
kasan sanitizer > memory access
valgrind > leak memory
deadlock > lockdep circular lock
livelock starvation > stuck stall
race racy > kcsan concurrent lock
rwlock rwsem > reader writer lock
semaphore > lock mutex
atomic > interrupt spinlock
bottomhalf softirq > tasklet deferred
softirq > deferred tasklet
msi msix > interrupt vector
ioapic apic > interrupt
tlb pagetable > page table
vma > area mmap
mmu > page table
numa > node memory
hugepage hugepages thp > huge page
oom > memory killed
swap > memory page
slab slub > cache object allocator
kmalloc malloc vmalloc > allocate memory
calloc realloc > allocate memory
heap > memory allocate
stack > frame
dma > transfer mapping
iommu > dma mapping
bar > region register pci
firmware bios uefi efi > firmware acpi
bios uefi > firmware acpi machine
acpi dsdt > firmware
dtb dts devicetree > tree
kexec > kdump crash
coredump > dump crash
vmlinuz bzimage > image kernel boot
initrd ramdisk > initramfs
grub bootloader lilo > boot
cmdline bootargs > parameter command line
systemd init > process
console terminal > tty serial
printk printf pr_info > message print
syslog journal journalctl klog > log message
ftrace kprobe kprobes uprobe > trace tracing probe
perf profiler profiling > profile tracing
strace ltrace > trace
syscall > system call
ioctl > command
errno > error number
enomem > memory
eio > failed
enodev enoent > missing found
ebusy > busy taken
eperm eacces > permission permitted denied
einval > invalid value
etimedout > timeout
eagain > again nonblocking
segfault sigsegv > fault program crash
nullptr nil > null pointer
uaf > freed free
oob > bounds outside
overrun overflow > full outside
underflow > count
bounds > outside range
typo misspelled misspelt > unknown name
gcc clang llvm cc > compiler
ld lld > linker
as gas > assembler
rustc cargo > rust
make cmake ninja > build
git commit commits > patch release
regression > bisect commit
ko > module
lkm > module
rpm deb apt dpkg yum dnf > package
akmod > dkms module
secureboot mok > signature key
selinux apparmor > security policy
cve spectre meltdown > vulnerability
exploit attack hacker > vulnerability security
password > key
kprobe > probe
float double fpu > floating
int integer > type number
array > list table
enum > constant
bitfield bitmask > bit
bitmap > bit
alignment unaligned misaligned > aligned align
padding > hole layout
casting cast > type pointer
const readonly > read only
bigendian littleendian > endian order
byteorder > endian order
utf8 unicode > text string
y2038 > time timeval
uptime date clock > time
sleep > delay suspend
msleep usleep > sleep delay
busywait > delay wait
stall > stuck
slow sluggish > latency performance
freeze frozen froze > hang stuck suspend
hung unresponsive > hang stuck blocked
vanish vanished disappears > gone missing unplugged
dead died dying > gone stopped failed
broken > failed damaged wrong
garbage garbled gibberish > corrupt wrong
flood flooding spam > many dropped
noisy > warning harmless
weird strange odd > wrong
harmless > warning healthy
plug insert hotplug > connect device
pair pairing > bluetooth connect
eject > remove unplug
undo rollback cleanup > error free reverse
teardown > remove release exit
halfway partial > error
lookup search > find
speedup accelerate optimise optimize faster > cheaper fast performance
tutorial howto guide > introduction
example sample demo > sample
minimal simple simplest > smallest
skeleton template boilerplate > example sample
difference versus compare > choosing
alternative replacement substitute > replaced gone instead
porting port migrate > changed old
newest newer modern today > release
ancient > old
book ldd > ldd3
beginner newbie > introduction
terminate quit > stop end
spawn fork > start create thread
daemon > thread process
sibling parent > tree
callback hook > function
method > function operation
api interface > function
constructor > init probe
destructor > release exit
subclass > class
event > notify signal
broadcast > wake all
producer consumer > fifo queue
pipe > fifo char
stream > bytes
blocking > wait sleep
nonblocking > block wait
lockless lockfree > rcu lock
grace > rcu
reader > read
volatile > barrier
barrier fence > order memory
throughput > performance
offload offloading > hardware
checksum > verify
mtu > size packet
ip tcp udp > network
inode dentry > file
ext2 ext3 ext4 xfs btrfs f2fs > filesystem
vfat fat exfat ntfs > filesystem
tmpfs ramfs > filesystem memory
sysfs > attribute
udev hotplug > device node
devnode mknod > device node number
major minor > number device
chardev cdev > char device
blockdev bdev > block device
bio > block request
lvm luks dmcrypt > mapper
raid mdadm > array md
thermal overheating > temperature
undervoltage brownout > power supply
gpio > pin
i2c smbus spi > bus
can canbus > bus
pwm led backlight brightness > light
rtc > clock
watchdog > timeout reset
fpga > device
dsp codec > sound
hwmon > sensor temperature
lid lidclose > suspend
s3 s2ram s2idle str > suspend
s4 swsusp > hibernate suspend
cluster > node
quota cgroup > limit group
nice priority > scheduler
affinity pinning > processors spread
preempt preemption > atomic
realtime rt > latency preemption
jiffies hz > time tick
tick tickless nohz > timer idle
hrtimer > timer resolution
strip remove
regex regexp
regular > regexp
parse analyse read
escape quote
shorten truncate cut
random unpredictable
unique distinct
sort order
concurrent simultaneous
asynchronous async
synchronous sync
upper capital
image picture
colour ansi
glob wildcard pattern
argument parameter option
iterate loop walk traverse
stick > usb
broken defective faulty damaged
modify change edit
observe monitor watch
prevent avoid
require need
reduce lower shrink
deduplicate > merge identical same
convert > translate
exceed > limit
expire > timeout
idle > sleep
twice double
crossed > passed
unsafe dangerous
guarantee ensure
examine inspect look
drop > lost dropped
`;
