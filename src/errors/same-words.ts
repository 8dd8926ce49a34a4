/** Words that say the same of a failure: what they are counted as, and what they are written as. */
const SAME: readonly (readonly [string, string])[] = [
  [
    'fail',
    'failed failure failures fails failing error errors err unable cannot couldn unsuccessful abort aborted aborting giving refused refusing',
  ],
  ['alloc', 'allocate allocated allocating allocation allocations kmalloc vmalloc kzalloc malloc'],
  ['memory', 'mem oom'],
  ['timeout', 'timeouts timed etimedout hang hung stuck unresponsive'],
  ['wait', 'waiting waited responding respond response'],
  [
    'invalid',
    'bad wrong illegal incorrect unexpected bogus malformed mismatch mismatched unaligned inconsistent insane',
  ],
  ['unknown', 'unrecognized unrecognised unsupported unhandled unimplemented undefined'],
  ['support', 'supported supports'],
  ['clock', 'clk clks clocks clkin'],
  ['regulator', 'regulators supply supplies vcc vdd'],
  ['gpio', 'gpios gpiod'],
  ['pin', 'pinctrl pins pinmux'],
  ['irq', 'irqs interrupt interrupts msi msix'],
  ['dma', 'iova'],
  ['map', 'mapping ioremap remap'],
  ['register', 'registering registration'],
  ['create', 'creating creation'],
  ['init', 'initialize initialise initializing initialization initialisation initing'],
  ['setup', 'configure configuring configuration config'],
  ['enable', 'enabling'],
  ['start', 'starting'],
  ['probe', 'probing bind binding'],
  ['firmware', 'fw ucode microcode'],
  ['read', 'reading reads'],
  ['write', 'writing writes'],
  ['send', 'sending submit submitting transmit'],
  ['receive', 'receiving'],
  ['transfer', 'transfers xfer'],
  ['command', 'cmd commands'],
  ['get', 'find found finding obtain acquire retrieve locate lookup fetch getting request requesting requested'],
  ['load', 'loading'],
  ['suspend', 'suspending resume resuming'],
  ['corrupt', 'corrupted corruption damaged'],
  ['checksum', 'checksums crc csum'],
  ['overflow', 'overflowed overrun underrun underflow overlong'],
  ['drop', 'dropped dropping lost'],
  ['exceed', 'exceeds exceeded exceeding exhausted'],
  ['large', 'big long great larger greater many'],
  ['small', 'short few less'],
  ['deprecated', 'obsolete'],
  ['leak', 'leaked leaking'],
  ['busy', 'ebusy'],
  ['deny', 'denied permitted eperm eacces prohibited'],
];
const CANONICAL = new Map(SAME.flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)));

/** What a word in lower case counts as when the kind of a line is told; the word itself for most. */
export function canonicalWord(word: string): string {
  return CANONICAL.get(word) ?? word;
}

/** All words in lower case that count as this one, itself among them. */
export function spellingsOf(word: string): string[] {
  return [word, ...(SAME.find(([canonical]) => canonical === word)?.[1].split(' ') ?? [])];
}
