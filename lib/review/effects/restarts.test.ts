import * as fc from 'fast-check';
import { aContainer, aCronJob, aWorkload } from '../../validation/testing/manifest-builders';
import { oddManifests } from '../../validation/testing/odd-manifests';
import { restartsBetween } from './restarts';

const WEB = 'Deployment/znyw-prod/web';
const newer = { containers: [aContainer({ image: 'web:2' })] };

test('a workload restarts if its Pod template has another value', () => {
  expect(restartsBetween([aWorkload()], [aWorkload(newer)])).toEqual({ restarted: [WEB], added: [], removed: [] });
});

test('the order of fields is no other value, the order of a list is', () => {
  const one = aWorkload({ containers: [{ name: 'a', image: 'a:1', args: ['x', 'y'] }] });
  const sameFields = aWorkload({ containers: [{ args: ['x', 'y'], image: 'a:1', name: 'a' }] });
  const otherList = aWorkload({ containers: [{ name: 'a', image: 'a:1', args: ['y', 'x'] }] });

  expect(restartsBetween([one], [sameFields]).restarted).toEqual([]);
  expect(restartsBetween([one], [otherList]).restarted).toEqual([WEB]);
});

test('what stands beside the template restarts nothing', () => {
  expect(restartsBetween([aWorkload()], [aWorkload({ spec: { replicas: 2 } })]).restarted).toEqual([]);
});

test('a workload in another file is the same workload', () => {
  expect(restartsBetween([aWorkload()], [aWorkload({ file: 'other.k8s.yaml' })])).toEqual({
    restarted: [],
    added: [],
    removed: [],
  });
});

test('workloads that come and go are named, sorted; other objects are not', () => {
  const service = { json: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } }, file: 'a' };

  expect(
    restartsBetween([aWorkload({ name: 'b' }), service], [aWorkload({ name: 'd' }), aCronJob({ name: 'c' })]),
  ).toEqual({
    restarted: [],
    added: ['CronJob/znyw-prod/c', 'Deployment/znyw-prod/d'],
    removed: ['Deployment/znyw-prod/b'],
  });
});

test.each([
  ['a CronJob, whose next run has the new template', aCronJob(), aCronJob(newer)],
  ['a workload that was stopped', aWorkload({ spec: { replicas: 0 } }), aWorkload(newer)],
  ['a workload that is stopped by this', aWorkload(), aWorkload({ ...newer, spec: { replicas: 0 } })],
  ['a paused Deployment', aWorkload(), aWorkload({ ...newer, spec: { paused: true } })],
  [
    'a StatefulSet that waits for its Pods to be deleted',
    aWorkload({ kind: 'StatefulSet' }),
    aWorkload({ ...newer, kind: 'StatefulSet', spec: { updateStrategy: { type: 'OnDelete' } } }),
  ],
])('%s does not restart', (_, before, after) => {
  expect(restartsBetween([before], [after]).restarted).toEqual([]);
});

test('odd input never throws', () => {
  fc.assert(
    fc.property(oddManifests(aWorkload()), oddManifests(aWorkload(newer)), (before, after) => {
      expect(restartsBetween(before, after).restarted.length).toBeLessThanOrEqual(after.length);
    }),
  );
});
