import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ServedSite } from '../../../scripts/serve.ts';
import { serveFolder } from '../../../scripts/serve.ts';
import { securityPolicy } from '../../../src/search/security-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-serve-'));
const site = join(folder, 'site');
let served: ServedSite;

before(async () => {
  mkdirSync(join(site, 'topics', 'a & b'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(site, 'index.html'), 'home');
  writeFileSync(join(site, '404.html'), 'lost');
  writeFileSync(join(site, 'topics', 'a & b', 'index.html'), 'topic');
  writeFileSync(join(site, 'word.pagefind'), 'index');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  served = await serveFolder(site, '/team/kernel', 0);
});

after(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

interface Reply {
  readonly status: number | undefined;
  readonly body: string;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly policy: string | string[] | undefined;
}

/** Asks for a path exactly as given: a client of the web platform would take `..` out of it. */
function ask(path: string, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.url);
    request({ hostname, port, path, method, family: 4 }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => {
        const { 'content-type': type, location, 'content-security-policy': policy } = response.headers;
        resolve({ status: response.statusCode, body, type, location, policy });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('a page below the base path is served with its type and the policy', async () => {
  assert.deepEqual(await ask('/team/kernel/topics/a%20%26%20b/?x=1'), {
    status: 200,
    body: 'topic',
    type: 'text/html; charset=utf-8',
    location: undefined,
    policy: `${securityPolicy([])}; manifest-src 'self'; frame-ancestors 'none'`,
  });
  assert.equal((await ask('/team/kernel/word.pagefind')).type, 'application/octet-stream');
});

test('a folder without its last slash leads to the one with it, and the query stays', async () => {
  assert.equal((await ask('/team/kernel')).location, '/team/kernel/');
  assert.equal((await ask('/team/kernel/topics/a%20%26%20b?q=1')).location, '/team/kernel/topics/a%20%26%20b/?q=1');
});

test('whatever does not exist is answered with the page of the site for it', async () => {
  for (const path of ['/team/kernel/none/', '/', '/topics/a%20%26%20b/', '/team/kernel/%zz', '/team/kernelx/']) {
    const reply = await ask(path);
    assert.deepEqual([reply.status, reply.body], [404, 'lost'], path);
  }
});

test('nothing outside the folder is served', async () => {
  const paths = [
    '../secret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '..%5csecret.txt',
    'topics/../../secret.txt',
    'link.txt',
    '%00',
  ];
  for (const path of paths) assert.equal((await ask(`/team/kernel/${path}`)).status, 404, path);
});

test('only reading is allowed', async () => {
  assert.equal((await ask('/team/kernel/', 'POST')).status, 405);
  assert.deepEqual([(await ask('/team/kernel/', 'HEAD')).status, (await ask('/team/kernel/', 'HEAD')).body], [200, '']);
});

test('a busy port leads to the next free one', async () => {
  const busy = Number(new URL(served.url).port);
  const second = await serveFolder(site, '/', busy);
  assert.ok(Number(new URL(second.url).port) > busy);
  await second.close();
});

test('a folder that does not exist is refused', async () => {
  await assert.rejects(serveFolder(join(folder, 'none'), '/', 0), /run npm run build first/);
});

test('text is sent compressed to those who take it, and nothing else is', async () => {
  const take = (path: string, encoding: string) =>
    fetch(served.url + path, { headers: { 'accept-encoding': encoding } });
  const packed = await take('', 'gzip, br');
  assert.deepEqual(
    [packed.headers.get('content-encoding'), packed.headers.get('vary'), await packed.text()],
    ['gzip', 'Accept-Encoding', 'home'],
  );
  const plain = await take('', 'identity');
  assert.deepEqual(
    [plain.headers.get('content-encoding'), plain.headers.get('content-length'), await plain.text()],
    [null, '4', 'home'],
  );
  const binary = await take('word.pagefind', 'gzip');
  assert.deepEqual([binary.headers.get('content-encoding'), await binary.text()], [null, 'index']);
});
