import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { autoscalerBlind } from './autoscaler-blind';

const causes = (...objects: readonly JsonObject[]) =>
  autoscalerBlind.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('an autoscaler without metrics is told, and one that is switched off is not', () => {
  const blind = (reason: string) =>
    aClusterObject('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' } },
      status: { conditions: [{ type: 'ScalingActive', status: 'False', reason, message: 'no metrics' }] },
    });

  expect(causes(blind('FailedGetResourceMetric'))).toEqual([
    'HorizontalPodAutoscaler/web does not scale Deployment/web: no metrics',
  ]);
  expect(causes(blind('ScalingDisabled'))).toEqual([]);
});
