import { refusalAdvice } from './refusal-advice';

test.each([
  ['pods "a-" is forbidden: no PriorityClass with name x was found', 'spec.template.spec.priorityClassName'],
  ['pods "a-" is forbidden: pod rejected: RuntimeClass "kata" not found', 'spec.template.spec.runtimeClassName'],
  ['Pod "a-0" is invalid: metadata.labels: Invalid value: "a": must be no more than 63 characters', 'metadata.name'],
  [
    'Pod "a" is invalid: spec.volumes[0].name: Duplicate value: "b"; spec.x: Invalid value: 1',
    'spec.template.spec.volumes[0].name',
  ],
  ['pods "a" is forbidden: unable to create new content in namespace b because it is being terminated', undefined],
  ['something else', undefined],
])('%s leads to %s', (message, property) => {
  expect(refusalAdvice(message).property).toBe(property);
});

test.each([
  ['status unknown for quota: q, resources: pods', /^Wait a moment: the quota has not been counted yet/],
  ['pods "a-0" already exists', /^Delete the object of that name/],
  [
    'pods is forbidden: User "x" cannot create resource "pods" in API group ""',
    /^Ask those who run the cluster for the permission/,
  ],
  ['something else', /^Change the field that the message names/],
])('what to do about "%s" is told', (message, remedy) => {
  expect(refusalAdvice(message).remedy.en).toMatch(remedy);
});
