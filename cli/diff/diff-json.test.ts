import { diffJson } from './diff-json';
import { aChange, aReport, aSetDiff } from './testing-report';

const GI = 2 ** 30;

const quota = {
  before: { cpuMillis: 6050, memoryBytes: 25 * GI },
  after: { cpuMillis: 6150, memoryBytes: 25 * GI },
  allowed: { cpuMillis: 8000, memoryBytes: 32 * GI },
  rolloutPeakAfter: { cpuMillis: 6750, memoryBytes: 27 * GI },
  peakAllAtOnceAfter: { cpuMillis: 7000, memoryBytes: 28 * GI },
  fullestFileAfter: {
    file: 'web.k8s.yaml',
    limits: { cpuMillis: 3000, memoryBytes: 4 * GI },
    allowed: { cpuMillis: 5600, memoryBytes: 22 * GI },
  },
};

function parsed(text: string): unknown {
  expect(text.endsWith('}\n')).toBe(true);
  return JSON.parse(text);
}

test('one environment has its quota at the top, and every field is always there', () => {
  const fields = [{ path: 'spec.replicas', after: 2 }];
  const objects = [aChange('Deployment/n/web', { environment: 'prod', fields })];
  const images = [{ workload: 'Deployment/n/web', container: 'web', after: 'web:2' }];

  const set = aSetDiff({ environment: 'prod', objects, images });

  expect(parsed(diffJson(aReport({ sets: [set], remarks: [{ en: 'a', zh: '甲' }] })))).toEqual({
    same: false,
    objects: [
      {
        object: 'Deployment/n/web',
        environment: 'prod',
        change: 'changed',
        effects: ['none'],
        restarts: [],
        notes: [],
        fields: [{ path: 'spec.replicas', before: null, after: 2 }],
      },
    ],
    quota,
    images: [{ workload: 'Deployment/n/web', environment: 'prod', container: 'web', before: null, after: 'web:2' }],
    environments: { prod: { quota, unchangedObjects: 80 } },
    remarks: [{ en: 'a', zh: '甲' }],
  });
});

test('objects of no environment have no allowance', () => {
  const { allowed, fullestFileAfter, ...known } = aSetDiff().quota;

  expect(parsed(diffJson(aReport({ sets: [aSetDiff({ quota: known })] })))).toEqual({
    same: true,
    objects: [],
    quota: { ...quota, allowed: null, fullestFileAfter: null },
    images: [],
    environments: {},
    remarks: [],
  });
  expect([allowed, fullestFileAfter]).not.toContain(undefined);
});

test('of several environments each has its quota, and what is removed in any comes first', () => {
  const prod = aSetDiff({ environment: 'prod', objects: [aChange('A/n/a', { environment: 'prod' })] });
  const gone = aChange('B/n/b', { environment: 'test', change: 'removed' });
  const test = aSetDiff({ environment: 'test', objects: [gone] });

  expect(parsed(diffJson(aReport({ sets: [prod, test] })))).toMatchObject({
    same: false,
    objects: [{ object: 'B/n/b' }, { object: 'A/n/a' }],
    quota: null,
    environments: { prod: { quota }, test: { quota } },
  });
});
