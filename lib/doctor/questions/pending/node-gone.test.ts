import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aNode, aWorkload, clusterOf } from '../../testing/waiting-objects';
import { nodeGone } from './node-gone';

test('a nodeName that no node has is the fault of the workload, with the nearest name', () => {
  const cluster = clusterOf(aNode('vm-1'), aNode('vm-2'), aWorkload({ podSpec: { nodeName: 'vm-11' } }));

  expect(nodeGone.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: {
        en: 'Pod web-5d4f8c7b9d-x2x4z is bound to node "vm-11", which the cluster does not have; there are: vm-1, vm-2',
      },
      remedy: { en: 'Leave nodeName out, so that the scheduler chooses, or write "vm-1"; delete the Pod.' },
      property: 'spec.template.spec.nodeName',
    },
  ]);
});

test('a Pod whose node was taken away is to be deleted', () => {
  const [symptom] = nodeGone.ask(clusterOf(aNode('vm-2'), aWorkload({})), NOTHING_EXPECTED);

  expect(symptom?.remedy.en).toContain('Delete the Pod with --force once it is certain that VM vm-1 is off');
  expect(symptom?.property).toBeUndefined();
});

test('where nodes were not read nothing is said, nor of Pods that have ended', () => {
  const ended = aWorkload({}, { status: { phase: 'Failed' } });

  expect(nodeGone.ask(clusterOf(aWorkload({})), NOTHING_EXPECTED)).toEqual([]);
  expect(nodeGone.ask(clusterOf(aNode('vm-2'), ended), NOTHING_EXPECTED)).toEqual([]);
});
