import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anExpectation } from '../../testing/a-cluster';
import { anEvent } from '../../testing/cluster-objects';
import { aDeployment, aPod, aRunningContainer } from '../../testing/cluster-workloads';
import { anUnpulled, aWorkload, clusterOf, IMAGE } from '../../testing/waiting-objects';
import { imageNotFound } from './image-not-found';

const NOT_FOUND = `rpc error: code = NotFound desc = failed to resolve reference "${IMAGE}": ${IMAGE}: not found`;

test('an image that is not there is told with the one that was published', () => {
  const published = aDeployment({ containers: [aRunningContainer('web', { image: 'dtr.corp/znyw/web:1.0.1' })] });

  expect(imageNotFound.ask(clusterOf(anUnpulled(NOT_FOUND)), anExpectation([published]))).toEqual([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: `the image "${IMAGE}" of container web is not in the registry, by this name and tag; dist/ has "dtr.corp/znyw/web:1.0.1"`,
        zh: `容器 web 的镜像 "${IMAGE}" 在镜像仓库中不存在（名称或 tag 不对）；dist/ 中为 "dtr.corp/znyw/web:1.0.1"`,
      },
      evidence: [
        `event Failed on Pod/web-5d4f8c7b9d-x2x4z: Failed to pull image "${IMAGE}": ${NOT_FOUND}`,
        `container web of Pod/web-5d4f8c7b9d-x2x4z waits: ImagePullBackOff: Back-off pulling image "${IMAGE}"`,
      ],
      remedy: {
        en: 'Write a name and tag that the registry has, or push the image to it (znyw images).',
        zh: '改为镜像仓库中已有的名称与 tag，或先把镜像推送上去（znyw images）。',
      },
      property: 'spec.template.spec.containers[web].image',
    },
  ]);
});

test('an image of another registry than that of the project is told so', () => {
  const registry = { host: 'dtr.bank', organisation: 'znyw', pullSecret: 'dtr-pull' };

  const [symptom] = imageNotFound.ask(clusterOf(anUnpulled(NOT_FOUND)), anExpectation([], { registry }));

  expect(symptom?.cause.en).toContain('it is asked of dtr.corp, and the registry of the project is dtr.bank');
});

test('an image that runs under another tag is told', () => {
  const image = 'dtr.corp/znyw/web:0.9.0';
  const other = aPod(undefined, {
    name: 'old',
    status: { containerStatuses: [{ name: 'web', image, state: { running: { startedAt: 'x' } } }] },
  });

  expect(imageNotFound.ask(clusterOf(anUnpulled(NOT_FOUND), other), NOTHING_EXPECTED)[0]?.cause.en).toContain(
    `; known is "${image}"`,
  );
});

test('an event about another image of before says nothing of this one', () => {
  const [deployment = {}, replicaSet = {}, pod = {}] = anUnpulled('', { image: 'dtr.corp/znyw/web:2' });
  const event = anEvent(pod, 'Failed', `Failed to pull image "${IMAGE}": ${NOT_FOUND}`);

  expect(imageNotFound.ask(clusterOf(deployment, replicaSet, pod, event), NOTHING_EXPECTED)).toEqual([]);
});

test('a Pod that runs now is no finding, whatever its events say', () => {
  const [deployment = {}, replicaSet = {}, pod = {}] = aWorkload({});
  const event = anEvent(pod, 'Failed', `Failed to pull image "web:1": ${NOT_FOUND}`);

  expect(imageNotFound.ask(clusterOf(deployment, replicaSet, pod, event), NOTHING_EXPECTED)).toEqual([]);
});

test('an init container has images too', () => {
  const waiting = { reason: 'ErrImagePull', message: NOT_FOUND };
  const objects = aWorkload(
    { podSpec: { initContainers: [{ name: 'wait', image: IMAGE }] } },
    {
      status: {
        phase: 'Pending',
        initContainerStatuses: [{ name: 'wait', state: { waiting } }],
        containerStatuses: [{ name: 'web', state: { waiting: { reason: 'PodInitializing' } } }],
      },
    },
  );

  expect(imageNotFound.ask(clusterOf(objects), NOTHING_EXPECTED)).toMatchObject([
    { property: 'spec.template.spec.initContainers[wait].image' },
  ]);
});
