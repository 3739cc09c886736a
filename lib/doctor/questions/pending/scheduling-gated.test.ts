import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aWorkload, clusterOf } from '../../testing/waiting-objects';
import { schedulingGated } from './scheduling-gated';

test('the gates that hold a Pod back are named', () => {
  const condition = { type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', message: 'blocked' };
  const gated = aWorkload(
    { podSpec: { schedulingGates: [{ name: 'corp/approved' }] } },
    { spec: { nodeName: '' }, status: { phase: 'Pending', conditions: [condition] } },
  );

  expect(schedulingGated.ask(clusterOf(gated), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'Pod web-5d4f8c7b9d-x2x4z is held back by 1 scheduling gate (corp/approved), which nobody has taken away',
      },
      property: 'spec.template.spec.schedulingGates',
    },
  ]);
});
