import { aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiClaimValid } from './api-claim-valid';

const SPEC = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const claim = (parts: JsonObject = {}) => anObject('v1', 'PersistentVolumeClaim', { ...SPEC, ...parts });
const storage = (amount: Json) => claim({ resources: { requests: { storage: amount } } });

test.each<[string, Manifest]>([
  ['a claim', claim({ storageClassName: '', volumeMode: 'Block' })],
  ['a claim of others by a source', claim({ dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } })],
  ['a source that is dropped', claim({ dataSource: { apiGroup: 'a.b', kind: '', name: '' } })],
  ['a kind without claims', aService({})],
  [
    'a claim template of a kind that has none',
    anObject('apps/v1', 'Deployment', { volumeClaimTemplates: [{ spec: {} }] }),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiClaimValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  ['no mode', claim({ accessModes: [] }), ['spec.accessModes: is empty; at least one item is expected']],
  ['missing modes', claim({ accessModes: null }), ['spec.accessModes: is missing; an access mode is expected']],
  [
    'a mode',
    claim({ accessModes: ['RWO'] }),
    ['spec.accessModes[0]: is "RWO"; ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod is expected'],
  ],
  [
    'a mode that is alone',
    claim({ accessModes: ['ReadWriteOncePod', 'ReadWriteMany'] }),
    ['spec.accessModes: has ReadWriteOncePod and another mode; it is expected by itself'],
  ],
  [
    'no storage',
    claim({ resources: {} }),
    ['spec.resources.requests.storage: is missing; an amount of storage is expected'],
  ],
  ['0', storage(0), ['spec.resources.requests.storage: is 0; more than 0 is expected']],
  ['null, which is 0', storage(null), ['spec.resources.requests.storage: is 0; more than 0 is expected']],
  ['a negative amount', storage('-1Gi'), ['spec.resources.requests.storage: is -1Gi; more than 0 is expected']],
  [
    'names',
    claim({
      storageClassName: 'Fast',
      volumeMode: 'Raw',
      dataSource: { kind: 'PersistentVolumeClaim', name: '' },
      dataSourceRef: { kind: '', name: '' },
    }),
    [
      'spec.storageClassName: is "Fast"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
      'spec.volumeMode: is "Raw"; Filesystem or Block is expected',
      'spec.dataSourceRef.kind: is empty; a value is expected',
      'spec.dataSourceRef.name: is empty; a value is expected',
      'spec.dataSource.name: is empty; a value is expected',
    ],
  ],
  [
    'a claim of a StatefulSet',
    anObject('apps/v1', 'StatefulSet', {
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { ...SPEC, accessModes: ['RWX'] } }],
    }),
    [
      'spec.volumeClaimTemplates[0].spec.accessModes[0]: is "RWX"; ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod is expected',
    ],
  ],
  [
    'a claim that lives with a Pod',
    aWorkload({
      podSpec: { volumes: [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec: { ...SPEC, accessModes: [] } } } }] },
    }),
    [
      'spec.template.spec.volumes[v].ephemeral.volumeClaimTemplate.spec.accessModes: is empty; at least one item is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiClaimValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = claim({ accessModes: [] });

  expect(apiClaimValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.accessModes', message: 'is empty; at least one item is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiClaimValid)).not.toThrow();
});
