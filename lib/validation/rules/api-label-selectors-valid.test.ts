import { aWorkload } from '../testing/manifest-builders';
import type { Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiLabelSelectorsValid } from './api-label-selectors-valid';

const BAD = { matchLabels: { app: 'a b' } };

test.each<[string, Manifest]>([
  [
    'a selector',
    anObject('apps/v1', 'Deployment', {
      selector: { matchLabels: { app: 'a' }, matchExpressions: [{ key: 'b', operator: 'Exists' }] },
    }),
  ],
  ['a plain map of labels, which is no selector', aService({ selector: { app: 'a b' } })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiLabelSelectorsValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a workload',
    anObject('apps/v1', 'StatefulSet', { selector: BAD }),
    [
      'spec.selector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a Job',
    anObject('batch/v1', 'Job', { selector: BAD }),
    [
      'spec.selector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a PodDisruptionBudget',
    anObject('policy/v1', 'PodDisruptionBudget', { selector: BAD }),
    [
      'spec.selector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a claim',
    anObject('v1', 'PersistentVolumeClaim', { selector: BAD }),
    [
      'spec.selector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'a NetworkPolicy',
    anObject('networking.k8s.io/v1', 'NetworkPolicy', {
      podSelector: BAD,
      ingress: [{ from: [{ namespaceSelector: BAD }] }],
      egress: [{ to: [{ podSelector: BAD }] }],
    }),
    [
      'spec.podSelector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
      'spec.ingress[0].from[0].namespaceSelector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
      'spec.egress[0].to[0].podSelector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'affinity',
    aWorkload({
      podSpec: {
        affinity: {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { labelSelector: BAD } }],
          },
        },
      },
    }),
    [
      'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector.matchLabels[app]: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    ],
  ],
  [
    'topology spread',
    aWorkload({
      podSpec: {
        topologySpreadConstraints: [{ labelSelector: { matchExpressions: [{ key: 'a', operator: 'Near' }] } }],
      },
    }),
    [
      'spec.template.spec.topologySpreadConstraints[0].labelSelector.matchExpressions[0].operator: is "Near"; In, NotIn, Exists or DoesNotExist is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiLabelSelectorsValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = anObject('apps/v1', 'StatefulSet', { selector: BAD });

  expect(apiLabelSelectorsValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.selector.matchLabels[app]',
      message:
        'is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiLabelSelectorsValid)).not.toThrow();
});
