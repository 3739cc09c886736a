import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { spreadImpossible } from './spread-impossible';

test('a spread that no node allows is told with its numbers, and with the nodes that lack its label', () => {
  const podSpec = {
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
      { maxSkew: 2, topologyKey: 'rack', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
  };
  const message =
    "0/1 nodes are available: 1 node(s) didn't match pod topology spread constraints (missing required label).";

  expect(
    spreadImpossible.ask(clusterOf(aNode('vm-1'), anUnscheduled(message, { podSpec })), NOTHING_EXPECTED),
  ).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'one of its Pods has no node: on every node that is open it would break maxSkew 1 by zone (DoNotSchedule); without the label: vm-1',
      },
      property: 'spec.template.spec.topologySpreadConstraints',
    },
  ]);
});
