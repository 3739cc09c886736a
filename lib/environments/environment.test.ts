import { OperatorError } from '../operator-error';
import { environmentSource, storeSettings, workloadSettings } from './environment';
import { prod } from './prod';

test('the data of an environment stand in a file of its name', () => {
  expect(environmentSource({ name: 'rehearsal' })).toBe('lib/environments/rehearsal.ts');
});

test('a workload and a store are found by their name', () => {
  expect(workloadSettings(prod, 'focus-nginx')).toBe(prod.workloads['focus-nginx']);
  expect(storeSettings(prod, 'focus-redis')).toBe(prod.stores['focus-redis']);
});

test.each([
  ['size', workloadSettings],
  ['storage', storeSettings],
])('a workload of which no %s is given is named, with the file to add it to', (what, find) => {
  const failure = captured(() => find(prod, 'focus-cache'));

  expect(failure).toBeInstanceOf(OperatorError);
  expect(failure).toMatchObject({
    message: `environment "prod" has no ${what} for the workload focus-cache`,
    remedy: 'Add "focus-cache" to lib/environments/standard-workloads.ts, or to lib/environments/prod.ts.',
  });
});

function captured(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
