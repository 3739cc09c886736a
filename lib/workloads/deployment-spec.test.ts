import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { httpProbe } from '../platform/probes';
import type { WorkloadSettings } from '../platform/workload-settings';
import { theDeployment, type RenderedDeployment } from './testing/rendered-objects';
import { aStack } from './testing/testing-stack';
import { TestingWorkload } from './testing/testing-workload';
import type { WorkloadDescription } from './workload-description';

function aDeployment(
  parts: Partial<WorkloadDescription> = {},
  settings: Partial<WorkloadSettings> = {},
): RenderedDeployment {
  const stack = aStack({ workloads: { 'anomaly-alert': settings } });
  return theDeployment(new TestingWorkload(stack, 'alert', parts), 'anomaly-alert').spec;
}

const checksum = (spec: RenderedDeployment) => spec.template.metadata.annotations?.['znyw/config-checksum'];

test('a rolling update starts the new Pod before it ends an old one', () => {
  expect(aDeployment({}).strategy).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
  });
});

test('what must not run twice is recreated', () => {
  expect(aDeployment({ runsOnce: 'it is one' }).strategy).toEqual({ type: 'Recreate' });
});

test.each([
  [2, 30, 360],
  [10, 60, 900],
])('a start that may take %d s %d times is no failed rollout before %d s', (period, failures, deadline) => {
  const startup = httpProbe('http', '/', { period: Duration.seconds(period), failures });

  expect(aDeployment({ probes: { startup, readiness: startup } }).progressDeadlineSeconds).toBe(deadline);
});

test('replicas are put on different VMs where that is possible, and never wait for it', () => {
  expect(aDeployment({}, { replicas: 2 }).template.spec.topologySpreadConstraints).toEqual([
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: {
        matchLabels: { 'app.kubernetes.io/name': 'anomaly-alert', 'app.kubernetes.io/part-of': 'znyw' },
      },
    },
  ]);
});

test('one replica is put anywhere', () => {
  expect(aDeployment().template.spec).not.toHaveProperty('topologySpreadConstraints');
});

test('a changed configuration file restarts the Pods', () => {
  const withFile = (content: string) => aDeployment({ configFiles: () => ({ '/etc/a/a.conf': content }) });

  expect(checksum(withFile('before'))).toMatch(/^[0-9a-f]{16}$/);
  expect(checksum(withFile('before'))).toBe(checksum(withFile('before')));
  expect(checksum(withFile('after'))).not.toBe(checksum(withFile('before')));
});

test('a changed file of a system that it is connected to restarts the Pods, too', () => {
  const withMount = (content: string) =>
    aDeployment({ mounts: () => [{ path: '/etc/hadoop', from: { configMap: 'hadoop' }, checksum: content }] });

  expect(checksum(withMount('after'))).not.toBe(checksum(withMount('before')));
});

test('a workload without files has no checksum', () => {
  expect(aDeployment().template.metadata).not.toHaveProperty('annotations');
});

test('a start script that is held back runs nothing that could end, and nobody asks it', () => {
  const { template } = aDeployment({ args: ['start'] }, { debugHold: true });

  const { containers } = template.spec;
  expect(template.metadata.annotations).toEqual({ 'znyw/debug-hold': 'true' });
  expect(containers[0]?.command?.slice(0, 2)).toEqual(['sh', '-c']);
  for (const field of ['args', 'startupProbe', 'readinessProbe', 'livenessProbe']) {
    expect(containers[0]).not.toHaveProperty(field);
  }
});

test('a start script that is held back ends at once when it is asked to', async () => {
  const [program = '', ...rest] = aDeployment({}, { debugHold: true }).template.spec.containers[0]?.command ?? [];
  const held = spawn(program, rest, { stdio: 'ignore' });
  // Until its trap is set, a signal would end it by itself.
  await sleep(200);

  held.kill('SIGTERM');

  expect(await once(held, 'exit')).toEqual([0, null]);
});

test('Pods have all labels, and are selected by those that never change', () => {
  const { selector, template } = aDeployment();

  expect(template.metadata.labels).toEqual({
    'app.kubernetes.io/name': 'anomaly-alert',
    'app.kubernetes.io/part-of': 'znyw',
    'app.kubernetes.io/component': 'service',
    'app.kubernetes.io/managed-by': 'cdk8s',
    'znyw/stack': 'anomaly',
  });
  expect(selector.matchLabels).toEqual({
    'app.kubernetes.io/name': 'anomaly-alert',
    'app.kubernetes.io/part-of': 'znyw',
  });
});
