import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiNamesValid } from './api-names-valid';

const named = (apiVersion: string, kind: string, metadata: JsonObject, spec: JsonObject = {}): Manifest => ({
  file: 'a.yaml',
  json: { apiVersion, kind, metadata, spec },
});
const LONG = 'a'.repeat(60);

test.each<[string, Manifest]>([
  ['a ConfigMap', named('v1', 'ConfigMap', { name: 'a.b-c', namespace: 'd' })],
  ['a Service', named('v1', 'Service', { name: 'web' })],
  ['a beginning of a name', named('v1', 'Pod', { generateName: 'web-' })],
  ['a PodDisruptionBudget, whose name is hardly judged', named('policy/v1', 'PodDisruptionBudget', { name: 'Web_1' })],
  ['an object of others', named('example.com/v1', 'Thing', { name: 'Any Name' })],
  ['a long name of a Deployment', named('apps/v1', 'Deployment', { name: LONG })],
  [
    'a long name of a Job with a selector made by hand',
    named('batch/v1', 'Job', { name: 'a'.repeat(70) }, { manualSelector: true }),
  ],
  ['names in a Pod', aWorkload({ podSpec: { serviceAccountName: 'a', hostname: 'b', volumes: [{ name: 'tmp' }] } })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiNamesValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  ['no name', named('v1', 'ConfigMap', {}), ['metadata.name: is missing; a name is expected']],
  [
    'capitals',
    named('v1', 'ConfigMap', { name: 'Config' }),
    [
      'metadata.name: is "Config"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'a digit first in the name of a Service',
    named('v1', 'Service', { name: '1web' }),
    [
      'metadata.name: is "1web"; a name of at most 63 of a-z, 0-9 and "-", with a letter first and a letter or digit last, is expected',
    ],
  ],
  [
    'dots in the name of a StatefulSet',
    named('apps/v1', 'StatefulSet', { name: 'a.b' }),
    [
      'metadata.name: is "a.b"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a slash in the name of a PodDisruptionBudget',
    named('policy/v1', 'PodDisruptionBudget', { name: 'a/b' }),
    ['metadata.name: is "a/b"; a name without "/" and "%", which is not "." or "..", is expected'],
  ],
  [
    'a beginning that cannot be one',
    named('v1', 'Pod', { generateName: 'Web-' }),
    [
      'metadata.generateName: is "Web-"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", or a beginning of one that ends with "-", is expected',
    ],
  ],
  [
    'a namespace',
    named('v1', 'ConfigMap', { name: 'a', namespace: 'b.c' }),
    [
      'metadata.namespace: is "b.c"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a CronJob of 53 characters',
    named('batch/v1', 'CronJob', { name: 'a'.repeat(53) }),
    ['metadata.name: has 53 characters; at most 52 are expected, since its Jobs are named with 11 characters more'],
  ],
  [
    'a Job of 64 characters',
    named('batch/v1', 'Job', { name: 'a'.repeat(64) }),
    ['metadata.name: has 64 characters; at most 63 are expected, since its Pods have it as a label'],
  ],
  [
    'a StatefulSet of 55 characters',
    named('apps/v1', 'StatefulSet', { name: 'a'.repeat(55) }),
    ['metadata.name: has 55 characters; at most 54 are expected, since its Pods have it, with a hash, as a label'],
  ],
  [
    'the Service of a StatefulSet',
    named(
      'apps/v1',
      'StatefulSet',
      { name: 'a' },
      { serviceName: 'A', volumeClaimTemplates: [{ metadata: { name: 'b.c' } }] },
    ),
    [
      'spec.serviceName: is "A"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
      'spec.volumeClaimTemplates[0].metadata.name: is "b.c"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a container',
    aWorkload({ containers: [aContainer({ name: 'Web' })] }),
    [
      'spec.template.spec.containers[Web].name: is "Web"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a volume',
    aWorkload({ podSpec: { volumes: [{ name: 'tmp_1' }] } }),
    [
      'spec.template.spec.volumes[tmp_1].name: is "tmp_1"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a ServiceAccount',
    aWorkload({ podSpec: { serviceAccountName: 'A' } }),
    [
      'spec.template.spec.serviceAccountName: is "A"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'a host name',
    aWorkload({ podSpec: { hostname: 'a.b' } }),
    [
      'spec.template.spec.hostname: is "a.b"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiNamesValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = named('v1', 'ConfigMap', {});

  expect(apiNamesValid.check([manifest], {})).toEqual([
    { manifest, field: 'metadata.name', message: 'is missing; a name is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiNamesValid)).not.toThrow();
});
