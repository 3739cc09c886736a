import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/workloads/testing/free-port';
import type { AgentFolder } from './running-steps';

/** The account of the registry, as the steps get it. */
export const REGISTRY_ACCOUNT = { REGISTRY_USERNAME: 'jenkins', REGISTRY_PASSWORD: 'a $ecret-of-the-registry' };

/** The same account as `htpasswd -B` writes it. */
const HTPASSWD = 'jenkins:$2y$05$UyHGG62sRAX5Kme7XQRsB.tK/MkQTNAo0p79KzYQsPatSsB70hdN2';

/** Runs a test with a real docker registry on this machine, which asks for a password. */
export async function withRegistry(agent: AgentFolder, use: (host: string) => void | Promise<void>): Promise<void> {
  const host = `127.0.0.1:${await freePort()}`;
  agent.write('registry/htpasswd', `${HTPASSWD}\n`);
  const file = agent.write(
    'registry/config.json',
    JSON.stringify({
      version: 0.1,
      log: { level: 'error' },
      storage: { filesystem: { rootdirectory: agent.path('registry', 'data') } },
      http: { addr: host },
      auth: { htpasswd: { realm: 'test', path: agent.path('registry', 'htpasswd') } },
    }),
  );
  // It speaks http here; an agent trusts a registry, or does not, by this file.
  agent.write('.config/containers/registries.conf', `[[registry]]\nlocation = "${host}"\ninsecure = true\n`);
  agent.write('.config/containers/policy.json', '{"default":[{"type":"insecureAcceptAnything"}]}');
  const server = spawn('docker-registry', ['serve', file], { stdio: 'ignore' });
  try {
    await answering(host);
    await use(host);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function answering(host: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await fetch(`http://${host}/v2/`);
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error(`the registry at ${host} did not answer within 10 seconds`);
}
