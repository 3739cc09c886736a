import { aCluster } from '../testing/a-cluster';
import { aContainerStatus, aDeployment, aPod, aReplicaSet } from '../testing/cluster-workloads';
import { containersToHear } from './containers-to-hear';

const replicaSet = aReplicaSet(aDeployment());
const crash = {
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode: 1 } },
};
const podWith = (name: string, status: Parameters<typeof aContainerStatus>[1]) =>
  aPod(replicaSet, { name, status: { containerStatuses: [aContainerStatus('web', status)] } });
const heard = (...pods: readonly ReturnType<typeof podWith>[]) =>
  containersToHear(aCluster([aDeployment(), replicaSet, ...pods])).map(({ pod, hasEnded }) => [pod, hasEnded]);

test('what runs and is ready, is done, or was never started has nothing to say', () => {
  const done = { state: { terminated: { exitCode: 0 } }, ready: false };
  const pulling = { state: { waiting: { reason: 'ImagePullBackOff' } } };

  expect(heard(podWith('a', {}), podWith('b', done), podWith('c', pulling))).toEqual([]);
});

test('what ended comes first, then what runs and is not ready', () => {
  const unready = { state: { running: {} }, ready: false };

  expect(heard(podWith('a', unready), podWith('b', crash))).toEqual([
    ['b', true],
    ['a', false],
  ]);
});

test('a container that is ready again after a crash is heard about the crash', () => {
  const again = { state: { running: {} }, ready: true, lastState: { terminated: { exitCode: 137 } } };

  expect(heard(podWith('a', again))).toEqual([['a', true]]);
});

test('two Pods of a workload are enough', () => {
  expect(heard(podWith('a', crash), podWith('b', crash), podWith('c', crash))).toHaveLength(2);
});
