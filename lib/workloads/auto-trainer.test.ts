import { AutoTrainer } from './auto-trainer';
import { theContainer, theDeployment, theVariables } from './testing/rendered-objects';
import { aStack } from './testing/testing-stack';

function anAutoTrainer(schedule = '0 4 * * 6') {
  const stack = aStack();
  new AutoTrainer(stack, 'autotrin', { schedule });
  return stack;
}

test('it keeps the schedule that people set, in the time zone of the environment', () => {
  expect(theVariables(anAutoTrainer('30 3 * * 0'), 'anomaly-autotrin')).toEqual({
    TRAINING_SCHEDULE: '30 3 * * 0',
    TZ: 'Asia/Shanghai',
  });
});

test('it never trains twice', () => {
  expect(theDeployment(anAutoTrainer(), 'anomaly-autotrin').spec).toMatchObject({
    replicas: 1,
    strategy: { type: 'Recreate' },
  });
});

test('it is restarted when its scheduler has given no sign of life for 5 minutes', () => {
  const alive = { command: ['sh', '-c', 'test -n "$(find /tmp/heartbeat -mmin -5)"'] };
  const { startupProbe, readinessProbe, livenessProbe } = theContainer(anAutoTrainer(), 'anomaly-autotrin');

  expect(startupProbe).toEqual({ exec: alive, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 36 });
  expect(readinessProbe).toEqual({ exec: alive, periodSeconds: 60, timeoutSeconds: 5, failureThreshold: 3 });
  expect(livenessProbe).toEqual(readinessProbe);
});

test('two replicas, which would train twice, are refused', () => {
  const stack = aStack({ workloads: { 'anomaly-autotrin': { replicas: 2 } } });

  expect(() => new AutoTrainer(stack, 'autotrin', { schedule: '0 4 * * 6' })).toThrow(RangeError);
});
