import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { podsKeptTogether } from './pods-kept-together';

const TOGETHER = {
  affinity: {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'redis' } } },
      ],
    },
  },
};
const pods = anUnscheduled("0/2 nodes are available: 2 node(s) didn't match pod affinity rules.", {
  podSpec: TOGETHER,
});

test('a Pod that must run beside others says so where there are none', () => {
  expect(podsKeptTogether.ask(clusterOf(pods), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('no Pod on a node has these labels') },
      property: 'spec.template.spec.affinity.podAffinity',
    },
  ]);
});

test('the Pods that it could run beside are told', () => {
  const redis = aPod(undefined, { name: 'redis-0', metadata: { labels: { app: 'redis' } } });

  expect(podsKeptTogether.ask(clusterOf(pods, redis), NOTHING_EXPECTED)[0]?.cause.en).toContain(
    'there are: redis-0 on vm-1',
  );
});
