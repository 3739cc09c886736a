import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aContainerStatus } from '../../testing/cluster-workloads';
import { aWaiting, aWorkload, clusterOf } from '../../testing/waiting-objects';
import { containerCannotStart } from './container-cannot-start';

const RUNC =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';

test.each([
  [
    'exec: "gunicon": executable file not found in $PATH: unknown',
    '"gunicon", which container web starts, is not in the PATH of the image',
    'command',
  ],
  [
    'exec: "/start.sh": permission denied: unknown',
    '"/start.sh", which container web starts, may not be executed by the user of the container',
    'command',
  ],
  [
    'exec: "/start.sh": stat /start.sh: no such file or directory: unknown',
    '"/start.sh", which container web starts, is not in the image, or its interpreter is not',
    'command',
  ],
  [
    'exec /usr/bin/java: exec format error',
    'container web is built for another processor, or is a script without #!',
    'image',
  ],
  [
    'container init was OOM-killed (memory limit too low?): unknown',
    'container web does not even start within its memory limit',
    'resources.limits.memory',
  ],
  [
    'error mounting "/var/lib" to rootfs at "/etc/app.conf": not a directory: Are you trying to mount a directory onto a file (or vice-versa)?',
    'container web has a file mounted over a directory, or the other way round',
    'volumeMounts',
  ],
  [
    'chdir to cwd ("/app") set in config.json failed: permission denied',
    'container web has a working directory that is not there or not open to its user',
    'workingDir',
  ],
  ['something new', 'container web is not created', ''],
])('%s', (said, cause, field) => {
  const [symptom] = containerCannotStart.ask(
    clusterOf(aWaiting('RunContainerError', `${RUNC}${said}`)),
    NOTHING_EXPECTED,
  );

  expect(symptom?.cause.en).toBe(`${cause}: ${said}`);
  expect(symptom?.property).toBe(`spec.template.spec.containers[web]${field === '' ? '' : `.${field}`}`);
});

test('a container that loops because it never came to run is told by how it ended', () => {
  const status = aContainerStatus('web', {
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s restarting failed container' } },
    lastState: { terminated: { exitCode: 128, reason: 'StartError', message: `${RUNC}exec: "x": permission denied` } },
  });
  const cluster = clusterOf(aWorkload({}, { status: { containerStatuses: [status] } }));

  expect(containerCannotStart.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      evidence: [expect.stringContaining('StartError: failed to create'), expect.stringContaining('CrashLoopBackOff')],
    },
  ]);
});

test('one that ran and ended is another matter, and so is configuration that is missing', () => {
  const status = aContainerStatus('web', {
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { exitCode: 1, reason: 'Error' } },
  });
  const missing = aWaiting('CreateContainerConfigError', 'secret "mysql" not found', { name: 'api' });
  const cluster = clusterOf(aWorkload({}, { status: { containerStatuses: [status] } }), missing);

  expect(containerCannotStart.ask(cluster, NOTHING_EXPECTED)).toEqual([]);
});
