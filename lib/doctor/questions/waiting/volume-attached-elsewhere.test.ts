import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { aWaiting, clusterOf, mounting } from '../../testing/waiting-objects';
import { volumeAttachedElsewhere } from './volume-attached-elsewhere';

const ERROR = 'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-old';
const waits = aWaiting('ContainerCreating', '', {
  podSpec: mounting('data'),
  events: [
    ['FailedMount', 'Unable to attach or mount volumes: unmounted volumes=[data]: timed out waiting for the condition'],
    ['FailedAttachVolume', ERROR],
  ],
});

test('a volume that the old Pod has is told with the Pod and its node', () => {
  const old = aPod(waits[1], { name: 'web-old', spec: { nodeName: 'vm-2' } });

  expect(volumeAttachedElsewhere.ask(clusterOf(waits, old), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'Pod web-5d4f8c7b9d-x2x4z is on vm-1, and its ReadWriteOnce volume (claim data) is attached to another node: Pod web-old on vm-2 has it',
      },
      evidence: [`event FailedAttachVolume on Pod/web-5d4f8c7b9d-x2x4z: ${ERROR}`],
      remedy: { en: expect.stringContaining('Recreate') },
      property: 'spec.strategy',
    },
  ]);
});

test('after the loss of a VM nobody has it any more', () => {
  const [symptom] = volumeAttachedElsewhere.ask(clusterOf(waits), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('no Pod that was seen has it any more');
  expect(symptom?.remedy.en).toContain('wait six minutes');
});
