import { pathToFileURL } from 'node:url';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { writeDockerArchive } from './docker-archive';
import { REGISTRY_ACCOUNT, withRegistry } from './registry-server';
import { AgentFolder, type StepRun } from './running-steps';

jest.setTimeout(60_000);

const PASSWORD = REGISTRY_ACCOUNT.REGISTRY_PASSWORD;

/** A registry, an SVN with archives, and YAML that names images. */
interface Delivery {
  readonly agent: AgentFolder;
  readonly host: string;
  /** Puts an archive into SVN and returns the digest of its configuration. */
  readonly archive: (name: string, text: string) => string;
  /** Writes YAML of workloads with these images. */
  readonly workloadsWith: (...references: readonly string[]) => void;
  readonly step: (variables?: Readonly<Record<string, string>>) => StepRun;
  /** Returns the digest of the configuration that the registry has. */
  readonly inRegistry: (reference: string) => string;
}

function aDelivery(use: (delivery: Delivery) => void | Promise<void>): Promise<void> {
  return AgentFolder.use((agent) =>
    withRegistry(agent, (host) => {
      agent.run(['svnadmin', 'create', agent.path('svn')]);
      const url = pathToFileURL(agent.path('svn')).href;
      agent.run(['svn', 'mkdir', '--quiet', '-m', 'images', `${url}/images`]);
      agent.run(['svn', 'checkout', '--quiet', `${url}/images`, agent.path('copy')]);
      return use({
        agent,
        host,
        archive: (name, text) => {
          const digest = writeDockerArchive(agent, `copy/${name}`, text);
          agent.run(['svn', 'add', '--quiet', '--force', agent.path('copy', name)]);
          agent.run(['svn', 'commit', '--quiet', '-m', name, agent.path('copy')]);
          return digest;
        },
        workloadsWith: (...references) => agent.write('yaml/focus web.k8s.yaml', references.map(aDeployment).join('')),
        step: (variables = REGISTRY_ACCOUNT) =>
          agent.step(
            'images.sh',
            ['--archives', `${url}/images`, '--registry', host, '--cache', agent.path('cache'), agent.path('yaml')],
            variables,
          ),
        inRegistry: (reference) => configurationOf(agent, reference),
      });
    }),
  );
}

function configurationOf(agent: AgentFolder, reference: string): string {
  const manifest = manifestOf(agent, reference);
  return manifest === '' ? 'nothing' : (JSON.parse(manifest) as { config: { digest: string } }).config.digest;
}

function manifestOf(agent: AgentFolder, reference: string): string {
  const { REGISTRY_USERNAME: user } = REGISTRY_ACCOUNT;
  return agent.run(['skopeo', 'inspect', '--raw', `--creds=${user}:${PASSWORD}`, `docker://${reference}`]).stdout;
}

function layerIn(manifest: string): string | undefined {
  return (JSON.parse(manifest) as { layers: { digest: string }[] }).layers[0]?.digest;
}

const aDeployment = (image: string) => `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: not-a-workload
data:
  compose.yaml: |
    image: not-an-image
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: focus-web
spec:
  template:
    spec:
      containers:
        - name: focus-web
          image: ${image}
`;

