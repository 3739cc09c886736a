import * as fc from 'fast-check';
import type { Json, Manifest } from '../manifest';
import { aConfigMap, anObject, aPolicy, aServer, aService } from './reach-builders';
import { replacedValue, valueCount } from './replaced-value';
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
  const replacement = fc.record({ at: fc.nat(), value: fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json) });
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

function replaced(
  manifests: readonly Manifest[],
  replacements: readonly { readonly at: number; readonly value: Json }[],
): readonly Manifest[] {
  const objects = [...manifests];
  for (const { at, value } of replacements) {
    let place = at % objects.reduce((sum, { json }) => sum + valueCount(json), 0);
    for (const [index, { file, json }] of objects.entries()) {
      const count = valueCount(json);
      if (place >= 0 && place < count) objects[index] = { file, json: replacedValue(json, place, value) };
      place -= count;
    }
  }
  return objects;
}
