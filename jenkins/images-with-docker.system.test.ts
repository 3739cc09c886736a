import { pathToFileURL } from 'node:url';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { writeDockerArchive } from './docker-archive';
import { AgentFolder, STEPS, type StepRun } from './running-steps';

/** What the step needs of an agent besides docker; skopeo is not among it. */
const PROGRAMS = 'svn sh awk base64 cat cksum cut dirname grep mkdir mktemp rm sed sha256sum sort tail tar tr'.split(
  ' ',
);

/** A docker that has the manifests in a folder, and writes down its calls and the account that it was given. */
const aDocker = (folder: string) => `#!/bin/sh
printf '%s ' "$@" >>'${folder}/calls'; echo >>'${folder}/calls'
cat "$DOCKER_CONFIG/config.json" >'${folder}/account'
case $1 in
manifest) cat '${folder}/manifest' 2>/dev/null || { echo "no such manifest: $3" >&2; exit 1; } ;;
load) echo 'Loaded image: build:local' ;;
esac
`;

function anAgentWithDocker(use: (agent: AgentFolder, step: () => StepRun, digest: string) => void): Promise<void> {
  return AgentFolder.use((agent) => {
    agent.run(['svnadmin', 'create', agent.path('svn')]);
    const url = pathToFileURL(agent.path('svn')).href;
    const digest = writeDockerArchive(agent, 'images/nginx-1.26.3.tar', 'first');
    agent.run(['svn', 'import', '--quiet', '-m', 'the first archive', agent.path('images'), `${url}/images`]);
    agent.write('yaml/a.k8s.yaml', 'kind: Deployment\nspec:\n  image: dtr.bank.example/znyw/nginx:1.26.3\n');
    for (const program of PROGRAMS) {
      const { stdout } = agent.run(['sh', '-c', `command -v ${program}`]);
      agent.write(`only/${program}`, '');
      agent.run(['ln', '-sf', stdout.trim(), agent.path('only', program)]);
    }
    agent.write('docker/calls', '');
    agent.standIn('docker', aDocker(agent.path('docker')));
    const words = ['--archives', `${url}/images`, '--registry', 'dtr.bank.example', agent.path('yaml')];
    const variables = { REGISTRY_USERNAME: 'jenkins', REGISTRY_PASSWORD: 'a $ecret' };
    const path = `${agent.path('bin')}:${agent.path('only')}`;
    use(agent, () => agent.run(['/bin/sh', `${STEPS}/images.sh`, ...words], { ...variables, PATH: path }), digest);
  });
}

testsWithProgram('svnadmin', () => {
  test('without skopeo, docker loads the archive and pushes it under the name of the YAML', () =>
    anAgentWithDocker((agent, step) => {
      expect(step()).toMatchObject({
        status: 0,
        stdout: 'copied: nginx-1.26.3.tar to dtr.bank.example/znyw/nginx:1.26.3\n',
        stderr: '',
      });
      expect(
        agent
          .read('docker/calls')
          .split('\n')
          .map((call) => call.split(' ')[0]),
      ).toEqual(['manifest', 'load', 'tag', 'push', '']);
      expect(agent.read('docker/calls')).toContain('tag build:local dtr.bank.example/znyw/nginx:1.26.3 \n');
      expect(agent.read('docker/account')).toBe(
        `{"auths":{"dtr.bank.example":{"auth":"${Buffer.from('jenkins:a $ecret').toString('base64')}"}}}\n`,
      );
    }));

  test('without skopeo, what the DTR has is not pushed again', () =>
    anAgentWithDocker((agent, step, digest) => {
      const layers = [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: 1, digest: 'sha256:0' }];
      const config = { mediaType: 'application/vnd.docker.container.image.v1+json', size: 1, digest };
      agent.write('docker/manifest', JSON.stringify({ schemaVersion: 2, config, layers }, undefined, '\t'));

      expect(step()).toMatchObject({
        status: 0,
        stdout: 'is there: dtr.bank.example/znyw/nginx:1.26.3\n',
        stderr: '',
      });
      expect(agent.read('docker/calls')).not.toContain('push');
    }));
});
