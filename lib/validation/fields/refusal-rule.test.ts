import { anObject } from '../testing/object-builders';
import { refusalRule } from './refusal-rule';

test('a refusal is an error about each object', () => {
  const [one, other] = [anObject('v1', 'Service', {}), anObject('v1', 'ConfigMap', {})];
  const rule = refusalRule({
    id: 'api-odd',
    summary: 'Nothing is odd.',
    remedy: 'Make it even.',
    problemsIn: ({ json }) => (json['kind'] === 'Service' ? [{ field: 'spec', message: 'is odd' }] : []),
  });

  expect([rule.id, rule.class, rule.severity, rule.remedy]).toEqual(['api-odd', 'refused', 'error', 'Make it even.']);
  expect(rule.check([one, other], {})).toEqual([{ manifest: one, field: 'spec', message: 'is odd' }]);
});
