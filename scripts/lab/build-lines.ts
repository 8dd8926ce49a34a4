/** What the shell runs to build a case, with `KDIR` in its environment. */
export const BUILD_LINES = {
  /** A sample, with `C=2` in front of its variables where sparse is there. */
  sample: 'make W=1 KDIR="$KDIR"',
  /** A module whose build is what matters. */
  module: 'make -C "$KDIR" M="$PWD" modules',
  /** A module that shall only be there: types for BPF are a quarter of the work. */
  shortModule: 'make -C "$KDIR" M="$PWD" CONFIG_DEBUG_INFO_BTF_MODULES= modules',
} as const;
