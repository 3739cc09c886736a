import * as fc from 'fast-check';
import type { JsonObject, Manifest } from '../manifest';
import { aConfigMap, anObject, aPolicy, aServer, aService } from './reach-builders';
import type { Rule } from '../rule';

/** Objects that use every field that the rules about references, reach and supply read. */
const WHOLE = [
  aServer('web', {
    container: {
      image: 'dtr.bank.example/znyw/web:1',
      args: ['--host', 'db'],
      env: [
        { name: 'DB_URL', value: 'http://db:80' },
        { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
      ],
      envFrom: [{ configMapRef: { name: 'web' } }],
      volumeMounts: [{ name: 'files', mountPath: '/etc/web', subPath: 'web.conf' }],
      readinessProbe: { httpGet: { port: 'http' } },
    },
    podSpec: {
      volumes: [
        { name: 'files', configMap: { name: 'web', items: [{ key: 'web.conf', path: 'web.conf' }] } },
        { name: 'more', projected: { sources: [{ secret: { name: 'db' } }] } },
        { name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } },
      ],
      imagePullSecrets: [{ name: 'dtr' }],
      hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }],
    },
  }),
  aServer('db', {
    kind: 'StatefulSet',
    spec: { serviceName: 'db', volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
  }),
  aService('web'),
  aService('db'),
  aConfigMap('web', { 'web.conf': 'host = db\npassword = x' }),
  anObject('v1', 'Secret', 'db', { data: { password: 'eA==' } }),
  anObject('v1', 'ServiceAccount', 'default', { imagePullSecrets: [{ name: 'dtr' }] }),
  anObject('v1', 'Namespace', 'znyw-prod', { metadata: { name: 'znyw-prod', labels: { team: 'a' } } }),
  aPolicy('web', {
    policyTypes: ['Egress'],
    egress: [
      {
        ports: [{ port: 53, protocol: 'UDP', endPort: 54 }],
        to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
      },
    ],
  }),
  aPolicy('db', {
    ingress: [
      {
        ports: [{ port: 'http' }],
        from: [
          {
            podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
            namespaceSelector: {},
          },
        ],
      },
    ],
  }),
  anObject('networking.k8s.io/v1', 'Ingress', 'web', {
    spec: {
      tls: [{ secretName: 'tls' }],
      rules: [{ http: { paths: [{ backend: { service: { name: 'web', port: { name: 'web' } } } }] } }],
    },
  }),
  anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
  }),
  anObject('policy/v1', 'PodDisruptionBudget', 'web', { spec: { selector: { matchLabels: { app: 'web' } } } }),
];

/**
 * Asks a rule about sets of objects in which some values have been replaced by any other, so that what is odd stands
 * where the rule looks.
 *
 * @throws Error where the rule throws, or says what is not meant to be read
 */
export function checkOddInput({ check }: Rule): void {
  const registry = { host: 'dtr.bank.example', organisation: 'znyw', pullSecret: 'dtr' };
  const environment = fc.constantFrom(
    {},
    { namespace: 'znyw-prod', registry, outside: [{ kind: 'Secret', name: 'x' }] },
  );
  const replacement = fc.record({ at: fc.nat(), value: fc.jsonValue({ maxDepth: 2 }) });
  fc.assert(
    fc.property(fc.array(replacement, { maxLength: 6 }), environment, (replacements, place) => {
      for (const { field, message } of check(replaced(WHOLE, replacements), place)) {
        const text = `${field} ${message}`;
        if (/undefined|NaN|\[object/.test(text)) throw new Error(text);
      }
    }),
    { numRuns: 300 },
  );
}

function replaced(manifests: readonly Manifest[], replacements: readonly { at: number; value: unknown }[]): Manifest[] {
  const objects: { file: string; json: JsonObject }[] = structuredClone([...manifests]);
  for (const { at, value } of replacements) {
    const places = objects.flatMap(({ json }) => placesIn(json));
    const replace = places[at % places.length];
    replace?.(value);
  }
  return objects;
}

/** Returns, for each value inside another, how to put something else there. */
function placesIn(value: unknown): ((replacement: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    (replacement: unknown) => void Reflect.set(value, key, replacement),
    ...placesIn(inner),
  ]);
}
