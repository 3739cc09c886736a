import type { JsonObject } from '../../../validation/manifest';
import { anObject, aPolicy } from '../../../validation/testing/reach-builders';
import { effectOf, notesOf } from '../testing-effects';

const aNamespace = (labels: JsonObject) => ({
  file: 'namespace.yaml',
  json: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'znyw-prod', labels } },
});
const scaled = (maxReplicas: number) =>
  anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas },
  });

test('labels of a namespace that policies ask for change who reaches whom', () => {
  const from = [{ namespaceSelector: { matchLabels: { team: 'a' } } }];
  const beside = [aPolicy('web', { ingress: [{ from }] })];
  const change = { before: aNamespace({ team: 'a', note: '1' }), beside };

  expect(effectOf({ ...change, after: aNamespace({ team: 'b', note: '1' }) }).effects).toEqual(['traffic']);
  expect(effectOf({ ...change, after: aNamespace({ team: 'a', note: '2' }) }).effects).toEqual(['none']);
});

test('a level of Pod security counts for new Pods', () => {
  const level = (value: string) => aNamespace({ 'pod-security.kubernetes.io/enforce': value });

  expect(notesOf(effectOf({ before: level('baseline'), after: level('restricted') }))).toEqual([
    'The new level of Pod security counts for Pods that are made from now on; those that run stay.',
  ]);
});

test('the name that each namespace has as a label is no change', () => {
  const named = aNamespace({ 'kubernetes.io/metadata.name': 'znyw-prod' });

  expect(effectOf({ before: aNamespace({}), after: named })).toEqual({ effects: ['none'], restarts: [], notes: [] });
});

test('an autoscaler keeps its target between two numbers', () => {
  expect(notesOf(effectOf({ before: scaled(3), after: scaled(5) }))).toEqual([
    'It keeps its target between 1–5 Pods instead of 1–3; Pods start or end for that, none restarts.',
  ]);
  expect(notesOf(effectOf({ after: scaled(5) }))).toEqual([
    'It takes over the number of Pods of Deployment web: 1 to 5.',
  ]);
  expect(notesOf(effectOf({ before: scaled(5) }))).toEqual([
    'Deployment web stays at the number of Pods that it has when the autoscaler is deleted.',
  ]);
});
