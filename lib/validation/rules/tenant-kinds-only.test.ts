import * as fc from 'fast-check';
import { aWorkload } from '../testing/manifest-builders';
import { oddManifests } from '../testing/odd-manifests';
import { tenantKindsOnly } from './tenant-kinds-only';

const anObject = (apiVersion: string, kind: string) => ({ json: { apiVersion, kind }, file: 'x.yaml' });
const check = (apiVersion: string, kind: string) => tenantKindsOnly.check([anObject(apiVersion, kind)], {});

test.each([
  ['apps/v1', 'Deployment'],
  ['v1', 'PersistentVolumeClaim'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['v1', 'ServiceAccount'],
  ['example.org/v1', 'Namespace'],
  ['snapshot.storage.k8s.io/v1', 'VolumeSnapshotClass'],
])('a tenant may create a %s %s', (apiVersion, kind) => {
  expect(check(apiVersion, kind)).toEqual([]);
});

test.each([
  ['v1', 'Namespace'],
  ['v1', 'Node'],
  ['v1', 'PersistentVolume'],
  ['scheduling.k8s.io/v1', 'PriorityClass'],
  ['storage.k8s.io/v1', 'StorageClass'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['rbac.authorization.k8s.io/v1beta1', 'ClusterRoleBinding'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ['node.k8s.io/v1', 'RuntimeClass'],
  ['networking.k8s.io/v1', 'IngressClass'],
])('a %s %s belongs to the whole cluster', (apiVersion, kind) => {
  expect(check(apiVersion, kind).map(({ field, message }) => `${field} ${message}`)).toEqual([
    `kind is ${kind}, which belongs to the whole cluster; a tenant may create what belongs to its namespace`,
  ]);
});

test.each(['ResourceQuota', 'LimitRange'])('a %s bounds the tenant, who does not write it', (kind) => {
  const manifest = anObject('v1', kind);

  expect(tenantKindsOnly.check([manifest], {})).toEqual([
    { manifest, field: 'kind', message: `is ${kind}, by which the cluster's administrators bound a tenant` },
  ]);
});

test('it is only asked where the project owns a namespace, as elsewhere anybody may own the cluster', () => {
  expect(tenantKindsOnly).toMatchObject({ class: 'policy', severity: 'error', needs: ['namespace'] });
});

test('it takes any JSON for an object', () => {
  const property = fc.property(oddManifests(aWorkload()), (manifests) => {
    tenantKindsOnly.check(manifests, { namespace: 'a' });
  });

  expect(() => fc.assert(property)).not.toThrow();
});
