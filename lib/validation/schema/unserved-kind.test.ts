import type { JsonObject } from '../manifest';
import { unservedKindProblems } from './unserved-kind';

const problemsOf = (json: JsonObject) => unservedKindProblems({ json, file: 'x.yaml' });

test.each([
  ['apps/v1', 'Deployment'],
  ['v1', 'Event'],
  ['v1', 'List'],
  ['apps/v1', 'DeploymentList'],
  ['snapshot.storage.k8s.io/v1', 'VolumeSnapshot'],
  ['kustomize.config.k8s.io/v1beta1', 'Kustomization'],
  ['example.org/v1', 'Deployment'],
])('a %s %s is served, or may be', (apiVersion, kind) => {
  expect(problemsOf({ apiVersion, kind })).toEqual([]);
});

test.each([
  ['extensions/v1beta1', 'Deployment', 'Write apiVersion: apps/v1; some fields may differ.'],
  ['extensions/v1beta1', 'Ingress', 'Write apiVersion: networking.k8s.io/v1; some fields may differ.'],
  ['policy/v1beta1', 'PodDisruptionBudget', 'Write apiVersion: policy/v1; some fields may differ.'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'Write apiVersion: autoscaling/v2; some fields may differ.'],
  ['batch/v1beta1', 'CronJob', 'Write apiVersion: batch/v1; some fields may differ.'],
  ['v1', 'Deployment', 'Write apiVersion: apps/v1; some fields may differ.'],
  ['apps', 'Deployment', 'Write apiVersion: apps/v1; some fields may differ.'],
  ['a/b/c', 'Service', 'Write apiVersion: v1; some fields may differ.'],
  ['apps/v1', 'Deploymnet', 'Write kind: Deployment with apiVersion: apps/v1.'],
  ['policy/v1beta1', 'PodSecurityPolicy', 'Remove it, or use a kind that Kubernetes 1.27 serves.'],
])('a %s %s is not served', (apiVersion, kind, remedy) => {
  const message = `is "${apiVersion}", in which Kubernetes 1.27 serves no "${kind}"`;

  expect(problemsOf({ apiVersion, kind })).toEqual([{ field: 'apiVersion', message, remedy }]);
});

test('an object without a kind or a version is nothing to Kubernetes', () => {
  const message = 'is missing; without it nothing is known about the object';

  expect(problemsOf({})).toEqual([{ field: 'kind', message, remedy: 'Write the kind, such as Deployment.' }]);
  expect(problemsOf({ kind: 'Service', apiVersion: 1 })).toEqual([
    { field: 'apiVersion', message, remedy: 'Write apiVersion: v1; some fields may differ.' },
  ]);
  expect(problemsOf({ kind: 'Widget' })).toEqual([
    { field: 'apiVersion', message, remedy: 'Write the version, such as apps/v1.' },
  ]);
});
