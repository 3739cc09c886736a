import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aDeployment, aRunningContainer } from '../../testing/cluster-workloads';
import { imageDiffers } from './image-differs';

test('another image than the published one is told with both', () => {
  const live = aDeployment({ containers: [aRunningContainer('web', { image: 'web:2' })] });

  expect(imageDiffers.ask(aCluster([live]), anExpectation([aDeployment()]))).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'Deployment/web has another image than was published: web:2 / web:1 (live / published)' },
      property: 'spec.template.spec.containers[web].image',
    },
  ]);
});

test('the published image is no finding, nor is any other change', () => {
  const live = aDeployment({ replicas: 3 });

  expect(imageDiffers.ask(aCluster([live]), anExpectation([aDeployment()]))).toEqual([]);
});
