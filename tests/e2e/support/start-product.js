import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { client, startProvider } from './provider.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const configuration = process.env.OPORA_CONFIGURATION ?? 'Debug';

/** Starts one product and resolves with what it printed: its address and, without demo data, its one-time set-up link. */
function start(data, flags, settings = {}) {
  const server = spawn(
    'dotnet',
    [join(root, `api/Api/bin/${configuration}/net10.0/Opora.Api.dll`), ...flags, '--data', data, '--urls', 'http://127.0.0.1:0'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...settings, 'Web__Folder': join(root, 'web/dist') } },
  );
  return new Promise((done, failed) => {
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const address = /^Opora: (http\S+)$/m.exec(printed)?.[1];
      const link = /one-time link: (http\S+)$/m.exec(printed)?.[1];
      if (address && (link || flags.includes('--demo'))) done({ server, address, link });
    });
    server.on('exit', (code) => failed(new Error(`The product ended with ${code}:\n${printed}`)));
  });
}

export default async function startProduct() {
  const folder = mkdtempSync(join(tmpdir(), 'opora-journeys-'));
  const provider = await startProvider();
  const demo = await start(join(folder, 'demo'), ['--demo'], {
    Oidc__Authority: provider.issuer,
    Oidc__ClientId: client,
    Oidc__Name: 'Войти через учётную запись района',
    Oidc__AllowHttp: 'true',
  });
  provider.serve(demo.address);
  const empty = await start(join(folder, 'empty'), []);
  const region = await start(join(folder, 'region'), []);
  process.env.OPORA_URL = demo.address;
  process.env.OPORA_SETUP_LINK = empty.link;
  process.env.OPORA_REGION_LINK = region.link;
  process.env.OPORA_CREDENTIALS = readFileSync(join(folder, 'demo', 'demo-credentials.json'), 'utf8');
  process.env.OPORA_SAMPLES = join(root, 'infra/sample-data');
  return async () => {
    for (const { server } of [demo, empty, region]) {
      server.removeAllListeners('exit');
      const ended = new Promise((done) => server.once('exit', done));
      server.kill();
      await ended;
    }
    provider.server.closeAllConnections();
    provider.server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
