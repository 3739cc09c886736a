import type { JsonObject } from '../manifest';
import { qualifiedKind } from './qualified-kind';

test.each<[JsonObject, string]>([
  [{ apiVersion: 'apps/v1', kind: 'Deployment' }, 'Deployment.apps'],
  [{ apiVersion: 'v1', kind: 'Service' }, 'Service'],
  [{ apiVersion: 'v2', kind: 'Service' }, ''],
  [{ kind: 'Service' }, ''],
  [{ apiVersion: 'v1' }, ''],
])('%j is %j', (json, kind) => {
  expect(qualifiedKind({ file: 'a.yaml', json })).toBe(kind);
});
