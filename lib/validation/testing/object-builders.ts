import type { JsonObject, Manifest } from '../manifest';

/** Returns an object `znyw-prod/web` for a test, with what stands beside its spec in `rest`. */
export function anObject(apiVersion: string, kind: string, spec: JsonObject, rest: JsonObject = {}): Manifest {
  const metadata = { namespace: 'znyw-prod', name: 'web' };
  return { file: 'web.k8s.yaml', json: { apiVersion, kind, metadata, spec, ...rest } };
}

/** Returns a Service for a test. */
export function aService(spec: JsonObject): Manifest {
  return anObject('v1', 'Service', spec);
}

/** Returns a bare Pod for a test. */
export function aPod(spec: JsonObject): Manifest {
  return anObject('v1', 'Pod', spec);
}
