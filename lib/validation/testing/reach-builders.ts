import type { JsonObject, Manifest } from '../manifest';
import { aContainer } from './manifest-builders';

/** What a test says of an object; the rest is an object `znyw-prod/<name>` in a file of its name. */
interface ObjectParts {
  readonly namespace?: string;
  readonly file?: string;
}

/** What a test says of a workload of Pods that others reach. */
interface ServerParts extends ObjectParts {
  readonly apiVersion?: string;
  readonly kind?: string;
  /** @default `{ app: <name> }` */
  readonly labels?: JsonObject;
  readonly container?: JsonObject;
  readonly podSpec?: JsonObject;
  readonly spec?: JsonObject;
}

/** Returns an object for a test. */
export function anObject(
  apiVersion: string,
  kind: string,
  name: string,
  fields: JsonObject,
  parts: ObjectParts = {},
): Manifest {
  const { namespace = 'znyw-prod', file = `${name}.k8s.yaml` } = parts;
  return { file, json: { apiVersion, kind, metadata: { namespace, name }, ...fields } };
}

/** Returns a Deployment for a test whose Pods have the label `app: <name>` and a port `http` of 8080. */
export function aServer(name: string, parts: ServerParts = {}): Manifest {
  const { apiVersion = 'apps/v1', kind = 'Deployment', labels = { app: name }, container, podSpec, spec } = parts;
  const ports = [{ name: 'http', containerPort: 8080 }];
  const template = {
    metadata: { labels },
    spec: { containers: [aContainer({ name, ports, ...container })], ...podSpec },
  };
  return anObject(apiVersion, kind, name, { spec: { ...spec, template } }, parts);
}

/** Returns a Service for a test: port 80 to the port `http` of the Pods with the label `app: <name>`. */
export function aService(name: string, spec: JsonObject = {}, parts: ObjectParts = {}): Manifest {
  const ports = [{ name: 'web', port: 80, targetPort: 'http' }];
  return anObject('v1', 'Service', name, { spec: { selector: { app: name }, ports, ...spec } }, parts);
}

/** Returns a ConfigMap for a test. */
export function aConfigMap(name: string, data: JsonObject, parts: ObjectParts = {}): Manifest {
  return anObject('v1', 'ConfigMap', name, { data }, parts);
}

/** Returns a NetworkPolicy for a test over the Pods with the label `app: <name>`. */
export function aPolicy(name: string, spec: JsonObject, parts: ObjectParts = {}): Manifest {
  const podSelector = { matchLabels: { app: name } };
  return anObject('networking.k8s.io/v1', 'NetworkPolicy', name, { spec: { podSelector, ...spec } }, parts);
}
