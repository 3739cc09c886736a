import { podQuotaCharge, quotaCountsPods } from './pod-quota-charge';

const limited = { containers: [{ resources: { limits: { cpu: '1', memory: '1Gi' } } }] };

test('a missing request is the limit, and a Pod is one', () => {
  const charge = podQuotaCharge(limited);

  expect(charge.get('requests.cpu')).toBe(1000);
  expect(charge.get('cpu')).toBe(1000);
  expect(charge.get('limits.memory')).toBe(1_073_741_824);
  expect(charge.get('pods')).toBe(1);
});

test.each([
  [{ scopes: ['NotBestEffort'] }, true],
  [{ scopes: ['BestEffort'] }, false],
  [{ scopes: ['NotTerminating', 'NotBestEffort'] }, true],
  [{ scopes: ['Terminating'] }, false],
  [{ scopes: ['CrossNamespacePodAffinity'] }, false],
  [{ scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }] } }, false],
  [{ scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'DoesNotExist' }] } }, true],
  [{ scopeSelector: { matchExpressions: [{ scopeName: 'NotTerminating', operator: 'Exists' }] } }, true],
  [{}, true],
])('a quota with %j counts a Pod with limits: %s', (spec, counts) => {
  expect(quotaCountsPods(spec, limited)).toBe(counts);
});
