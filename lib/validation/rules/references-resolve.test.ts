import type { JsonObject, Manifest } from '../manifest';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aConfigMap, anObject } from '../testing/reach-builders';
import type { RuleEnvironment } from '../rule';
import { referencesResolve } from './references-resolve';

const OUTSIDE: RuleEnvironment = {
  namespace: 'znyw-prod',
  outside: [
    { kind: 'Secret', name: 'credentials', keys: ['password'] },
    { kind: 'Secret', name: 'unlisted' },
    { kind: 'ConfigMap', name: 'company-ca', keys: ['ca.crt'] },
    { kind: 'PersistentVolumeClaim', name: 'archive' },
    { kind: 'ServiceAccount', name: 'reader' },
  ],
};

const check = (manifests: readonly Manifest[], environment: RuleEnvironment = {}) =>
  referencesResolve.check(manifests, environment);

const withVolume = (volume: JsonObject, podSpec: JsonObject = {}) =>
  aWorkload({
    containers: [aContainer({ volumeMounts: [{ name: 'v', mountPath: '/v' }] })],
    podSpec: { volumes: [{ name: 'v', ...volume }], ...podSpec },
  });

const withEnv = (valueFrom: JsonObject) => aWorkload({ containers: [aContainer({ env: [{ name: 'X', valueFrom }] })] });

const withEnvFrom = (source: JsonObject) => aWorkload({ containers: [aContainer({ envFrom: [source] })] });

const conf = aConfigMap('conf', { a: '1', b: '2' });

test.each<[string, Manifest]>([
  ['a volume', withVolume({ configMap: { name: 'conf' } })],
  ['a volume with items', withVolume({ configMap: { name: 'conf', items: [{ key: 'a', path: 'x' }] } })],
  ['a projected volume', withVolume({ projected: { sources: [{ configMap: { name: 'conf' } }] } })],
  ['a variable', withEnv({ configMapKeyRef: { name: 'conf', key: 'b' } })],
  ['all its variables', withEnvFrom({ configMapRef: { name: 'conf' } })],
])('a ConfigMap of the set is there for %s', (_case, manifest) => {
  expect(check([manifest, conf])).toEqual([]);
});

const CONTAINER = 'spec.template.spec.containers[web]';
const VOLUME = 'spec.template.spec.volumes[v]';

test.each<[string, Manifest, string]>([
  ['a volume', withVolume({ configMap: { name: 'cnf' } }), `${VOLUME}.configMap.name`],
  [
    'a projected volume',
    withVolume({ projected: { sources: [{ downwardAPI: {} }, { configMap: { name: 'cnf' } }] } }),
    `${VOLUME}.projected.sources[1].configMap.name`,
  ],
  [
    'a variable',
    withEnv({ configMapKeyRef: { name: 'cnf', key: 'a' } }),
    `${CONTAINER}.env[X].valueFrom.configMapKeyRef.name`,
  ],
  ['all its variables', withEnvFrom({ configMapRef: { name: 'cnf' } }), `${CONTAINER}.envFrom[0].configMapRef.name`],
])('a ConfigMap that is not in the set parks a Pod that needs it for %s', (_case, manifest, field) => {
  expect(check([manifest, conf])).toEqual([
    { manifest, field, message: 'names the ConfigMap "cnf", which is not in the set', detail: 'there are: conf' },
  ]);
});

test.each<[string, Manifest]>([
  ['an optional volume', withVolume({ configMap: { name: 'cnf', optional: true } })],
  ['an optional variable', withEnv({ secretKeyRef: { name: 'cnf', key: 'a', optional: true } })],
  ['optional variables', withEnvFrom({ configMapRef: { name: 'cnf', optional: true } })],
  [
    'a volume that nobody mounts, for which the kubelet never asks',
    aWorkload({ podSpec: { volumes: [{ name: 'v', configMap: { name: 'cnf' } }] } }),
  ],
  ['what Kubernetes makes in each namespace', withVolume({ configMap: { name: 'kube-root-ca.crt' } })],
  ['no name, of which another rule speaks', withVolume({ configMap: {} })],
])('%s parks nothing', (_case, manifest) => {
  expect(check([manifest], OUTSIDE)).toEqual([]);
});

test('a key that the ConfigMap does not hold parks the Pod, whether it becomes a file or a variable', () => {
  const file = withVolume({ configMap: { name: 'conf', items: [{ key: 'c', path: 'x' }] } });
  const variable = withEnv({ configMapKeyRef: { name: 'conf', key: 'c' } });
  const message = 'names the key "c" of ConfigMap conf, which has a, b';
  const remedy = 'Correct the key, or add it to the ConfigMap conf.';

  expect(check([file, variable, conf])).toEqual([
    { manifest: file, field: `${VOLUME}.configMap.items[0].key`, message, remedy },
    { manifest: variable, field: `${CONTAINER}.env[X].valueFrom.configMapKeyRef.key`, message, remedy },
  ]);
});

test('binary data becomes files and never a variable', () => {
  const binary = anObject('v1', 'ConfigMap', 'conf', { binaryData: { a: 'AA==' } });
  const file = withVolume({ configMap: { name: 'conf', items: [{ key: 'a', path: 'x' }] } });
  const variable = withEnv({ configMapKeyRef: { name: 'conf', key: 'a' } });

  expect(check([file, binary])).toEqual([]);
  expect(check([variable, binary])).toMatchObject([{ message: 'names the key "a" of ConfigMap conf, which has none' }]);
});

