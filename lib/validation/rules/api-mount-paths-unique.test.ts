import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiMountPathsUnique } from './api-mount-paths-unique';

const mounting = (...volumeMounts: readonly JsonObject[]) => aWorkload({ containers: [aContainer({ volumeMounts })] });

test.each<[string, Manifest]>([
  [
    'different paths',
    mounting({ name: 'a', mountPath: '/a', subPath: 'x/y' }, { name: 'a', mountPath: '/b', subPathExpr: '$(POD)' }),
  ],
  ['paths that are written differently', mounting({ name: 'a', mountPath: '/a' }, { name: 'b', mountPath: '/a/' })],
  [
    'the same path in two containers',
    aWorkload({
      containers: ['a', 'b'].map((name) => aContainer({ name, volumeMounts: [{ name: 'v', mountPath: '/v' }] })),
    }),
  ],
  [
    'what a privileged container may',
    aWorkload({
      containers: [
        aContainer({
          securityContext: { privileged: true },
          volumeMounts: [{ name: 'a', mountPath: '/a', mountPropagation: 'Bidirectional' }],
        }),
      ],
    }),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiMountPathsUnique, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'one path',
    mounting({ name: 'a', mountPath: '/data' }, { name: 'b', mountPath: '/data' }),
    ['spec.template.spec.containers[web].volumeMounts[b].mountPath: is "/data", where a is mounted already'],
  ],
  [
    'a device at a path',
    aWorkload({
      containers: [
        aContainer({
          volumeMounts: [{ name: 'a', mountPath: '/a' }],
          volumeDevices: [{ name: 'b', devicePath: '/a' }],
        }),
      ],
    }),
    ['spec.template.spec.containers[web].volumeDevices[b].devicePath: is "/a", where a is mounted already'],
  ],
  [
    'a device outside',
    aWorkload({ containers: [aContainer({ volumeDevices: [{ name: 'b', devicePath: '/../a' }] })] }),
    ['spec.template.spec.containers[web].volumeDevices[b].devicePath: is "/../a"; a path without ".." is expected'],
  ],
  [
    'no path',
    mounting({ name: 'a', mountPath: '' }),
    ['spec.template.spec.containers[web].volumeMounts[a].mountPath: is empty; a value is expected'],
  ],
  [
    'a subPath from the root',
    mounting({ name: 'a', mountPath: '/a', subPath: '/b' }),
    ['spec.template.spec.containers[web].volumeMounts[a].subPath: is "/b"; a relative path without ".." is expected'],
  ],
  [
    'a subPathExpr that climbs',
    mounting({ name: 'a', mountPath: '/a', subPathExpr: '../b' }),
    [
      'spec.template.spec.containers[web].volumeMounts[a].subPathExpr: is "../b"; a relative path without ".." is expected',
    ],
  ],
  [
    'both',
    mounting({ name: 'a', mountPath: '/a', subPath: 'b', subPathExpr: 'c' }),
    [
      'spec.template.spec.containers[web].volumeMounts[a].subPathExpr: is given, as subPath is; one of the two is expected',
    ],
  ],
  [
    'a propagation that there is not',
    mounting({ name: 'a', mountPath: '/a', mountPropagation: 'Both' }),
    [
      'spec.template.spec.containers[web].volumeMounts[a].mountPropagation: is "Both"; None, HostToContainer or Bidirectional is expected',
    ],
  ],
  [
    'a propagation that is not allowed',
    mounting({ name: 'a', mountPath: '/a', mountPropagation: 'Bidirectional' }),
    [
      'spec.template.spec.containers[web].volumeMounts[a].mountPropagation: is "Bidirectional", which only a privileged container may have',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiMountPathsUnique, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = mounting({ name: 'a', mountPath: '/data' }, { name: 'b', mountPath: '/data' });

  expect(apiMountPathsUnique.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].volumeMounts[b].mountPath',
      message: 'is "/data", where a is mounted already',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiMountPathsUnique)).not.toThrow();
});
