import type { ObjectChange } from '../../lib/review/diff/object-change';
import type { SetDiff } from '../../lib/review/diff/set-diff';
import type { DiffReport } from './diff-report';

const GI = 2 ** 30;

/** Returns a difference of one environment for a test: a little more is requested, and nothing else is said. */
export function aSetDiff(parts: Partial<SetDiff> = {}): SetDiff {
  return {
    objects: [],
    images: [],
    same: 80,
    quota: {
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
    },
    ...parts,
  };
}

/** Returns a change for a test that does nothing. */
export function aChange(object: string, parts: Partial<ObjectChange> = {}): ObjectChange {
  return { object, change: 'changed', effects: ['none'], restarts: [], notes: [], fields: [], ...parts };
}

/** Returns a comparison for a test with one of each kind of change. */
export function aReport(parts: Partial<DiffReport> = {}): DiffReport {
  const objects = [
    aChange('PersistentVolumeClaim/n/data', {
      change: 'removed',
      effects: ['data-lost'],
      notes: [{ en: 'What is in the volume goes with it.', zh: '卷中的数据会一并删除。' }],
    }),
    aChange('ConfigMap/n/web', {
      effects: ['restarts'],
      restarts: ['Deployment/n/web'],
      fields: [
        {
          path: 'data[a.conf]',
          before: 'one\ntwo\nthree\n',
          after: 'one\n2\nthree\n',
          lines: [
            { sign: ' ', text: 'one' },
            { sign: '-', text: 'two' },
            { sign: '+', text: '2' },
            { sign: ' ', text: 'three', afterGap: true },
          ],
        },
      ],
    }),
    aChange('Deployment/n/web', {
      effects: ['restarts'],
      restarts: ['Deployment/n/web'],
      fields: [
        { path: 'spec.paused', before: true },
        { path: 'spec.replicas', after: 2 },
        { path: 'spec.template.spec.containers[web].image', before: 'dtr.example/web:1', after: 'dtr.example/web:2' },
      ],
    }),
    aChange('Service/n/web', { change: 'added' }),
  ];
  const images = [
    { workload: 'Deployment/n/web', container: 'web', before: 'dtr.example/web:1', after: 'dtr.example/web:2' },
  ];
  return {
    before: 'dist',
    after: 'a fresh synth',
    sets: [aSetDiff({ environment: 'prod', objects, images })],
    remarks: [],
    ...parts,
  };
}
