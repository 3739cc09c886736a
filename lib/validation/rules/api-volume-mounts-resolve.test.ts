import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiVolumeMountsResolve } from './api-volume-mounts-resolve';

const mounting = (container: JsonObject, volumes: Json = [], spec: JsonObject = {}, kind = 'Deployment') =>
  aWorkload({ kind, spec, containers: [aContainer(container)], podSpec: { volumes } });
const CLAIM = { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } };
const device = (name: string) => ({ name, devicePath: '/dev/x' });

test.each<[string, Manifest]>([
  ['a volume of the Pod', mounting({ volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] }, [{ name: 'tmp' }])],
  [
    'a claim of a StatefulSet',
    mounting(
      { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
      [],
      { volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
      'StatefulSet',
    ),
  ],
  ['a claim as a block device', mounting({ volumeDevices: [device('disk')] }, [CLAIM])],
  ['no mount', mounting({})],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiVolumeMountsResolve, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'no such volume',
    mounting({ volumeMounts: [{ name: 'dta', mountPath: '/data' }] }, [{ name: 'data' }, { name: 'tmp' }]),
    ['spec.template.spec.containers[web].volumeMounts[dta].name: is "dta"; the volumes of the Pod are data, tmp'],
  ],
  [
    'no volumes',
    mounting({ volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
    ['spec.template.spec.containers[web].volumeMounts[data].name: is "data"; the Pod has no volumes'],
  ],
  [
    'no name',
    mounting({ volumeMounts: [{ name: '', mountPath: '/data' }] }, [{ name: 'data' }]),
    ['spec.template.spec.containers[web].volumeMounts[0].name: is ""; the volumes of the Pod are data'],
  ],
  [
    'a claim template of a kind that has none',
    mounting({ volumeMounts: [{ name: 'data', mountPath: '/data' }] }, [], {
      volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    }),
    ['spec.template.spec.containers[web].volumeMounts[data].name: is "data"; the Pod has no volumes'],
  ],
  [
    'a device that is no claim',
    mounting({ volumeDevices: [device('tmp')] }, [{ name: 'tmp', emptyDir: {} }]),
    [
      'spec.template.spec.containers[web].volumeDevices[tmp].name: is "tmp", which is no claim; a block device has to be one',
    ],
  ],
  [
    'a device that is a folder too',
    mounting({ volumeDevices: [device('disk')], volumeMounts: [{ name: 'disk', mountPath: '/disk' }] }, [CLAIM]),
    [
      'spec.template.spec.containers[web].volumeDevices[disk].name: is "disk", which the container mounts as a folder too',
    ],
  ],
  [
    'a device twice',
    mounting({ volumeDevices: [device('disk'), { name: 'disk', devicePath: '/dev/y' }] }, [CLAIM]),
    ['spec.template.spec.containers[web].volumeDevices[disk].name: is "disk", which is a block device already'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiVolumeMountsResolve, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = mounting({ volumeMounts: [{ name: 'dta', mountPath: '/data' }] }, [
    { name: 'data' },
    { name: 'tmp' },
  ]);

  expect(apiVolumeMountsResolve.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].volumeMounts[dta].name',
      message: 'is "dta"; the volumes of the Pod are data, tmp',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiVolumeMountsResolve)).not.toThrow();
});
