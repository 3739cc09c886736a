import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiPodSettingsValid } from './api-pod-settings-valid';

const set = (podSpec: JsonObject) => aWorkload({ podSpec });
const dns = (dnsConfig: JsonObject, dnsPolicy = 'ClusterFirst') => set({ dnsConfig, dnsPolicy });
const many = (length: number) => Array.from({ length }, (_item, index) => `a${index}`);

test.each<[string, Manifest]>([
  [
    'DNS',
    dns({ nameservers: ['10.0.0.1'], searches: ['a.b.', 'c'], options: [{ name: 'ndots', value: '2' }] }, 'None'),
  ],
  ['names in a file', set({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.b'] }] })],
  ['the end of a Job', aCronJob({ podSpec: { activeDeadlineSeconds: 60 } })],
  [
    'the network of the VM',
    aWorkload({
      containers: [aContainer({ ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] })],
      podSpec: { hostNetwork: true },
    }),
  ],
  ['a negative time to end, which Kubernetes takes', set({ terminationGracePeriodSeconds: -1 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiPodSettingsValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'no server',
    dns({}, 'None'),
    ['spec.template.spec.dnsConfig.nameservers: is empty; with dnsPolicy None at least one is expected'],
  ],
  [
    'a server by name',
    dns({ nameservers: ['dns.bank'] }),
    ['spec.template.spec.dnsConfig.nameservers[0]: is "dns.bank"; an IP address is expected'],
  ],
  [
    'too many servers',
    dns({ nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }),
    ['spec.template.spec.dnsConfig.nameservers: has 4 items; at most 3 are expected'],
  ],
  [
    'too many searches',
    dns({ searches: many(33) }),
    ['spec.template.spec.dnsConfig.searches: has 33 items; at most 32 are expected'],
  ],
  [
    'too long searches',
    dns({ searches: many(9).map((name) => name.padEnd(240, 'a')) }),
    ['spec.template.spec.dnsConfig.searches: has 2168 characters; at most 2048 are expected'],
  ],
  [
    'a search and an option',
    dns({ searches: ['A'], options: [{ name: '' }] }),
    [
      'spec.template.spec.dnsConfig.options[0].name: is empty; a value is expected',
      'spec.template.spec.dnsConfig.searches[0]: is "A"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'words',
    set({ dnsPolicy: 'Cluster', preemptionPolicy: '', os: { name: 'aix' } }),
    [
      'spec.template.spec.dnsPolicy: is "Cluster"; ClusterFirst, ClusterFirstWithHostNet, Default or None is expected',
      'spec.template.spec.preemptionPolicy: is ""; PreemptLowerPriority or Never is expected',
      'spec.template.spec.os.name: is "aix"; linux or windows is expected',
    ],
  ],
  [
    'names in a file',
    set({ hostAliases: [{ ip: 'vm-1', hostnames: ['A'] }] }),
    [
      'spec.template.spec.hostAliases[0].ip: is "vm-1"; an IP address is expected',
      'spec.template.spec.hostAliases[0].hostnames[0]: is "A"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'the end of a Deployment',
    set({ activeDeadlineSeconds: 60 }),
    ['spec.template.spec.activeDeadlineSeconds: is given, and Pods of a Deployment have no end'],
  ],
  [
    'an end at once',
    aCronJob({ podSpec: { activeDeadlineSeconds: 0 } }),
    ['spec.jobTemplate.spec.template.spec.activeDeadlineSeconds: is 0; 1 to 2147483647 is expected'],
  ],
  [
    'gates',
    set({ readinessGates: [{ conditionType: 'a b' }], schedulingGates: [{ name: 'a' }, { name: 'a' }] }),
    [
      'spec.template.spec.readinessGates[0].conditionType: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
      'spec.template.spec.schedulingGates[a].name: is "a", which another gate is already',
    ],
  ],
  [
    'another port of the VM',
    aWorkload({
      containers: [aContainer({ ports: [{ containerPort: 80, hostPort: 8080 }] })],
      podSpec: { hostNetwork: true },
    }),
    [
      'spec.template.spec.containers[web].ports[0].hostPort: is 8080; with hostNetwork the containerPort is expected, which is 80',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiPodSettingsValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = dns({}, 'None');

  expect(apiPodSettingsValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.dnsConfig.nameservers',
      message: 'is empty; with dnsPolicy None at least one is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiPodSettingsValid)).not.toThrow();
});
