import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aWaiting, clusterOf } from '../../testing/waiting-objects';
import { volumeNotMounted } from './volume-not-mounted';

const SUMMARY = 'Unable to attach or mount volumes: unmounted volumes=[data]: timed out waiting for the condition';
const waits = (...said: string[]) =>
  clusterOf(aWaiting('ContainerCreating', '', { events: said.map((one) => ['FailedMount', one] as const) }));

test.each([
  [
    'MountVolume.SetUp failed for volume "data" : mount failed: mount.nfs: Connection timed out',
    'the NFS server does not answer',
  ],
  [
    'MountVolume.SetUp failed for volume "data" : mount.nfs: access denied by server while mounting nfs:/x',
    'the storage does not let this node in',
  ],
  [
    'MountVolume.SetUp failed for volume "data" : bad option; you might need a /sbin/mount.<type> helper program',
    'the node lacks the program for this kind of storage',
  ],
  [
    'MountVolume.SetUp failed for volume "data" : hostPath type check failed: /x is not a directory',
    'the path on the node is not there or is of another kind',
  ],
  [
    'MountVolume.MountDevice failed for volume "data" : driver name rbd.csi.ceph.com not found in the list of registered CSI drivers',
    'the storage driver does not run on the node',
  ],
  [SUMMARY, 'nobody says why'],
])('%s', (said, mean) => {
  expect(volumeNotMounted.ask(waits(SUMMARY, said), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: `node vm-1 cannot mount volume "data" of Pod web-5d4f8c7b9d-x2x4z: ${mean}` },
      evidence: [`event FailedMount on Pod/web-5d4f8c7b9d-x2x4z: ${said}`],
      property: 'spec.template.spec.volumes[data]',
    },
  ]);
});

test('configuration that is missing, and a volume on another node, are left to their own questions', () => {
  const attached = clusterOf(
    aWaiting('ContainerCreating', '', { events: [['FailedAttachVolume', 'Multi-Attach error for volume "pvc-1"']] }),
  );

  expect(
    volumeNotMounted.ask(waits('MountVolume.SetUp failed for volume "c" : configmap "x" not found'), NOTHING_EXPECTED),
  ).toEqual([]);
  expect(volumeNotMounted.ask(attached, NOTHING_EXPECTED)).toEqual([]);
});
