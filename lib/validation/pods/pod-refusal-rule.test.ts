import { aContainer, aWorkload } from '../testing/manifest-builders';
import { aService } from '../testing/object-builders';
import { containerRefusalRule, podRefusalRule } from './pod-refusal-rule';

const words = { id: 'api-odd', summary: 'Nothing is odd.', remedy: 'Make it even.' };

test('a refusal of Pods is an error about each object that runs some, and about no other', () => {
  const workload = aWorkload();
  const rule = podRefusalRule({ ...words, problemsIn: ({ spec }) => [{ field: spec.path, message: 'is odd' }] });

  expect([rule.id, rule.class, rule.severity, rule.remedy]).toEqual(['api-odd', 'refused', 'error', 'Make it even.']);
  expect(rule.check([aService({}), workload], {})).toEqual([
    { manifest: workload, field: 'spec.template.spec', message: 'is odd' },
  ]);
});

test('a refusal of containers is about init containers too', () => {
  const workload = aWorkload({ podSpec: { initContainers: [aContainer({ name: 'first' })] } });
  const rule = containerRefusalRule({ ...words, problemsIn: ({ path }) => [{ field: path, message: 'is odd' }] });

  expect(rule.check([workload], {}).map(({ field }) => field)).toEqual([
    'spec.template.spec.containers[web]',
    'spec.template.spec.initContainers[first]',
  ]);
});
