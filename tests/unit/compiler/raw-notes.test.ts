import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Draft } from '../../../src/compiler/draft.ts';
import { draftNote } from '../../../src/compiler/draft-note.ts';
import { showSlots } from './describe-draft.ts';
import { missingWords, readableWords, textOfHtml } from './readable-words.ts';

/** The folder of the two notes that the project grew from; they are no part of it. */
const FOLDER = process.env['RAW_NOTES_DIR'] ?? join(import.meta.dirname, '../../../..', 'shared', 'notes');
const skip =
  !['kernel.md', 'ldd3.md'].every((file) => existsSync(join(FOLDER, file))) &&
  'set RAW_NOTES_DIR to the folder of kernel.md and ldd3.md';

describe('the two raw notes', { skip }, () => {
  test('ldd3.md is nine chapters with their numbers', async () => {
    const { entries } = await draft('ldd3.md');
    const chapters = entries.filter(({ kind }) => kind === 'chapter');
    assert.deepEqual(
      chapters.map(({ number }) => number),
      [1, 2, 3, 4, 5, 7, 9, 10, 13],
    );
    assert.deepEqual(
      chapters.map(({ slug, line, endLine }) => `${slug} ${line}–${endLine}`),
      [
        'chapter-1 1–4',
        'chapter-2 6–25',
        'chapter-3 27–46',
        'chapter-4 48–61',
        'chapter-5 63–90',
        'chapter-7 92–97',
        'chapter-9 99–102',
        'chapter-10 104–107',
        'chapter-13 109–112',
      ],
    );
    assert.deepEqual(
      entries.filter(({ kind }) => kind !== 'chapter').map(({ kind, slug }) => [kind, slug]),
      [['topic', '']],
    );
  });

  test('the terms that chapter 5 defines are places of their own', async () => {
    const { entries } = await draft('ldd3.md');
    const headings = entries.find(({ number }) => number === 5)?.headings ?? [];
    assert.deepEqual(
      headings.map(({ kind, id, text, line }) => `${line} ${kind} #${id} ${text}`),
      [
        '66 definition #atomic-integers Atomic integers',
        '68 definition #atomic-bit-operations Atomic bit operations',
        '70 definition #spin-locks Spin locks',
        '72 definition #reader-writer-spin-locks Reader-writer spin locks',
        '74 definition #semaphores Semaphores',
        '76 definition #mutexes Mutexes',
        '78 definition #reader-writer-semaphores Reader-writer semaphores',
        '80 definition #completion-variables Completion variables',
        '82 definition #sequential-locks Sequential locks',
        '84 definition #read-copy-update Read-copy-update (RCU)',
      ],
    );
  });

  test('kernel.md has five questions about 4.19, of which one is solved', async () => {
    const { entries } = await draft('kernel.md');
    const questions = entries.filter(({ kind }) => kind === 'question');
    assert.deepEqual(
      questions.map(({ state, kernel, title, line }) => ({ state, kernel, line, title })),
      [
        { state: 'open', kernel: '4.19', line: 23, title: '__tcp_transmit_skb at the end has following code' },
        { state: 'open', kernel: '4.19', line: 32, title: "In tcp_v4_rcv there's branching upon sk->sk_state" },
        {
          state: 'open',
          kernel: '4.19',
          line: 33,
          title:
            "inet_ehashfn takes some time, the stack ends in there but I'm guessing it's the hashing part that takes time",
        },
        {
          state: 'open',
          kernel: '4.19',
          line: 34,
          title: 'In various functions, a bunch of time may be spent to release skb',
        },
        {
          state: 'solved',
          kernel: '4.19',
          line: 35,
          title: 'iscsi_tcp_recv_skb() has argument offloaded, which allows to skip most of the function',
        },
      ],
    );
  });

  test('its error has cause, fix and command', async () => {
    const { entries } = await draft('kernel.md');
    const errors = entries
      .filter(({ kind }) => kind === 'error')
      .map(({ title, line, error }) => ({
        title,
        line,
        signatures: error?.signatures.map(({ text }) => text),
        causes: error?.causes,
      }));
    assert.deepEqual(errors, [
      {
        title: 'FATAL: parse error in symbol dump file',
        line: 19,
        signatures: ['FATAL: parse error in symbol dump file'],
        causes: [
          {
            id: 'noted',
            title:
              "In my experience of building an external module, this means you've got a `Module.symvers` file cached from a different kernel version.",
            fix: "If you're building an external module, just run `find -name Module.symvers -delete` over your source code, it should get regenerated.",
            commands: ['find -name Module.symvers -delete'],
          },
        ],
      },
    ]);
  });

  test('every code block has its language', async () => {
    const codes = async (file: string) =>
      (await draft(file)).entries
        .flatMap(({ codes: own }) =>
          own.map(
            ({ line, language, languageFrom, code }) =>
              `${line} ${language} ${languageFrom} ${code.split('\n')[0]?.trim().slice(0, 24)}`,
          ),
        )
        .sort();
    assert.deepEqual(await codes('kernel.md'), [
      '13 shell guessed make -C . M=drivers/scsi',
      '25 c guessed /* Cleanup our debris fo',
      '5 shell guessed make -C /lib/modules/5.4',
      '51 c guessed ktime_t start, end;',
      '61 c guessed static ktime_t prev_sec_',
      '95 make guessed obj-m := livepatch-sampl',
    ]);
    assert.deepEqual(await codes('ldd3.md'), []);
  });

  test('every link is a link', async () => {
    const urls = async (file: string) =>
      (await draft(file)).entries.flatMap(({ html }) =>
        [...html.matchAll(/ href="([^"]*)"/g)].map(([, url = '']) => url),
      );
    const written = (file: string) => read(file).match(/https?:\/\/[^\s)]*[^\s).,]/g) ?? [];
    assert.equal(written('kernel.md').length, 4);
    assert.equal(written('ldd3.md').length, 15);
    assert.deepEqual((await urls('kernel.md')).sort(), [...written('kernel.md')].sort());
    assert.deepEqual((await urls('ldd3.md')).sort(), [...written('ldd3.md')].sort());
  });

  test('every word is there, and nothing was remarked', async () => {
    for (const file of ['kernel.md', 'ldd3.md']) {
      const { entries, diagnostics } = await draft(file);
      const shown = entries.map(({ title, html, fragments }) =>
        [title, html, ...Object.values(fragments)].map((text) => textOfHtml(showSlots(text))).join('\n'),
      );
      assert.deepEqual(missingWords(readableWords(read(file)), shown.join('\n')), []);
      assert.deepEqual(diagnostics, []);
    }
  });
});

function read(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

function draft(file: string): Promise<Draft> {
  return draftNote({ file, text: read(file), attachments: [] });
}
