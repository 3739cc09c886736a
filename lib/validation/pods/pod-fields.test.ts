import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import { aPod, aService } from '../testing/object-builders';
import { containerProblems, podProblems, tryPodFields } from './pod-fields';

test('the Pods of a CronJob are found with their metadata and containers', () => {
  const pods = tryPodFields(
    aCronJob({ containers: [aContainer({ name: 'a' })], podSpec: { initContainers: [aContainer({ name: 'b' })] } }),
  );

  expect([pods?.kind, pods?.spec.path, pods?.metadata.path]).toEqual([
    'CronJob',
    'spec.jobTemplate.spec.template.spec',
    'spec.jobTemplate.spec.template.metadata',
  ]);
  expect(pods?.containers.map(({ field, init }) => [field.at('name').text, init])).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

test('a bare Pod has its own metadata', () => {
  expect(tryPodFields(aPod({}))?.metadata.path).toBe('metadata');
});

test('what runs no Pods is not asked', () => {
  expect(tryPodFields(aService({}))).toBeUndefined();
  expect(podProblems(aService({}), () => [{ field: '', message: 'asked' }])).toEqual([]);
});

test('each container is asked', () => {
  expect(containerProblems(aWorkload(), ({ path }) => [{ field: path, message: 'asked' }])).toEqual([
    { field: 'spec.template.spec.containers[web]', message: 'asked' },
  ]);
});
