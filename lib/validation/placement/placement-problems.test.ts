import { demandsOf } from '../pods/demand';
import { aCloud, aWorkload } from '../testing/manifest-builders';
import { keptApartProblem, namedWithoutRoom, sumProblems } from './placement-problems';
import type { PlacementCase } from './placement-problems';
import { podGroups } from './pod-groups';
import { vmRoom } from './vm-room';

const MANIFESTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => aWorkload({ name, spec: { replicas: 2 } }));

test('of many workloads without room the first are named', () => {
  const withoutRoom = podGroups(demandsOf(MANIFESTS, 2)).map((group, index) => ({ group, pods: 1 + (index % 2) }));

  expect(namedWithoutRoom(withoutRoom)).toBe(
    'a (1 of 2 Pods), b (2 of 2 Pods), c (1 of 2 Pods), d (2 of 2 Pods), e (1 of 2 Pods), 2 more',
  );
});

test('a workload of one Pod is named alone, and a DaemonSet with the VMs that lack it', () => {
  const manifests = [aWorkload({ name: 'web' }), aWorkload({ name: 'agent', kind: 'DaemonSet' })];
  const groups = podGroups(demandsOf(manifests, 2));

  expect(namedWithoutRoom(groups.map((group) => ({ group, pods: 1 })))).toBe('web, agent (on 1 VM)');
});

test('Pods that fit and share VMs are no problem', () => {
  const cloud = aCloud();
  const groups = podGroups(demandsOf(MANIFESTS, 2));
  const vms = { count: 2, room: vmRoom(cloud), oneIsLost: false };
  const placement: PlacementCase = { groups, vms, called: '2 VMs', cloud, spare: 0 };

  expect(sumProblems(placement)).toEqual([]);
  expect(groups.flatMap((group) => keptApartProblem(group, placement))).toEqual([]);
});
