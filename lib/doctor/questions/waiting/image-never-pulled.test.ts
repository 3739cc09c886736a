import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, clusterOf } from '../../testing/waiting-objects';
import { imageNeverPulled } from './image-never-pulled';

test('what the runtime says is told of the image', () => {
  const cluster = clusterOf(anUnpulled('Container image is not present with pull policy of Never'));

  expect(imageNeverPulled.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('imagePullPolicy Never forbids') },
      property: 'spec.template.spec.containers[web].image',
    },
  ]);
});

test('an image that is missing for another reason is not meant', () => {
  expect(imageNeverPulled.ask(clusterOf(anUnpulled('manifest unknown')), NOTHING_EXPECTED)).toEqual([]);
});
