/**
 * Serves the built site below its base path, as a strict host would: with the security policy as a header, true media
 * types, the site's own 404 page and nothing from outside the folder.
 */
import type { Stats } from 'node:fs';
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import { normaliseBase } from '../src/routes.ts';
import { MANIFEST_FILE, type SearchManifest } from '../src/search/search-manifest.ts';
import { securityPolicy } from '../src/search/security-policy.ts';

const HOST = '127.0.0.1';
const PORTS_TRIED = 100;
const DEFAULT_PORT = 4321;
const KEEP_ALIVE_MS = 60_000;
/** A page that brings its policy along, by hashes of what it has inlined, so that it works without a server too. */
const SELF_CONTAINED = new Set(['explain.html']);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** What is sent compressed to those who take it, as hosts of static files do. */
const RE_TEXT = /^text\/|javascript|json|xml/;

export interface ServedSite {
  /** Address of the home page. */
  readonly url: string;
  close(): Promise<void>;
}

/** What other origins may read of a site: the data of its search. */
const SHARED = /^(?:search|pagefind)\//;

interface Served {
  readonly root: string;
  readonly base: string;
  readonly policy: string;
  readonly sharedWith: string | undefined;
}

/**
 * Serves a folder below a base path on the first free port from `port` on; 0 lets the system choose. Pages of the origin `sharedWith` may read the
 * data of the search. Throws when the folder does not exist or no port is free.
 */
export async function serveFolder(
  folder: string,
  basePath: string,
  port: number,
  sharedWith?: string,
): Promise<ServedSite> {
  const base = normaliseBase(basePath);
  if (!existsSync(folder)) throw new Error(`There is no ${folder} to serve: run npm run build first.`);
  const root = realpathSync(folder);
  const server = createServer((request, response) =>
    answer({ root, base, policy: policyOf(root), sharedWith }, request, response),
  );
  // Under load a client may come back later than the five seconds that are usual.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const taken = await listenFrom(server, port);
  return {
    url: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listenFrom(server: Server, port: number): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    const failure = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      const refuse = (error: NodeJS.ErrnoException) => done(error);
      server.once('error', refuse);
      server.listen(candidate, HOST, () => {
        server.off('error', refuse);
        done(undefined);
      });
    });
    if (failure === undefined) return (server.address() as AddressInfo).port;
    if (failure.code !== 'EADDRINUSE' || candidate - port >= PORTS_TRIED) throw failure;
  }
}

/** The policy of the pages of the site in `root`, with what only a header can say. */
function policyOf(root: string): string {
  const file = join(root, 'search', MANIFEST_FILE);
  const { others = [] } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SearchManifest) : {};
  return `${securityPolicy(others)}; manifest-src 'self'; frame-ancestors 'none'`;
}

function answer(served: Served, request: IncomingMessage, response: ServerResponse): void {
  const { root, base } = served;
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-cache');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  if (`${path}/` === base) {
    redirect(response, base, query);
    return;
  }
  const found = path.startsWith(base) ? findFile(root, path.slice(base.length)) : undefined;
  if (found === undefined) {
    const page = findFile(root, '404.html');
    send(served, request, response, 404, page);
    return;
  }
  if (found.isFolder && !path.endsWith('/')) redirect(response, `${path}/`, query);
  else {
    if (served.sharedWith !== undefined && SHARED.test(path.slice(base.length)))
      response.setHeader('Access-Control-Allow-Origin', served.sharedWith);
    send(served, request, response, 200, found);
  }
}

function redirect(response: ServerResponse, path: string, query: string | undefined): void {
  response.writeHead(301, { Location: query === undefined ? path : `${path}?${query}` }).end();
}

interface FoundFile {
  readonly path: string;
  readonly stats: Stats;
  /** The request named the folder that this index page stands for. */
  readonly isFolder: boolean;
}

/** The file that an encoded path below the root names; `undefined` when there is none or it lies elsewhere. */
function findFile(root: string, encodedPath: string): FoundFile | undefined {
  const segments: string[] = [];
  for (const encoded of encodedPath.split('/')) {
    const segment = decodeSegment(encoded);
    if (segment === undefined) return undefined;
    if (segment !== '') segments.push(segment);
  }
  try {
    const named = realpathSync(join(root, ...segments));
    const isFolder = statSync(named).isDirectory();
    const path = isFolder ? realpathSync(join(named, 'index.html')) : named;
    const stats = statSync(path);
    const isInside = path.startsWith(root + sep);
    return isInside && stats.isFile() ? { path, stats, isFolder } : undefined;
  } catch {
    return undefined; // No such file: the caller answers with the 404 page.
  }
}

function decodeSegment(encoded: string): string | undefined {
  try {
    const segment = decodeURIComponent(encoded);
    const isForeign =
      segment === '.' || segment === '..' || segment.includes('/') || segment.includes('\\') || segment.includes('\0');
    return isForeign ? undefined : segment;
  } catch {
    return undefined; // A broken escape names nothing.
  }
}

function send(
  { policy }: Served,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: FoundFile | undefined,
): void {
  const type =
    file === undefined ? 'text/plain; charset=utf-8' : (MEDIA_TYPES[extname(file.path)] ?? 'application/octet-stream');
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  const name = file?.path.split(sep).at(-1) ?? '';
  if (!SELF_CONTAINED.has(name)) response.setHeader('Content-Security-Policy', policy);
  if (file === undefined) {
    response.end('Not found\n');
    return;
  }
  const isText = RE_TEXT.test(type);
  const isPacked = isText && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (isText) response.setHeader('Vary', 'Accept-Encoding');
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', file.stats.size);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(file.path).on('error', () => response.destroy());
  if (isPacked) stream.pipe(createGzip()).pipe(response);
  else stream.pipe(response);
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const folder = resolve(process.env.OUT_DIR || 'dist');
  const port = process.env.PORT ? Number(process.env.PORT) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(`PORT is ${process.env.PORT}: expected a number from 0 to 65535.\n`);
    process.exit(1);
  }
  const site = await serveFolder(folder, process.env.BASE_PATH || '/', port, process.env.SHARED_WITH || undefined);
  process.stdout.write(`\n  ${site.url}\n\nCtrl-C ends it.\n`);
}
