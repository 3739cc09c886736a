import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiQuantityNotNegative } from './api-quantity-not-negative';

const limited = (limits: JsonObject) => aWorkload({ containers: [aContainer({ resources: { limits } })] });

test.each<[string, Manifest]>([
  ['amounts of 0 and more', limited({ cpu: 0, memory: '1Gi', 'ephemeral-storage': '1G' })],
  ['whole numbers of extended resources', limited({ 'nvidia.com/gpu': '2' })],
  ['whole pages', limited({ cpu: 1, 'hugepages-2Mi': '4Mi' })],
  [
    'a folder with a bound',
    aWorkload({
      podSpec: {
        volumes: [
          { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
          { name: 'a', emptyDir: {} },
        ],
      },
    }),
  ],
  ['an amount that cannot be read, of which another rule speaks', limited({ cpu: 'much' })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiQuantityNotNegative, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a limit',
    limited({ cpu: '-1' }),
    ['spec.template.spec.containers[web].resources.limits[cpu]: is -1; 0 or more is expected'],
  ],
  [
    'a request',
    aWorkload({ containers: [aContainer({ resources: { requests: { memory: -5 } } })] }),
    ['spec.template.spec.containers[web].resources.requests[memory]: is -5; 0 or more is expected'],
  ],
  [
    'the overhead',
    aWorkload({ podSpec: { overhead: { cpu: '-250m' } } }),
    ['spec.template.spec.overhead[cpu]: is -250m; 0 or more is expected'],
  ],
  [
    'the bound of a folder',
    aWorkload({ podSpec: { volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '-1Gi' } }] } }),
    ['spec.template.spec.volumes[tmp].emptyDir.sizeLimit: is -1Gi; 0 or more is expected'],
  ],
  [
    'a part of an extended resource',
    limited({ 'nvidia.com/gpu': '500m' }),
    ['spec.template.spec.containers[web].resources.limits[nvidia.com/gpu]: is 500m; a whole number is expected'],
  ],
  [
    'a part of a page',
    limited({ cpu: 1, 'hugepages-2Mi': '3Mi' }),
    [
      'spec.template.spec.containers[web].resources.limits[hugepages-2Mi]: is 3Mi; a multiple of the size of a page is expected, which "hugepages-2Mi" has in its name',
    ],
  ],
  [
    'pages without a size',
    limited({ cpu: 1, 'hugepages-': 1 }),
    [
      'spec.template.spec.containers[web].resources.limits[hugepages-]: is an amount of "hugepages-"; cpu, memory, ephemeral-storage, hugepages-<size> or a resource such as nvidia.com/gpu is expected',
    ],
  ],
  [
    'a resource that there is not',
    limited({ gpu: 1 }),
    [
      'spec.template.spec.containers[web].resources.limits[gpu]: is an amount of "gpu"; cpu, memory, ephemeral-storage, hugepages-<size> or a resource such as nvidia.com/gpu is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiQuantityNotNegative, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = limited({ cpu: '-1' });

  expect(apiQuantityNotNegative.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].resources.limits[cpu]',
      message: 'is -1; 0 or more is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiQuantityNotNegative)).not.toThrow();
});
