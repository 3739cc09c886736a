import { aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiSchedulingValid } from './api-scheduling-valid';

const tolerating = (toleration: JsonObject) => aWorkload({ podSpec: { tolerations: [toleration] } });
const SPREAD = {
  maxSkew: 1,
  topologyKey: 'host',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { app: 'web' } },
};
const spread = (...constraints: readonly JsonObject[]) =>
  aWorkload({ podSpec: { topologySpreadConstraints: constraints.map((parts) => ({ ...SPREAD, ...parts })) } });
const nodes = (nodeAffinity: JsonObject) => aWorkload({ podSpec: { affinity: { nodeAffinity } } });
const required = (...nodeSelectorTerms: readonly JsonObject[]) =>
  nodes({ requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } });
const expression = (operator: string, ...values: readonly string[]) =>
  required({ matchExpressions: [{ key: 'a', operator, values }] });
const pods = (podAntiAffinity: JsonObject) => aWorkload({ podSpec: { affinity: { podAntiAffinity } } });

test.each<[string, Manifest]>([
  [
    'tolerations',
    aWorkload({
      podSpec: {
        tolerations: [
          { operator: 'Exists' },
          { key: 'a', value: 'b' },
          { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -1 },
        ],
      },
    }),
  ],
  [
    'spreading in two ways',
    spread(
      {},
      { whenUnsatisfiable: 'ScheduleAnyway' },
      { topologyKey: 'zone', minDomains: 2, matchLabelKeys: ['pod-template-hash'] },
    ),
  ],
  [
    'VMs',
    required({
      matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }],
      matchFields: [{ key: 'metadata.name', operator: 'In', values: ['vm-1'] }],
    }),
  ],
  [
    'other Pods',
    pods({
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', namespaces: ['a'] }],
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { topologyKey: 'a' } }],
    }),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiSchedulingValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a toleration of nothing',
    tolerating({ value: 'a' }),
    [
      'spec.template.spec.tolerations[0].operator: is not Exists; without a key, which means all taints, Exists is expected',
    ],
  ],
  [
    'a value of what exists',
    tolerating({ key: 'a', operator: 'Exists', value: 'b' }),
    ['spec.template.spec.tolerations[0].value: is "b"; Exists takes no value'],
  ],
  [
    'words of a toleration',
    tolerating({ key: 'a b', operator: 'In', effect: 'Never' }),
    [
      'spec.template.spec.tolerations[0].key: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
      'spec.template.spec.tolerations[0].operator: is "In"; Equal or Exists is expected',
      'spec.template.spec.tolerations[0].effect: is "Never"; NoSchedule, PreferNoSchedule or NoExecute is expected',
    ],
  ],
  [
    'a value of a toleration',
    tolerating({ key: 'a', value: '-' }),
    [
      'spec.template.spec.tolerations[0].value: is "-"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'seconds with another effect',
    tolerating({ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 5 }),
    ['spec.template.spec.tolerations[0].tolerationSeconds: is given; it is expected with the effect NoExecute only'],
  ],
  [
    'a skew of 0',
    spread({ maxSkew: 0 }),
    ['spec.template.spec.topologySpreadConstraints[0].maxSkew: is 0; 1 or more is expected'],
  ],
  [
    'words of a constraint',
    spread({ topologyKey: '', whenUnsatisfiable: 'Never', nodeTaintsPolicy: 'Yes', nodeAffinityPolicy: '' }),
    [
      'spec.template.spec.topologySpreadConstraints[0].topologyKey: is empty; a value is expected',
      'spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable: is "Never"; DoNotSchedule or ScheduleAnyway is expected',
      'spec.template.spec.topologySpreadConstraints[0].nodeAffinityPolicy: is ""; Honor or Ignore is expected',
      'spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy: is "Yes"; Honor or Ignore is expected',
    ],
  ],
  [
    'domains of what is only wished',
    spread({ whenUnsatisfiable: 'ScheduleAnyway', minDomains: 0 }),
    [
      'spec.template.spec.topologySpreadConstraints[0].minDomains: is 0; 1 or more is expected',
      'spec.template.spec.topologySpreadConstraints[0].minDomains: is given; it is expected with whenUnsatisfiable DoNotSchedule only',
    ],
  ],
  [
    'one constraint twice',
    spread({}, { maxSkew: 2 }),
    [
      'spec.template.spec.topologySpreadConstraints[1]: has topologyKey "host" and whenUnsatisfiable "DoNotSchedule", as another constraint has',
    ],
  ],
  [
    'keys without a selector',
    spread({ matchLabelKeys: ['a'], labelSelector: null }),
    [
      'spec.template.spec.topologySpreadConstraints[0].matchLabelKeys: is given without labelSelector, which it narrows',
    ],
  ],
  [
    'a key that the selector has',
    spread({ matchLabelKeys: ['app', ''] }),
    [
      'spec.template.spec.topologySpreadConstraints[0].matchLabelKeys[1]: is ""; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
      'spec.template.spec.topologySpreadConstraints[0].matchLabelKeys[0]: is "app", which labelSelector asks for already',
    ],
  ],
  [
    'no terms',
    required(),
    [
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: is empty; at least one item is expected',
    ],
  ],
  [
    'no value',
    expression('In'),
    [
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: has 0 values; In takes at least 1',
    ],
  ],
  [
    'a value of what exists on a VM',
    expression('Exists', 'a'),
    [
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: has 1 value; Exists takes 0',
    ],
  ],
  [
    'two values to compare with',
    expression('Gt', '1', '2'),
    [
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: has 2 values; Gt takes 1',
    ],
  ],
  [
    'an operator',
    expression('Near', 'a'),
    [
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator: is "Near"; In, NotIn, Exists, DoesNotExist, Gt or Lt is expected',
    ],
  ],
  [
    'fields of a VM',
    required({ matchFields: [{ key: 'name', operator: 'Exists', values: [] }] }),
    [
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key: is "name"; metadata.name is expected',
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator: is "Exists"; In or NotIn is expected',
      'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].values: has 0 values; 1 is expected',
    ],
  ],
  [
    'weights',
    nodes({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, preference: {} }] }),
    [
      'spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: is 0; 1 to 100 is expected',
    ],
  ],
  [
    'other Pods nowhere',
    pods({ requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: '', namespaces: ['A'] }] }),
    [
      'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: is ""; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
      'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].namespaces[0]: is "A"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a weight of other Pods',
    pods({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 101, podAffinityTerm: { topologyKey: 'a' } }] }),
    [
      'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: is 101; 1 to 100 is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiSchedulingValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = tolerating({ value: 'a' });

  expect(apiSchedulingValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.tolerations[0].operator',
      message: 'is not Exists; without a key, which means all taints, Exists is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiSchedulingValid)).not.toThrow();
});
