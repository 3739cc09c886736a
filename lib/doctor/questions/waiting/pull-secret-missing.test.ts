import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anExpectation } from '../../testing/a-cluster';
import { anEvent } from '../../testing/cluster-objects';
import { anUnpulled, aSecret, clusterOf, clusterWith } from '../../testing/waiting-objects';
import { pullSecretMissing } from './pull-secret-missing';

const REFUSED = 'unexpected status: 401 Unauthorized';
const registry = { host: 'dtr.corp', organisation: 'znyw', pullSecret: 'dtr-pull' };

test('a pull Secret that is not there is one finding for all that name it', () => {
  const cluster = clusterOf(anUnpulled(REFUSED), anUnpulled(REFUSED, { name: 'api' }));

  expect(pullSecretMissing.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Secret/znyw-prod/dtr-pull',
      cause: {
        en: 'the pull Secret "dtr-pull" is not there, so dtr.corp refuses the images of 2 workloads',
        zh: '拉取 Secret "dtr-pull" 不存在，镜像仓库 dtr.corp 因此拒绝 2 个工作负载拉取镜像',
      },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('a name that is nearly that of a Secret is the fault of the workload', () => {
  const cluster = clusterOf(
    anUnpulled(REFUSED, { podSpec: { imagePullSecrets: [{ name: 'dtr-pul' }] } }),
    aSecret('dtr-pull'),
  );

  expect(pullSecretMissing.ask(cluster, anExpectation([], { registry }))).toMatchObject([
    { object: 'Deployment/znyw-prod/web', property: 'spec.template.spec.imagePullSecrets' },
  ]);
});

test('where Secrets cannot be read the event of the kubelet tells it, and nothing else does', () => {
  const objects = anUnpulled(REFUSED);
  const event = anEvent(
    objects[2] ?? {},
    'FailedToRetrieveImagePullSecret',
    'Unable to retrieve some image pull secrets (dtr-pull); attempting to pull the image may not succeed.',
  );
  const unread = { unread: { secrets: 'forbidden' } };

  expect(pullSecretMissing.ask(clusterWith(unread, objects), NOTHING_EXPECTED)).toEqual([]);
  expect(pullSecretMissing.ask(clusterWith(unread, objects, event), NOTHING_EXPECTED)).toMatchObject([
    { object: 'Secret/znyw-prod/dtr-pull' },
  ]);
});

test('an image that the registry does not have is not the fault of the Secret', () => {
  expect(pullSecretMissing.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
