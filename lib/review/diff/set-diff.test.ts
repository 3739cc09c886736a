import type { JsonObject, Manifest } from '../../validation/manifest';
import { aCloud, aContainer, aWorkload } from '../../validation/testing/manifest-builders';
import { setDiff } from './set-diff';

function anObject(kind: string, name: string, namespace: string | undefined, fields = {}): Manifest {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { json: { apiVersion: 'v1', kind, metadata, ...fields }, file: `${name}.yaml` };
}

test('sets with the same objects do not differ, whatever their order and their files', () => {
  const one = anObject('Service', 'a', 'n');
  const other = anObject('Service', 'b', 'n');

  expect(setDiff({ before: [one, other], after: [{ ...other, file: 'x.yaml' }, one] })).toMatchObject({
    objects: [],
    images: [],
    same: 2,
  });
});

test('what is removed comes first, then what is changed and what is new; each by namespace, kind and name', () => {
  const before = [
    anObject('Service', 'z', 'n'),
    anObject('ConfigMap', 'a', 'n'),
    anObject('ConfigMap', 'b', 'm', { data: { x: '1' } }),
  ];
  const after = [
    anObject('ConfigMap', 'c', 'n'),
    anObject('ConfigMap', 'c', 'm'),
    anObject('ConfigMap', 'b', 'm', { data: { x: '2' } }),
  ];

  const { objects } = setDiff({ before, after });

  expect(objects.map(({ change, object }) => `${change} ${object}`)).toEqual([
    'removed ConfigMap/n/a',
    'removed Service/n/z',
    'changed ConfigMap/m/b',
    'added ConfigMap/m/c',
    'added ConfigMap/n/c',
  ]);
});

test('an object without a namespace is that of the environment', () => {
  const before = [anObject('Service', 'a', undefined)];
  const after = [anObject('Service', 'a', 'znyw-prod')];

  expect(setDiff({ before, after, environment: 'prod', namespace: 'znyw-prod' }).objects).toEqual([]);
});

test('a change has its fields, what it does, its images and the quota', () => {
  const before = [aWorkload()];
  const after = [aWorkload({ containers: [aContainer({ image: 'web:2' })] })];

  const diff = setDiff({ before, after, environment: 'prod', cloud: aCloud() });

  expect(diff).toMatchObject({
    environment: 'prod',
    objects: [
      {
        object: 'Deployment/znyw-prod/web',
        environment: 'prod',
        change: 'changed',
        effects: ['restarts'],
        restarts: ['Deployment/znyw-prod/web'],
        fields: [{ path: 'spec.template.spec.containers[web].image', before: 'web:1', after: 'web:2' }],
      },
    ],
    images: [{ workload: 'Deployment/znyw-prod/web', container: 'web', before: 'web:1', after: 'web:2' }],
    quota: { before: { cpuMillis: 100 }, allowed: { cpuMillis: 8000 } },
    same: 0,
  });
});

test('an object that writes out its defaults is the same, unless there is something to say of it', () => {
  const deployment = (fields: JsonObject): Manifest => ({
    file: 'web.yaml',
    json: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
        ...fields,
      },
    },
  });
  const autoscaler: Manifest = {
    file: 'web.yaml',
    json: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 4 },
    },
  };
  const [before, after] = [deployment({}), deployment({ replicas: 1, strategy: { type: 'RollingUpdate' } })];

  expect(setDiff({ before: [before], after: [after] })).toMatchObject({ objects: [], same: 1 });
  expect(setDiff({ before: [before, autoscaler], after: [after, autoscaler] })).toMatchObject({
    objects: [{ object: 'Deployment//web', effects: ['none'] }],
    same: 1,
  });
});

test('of many objects it tells how many are compared, and of few nothing', () => {
  const objects = Array.from({ length: 1001 }, (_, index) => anObject('Service', `s${index}`, 'n'));
  const told: string[] = [];

  setDiff({ before: objects, after: objects }, (what) => told.push(what().en));
  setDiff({ before: objects.slice(1), after: objects.slice(1) }, (what) => told.push(what().en));

  expect(told).toHaveLength(1001);
  expect(told.at(-1)).toBe('comparing 1,000 of 1,001 objects');
});
