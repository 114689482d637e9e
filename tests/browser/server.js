// A static server for one folder, shown below a base path as a host for project pages would show it.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const CONTENT_TYPES = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
};

/** Serves `folder` on loopback, packed where asked; `root` is the address of its home page and ends with `basePath`. */
export async function serve(folder, basePath, { packs = false } = {}) {
  const home = path.resolve(folder);
  const server = createServer((request, response) => {
    answer(home, basePath, request)
      .catch((error) => ({ status: 500, type: 'text/plain', body: String(error) }))
      .then(({ status, type, body = '', location }) => {
        const packed = packs && request.headers['accept-encoding']?.includes('gzip') && body.length > 0;
        response.writeHead(status, {
          'content-type': type ?? 'text/plain',
          'cache-control': 'no-store',
          ...(location && { location }),
          ...(packed && { 'content-encoding': 'gzip' }),
        });
        response.end(request.method === 'HEAD' ? undefined : packed ? gzipSync(body) : body);
      });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    root: `http://127.0.0.1:${server.address().port}${basePath}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

async function answer(home, basePath, request) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
  // Not through `URL`, which would resolve `..` before it can be refused.
  const [address] = request.url.split(/[?#]/);
  if (!address.startsWith(basePath)) return { status: 404 };
  let file;
  try {
    file = path.join(home, decodeURIComponent(address.slice(basePath.length)));
  } catch {
    return { status: 400 };
  }
  if (file.includes('\0') || (file !== home && !file.startsWith(home + path.sep))) return { status: 403 };

  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) {
    if (!address.endsWith('/')) return { status: 301, location: `${address}/` };
    file = path.join(file, 'index.html');
  }
  const body = await readFile(file).catch(() => null);
  if (body) return { status: 200, type: contentType(file), body };
  const miss = await readFile(path.join(home, '404.html')).catch(() => 'not found');
  return { status: 404, type: CONTENT_TYPES['.html'], body: miss };
}

function contentType(file) {
  return CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
}
