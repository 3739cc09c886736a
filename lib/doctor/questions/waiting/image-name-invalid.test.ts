import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { imageNameInvalid } from './image-name-invalid';

test('what the runtime says is told of the image', () => {
  const cluster = clusterOf(anUnpulled('couldn\'t parse image reference "x": invalid reference format'));

  expect(imageNameInvalid.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('is not a valid image reference') },
      property: 'spec.template.spec.containers[web].image',
    },
  ]);
});

test('an image that is missing for another reason is not meant', () => {
  expect(imageNameInvalid.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
