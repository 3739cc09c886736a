import { aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiVolumesValid } from './api-volumes-valid';

const withVolumes = (...volumes: readonly JsonObject[]) => aWorkload({ podSpec: { volumes } });
const projected = (...sources: readonly JsonObject[]) => withVolumes({ name: 'v', projected: { sources } });
const disk = (kind: string, replicas: number) =>
  aWorkload({ kind, spec: { replicas }, podSpec: { volumes: [{ name: 'v', gcePersistentDisk: { pdName: 'a' } }] } });

test.each<[string, Manifest]>([
  [
    'sources',
    withVolumes(
      { name: 'a', emptyDir: {} },
      { name: 'b', configMap: { name: 'x', items: [{ key: 'k', path: 'a/b', mode: 256 }] } },
      { name: 'c', secret: { secretName: 'x' } },
      { name: 'd', hostPath: { path: '/a', type: '' } },
    ),
  ],
  ['no source, which is an empty folder', withVolumes({ name: 'a' })],
  [
    'a projected volume',
    projected(
      { secret: { name: 'x' } },
      { serviceAccountToken: { path: 'token', expirationSeconds: 600 } },
      { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
      {},
    ),
  ],
  [
    'a volume that a claim of a StatefulSet replaces',
    aWorkload({
      kind: 'StatefulSet',
      spec: { volumeClaimTemplates: [{ metadata: { name: 'a' } }] },
      podSpec: { volumes: [{ name: 'a' }, { name: 'a' }] },
    }),
  ],
  ['a disk of one Pod', disk('Deployment', 1)],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiVolumesValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'one name',
    withVolumes({ name: 'a' }, { name: 'a' }),
    ['spec.template.spec.volumes[a].name: is "a", which another volume is already'],
  ],
  [
    'two sources',
    withVolumes({ name: 'a', emptyDir: {}, secret: { secretName: 'x' } }),
    ['spec.template.spec.volumes[a]: has emptyDir and secret; only one of these is expected'],
  ],
  [
    'names that are missing',
    withVolumes(
      { name: 'a', configMap: {} },
      { name: 'b', secret: {} },
      { name: 'c', persistentVolumeClaim: { claimName: '' } },
    ),
    [
      'spec.template.spec.volumes[a].configMap.name: is missing; a value is expected',
      'spec.template.spec.volumes[b].secret.secretName: is missing; a value is expected',
      'spec.template.spec.volumes[c].persistentVolumeClaim.claimName: is empty; a value is expected',
    ],
  ],
  [
    'an item',
    withVolumes({
      name: 'a',
      configMap: { name: 'x', defaultMode: 777, items: [{ key: '', path: '../b', mode: -1 }] },
    }),
    [
      'spec.template.spec.volumes[a].configMap.defaultMode: is 777; 0 to 511 is expected, which is 0777 in octal',
      'spec.template.spec.volumes[a].configMap.items[0].key: is empty; a value is expected',
      'spec.template.spec.volumes[a].configMap.items[0].path: is "../b"; a relative path without ".." is expected',
      'spec.template.spec.volumes[a].configMap.items[0].mode: is -1; 0 to 511 is expected, which is 0777 in octal',
    ],
  ],
  [
    'a path that is reserved',
    withVolumes({ name: 'a', secret: { secretName: 'x', items: [{ key: 'k', path: '..data' }] } }),
    [
      'spec.template.spec.volumes[a].secret.items[0].path: is "..data"; a path that does not begin with ".." is expected',
    ],
  ],
  [
    'a folder of the VM',
    withVolumes({ name: 'a', hostPath: { path: '/a/../b', type: 'Folder' } }),
    [
      'spec.template.spec.volumes[a].hostPath.type: is "Folder"; DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice or BlockDevice is expected',
      'spec.template.spec.volumes[a].hostPath.path: is "/a/../b"; a path without ".." is expected',
    ],
  ],
  [
    'a folder of another machine',
    withVolumes({ name: 'a', nfs: { server: '', path: 'b' } }),
    [
      'spec.template.spec.volumes[a].nfs.server: is empty; a value is expected',
      'spec.template.spec.volumes[a].nfs.path: is "b"; a path with "/" first is expected',
    ],
  ],
  [
    'a driver',
    withVolumes({ name: 'a', csi: { driver: '', nodePublishSecretRef: {} } }),
    [
      'spec.template.spec.volumes[a].csi.driver: is empty; a value is expected',
      'spec.template.spec.volumes[a].csi.nodePublishSecretRef.name: is missing; a value is expected',
    ],
  ],
  [
    'a repository',
    withVolumes({ name: 'a', gitRepo: { repository: '', directory: '..' } }),
    [
      'spec.template.spec.volumes[a].gitRepo.repository: is empty; a value is expected',
      'spec.template.spec.volumes[a].gitRepo.directory: is ".."; a relative path without ".." is expected',
    ],
  ],
  [
    'a claim that lives with the Pod',
    withVolumes({ name: 'a', ephemeral: {} }),
    ['spec.template.spec.volumes[a].ephemeral.volumeClaimTemplate: is missing; a claim is expected'],
  ],
  [
    'a token that lives too short',
    projected({ serviceAccountToken: { path: '', expirationSeconds: 599 } }),
    [
      'spec.template.spec.volumes[v].projected.sources[0].serviceAccountToken.expirationSeconds: is 599; 600 to 4294967296 is expected',
      'spec.template.spec.volumes[v].projected.sources[0].serviceAccountToken.path: is empty; a value is expected',
    ],
  ],
  [
    'two sources of one part',
    projected({ secret: { name: 'x' }, configMap: { name: 'y' } }),
    ['spec.template.spec.volumes[v].projected.sources[0]: has configMap and secret; only one of these is expected'],
  ],
  [
    'one path twice',
    projected(
      { secret: { name: 'x', items: [{ key: 'k', path: 'p' }] } },
      { configMap: { name: 'y', items: [{ key: 'k', path: 'p' }] } },
    ),
    [
      'spec.template.spec.volumes[v].projected.sources[1].configMap.items[0].path: is "p", which another item of the volume is already',
    ],
  ],
  [
    'what cannot be told',
    withVolumes({
      name: 'a',
      downwardAPI: {
        items: [
          { path: 'a', fieldRef: { fieldPath: 'status.podIP' } },
          { path: 'b', resourceFieldRef: { resource: 'limits.cpu' } },
          { path: 'c' },
        ],
      },
    }),
    [
      "spec.template.spec.volumes[a].downwardAPI.items[0].fieldRef.fieldPath: is \"status.podIP\"; metadata.name, metadata.namespace, metadata.labels, metadata.annotations, metadata.uid, metadata.labels['<key>'] or metadata.annotations['<key>'] is expected",
      'spec.template.spec.volumes[a].downwardAPI.items[1].resourceFieldRef.containerName: is missing; a value is expected',
      'spec.template.spec.volumes[a].downwardAPI.items[2]: has none of fieldRef or resourceFieldRef; one of these is expected',
    ],
  ],
  [
    'a disk of several Pods',
    disk('Deployment', 2),
    [
      'spec.template.spec.volumes[v].gcePersistentDisk.readOnly: is not true; several Pods may only read from such a disk',
    ],
  ],
  [
    'a disk of every VM',
    disk('DaemonSet', 0),
    [
      'spec.template.spec.volumes[v].gcePersistentDisk.readOnly: is not true; several Pods may only read from such a disk',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiVolumesValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = withVolumes({ name: 'a' }, { name: 'a' });

  expect(apiVolumesValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.template.spec.volumes[a].name', message: 'is "a", which another volume is already' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiVolumesValid)).not.toThrow();
});
