import type { Json, JsonObject, Manifest } from '../manifest';

/** Counts how often something inside an object is asked for: seconds differ from machine to machine, this does not. */
export class CountedWork {
  reads = 0;
  /** How often all fields of the object itself were listed. */
  listings = 0;
  private readonly counted = new WeakMap<object, object>();

  /** Returns a manifest that behaves as it is and is counted, with its object and all that is inside. */
  of(manifest: Manifest): Manifest {
    this.wrapped(manifest.json, () => (this.listings += 1));
    return this.wrapped(manifest);
  }

  private wrapped<T extends object>(target: T, listed: () => void = () => undefined): T {
    const known = this.counted.get(target);
    // eslint-disable-next-line typescript/no-unsafe-type-assertion -- it was made of this very object
    if (known !== undefined) return known as T;
    const proxy = new Proxy(target, {
      get: (object, field, receiver) => {
        this.reads += 1;
        const value: unknown = Reflect.get(object, field, receiver);
        return typeof value === 'object' && value !== null ? this.wrapped(value) : value;
      },
      ownKeys: (object) => {
        listed();
        return Reflect.ownKeys(object);
      },
    });
    this.counted.set(target, proxy);
    return proxy;
  }
}

/** A workload with what belongs to it, and an address of the workload before it. */
export function connectedObjects(index: number): readonly JsonObject[] {
  const name = `w${index}`;
  const metadata: JsonObject = { name, namespace: 'shop', labels: { app: name } };
  const others: JsonObject = { podSelector: { matchLabels: { app: `w${index + 1}` } } };
  const env: Json = [
    { name: 'API_HOST', value: `w${index - 1}` },
    { name: 'API_PORT', value: '80' },
  ];
  const container: JsonObject = {
    name: 'c',
    image: 'dtr.bank.example/znyw/nginx:1.26.3',
    ports: [{ name: 'http', containerPort: 80 }],
    env,
    resources: { requests: { cpu: '1m', memory: '1Mi' }, limits: { cpu: '1m', memory: '1Mi' } },
    volumeMounts: [{ name: 'files', mountPath: '/files' }],
    readinessProbe: { httpGet: { port: 'http' } },
  };
  const template: JsonObject = {
    metadata: { labels: { app: name } },
    spec: { containers: [container], volumes: [{ name: 'files', configMap: { name } }] },
  };
  const selector = { matchLabels: { app: name } };
  return [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 1, selector, template } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: { app: name }, ports: [{ port: 80 }] } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'a.conf': `url: http://w${index - 1}:80/\n` } },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: { podSelector: selector, policyTypes: ['Ingress'], ingress: [{ from: [others], ports: [{ port: 80 }] }] },
    },
  ];
}
