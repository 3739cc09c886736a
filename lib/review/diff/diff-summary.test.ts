import { diffSummary } from './diff-summary';
import type { ObjectChange } from './object-change';

function aChange(object: string, parts: Partial<ObjectChange>): ObjectChange {
  return { object, change: 'changed', effects: ['none'], restarts: [], notes: [], fields: [], ...parts };
}

test('every list is sorted, and each workload stands in one of those about its Pods', () => {
  const summary = diffSummary([
    aChange('ConfigMap/n/c', { effects: ['restarts'], restarts: ['Deployment/n/b', 'Deployment/n/a'] }),
    aChange('Deployment/n/b', { effects: ['recreates', 'traffic'], restarts: ['Deployment/n/b'] }),
    aChange('Deployment/n/a', { effects: ['restarts'], restarts: ['Deployment/n/a'] }),
    aChange('PersistentVolumeClaim/n/z', { change: 'removed', effects: ['data-lost'] }),
    aChange('Service/n/s', { effects: ['refused'] }),
    aChange('Service/n/new', { change: 'added' }),
  ]);

  expect(summary).toEqual({
    removed: 1,
    changed: 4,
    added: 1,
    dataLost: ['PersistentVolumeClaim/n/z'],
    refused: ['Service/n/s'],
    ended: [],
    recreated: ['Deployment/n/b'],
    restarted: ['Deployment/n/a'],
    traffic: ['Deployment/n/b'],
  });
});

test('what a ConfigMap restarts is named, and not the ConfigMap', () => {
  const { recreated, restarted } = diffSummary([
    aChange('ConfigMap/n/c', { effects: ['recreates'], restarts: ['Deployment/n/a'] }),
    aChange('ConfigMap/n/d', { effects: ['restarts', 'recreates'], restarts: ['Deployment/n/a', 'Deployment/n/b'] }),
    aChange('Service/n/s', { effects: ['recreates', 'traffic'] }),
  ]);

  expect(recreated).toEqual(['Deployment/n/a', 'Service/n/s']);
  expect(restarted).toEqual(['Deployment/n/b']);
});

test('a workload that goes, or is scaled to nothing, ends; another object that goes does not', () => {
  const { ended } = diffSummary([
    aChange('Service/n/s', { change: 'removed', effects: ['traffic'] }),
    aChange('Deployment/n/gone', { change: 'removed', effects: ['traffic'] }),
    aChange('Deployment/n/asleep', { fields: [{ path: 'spec.replicas', before: 2, after: 0 }] }),
    aChange('Deployment/n/smaller', { fields: [{ path: 'spec.replicas', before: 2, after: 1 }] }),
  ]);

  expect(ended).toEqual(['Deployment/n/asleep', 'Deployment/n/gone']);
});
