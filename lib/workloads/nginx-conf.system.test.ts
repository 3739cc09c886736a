import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './testing/free-port';
import { nginxConf, type NginxSettings } from './nginx-conf';
import { testsWithProgram } from './testing/tests-with-program';

/** Writes a configuration whose files are in a folder of the test, and which listens on that port. */
function writeConf(folder: string, settings: Partial<NginxSettings>, port = 8080): string {
  const text = nginxConf({ routes: [], uploadLimitMebibytes: 1, responseTimeoutSeconds: 60, ...settings })
    .replaceAll('/tmp/', `${folder}/`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`);
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, text);
  return path;
}

async function inFolder(use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'znyw-nginx-'));
  // Workers are not root where the test is, and write what they buffer below it.
  chmodSync(folder, 0o755);
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts a service that answers with its name, the path and the headers that it was asked with. */
async function aService(name: string): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.end(JSON.stringify({ name, path: request.url, headers: request.headers }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Runs nginx the way the container does, with these routes. */
async function withNginx(routes: NginxSettings['routes'], use: (url: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const port = await freePort();
    const nginx = spawn('nginx', ['-c', writeConf(folder, { routes }, port), '-g', 'daemon off;'], { stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    try {
      await untilItAnswers(`${url}/healthz`);
      await use(url);
    } finally {
      nginx.kill('SIGQUIT');
      await once(nginx, 'exit');
    }
  });
}

/** Runs nginx in front of two services. */
async function withGateway(use: (url: string) => Promise<void>): Promise<void> {
  const [query, config] = [await aService('query-api'), await aService('config-api')];
  const routes = [
    { path: '/', url: `http://127.0.0.1:${portOf(query)}` },
    { path: '/api/config/', url: `http://127.0.0.1:${portOf(config)}` },
  ];
  try {
    await withNginx(routes, use);
  } finally {
    query.close();
    config.close();
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(url);
      return;
    } catch {
      // Refused: it does not listen yet.
      await sleep(50);
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

testsWithProgram('nginx', () => {
  test.each([
    [{ routes: [{ path: '/', url: 'http://127.0.0.1:8000' }], uploadLimitMebibytes: 200, responseTimeoutSeconds: 600 }],
    [
      {
        routes: [
          { path: '/', url: 'http://127.0.0.1:8080' },
          { path: '/api/config/', url: 'http://127.0.0.1:8080' },
        ],
      },
    ],
  ])('nginx accepts the configuration of %j', (settings) =>
    inFolder((folder) => {
      // A file, as nginx opens /dev/stderr anew, which a socket does not allow.
      const output = openSync(join(folder, 'output'), 'w');

      const { status } = spawnSync('nginx', ['-t', '-c', writeConf(folder, settings)], {
        stdio: ['ignore', output, output],
      });

      expect(readFileSync(join(folder, 'output'), 'utf8')).toContain('test is successful');
      expect(status).toBe(0);
    }),
  );

  test('nginx says that it runs while nothing behind it does', async () => {
    const routes = [{ path: '/', url: `http://127.0.0.1:${await freePort()}` }];

    await withNginx(routes, async (url) => {
      expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n');
      expect((await fetch(url)).status).toBe(502);
    });
  });

  test('requests go by their path, which stays as it is', () =>
    withGateway(async (url) => {
      const asked = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();

      expect(await asked('/')).toMatchObject({ name: 'query-api', path: '/' });
      expect(await asked('/api/kpi?kind=host')).toMatchObject({ name: 'query-api', path: '/api/kpi?kind=host' });
      expect(await asked('/api/config/kpis/7')).toMatchObject({ name: 'config-api', path: '/api/config/kpis/7' });
    }));

  test('services know the host that was typed, who asks, and whether it was TLS', () =>
    withGateway(async (url) => {
      const response = await fetch(url, { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.2.3' } });

      expect(await response.json()).toMatchObject({
        headers: {
          host: url.slice('http://'.length),
          'x-real-ip': '127.0.0.1',
          'x-forwarded-for': '10.1.2.3, 127.0.0.1',
          'x-forwarded-proto': 'https',
        },
      });
      expect(await (await fetch(url)).json()).toMatchObject({ headers: { 'x-forwarded-proto': 'http' } });
    }));

  test('an upload up to the limit is let in, and a larger one is answered with 413', () =>
    withGateway(async (url) => {
      const upload = (bytes: number) => fetch(url, { method: 'POST', body: new Uint8Array(bytes) });

      expect((await upload(1024 * 1024)).status).toBe(200);
      expect((await upload(1024 * 1024 + 1)).status).toBe(413);
    }));
});
