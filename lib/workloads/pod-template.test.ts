import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { scratch } from '../platform/mount';
import { onlyContainer, theDeployment, type RenderedPod } from './testing/rendered-objects';
import { aStack } from './testing/testing-stack';
import { TestingWorkload } from './testing/testing-workload';
import type { WorkloadDescription } from './workload-description';

function aPod(parts: Partial<WorkloadDescription> = {}): RenderedPod {
  return theDeployment(new TestingWorkload(aStack(), 'alert', parts), 'anomaly-alert').spec.template.spec;
}

const aPodsContainer = (parts: Partial<WorkloadDescription> = {}) => onlyContainer(aPod(parts));

test('a Pod is admitted by Pod Security "restricted", as the user of its image', () => {
  expect(aPod({ image: 'mysql' }).securityContext).toEqual({
    runAsNonRoot: true,
    runAsUser: 999,
    runAsGroup: 999,
    fsGroup: 999,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(aPodsContainer().securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  });
});

test('a Pod has no token for the API server, and none of the variables that Services give', () => {
  expect(aPod()).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
});

test('an image is pulled with the Secret of its registry, and only where a VM does not have it', () => {
  expect(aPod().imagePullSecrets).toEqual([{ name: 'dtr-znyw' }]);
  expect(aPodsContainer()).toMatchObject({
    image: 'dtr.bank.example/znyw/alpine-java:1.0.0',
    imagePullPolicy: 'IfNotPresent',
  });
});

test('a container is named after its image, as a DNS label, unless it has a name', () => {
  expect(aPodsContainer({ image: 'hadoop_krb5' }).name).toBe('hadoop-krb5');
  expect(aPodsContainer({ container: 'web' }).name).toBe('web');
});

test('its size is that of the environment unless the workload sets another', () => {
  const size = {
    cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) },
    memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
  };

  expect(aPodsContainer().resources).toEqual({
    requests: { cpu: '150m', memory: '512Mi' },
    limits: { cpu: '800m', memory: '768Mi' },
  });
  expect(aPodsContainer({ size }).resources).toEqual({
    requests: { cpu: '100m', memory: '512Mi' },
    limits: { cpu: '500m', memory: '1Gi' },
  });
});

test('variables hold a value, or refer to a Secret or to a field of the Pod', () => {
  const environment = { TZ: 'Asia/Shanghai', PASSWORD: { secret: 's', key: 'k' }, POD_IP: { field: 'status.podIP' } };

  expect(aPodsContainer({ environment }).env).toEqual([
    { name: 'TZ', value: 'Asia/Shanghai' },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
  ]);
});

test('a workload that drains goes on serving before it is asked to stop', () => {
  const stop = { gracePeriod: Duration.seconds(45), drain: Duration.seconds(5) };

  expect(aPod({ stop }).terminationGracePeriodSeconds).toBe(45);
  expect(aPodsContainer({ stop }).lifecycle).toEqual({ preStop: { exec: { command: ['sleep', '5'] } } });
  expect(aPodsContainer()).not.toHaveProperty('lifecycle');
});

test('each mount is a volume of the same name', () => {
  const mounts = () => [scratch('/tmp', Size.mebibytes(64)), { path: '/etc/a', from: { configMap: 'a' } }];

  expect(aPod({ mounts }).volumes).toEqual([
    { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
    { name: 'etc-a', configMap: { name: 'a' } },
  ]);
  expect(aPodsContainer({ mounts }).volumeMounts).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'etc-a', mountPath: '/etc/a', readOnly: true },
  ]);
});

test('ports are named, and a container without ports says nothing of them', () => {
  expect(aPodsContainer().ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
  expect(aPodsContainer({ ports: {} })).not.toHaveProperty('ports');
});
