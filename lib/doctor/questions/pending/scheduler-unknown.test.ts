import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { aWorkload, clusterOf, clusterWith } from '../../testing/waiting-objects';
import { schedulerUnknown } from './scheduler-unknown';

const silent = (podSpec = {}, name = 'web') =>
  aWorkload({ name, podSpec }, { spec: { nodeName: '' }, status: { phase: 'Pending', conditions: [] } });

test('a scheduler that nobody runs is the fault of the workload', () => {
  expect(schedulerUnknown.ask(clusterOf(silent({ schedulerName: 'volcano' })), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('its Pods ask for the scheduler "volcano"') },
      property: 'spec.template.spec.schedulerName',
    },
  ]);
});

test('a scheduler that has served others is a warning', () => {
  const served = aPod(undefined, { name: 'served', spec: { schedulerName: 'volcano' } });

  expect(schedulerUnknown.ask(clusterOf(silent({ schedulerName: 'volcano' }), served), NOTHING_EXPECTED)).toMatchObject(
    [{ severity: 'warning' }],
  );
});

test('a cluster whose own scheduler is silent is one finding', () => {
  expect(schedulerUnknown.ask(clusterOf(silent({}, 'api'), silent()), NOTHING_EXPECTED)).toMatchObject([
    { object: 'Deployment/znyw-prod/api', explains: ['Deployment/znyw-prod/web'] },
  ]);
});

test('a Pod that has just been made is worth a warning only', () => {
  const cluster = clusterWith({ readAt: '2026-11-23T06:00:10Z' }, silent());

  expect(schedulerUnknown.ask(cluster, NOTHING_EXPECTED)).toMatchObject([{ severity: 'warning' }]);
});
