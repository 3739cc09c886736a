import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { podsKeptApart } from './pods-kept-apart';

const APART = {
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } },
      ],
    },
  },
};

test('an anti-affinity is told with the Pods that stand in the way', () => {
  const pods = anUnscheduled("0/1 nodes are available: 1 node(s) didn't match pod anti-affinity rules.", {
    podSpec: APART,
  });
  const other = aPod(undefined, { name: 'other', metadata: { labels: { app: 'web' } } });

  expect(podsKeptApart.ask(clusterOf(aNode('vm-1'), other, pods), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'one of its Pods has no node: by its required podAntiAffinity web-5d4f8c7b9d-x2x4z may not share a node with Pods that are on 1 of 1 nodes (other on vm-1)',
      },
      property: 'spec.template.spec.affinity.podAntiAffinity',
    },
  ]);
});

test('an anti-affinity of Pods that are there is not the fault of the one that waits', () => {
  const pods = anUnscheduled("0/1 nodes are available: 1 node(s) didn't satisfy existing pods anti-affinity rules.");

  const [symptom] = podsKeptApart.ask(clusterOf(pods), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('Pods that are there already have a required podAntiAffinity against it');
  expect(symptom?.property).toBeUndefined();
});
