import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiRequestWithinLimit } from './api-request-within-limit';

const sized = (requests: JsonObject, limits: JsonObject) =>
  aWorkload({ containers: [aContainer({ resources: { requests, limits } })] });

test.each<[string, Manifest]>([
  ['a request below the limit', sized({ cpu: '100m' }, { cpu: 1 })],
  ['the same amount in another unit', sized({ memory: '1Gi', cpu: '1000m' }, { memory: '1024Mi', cpu: 1 })],
  ['a request without a limit, and a limit without a request', sized({ cpu: 9 }, { memory: 1 })],
  ['equal amounts of what cannot be shared', sized({ 'nvidia.com/gpu': 1 }, { 'nvidia.com/gpu': '1' })],
  ['a limit only of what cannot be shared', sized({}, { 'nvidia.com/gpu': 1 })],
  ['huge pages with memory', sized({ memory: 1 }, { 'hugepages-2Mi': '2Mi' })],
  ['an amount that cannot be read, of which another rule speaks', sized({ cpu: 'much' }, { cpu: 1 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiRequestWithinLimit, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'CPU above its limit',
    sized({ cpu: '1.5' }, { cpu: 1 }),
    ['spec.template.spec.containers[web].resources.requests[cpu]: is 1.5; the limit is 1'],
  ],
  [
    'memory above its limit',
    sized({ memory: '1Gi' }, { memory: '1G' }),
    ['spec.template.spec.containers[web].resources.requests[memory]: is 1Gi; the limit is 1G'],
  ],
  [
    'amounts that differ only above 9 T',
    sized({ 'ephemeral-storage': '16Ti' }, { 'ephemeral-storage': '15Ti' }),
    ['spec.template.spec.containers[web].resources.requests[ephemeral-storage]: is 16Ti; the limit is 15Ti'],
  ],
  [
    'a limit that is null, which is 0',
    sized({ cpu: 1 }, { cpu: null }),
    ['spec.template.spec.containers[web].resources.requests[cpu]: is 1; the limit is 0'],
  ],
  [
    'less of what cannot be shared',
    sized({ 'nvidia.com/gpu': 1 }, { 'nvidia.com/gpu': 2 }),
    [
      'spec.template.spec.containers[web].resources.requests[nvidia.com/gpu]: is 1; the limit is 2, and both have to be equal',
    ],
  ],
  [
    'no limit of what cannot be shared',
    sized({ 'nvidia.com/gpu': 1 }, {}),
    [
      'spec.template.spec.containers[web].resources.requests[nvidia.com/gpu]: is 1, and there is no limit; a limit of the same amount is expected',
    ],
  ],
  [
    'huge pages by themselves',
    sized({ 'hugepages-2Mi': '2Mi' }, { 'hugepages-2Mi': '2Mi' }),
    ['spec.template.spec.containers[web].resources: has huge pages without CPU or memory; one of these is expected'],
  ],
  [
    'an init container',
    aWorkload({
      podSpec: {
        initContainers: [aContainer({ name: 'prepare', resources: { requests: { cpu: 2 }, limits: { cpu: 1 } } })],
      },
    }),
    ['spec.template.spec.initContainers[prepare].resources.requests[cpu]: is 2; the limit is 1'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiRequestWithinLimit, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = sized({ cpu: '1.5' }, { cpu: 1 });

  expect(apiRequestWithinLimit.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].resources.requests[cpu]',
      message: 'is 1.5; the limit is 1',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiRequestWithinLimit)).not.toThrow();
});
