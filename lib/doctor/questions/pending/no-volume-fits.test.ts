import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aClusterObject } from '../../testing/cluster-objects';
import { aClaim, anUnscheduled, aWorkload, clusterOf, clusterWith, mounting } from '../../testing/waiting-objects';
import { noVolumeFits } from './no-volume-fits';

const volume = (name: string, spec: object, phase = 'Available') =>
  aClusterObject('v1', 'PersistentVolume', { name, namespace: '', spec: { ...spec }, status: { phase } });
const pods = aWorkload({ podSpec: mounting('data') });
const claim = aClaim('data', { storageClassName: '' });

test.each([
  [{ capacity: { storage: '5Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: '' }, 'storage 5Gi'],
  [{ capacity: { storage: '10Gi' }, accessModes: ['ReadOnlyMany'], storageClassName: '' }, 'ReadOnlyMany'],
  [
    { capacity: { storage: '10Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'fast' },
    'storageClassName "fast"',
  ],
])('a volume %j is told with what does not fit', (spec, fault) => {
  const cluster = clusterOf(claim, volume('pv-1', spec), pods);

  expect(noVolumeFits.ask(cluster, NOTHING_EXPECTED)[0]?.cause.en).toBe(
    `no PersistentVolume fits the claim, which asks for 10Gi, ReadWriteOnce, storageClassName ""; the nearest of 1 is pv-1: ${fault}`,
  );
});

test('a cluster without any volume says so', () => {
  const [symptom] = noVolumeFits.ask(clusterOf(claim, pods), NOTHING_EXPECTED);

  expect(symptom).toMatchObject({
    object: 'PersistentVolumeClaim/znyw-prod/data',
    cause: { en: expect.stringContaining('the cluster has no PersistentVolume at all') },
    explains: ['Deployment/znyw-prod/web'],
  });
});

test('volumes that could not be read are not said to be missing', () => {
  const cluster = clusterWith({ unread: { persistentvolumes: 'forbidden' } }, claim, pods);

  expect(noVolumeFits.ask(cluster, NOTHING_EXPECTED)[0]?.cause.en).toMatch(/storageClassName ""$/);
});

test('a claim that waits for its Pod is the fault where the Pod finds no node with a volume', () => {
  const local = aClusterObject('storage.k8s.io/v1', 'StorageClass', {
    name: 'local',
    namespace: '',
    rest: { provisioner: 'kubernetes.io/no-provisioner', volumeBindingMode: 'WaitForFirstConsumer' },
  });
  const message = "0/2 nodes are available: 2 node(s) didn't find available persistent volumes to bind.";
  const waiting = anUnscheduled(message, { podSpec: mounting('data') });
  const late = aClaim('data', { storageClassName: 'local' });

  expect(noVolumeFits.ask(clusterOf(local, late, waiting), NOTHING_EXPECTED)).toMatchObject([
    { object: 'PersistentVolumeClaim/znyw-prod/data', explains: ['Deployment/znyw-prod/web'] },
  ]);
  expect(noVolumeFits.ask(clusterOf(local, late), NOTHING_EXPECTED)).toEqual([]);
});
