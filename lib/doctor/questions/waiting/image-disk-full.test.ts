import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aNode, anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { imageDiskFull } from './image-disk-full';

const SAID = 'failed to extract layer: write /var/lib/containerd: no space left on device';

test('a full disk is the fault of the node', () => {
  const cluster = clusterOf(aNode('vm-1'), anUnpulled(SAID), anUnpulled(SAID, { name: 'api' }));

  expect(imageDiskFull.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    { object: 'Node//vm-1', explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'] },
  ]);
});

test('where nodes cannot be read it is about the first workload', () => {
  expect(imageDiskFull.ask(clusterOf(anUnpulled(SAID)), NOTHING_EXPECTED)).toMatchObject([
    { object: 'Deployment/znyw-prod/web', explains: [] },
  ]);
});
