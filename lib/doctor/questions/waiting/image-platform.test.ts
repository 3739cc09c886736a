import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { imagePlatform } from './image-platform';

test('what the runtime says is told of the image', () => {
  const cluster = clusterOf(anUnpulled('no match for platform in manifest: not found'));

  expect(imagePlatform.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('is not built for the processor') },
      property: 'spec.template.spec.containers[web].image',
    },
  ]);
});

test('an image that is missing for another reason is not meant', () => {
  expect(imagePlatform.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