test.each<[string, Manifest]>([
  ['Secret', withVolume({ secret: { secretName: 'nowhere' } })],
  ['ServiceAccount', aWorkload({ podSpec: { serviceAccountName: 'nowhere' } })],
  ['ServiceAccount by its older name', aWorkload({ podSpec: { serviceAccount: 'nowhere' } })],
])('a %s is judged only where it is known what is made outside', (kind, manifest) => {
  const [plain = ''] = kind.split(' ');

  expect(check([manifest])).toEqual([]);
  expect(check([manifest], { ...OUTSIDE, namespace: 'elsewhere' })).toEqual([]);
  expect(check([manifest], OUTSIDE)).toMatchObject([
    { message: `names the ${plain} "nowhere", which is neither in the set nor declared as made outside` },
  ]);
});

test.each<[string, Manifest]>([
  ['a Secret', withEnv({ secretKeyRef: { name: 'credentials', key: 'password' } })],
  ['a Secret whose keys are not told', withEnv({ secretKeyRef: { name: 'unlisted', key: 'any' } })],
  ['a ConfigMap', withVolume({ configMap: { name: 'company-ca' } })],
  ['a claim', withVolume({ persistentVolumeClaim: { claimName: 'archive' } })],
  ['a ServiceAccount', aWorkload({ podSpec: { serviceAccountName: 'reader' } })],
  ['the default ServiceAccount', aWorkload({ podSpec: { serviceAccountName: 'default' } })],
])('%s that is declared as made outside is there', (_case, manifest) => {
  expect(check([manifest], OUTSIDE)).toEqual([]);
});

test('a key that is declared as made outside has to be among those declared', () => {
  const manifest = withEnv({ secretKeyRef: { name: 'credentials', key: 'pasword' } });

  expect(check([manifest], OUTSIDE)).toEqual([
    {
      manifest,
      field: `${CONTAINER}.env[X].valueFrom.secretKeyRef.key`,
      message: 'names the key "pasword" of Secret credentials, which has password',
      remedy: 'Correct the key, or add it to the Secret credentials.',
    },
  ]);
});

test('the keys of a Secret of the set are judged, but for one that somebody else fills', () => {
  const manifest = withEnv({ secretKeyRef: { name: 'own', key: 'token' } });
  const secret = (fields: JsonObject) => anObject('v1', 'Secret', 'own', fields);
  const type = 'kubernetes.io/service-account-token';

  expect(check([manifest, secret({ stringData: { token: 'x' } })])).toEqual([]);
  expect(check([manifest, secret({})])).toEqual([]);
  expect(check([manifest, secret({ type, data: { more: 'eA==' } })])).toEqual([]);
  expect(check([manifest, secret({ data: { other: 'eA==' } })])).toHaveLength(1);
});

test('a claim that is not in the set parks the Pod, mounted or not, since the scheduler asks for all of them', () => {
  const manifest = aCronJob({ podSpec: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'dta' } }] } });
  const claim = anObject('v1', 'PersistentVolumeClaim', 'data', {});

  expect(check([manifest, claim])).toEqual([
    {
      manifest,
      field: 'spec.jobTemplate.spec.template.spec.volumes[v].persistentVolumeClaim.claimName',
      message: 'names the PersistentVolumeClaim "dta", which is not in the set',
      detail: 'there are: data',
    },
  ]);
});

test('a StatefulSet makes the claims of its templates, for itself and for others', () => {
  const set = aWorkload({
    kind: 'StatefulSet',
    name: 'mongo',
    spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
    podSpec: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'replaced-by-the-template' } }] },
  });
  const mounting = (claimName: string) => withVolume({ persistentVolumeClaim: { claimName } });

  expect(check([set, mounting('data-mongo-0'), mounting('data-mongo-12')])).toEqual([]);
  expect(check([set, mounting('data-mongo')])).toHaveLength(1);
  expect(check([set, mounting('data-mongo-01')])).toHaveLength(1);
});

test('an object is looked for in the namespace of the workload', () => {
  const manifest = withVolume({ configMap: { name: 'conf' } });
  const elsewhere = aConfigMap('conf', {}, { namespace: 'other' });

  expect(check([manifest, elsewhere])).toHaveLength(1);
});

test('objects without a namespace stand together, in that of the environment or in default', () => {
  const bare = ({ json, file }: Manifest): Manifest => ({ file, json: { ...json, metadata: { name: 'conf' } } });
  const manifest = withVolume({ configMap: { name: 'conf' } });
  const inDefault = aConfigMap('conf', {}, { namespace: 'default' });

  expect(check([bare(manifest), bare(conf)])).toEqual([]);
  expect(check([bare(manifest), inDefault])).toEqual([]);
  expect(check([manifest, bare(conf)], { namespace: 'znyw-prod' })).toEqual([]);
  expect(check([bare(manifest), inDefault], { namespace: 'znyw-prod' })).toHaveLength(1);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(referencesResolve)).not.toThrow();
});
