import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aRunningContainer } from '../../testing/cluster-workloads';
import { aSecret, aWaiting, clusterOf } from '../../testing/waiting-objects';
import { configurationMissing } from './configuration-missing';

const configMap = (name: string) => aClusterObject('v1', 'ConfigMap', { name, rest: { data: { a: 'b' } } });
const container = (name: string, env: object) => [aRunningContainer(name, { ...env })];
const secretEnv = { env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'mysql', key: 'password' } } }] };
const mounted = {
  containers: [aRunningContainer('web', { volumeMounts: [{ name: 'config', mountPath: '/etc/app' }] })],
  podSpec: { volumes: [{ name: 'config', configMap: { name: 'web-confg' } }] },
};

test('a Secret that is not there is one finding for all that refer to it', () => {
  const waits = (name: string) =>
    aWaiting('CreateContainerConfigError', 'secret "mysql" not found', {
      name,
      containers: container(name, secretEnv),
    });

  expect(configurationMissing.ask(clusterOf(waits('api'), waits('web')), NOTHING_EXPECTED)).toEqual([
    {
      object: 'Secret/znyw-prod/mysql',
      cause: {
        en: 'Secret "mysql" is not there, and 2 workloads cannot create their containers without it',
        zh: 'Secret "mysql" 不存在，2 个工作负载因此无法创建容器',
      },
      evidence: [
        'container api of Pod/api-5d4f8c7b9d-x2x4z waits: CreateContainerConfigError: secret "mysql" not found',
        'container web of Pod/web-5d4f8c7b9d-x2x4z waits: CreateContainerConfigError: secret "mysql" not found',
      ],
      remedy: {
        en: 'Make the Secret "mysql" with the keys that are asked for (znyw secret), or correct the name; the kubelet goes on by itself.',
        zh: '按所需的键创建 Secret "mysql"（znyw secret），或更正名称；kubelet 会自动继续。',
      },
      property: 'spec.template.spec.containers[api].env[PASSWORD].valueFrom.secretKeyRef.name',
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('a ConfigMap of a volume with a name that is near is the fault of the workload', () => {
  const waits = aWaiting('ContainerCreating', '', {
    ...mounted,
    events: [
      [
        'FailedMount',
        'Unable to attach or mount volumes: unmounted volumes=[config]: timed out waiting for the condition',
      ],
      ['FailedMount', 'MountVolume.SetUp failed for volume "config" : configmap "web-confg" not found'],
    ],
  });

  expect(configurationMissing.ask(clusterOf(waits, configMap('web-config')), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'its Pods refer to ConfigMap "web-confg", which is not there; the nearest that is: "web-config"' },
      property: 'spec.template.spec.volumes[config].configMap.name',
    },
  ]);
});

test('what was published and is gone is to be applied again', () => {
  const waits = aWaiting('ContainerCreating', '', {
    ...mounted,
    events: [['FailedMount', 'MountVolume.SetUp failed for volume "config" : configmap "web-confg" not found']],
  });

  const expected = anExpectation([configMap('web-confg')]);

  expect(configurationMissing.ask(clusterOf(waits, configMap('web-config')), expected)).toMatchObject([
    { object: 'ConfigMap/znyw-prod/web-confg', remedy: { en: expect.stringContaining('Apply the file of dist/') } },
  ]);
});

test('where the events are gone a ConfigMap that is not there is seen all the same', () => {
  expect(
    configurationMissing.ask(clusterOf(aWaiting('ContainerCreating', '', mounted)), NOTHING_EXPECTED),
  ).toMatchObject([
    {
      object: 'ConfigMap/znyw-prod/web-confg',
      evidence: [
        'Pod/web-5d4f8c7b9d-x2x4z mounts ConfigMap/web-confg, which is not among the ConfigMaps of the namespace',
      ],
    },
  ]);
});

test('what has been made since is no finding', () => {
  const waits = aWaiting('CreateContainerConfigError', 'secret "mysql" not found', {
    containers: container('web', secretEnv),
  });

  expect(configurationMissing.ask(clusterOf(waits, aSecret('mysql', 'Opaque')), NOTHING_EXPECTED)).toEqual([]);
});