testsWithProgram('skopeo', () =>
  testsWithProgram('docker-registry', () =>
    testsWithProgram('svnadmin', () => {
      test('an archive that the DTR does not have comes into it, and the next build has nothing to do', () =>
        aDelivery(({ agent, host, archive, workloadsWith, step, inRegistry }) => {
          const reference = `${host}/znyw/nginx:1.26.3`;
          const digest = archive('nginx-1.26.3.tar', 'first');
          workloadsWith(reference, reference);

          expect(step()).toEqual({ status: 0, stdout: `copied: nginx-1.26.3.tar to ${reference}\n`, stderr: '' });
          expect(inRegistry(reference)).toBe(digest);
          expect(step()).toEqual({ status: 0, stdout: `is there: ${reference}\n`, stderr: '' });
          expect(agent.run(['ls', agent.path('temporary')]).stdout).toBe('');
        }));

      test('what the DTR has is not copied again though its layers are compressed in another way', () =>
        aDelivery(({ agent, host, archive, workloadsWith, step }) => {
          const reference = `${host}/znyw/nginx:1.26.3`;
          archive('nginx-1.26.3.tar', 'first '.repeat(10_000));
          const { REGISTRY_USERNAME: user } = REGISTRY_ACCOUNT;
          const archived = `docker-archive:${agent.path('copy', 'nginx-1.26.3.tar')}`;
          const fast = ['--dest-compress-format=gzip', '--dest-compress-level=1', `--dest-creds=${user}:${PASSWORD}`];
          agent.run(['skopeo', 'copy', '--quiet', ...fast, archived, `docker://${reference}`]);
          // How it would be copied otherwise.
          agent.run(['skopeo', 'copy', '--quiet', '--dest-compress', archived, `dir:${agent.path('plain')}`]);
          expect(layerIn(manifestOf(agent, reference))).not.toBe(layerIn(agent.read('plain/manifest.json')));
          workloadsWith(reference);

          expect(step()).toEqual({ status: 0, stdout: `is there: ${reference}\n`, stderr: '' });
        }));

      test('an archive that was replaced in SVN replaces the image, and says what that means', () =>
        aDelivery(({ host, archive, workloadsWith, step, inRegistry }) => {
          const reference = `${host}/znyw/focus-web:1.0.0`;
          archive('focus-web-1.0.0.tar', 'first');
          workloadsWith(reference);
          step();
          const digest = archive('focus-web-1.0.0.tar', 'second');

          expect(step().stdout).toBe(
            `differs: ${reference} has another image than focus-web-1.0.0.tar, and is replaced; a VM that has the old` +
              ` one keeps it until the version is raised\ncopied: focus-web-1.0.0.tar to ${reference}\n`,
          );
          expect(inRegistry(reference)).toBe(digest);
        }));

      test('all archives that are missing are named, and nothing is copied', () =>
        aDelivery(({ host, archive, workloadsWith, step, inRegistry }) => {
          archive('nginx-1.26.3.tar', 'first');
          workloadsWith(`${host}/znyw/redis:7.2.11`, `${host}/znyw/nginx:1.26.3`, `${host}/znyw/mysql:8.0.46`);

          const { status, stderr } = step();

          expect(status).toBe(1);
          expect(stderr).toMatch(
            /^error images\.sh: neither in .*\/images nor in the DTR: mysql-8\.0\.46\.tar redis-7\.2\.11\.tar\n/,
          );
          expect(stderr).toContain('处理：');
          expect(inRegistry(`${host}/znyw/nginx:1.26.3`)).toBe('nothing');
        }));

      test('an image that the DTR has and SVN has not is said and accepted', () =>
        aDelivery(({ agent, host, archive, workloadsWith, step }) => {
          const reference = `${host}/znyw/nginx:1.26.3`;
          archive('nginx-1.26.3.tar', 'first');
          workloadsWith(reference);
          step();
          agent.run(['svn', 'delete', '--quiet', agent.path('copy', 'nginx-1.26.3.tar')]);
          agent.run(['svn', 'commit', '--quiet', '-m', 'gone', agent.path('copy')]);

          expect(step()).toEqual({
            status: 0,
            stdout: `not compared: ${reference} is in the DTR, and nginx-1.26.3.tar is not in SVN\n`,
            stderr: '',
          });
        }));

      test('an image of another registry is refused before the account is sent anywhere', () =>
        aDelivery(({ workloadsWith, step }) => {
          workloadsWith('registry.example/znyw/nginx:1.26.3', 'nginx');

          const { status, stderr } = step();

          expect(status).toBe(1);
          expect(stderr).toContain('<organisation>/<image>:<version>: nginx registry.example/znyw/nginx:1.26.3\n');
        }));

      test('a digest of the YAML that the DTR does not have is named', () =>
        aDelivery(({ host, archive, workloadsWith, step }) => {
          const reference = `${host}/znyw/nginx:1.26.3@sha256:${'0'.repeat(64)}`;
          archive('nginx-1.26.3.tar', 'first');
          workloadsWith(reference);

          const { status, stderr } = step();

          expect(status).toBe(1);
          expect(stderr).toContain(`the DTR has no manifest of the digest of: ${reference}\n`);
        }));

      test('an account that the DTR does not accept is not taken for a missing image', () =>
        aDelivery(({ host, archive, workloadsWith, step }) => {
          archive('nginx-1.26.3.tar', 'first');
          workloadsWith(`${host}/znyw/nginx:1.26.3`);

          const { status, stderr } = step({ ...REGISTRY_ACCOUNT, REGISTRY_PASSWORD: 'wrong-password' });

          expect(status).toBe(3);
          expect(stderr).toContain(`the DTR did not say whether it has: ${host}/znyw/nginx:1.26.3\n`);
          expect(stderr).toContain('unauthorized');
          expect(stderr).not.toContain('wrong-password');
        }));

      test('a file that is no archive is named', () =>
        aDelivery(({ agent, host, workloadsWith, step }) => {
          agent.write('copy/nginx-1.26.3.tar', 'not a tar');
          agent.run(['svn', 'add', '--quiet', agent.path('copy', 'nginx-1.26.3.tar')]);
          agent.run(['svn', 'commit', '--quiet', '-m', 'wrong', agent.path('copy')]);
          workloadsWith(`${host}/znyw/nginx:1.26.3`);

          const { status, stderr } = step();

          expect(status).toBe(1);
          expect(stderr).toContain('/images/nginx-1.26.3.tar is not an archive of docker save or skopeo copy\n');
        }));

      test('passwords are in no argument of any program', () =>
        aDelivery(({ agent, host, archive, workloadsWith, step }) => {
          for (const program of ['skopeo', 'svn', 'base64', 'tar']) {
            agent.standIn(
              program,
              `#!/bin/sh\nprintf '%s ' ${program} "$@" >>'${agent.path('arguments')}'\nPATH=\${PATH#*:}\nexec ${program} "$@"\n`,
            );
          }
          archive('nginx-1.26.3.tar', 'first');
          workloadsWith(`${host}/znyw/nginx:1.26.3`);

          const { status, stdout, stderr } = step({
            ...REGISTRY_ACCOUNT,
            SVN_USERNAME: 'jenkins',
            SVN_PASSWORD: 'svn-$ecret',
          });

          expect(status).toBe(0);
          const said = agent.read('arguments') + stdout + stderr;
          expect(said).toContain('skopeo copy');
          expect(said).not.toContain('ecret');
          expect(said).not.toContain(Buffer.from(`jenkins:${PASSWORD}`).toString('base64'));
        }));
    }),
  ),
);
