// Runs the real nginx configuration before a pretended API and asks it what visitors ask. Needs Debian's nginx-light and
// libnginx-mod-http-brotli-static. Usage: node infra/nginx/check.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';

const home = mkdtempSync(join(tmpdir(), 'opora-nginx.'));
const script = 'console.log("Опора");'.repeat(100);

function layOut(apiPort, port) {
  cpSync(dirname(fileURLToPath(import.meta.url)), join(home, 'conf'), { recursive: true });
  mkdirSync(join(home, 'web/assets'), { recursive: true });
  writeFileSync(join(home, 'web/index.html'), '<!doctype html><title>Опора</title>');
  writeFileSync(join(home, 'web/assets/app-1.js'), script);
  writeFileSync(join(home, 'web/assets/app-1.js.br'), brotliCompressSync(script));
  writeFileSync(join(home, 'web/assets/app-1.js.gz'), gzipSync(script));
  writeFileSync(join(home, 'conf/upstream.conf'), `map "" $api { default http://127.0.0.1:${apiPort}; }\n`);
  const conf = join(home, 'conf/nginx.conf');
  const text = readFileSync(conf, 'utf8')
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('root /srv/web', `root ${join(home, 'web')}`)
    .replaceAll('/tmp/nginx', join(home, 'nginx'));
  // Workers of a master started by root would run as another user, who cannot enter this folder.
  writeFileSync(conf, process.getuid() === 0 ? `user root;\n${text}` : text);
}

// A pretended API: answers with what it was asked.
const api = createServer((incoming, outgoing) => {
  let bytes = 0;
  incoming.on('data', (chunk) => (bytes += chunk.length));
  incoming.on('end', () => {
    outgoing.writeHead(incoming.url.endsWith('/none') ? 404 : 200, { 'Content-Type': 'application/json', ETag: '"7"' });
    outgoing.end(JSON.stringify({ url: incoming.url, headers: incoming.headers, bytes, padding: 'x'.repeat(2000) }));
  });
});

const listen = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

async function freePort() {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((done) => probe.close(done));
  return port;
}

function ask(port, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => done({ status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) }));
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

async function untilReady(port) {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await ask(port, '/health/web').then((answer) => answer.status === 200, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('nginx did not answer');
}

async function check(port) {
  for (const path of ['/', '/schools/5?search=%D1%88', '/apix']) {
    const page = await ask(port, path);
    assert.equal(page.status, 200, path);
    assert.match(page.body.toString(), /Опора/);
    assert.equal(page.headers['cache-control'], 'no-cache');
    assert.match(page.headers['content-security-policy'], /frame-ancestors 'none'/);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(page.headers['strict-transport-security'], undefined);
    const secure = await ask(port, path, { headers: { 'X-Forwarded-Proto': 'https' } });
    assert.match(secure.headers['strict-transport-security'], /max-age=31536000/);
  }
  const br = await ask(port, '/assets/app-1.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
  assert.equal(br.headers['content-encoding'], 'br');
  assert.match(br.headers['cache-control'], /immutable/);
  assert.match(br.headers.vary, /Accept-Encoding/);
  const gz = await ask(port, '/assets/app-1.js', { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(gz.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gz.body).toString(), script);
  const plain = await ask(port, '/assets/app-1.js');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), script);
  assert.equal((await ask(port, '/assets/none.js')).status, 404);
  assert.equal((await ask(port, '/none.js')).status, 404);

  const answer = await ask(port, '/api/v1/schools?search=%E2%84%96%202', { headers: { Host: 'opora.test:81', 'Accept-Encoding': 'gzip', 'X-Forwarded-Proto': 'https' } });
  const seen = JSON.parse(answer.body);
  assert.equal(answer.headers.etag, '"7"', 'the strong ETag stays strong');
  assert.equal(answer.headers['content-encoding'], undefined);
  assert.equal(seen.url, '/api/v1/schools?search=%E2%84%96%202');
  assert.equal(seen.headers.host, 'opora.test:81');
  assert.equal(seen.headers['x-forwarded-proto'], 'https');
  assert.equal(seen.headers['x-forwarded-for'], '127.0.0.1');
  assert.equal((await ask(port, '/api/v1/none')).status, 404, 'an unknown address of the API is not a page');

  assert.equal((await ask(port, '/api/v1/imports/1/errors.csv')).status, 200, 'an address of the API may have a dot');

  const tenMegabytes = Buffer.alloc(10 * 1024 * 1024);
  assert.equal((await ask(port, '/api/v1/exam-results/batches', { method: 'POST', body: tenMegabytes })).status, 413);
  const imported = await ask(port, '/api/v1/imports?kind=schools', { method: 'POST', body: tenMegabytes });
  assert.equal(JSON.parse(imported.body).bytes, tenMegabytes.length);
}

const port = await freePort();
layOut(await listen(api), port);
const nginx = spawn('nginx', ['-c', join(home, 'conf/nginx.conf'), '-e', '/dev/stderr', '-g', 'daemon off;'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const ended = new Promise((done) => nginx.once('exit', done).once('error', done));
try {
  await untilReady(port);
  await check(port);
  console.log('nginx serves and proxies as it should');
} finally {
  nginx.kill('SIGTERM');
  await ended;
  api.close();
  rmSync(home, { recursive: true, force: true });
}
