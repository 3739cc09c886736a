import { readFileSync } from 'node:fs';
import { DEMANDED, KINDS_WITH_STATUS, NOT_DEMANDED, SHARPER_TYPES } from './kubernetes-field-corrections';
import { kubernetesFields, TABLE_FILE } from './kubernetes-fields';

const text = kubernetesFields();
const { kinds, types } = JSON.parse(text) as Record<'kinds' | 'types', Record<string, string>>;
const fields = (type: string) => types[type]?.split(' ') ?? [];

test('the committed table is the one that the script makes: npx tsx scripts/kubernetes-fields.ts writes it', () => {
  expect(readFileSync(TABLE_FILE, 'utf8')).toBe(text);
});

test('the kinds are objects that Kubernetes 1.27 can serve, and no lists or parts of requests', () => {
  expect(kinds).toMatchObject({
    'apps/v1 Deployment': 'KubeDeploymentProps',
    'autoscaling/v2 HorizontalPodAutoscaler': 'KubeHorizontalPodAutoscalerV2Props',
    'v1 Event': 'any',
  });
  expect(Object.keys(kinds).filter((kind) => /List$|Scale$|Eviction$|beta1 (?!Self)/.test(kind))).toEqual([]);
});

test('fields have the names of the API, and the types that the declarations do not know', () => {
  expect(fields('KubeDeploymentProps')).toEqual([
    'apiVersion:string',
    'kind:string',
    'status:any',
    'metadata!:ObjectMeta',
    'spec!:DeploymentSpec',
  ]);
  expect(fields('ServiceSpec')).toEqual(expect.arrayContaining(['clusterIP:string', 'ports:ServicePort[]']));
  expect(fields('ResourceRequirements')).toEqual(expect.arrayContaining(['limits:quantity{}']));
  expect(fields('Toleration')).toContain('tolerationSeconds:int64');
  expect(fields('KubeSecretProps')).toEqual(expect.arrayContaining(['data:bytes{}', 'stringData:string{}']));
  expect(fields('HttpGetAction')).toContain('port!:int-or-string');
});

test('what the server does not demand is not marked, and what it demands is, whatever the schema says', () => {
  expect(fields('NetworkPolicySpec')).toContain('podSelector:LabelSelector');
  expect(fields('ReplicaSetSpec')).toContain('template!:PodTemplateSpec');
});

test('every type that a field is of is in the table', () => {
  const known = new Set([
    ...Object.keys(types),
    'any',
    'boolean',
    'bytes',
    'double',
    'int-or-string',
    'int32',
    'int64',
    'quantity',
    'string',
    'time',
  ]);
  const used = Object.values(types).flatMap((row) => row.split(' ').map((word) => word.replace(/^.*:|[[\]{}]+$/g, '')));

  expect([...new Set(used)].filter((type) => !known.has(type))).toEqual([]);
});

test('every correction is about a field or a kind that there is', () => {
  const names = new Set(Object.values(types).flatMap((row) => row.split(' ').map((word) => word.split(/!?:/)[0])));
  const corrected = [...Object.values(SHARPER_TYPES).flat(), ...NOT_DEMANDED, ...DEMANDED];

  expect(corrected.filter((field) => !names.has(field.split('.').at(-1)))).toEqual([]);
  expect(KINDS_WITH_STATUS.filter((kind) => !Object.keys(kinds).some((key) => key.endsWith(` ${kind}`)))).toEqual([]);
});
