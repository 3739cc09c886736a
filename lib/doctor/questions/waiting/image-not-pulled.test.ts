import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aSecret, anUnpulled, aWaiting, clusterOf } from '../../testing/waiting-objects';
import { imageNotPulled } from './image-not-pulled';

test('an image whose events are gone is told with what is left', () => {
  const cluster = clusterOf(aWaiting('ImagePullBackOff', 'Back-off pulling image "web:1"'));

  expect(imageNotPulled.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('is not pulled, and the event that says why is gone') },
    },
  ]);
});

test('words that nobody knows are handed on', () => {
  const [symptom] = imageNotPulled.ask(clusterOf(aSecret('dtr-pull'), anUnpulled('purple')), NOTHING_EXPECTED);

  expect(symptom?.object).toBe('Deployment/znyw-prod/web');
});
