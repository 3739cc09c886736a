import { failurePolicyProblems } from './failure-policy';
import { Field } from '../fields/field';
import type { Json } from '../manifest';

const ask = (rule: Json) =>
  failurePolicyProblems(
    new Field('spec', {
      template: { spec: { containers: [{ name: 'main' }] } },
      podFailurePolicy: { rules: [rule] },
    }),
  ).map(({ field, message }) => `${field}: ${message}`);
const exitCodes = (parts: Json) => ({ action: 'FailJob', onExitCodes: parts });

test('a rule about exit codes or conditions is fine', () => {
  expect(ask(exitCodes({ containerName: 'main', operator: 'NotIn', values: [0, 1] }))).toEqual([]);
  expect(ask({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] })).toEqual([]);
});

test.each<[Json, readonly string[]]>([
  [
    { action: 'Ignore' },
    ['spec.podFailurePolicy.rules[0]: has neither onExitCodes nor onPodConditions; one of these is expected'],
  ],
  [
    exitCodes({ containerName: 'other', operator: 'In', values: [1] }),
    ['spec.podFailurePolicy.rules[0].onExitCodes.containerName: is "other"; main is expected'],
  ],
  [
    exitCodes({ operator: 'In', values: [0] }),
    ['spec.podFailurePolicy.rules[0].onExitCodes.values: has 0, which is no failure'],
  ],
])('%j is not', (rule, problems) => {
  expect(ask(rule)).toEqual(problems);
});
