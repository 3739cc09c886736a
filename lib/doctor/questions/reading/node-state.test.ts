import type { JsonObject } from '../../../validation/manifest';
import { aNode } from '../../testing/waiting-objects';
import { isCordoned, taintText, tryNodeTrouble, untoleratedTaints } from './node-state';

const nodeWith = (spec: JsonObject, status: JsonObject = {}) => ({ json: aNode('vm-1', { spec, status }), file: '' });
const tainted = nodeWith({ taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }] });

test.each([
  [[], 1],
  [[{ operator: 'Exists' }], 0],
  [[{ key: 'dedicated', operator: 'Exists' }], 0],
  [[{ key: 'dedicated', operator: 'Equal', value: 'gpu' }], 0],
  [[{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }], 0],
  [[{ key: 'dedicated', value: 'gpu', effect: 'NoExecute' }], 1],
  [[{ key: 'dedicated', value: 'batch' }], 1],
  [[{ key: 'other', operator: 'Exists' }], 1],
  ['nonsense', 1],
])('of a taint with tolerations %j, %d is left', (tolerations, count) => {
  expect(untoleratedTaints({ tolerations }, tainted).map(taintText)).toEqual(
    count === 0 ? [] : ['dedicated=gpu:NoSchedule'],
  );
});

test('a taint that is only preferred keeps nobody away', () => {
  expect(untoleratedTaints({}, nodeWith({ taints: [{ key: 'a', effect: 'PreferNoSchedule' }] }))).toEqual([]);
});

test('a node is cordoned by its field or by the taint that stands for it', () => {
  expect(isCordoned(nodeWith({ unschedulable: true }))).toBe(true);
  expect(isCordoned(nodeWith({ taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }] }))).toBe(
    true,
  );
  expect(isCordoned(nodeWith({}))).toBe(false);
});

test('a node says itself what is wrong with it', () => {
  expect(tryNodeTrouble(nodeWith({}, { conditions: [{ type: 'Ready', status: 'False' }] }))?.['type']).toBe('Ready');
  expect(tryNodeTrouble(nodeWith({}, { conditions: [{ type: 'DiskPressure', status: 'True' }] }))?.['type']).toBe(
    'DiskPressure',
  );
  expect(tryNodeTrouble(nodeWith({}, { conditions: [] }))).toBeUndefined();
});
