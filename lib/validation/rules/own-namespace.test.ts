import * as fc from 'fast-check';
import { aWorkload } from '../testing/manifest-builders';
import type { JsonObject } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { ownNamespace } from './own-namespace';

const anObject = (apiVersion: string, kind: string, metadata: JsonObject) => ({
  json: { apiVersion, kind, metadata },
  file: 'x.yaml',
});

const check = (manifest: ReturnType<typeof anObject>) => ownNamespace.check([manifest], { namespace: 'znyw-prod' });

test.each([
  ['in the namespace of the project', anObject('v1', 'Service', { name: 'web', namespace: 'znyw-prod' })],
  ['of the whole cluster', anObject('v1', 'Namespace', { name: 'other' })],
  ['of an unknown kind without a namespace', anObject('example.org/v1', 'Widget', { name: 'web' })],
])('an object %s is fine', (_case, manifest) => {
  expect(check(manifest)).toEqual([]);
});

test.each([
  ['v1', 'Service'],
  ['example.org/v1', 'Widget'],
])('a %s %s in another namespace is not', (apiVersion, kind) => {
  const manifest = anObject(apiVersion, kind, { name: 'web', namespace: 'default' });

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: 'metadata.namespace',
      message: 'is "default"; the project owns znyw-prod',
      remedy: 'Write namespace: znyw-prod.',
    },
  ]);
});

test('an object without a namespace goes where the context of kubectl points, which may be right', () => {
  const manifest = anObject('v1', 'Service', { name: 'web' });

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: 'metadata.namespace',
      message: 'is missing, so that kubectl takes the one of its context; the project owns znyw-prod',
      remedy: 'Write namespace: znyw-prod.',
      severity: 'warning',
    },
  ]);
});

test('it needs to know the namespace', () => {
  expect(ownNamespace).toMatchObject({ class: 'policy', severity: 'error', needs: ['namespace'] });
  expect(ownNamespace.check([anObject('v1', 'Service', { namespace: 'default' })], {})).toEqual([]);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(oddManifests(aWorkload()), (manifests) => {
    ownNamespace.check(manifests, { namespace: 'a' });
  });

  expect(() => fc.assert(property)).not.toThrow();
});
