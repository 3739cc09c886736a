import * as fc from 'fast-check';
import { aWorkload } from '../testing/manifest-builders';
import type { JsonObject } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { selectorIsStable } from './selector-is-stable';

const aSelecting = (selector: JsonObject, kind = 'Deployment') => aWorkload({ kind, spec: { selector } });

const STABLE = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'znyw' };

test('labels that say what a workload is may select it', () => {
  const matchExpressions = [
    { key: 'tier', operator: 'In', values: ['front', 'back'] },
    { key: 'app', operator: 'Exists' },
  ];

  expect(selectorIsStable.check([aSelecting({ matchLabels: STABLE, matchExpressions })], { name: 'prod' })).toEqual([]);
});

test.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])('a %s is not selected by its version', (kind) => {
  const manifest = aSelecting({ matchLabels: { ...STABLE, 'app.kubernetes.io/version': '1.2.3' } }, kind);

  expect(selectorIsStable.check([manifest], { name: 'prod' })).toEqual([
    {
      manifest,
      field: 'spec.selector.matchLabels[app.kubernetes.io/version]',
      message: 'selects by app.kubernetes.io/version "1.2.3", which changes with the version; a selector cannot',
    },
  ]);
});

test('nor by a hash, nor by an expression', () => {
  const matchExpressions = [
    { key: 'pod-template-hash', operator: 'Exists' },
    { key: 'build', operator: 'In', values: ['stable', '3f2a9c1d4b'] },
  ];
  const problems = selectorIsStable.check([aSelecting({ matchExpressions })], { name: 'prod' });

  expect(problems.map(({ field, message }) => `${field} ${message}`)).toEqual([
    'spec.selector.matchExpressions[0] selects by pod-template-hash, which changes with the version; a selector cannot',
    'spec.selector.matchExpressions[1] selects by build "3f2a9c1d4b", which changes with the version; a selector cannot',
  ]);
});

test('with others it is a warning: a service mesh tells versions apart on purpose', () => {
  const problems = selectorIsStable.check([aSelecting({ matchLabels: { app: 'reviews', version: 'v1' } })], {});

  expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
});

test('what is no selector of a workload is not asked', () => {
  const service = { apiVersion: 'v1', kind: 'Service', spec: { selector: { version: 'v1' } } };
  const job = aWorkload({
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { selector: { matchLabels: { version: 'v1' } } },
  });

  expect(selectorIsStable.check([{ json: service, file: 'x.yaml' }, job], { name: 'prod' })).toEqual([]);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(oddManifests(aSelecting({ matchLabels: STABLE })), (manifests) => {
    selectorIsStable.check(manifests, {});
  });

  expect(() => fc.assert(property)).not.toThrow();
});
