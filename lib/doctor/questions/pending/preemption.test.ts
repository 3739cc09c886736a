import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anEvent } from '../../testing/cluster-objects';
import { aPod } from '../../testing/cluster-workloads';
import { aContainerOf, aNode, anUnscheduled, clusterOf } from '../../testing/waiting-objects';
import { noRoom } from './no-room';

const NO_CPU = '0/1 nodes are available: 1 Insufficient cpu.';
const waiting = anUnscheduled(NO_CPU, { containers: [aContainerOf('web', { cpu: '5' })] });

test('Pods that had to make way for others are told', () => {
  const victim = aPod(undefined, { name: 'web-5d4f8c7b9d-abcde' });
  const event = anEvent(victim, 'Preempted', 'Preempted by a pod on node vm-1');

  const [symptom] = noRoom.ask(clusterOf(waiting, aNode('vm-1'), event), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('its Pod web-5d4f8c7b9d-abcde was ended for one of higher priority');
  expect(symptom?.evidence[1]).toBe('event Preempted on Pod/web-5d4f8c7b9d-abcde: Preempted by a pod on node vm-1');
});

test('Pods that others make way for are told with those', () => {
  const objects = waiting.map((object) =>
    object['kind'] === 'Pod'
      ? { ...object, status: { ...Object(object['status']), nominatedNodeName: 'vm-1' } }
      : object,
  );
  const leaving = aPod(undefined, { name: 'old', metadata: { deletionTimestamp: '2026-11-23T06:59:00Z' } });

  const [symptom] = noRoom.ask(clusterOf(objects, aNode('vm-1'), leaving), NOTHING_EXPECTED);

  expect(symptom?.cause.en).toContain('it is to have vm-1 as soon as Pods of lower priority have ended there: old');
});
