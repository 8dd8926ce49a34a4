import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOfBlock, languageOfFile } from '../../../../src/compiler/render/render-code-block.ts';
import { guessLanguage } from '../../../../src/markdown/code/guess-language.ts';
import { canonicalLanguage, isHighlighted } from '../../../../src/markdown/code/languages.ts';

test('the language of a block without one is told by its lines', () => {
  const blocks: Readonly<Record<string, string>> = {
    'make -C . M=drivers/scsi/cxgbi': 'shell',
    '$ insmod hello.ko\n$ dmesg | tail': 'shell',
    '#!/bin/bash\nset -e': 'shell',
    '#include <linux/module.h>\nint x;': 'c',
    'ktime_t start, end;\nstart = ktime_get();': 'c',
    'static int __init hello(void)\n{\n\treturn 0;\n}': 'c',
    'obj-m := a.o\nall:\n\t$(MAKE) -C $(KDIR) M=$(PWD) modules': 'make',
    'config FISHING_POLE\n\ttristate "Pole"\n\tdepends on FISHING': 'kconfig',
    '--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b': 'diff',
    '[   12.345678] BUG: unable to handle\n[   12.345679] Call Trace:': 'log',
    'make[1]: *** [x] Error 2\nERROR: modpost: "x" undefined!': 'log',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(blocks).map((code) => [code, guessLanguage(code)])), blocks);
  assert.deepEqual(
    ['just words here', 'a b c\nd e f', '', '+----+\n| x  |\n+----+'].map(guessLanguage),
    Array(4).fill(undefined),
  );
});

test('a declared language is known by any case, alias and decoration', () => {
  const declared = [
    'C',
    'Bash',
    '{.c .numberLines}',
    'language-make',
    'Makefile',
    'c,ignore',
    'console',
    'klingon',
    '',
    null,
  ];
  assert.deepEqual(
    declared.map((word) => languageOfBlock(word, 'x')),
    [
      { language: 'c', from: 'declared', isKnown: true },
      { language: 'shell', from: 'declared', isKnown: true },
      { language: 'c', from: 'declared', isKnown: true },
      { language: 'make', from: 'declared', isKnown: true },
      { language: 'make', from: 'declared', isKnown: true },
      { language: 'c', from: 'declared', isKnown: true },
      { language: 'shell', from: 'declared', isKnown: true },
      { language: 'klingon', from: 'declared', isKnown: false },
      { language: 'text', from: 'none', isKnown: true },
      { language: 'text', from: 'none', isKnown: true },
    ],
  );
});

test('a file tells its language by its name', () => {
  assert.deepEqual(['a/hello.c', 'x.h', 'Makefile', 'Kbuild', 'Kconfig.debug', 'run.sh', 'notes'].map(languageOfFile), [
    'c',
    'c',
    'make',
    'make',
    'kconfig',
    'shell',
    'text',
  ]);
});

test('names of objects are no languages', () => {
  assert.deepEqual(
    ['constructor', '__proto__', 'toString'].map((word) => [canonicalLanguage(word), isHighlighted(word)]),
    Array(3).fill([undefined, false]),
  );
});
