import { countedResources } from '../quantities/counted-resources';
import { limitsProblem } from './limits-problem';
import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { podCharge } from '../pods/pod-charge';
import { workloadsAmong } from '../pods/pods';
import { times } from '../quantities/resource-amounts';

test('every factor between a limit and the sum of its file is named', () => {
  const file = 'focus.k8s.yaml';
  const containers = [aSizedContainer('web', '', '1/1Gi'), aSizedContainer('log', '', '0.5/1Gi')];
  const manifests = [aWorkload({ file, containers }), aWorkload({ file, name: 'idle', spec: {}, containers: [] })];
  const second = aWorkload({ file, name: 'mysql', containers: [aSizedContainer('mysql', '', '1.2/1Gi')] });
  const shares = workloadsAmong([...manifests, second]).map((workload, index) => {
    const pods = index === 0 ? 3 : 1;
    return { workload, pods, limits: times(podCharge(workload.podSpec).limits, pods) };
  });

  const problem = limitsProblem({ shares, resource: countedResources[0], sum: 5700, allowed: 5600, cloud: aCloud() });

  expect(problem).toEqual({
    manifest: manifests[0],
    field: 'spec.template.spec.containers[web].resources.limits.cpu',
    message:
      'is 1 CPU and comes to 5.7 CPU with 2 containers, 3 Pods and 2 workloads in focus.k8s.yaml; ' +
      'one YAML may have 5.6 (70 % of a VM of 8)',
    remedy: 'Lower the limit to 0.966 CPU, or give each workload a file of its own.',
  });
});
