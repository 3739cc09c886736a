import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClusterObject } from '../../testing/cluster-objects';
import { aRunningContainer } from '../../testing/cluster-workloads';
import { aSecret, aWaiting, clusterOf } from '../../testing/waiting-objects';
import { configurationKeyMissing } from './configuration-key-missing';

const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'mysql', key: 'pasword' } } }];
const waits = aWaiting('CreateContainerConfigError', "couldn't find key pasword in Secret znyw-prod/mysql", {
  containers: [aRunningContainer('web', { env })],
});

test('a key that a Secret does not have is told with those that it has', () => {
  const cluster = clusterOf(waits, aSecret('mysql', 'Opaque', ['password', 'root-password']));

  expect(configurationKeyMissing.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'its Pods ask for key "pasword" of Secret "mysql", which has only: password, root-password' },
      remedy: { en: expect.stringContaining('Write the key "password"') },
      property: 'spec.template.spec.containers[web].env[PASSWORD].valueFrom.secretKeyRef.key',
    },
  ]);
});

test('a key of a volume is found by its volume, as the kubelet does not name the ConfigMap', () => {
  const configMap = aClusterObject('v1', 'ConfigMap', { name: 'web', rest: { data: { 'app.conf': '' } } });
  const mounts = aWaiting('ContainerCreating', '', {
    containers: [aRunningContainer('web', { volumeMounts: [{ name: 'config', mountPath: '/etc/app' }] })],
    podSpec: {
      volumes: [{ name: 'config', configMap: { name: 'web', items: [{ key: 'web.conf', path: 'web.conf' }] } }],
    },
    events: [
      [
        'FailedMount',
        'MountVolume.SetUp failed for volume "config" : configmap references non-existent config key: web.conf',
      ],
    ],
  });

  expect(configurationKeyMissing.ask(clusterOf(configMap, mounts), NOTHING_EXPECTED)).toMatchObject([
    {
      cause: { en: 'its Pods ask for key "web.conf" of ConfigMap "web", which has only: app.conf' },
      property: 'spec.template.spec.volumes[config].configMap.items[0].key',
    },
  ]);
});

test('a key that has been put in since is no finding', () => {
  expect(
    configurationKeyMissing.ask(clusterOf(waits, aSecret('mysql', 'Opaque', ['pasword'])), NOTHING_EXPECTED),
  ).toEqual([]);
});
