import * as fc from 'fast-check';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { podSecurityRestricted } from './pod-security-restricted';

const CONTAINER = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const POD = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const C = 'spec.template.spec.containers[web].securityContext';
const P = 'spec.template.spec.securityContext';

interface Parts {
  readonly pod?: JsonObject;
  readonly container?: JsonObject;
  /** Fields of the container beside its security context. */
  readonly beside?: JsonObject;
  /** Fields of the Pod's spec. */
  readonly spec?: JsonObject;
}

const safeContainer = (name: string, more: JsonObject = {}, beside: JsonObject = {}) =>
  aContainer({ name, securityContext: { ...CONTAINER, ...more }, ...beside });

const aPod = ({ pod = {}, container = {}, beside = {}, spec = {} }: Parts = {}) =>
  aWorkload({
    containers: [safeContainer('web', container, beside)],
    podSpec: { securityContext: { ...POD, ...pod }, ...spec },
  });

const findings = (...manifests: Manifest[]) =>
  podSecurityRestricted.check(manifests, {}).map(({ field, message }) => [field, message]);

test('a Pod that runs as a user without privileges is admitted', () => {
  expect(findings(aPod())).toEqual([]);
});

test.each<[string, Parts]>([
  ['adds NET_BIND_SERVICE', { container: { capabilities: { drop: ['ALL', 'KILL'], add: ['NET_BIND_SERVICE'] } } }],
  ['sets runAsNonRoot on each container alone', { pod: { runAsNonRoot: null }, container: { runAsNonRoot: true } }],
  [
    'sets a seccomp profile on each container alone',
    { pod: { seccompProfile: null }, container: { seccompProfile: { type: 'Localhost', localhostProfile: 'x' } } },
  ],
  ['has an SELinux type of containers', { pod: { seLinuxOptions: { type: 'container_t', level: 's0' } } }],
  ['sets safe sysctls', { pod: { sysctls: [{ name: 'net.ipv4.ip_local_reserved_ports', value: '1' }] } }],
  ['has procMount Default', { container: { procMount: 'Default' } }],
  ['has hostPort 0 and hostNetwork false', { beside: { ports: [{ hostPort: 0 }] }, spec: { hostNetwork: false } }],
  [
    'has volumes of the allowed types',
    {
      spec: {
        volumes: [
          { name: 'a', emptyDir: {} },
          { name: 'b', persistentVolumeClaim: { claimName: 'b' } },
          // The API server makes it an emptyDir.
          { name: 'c' },
          { name: 'd', csi: { driver: 'd' }, hostPath: null },
        ],
      },
    },
  ],
])('a Pod that %s is admitted', (_case, parts) => {
  expect(findings(aPod(parts))).toEqual([]);
});

test.each<[string, Parts, string, string]>([
  [
    'leaves privileges to be gained',
    { container: { allowPrivilegeEscalation: null } },
    `${C}.allowPrivilegeEscalation`,
    'allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false)',
  ],
  [
    'keeps capabilities',
    { container: { capabilities: { drop: ['KILL', 'all'] } } },
    `${C}.capabilities.drop`,
    'unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"])',
  ],
  [
    'adds capabilities',
    { container: { capabilities: { drop: ['ALL'], add: ['NET_RAW', 'CHOWN', 'NET_BIND_SERVICE'] } } },
    `${C}.capabilities.add`,
    'unrestricted capabilities (container "web" must not include "NET_RAW", "CHOWN" in securityContext.capabilities.add)',
  ],
  [
    'is privileged',
    { container: { privileged: true } },
    `${C}.privileged`,
    'privileged (container "web" must not set securityContext.privileged=true)',
  ],
  [
    'sees all of /proc',
    { container: { procMount: 'Unmasked' } },
    `${C}.procMount`,
    'procMount (container "web" must not set securityContext.procMount to "Unmasked")',
  ],
  [
    'is a process of the host on Windows',
    { pod: { windowsOptions: { hostProcess: true } } },
    `${P}.windowsOptions.hostProcess`,
    'hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)',
  ],
  [
    'may run as root',
    { pod: { runAsNonRoot: null } },
    `${P}.runAsNonRoot`,
    'runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true)',
  ],
  [
    'says that it may run as root',
    { container: { runAsNonRoot: false } },
    `${C}.runAsNonRoot`,
    'runAsNonRoot != true (container "web" must not set securityContext.runAsNonRoot=false)',
  ],
  ['runs as root', { pod: { runAsUser: 0 } }, `${P}.runAsUser`, 'runAsUser=0 (pod must not set runAsUser=0)'],
  [
    'has no seccomp profile',
    { pod: { seccompProfile: null } },
    `${P}.seccompProfile.type`,
    'seccompProfile (pod or container "web" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  ],
  [
    'has an open seccomp profile',
    { container: { seccompProfile: { type: 'Unconfined' } } },
    `${C}.seccompProfile.type`,
    'seccompProfile (container "web" must not set securityContext.seccompProfile.type to "Unconfined")',
  ],
  [
    'has another SELinux type',
    { pod: { seLinuxOptions: { type: 'spc_t' } } },
    `${P}.seLinuxOptions.type`,
    'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "spc_t")',
  ],
  [
    'has an SELinux user',
    { container: { seLinuxOptions: { user: 'system_u' } } },
    `${C}.seLinuxOptions.user`,
    'seLinuxOptions (container "web" set forbidden securityContext.seLinuxOptions: user may not be set)',
  ],
  [
    'has an SELinux role',
    { container: { seLinuxOptions: { role: 'system_r' } } },
    `${C}.seLinuxOptions.role`,
    'seLinuxOptions (container "web" set forbidden securityContext.seLinuxOptions: role may not be set)',
  ],
  [
    'sets another sysctl',
    { pod: { sysctls: [{ name: 'vm.swappiness', value: '1' }] } },
    `${P}.sysctls[vm.swappiness].name`,
    'forbidden sysctls (vm.swappiness)',
  ],
  [
    'uses the network of its VM',
    { spec: { hostNetwork: true } },
    'spec.template.spec.hostNetwork',
    'host namespaces (hostNetwork=true)',
  ],
  [
    'sees the processes of its VM',
    { spec: { hostPID: true } },
    'spec.template.spec.hostPID',
    'host namespaces (hostPID=true)',
  ],
  [
    'shares memory with its VM',
    { spec: { hostIPC: true } },
    'spec.template.spec.hostIPC',
    'host namespaces (hostIPC=true)',
  ],
  [
    'takes a port of its VM',
    { beside: { ports: [{ name: 'http', containerPort: 80, hostPort: 80 }] } },
    'spec.template.spec.containers[web].ports[http].hostPort',
    'hostPort (container "web" uses hostPort 80)',
  ],
  [
    'mounts a folder of its VM',
    { spec: { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] } },
    'spec.template.spec.volumes[logs].hostPath',
    'restricted volume types (volume "logs" uses restricted volume type "hostPath")',
  ],
])('a Pod that %s is not', (_case, parts, field, message) => {
  expect(findings(aPod(parts))).toEqual([[field, message]]);
});

test('another AppArmor profile than that of the runtime is forbidden, and one that is loaded is not', () => {
  const profile = (value: string) => {
    const { json, file } = aPod();
    const key = 'container.apparmor.security.beta.kubernetes.io/web';
    const { spec } = json as { spec: { template: JsonObject } };
    const template = { ...spec.template, metadata: { annotations: { [key]: value, other: 'unconfined' } } };
    return { file, json: { ...json, spec: { template } } };
  };

  expect(findings(profile('runtime/default'), profile('localhost/web'), profile(''))).toEqual([]);
  expect(findings(profile('unconfined'))).toEqual([
    [
      'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]',
      'forbidden AppArmor profile (container.apparmor.security.beta.kubernetes.io/web="unconfined")',
    ],
  ]);
});

test('init containers and ephemeral ones are asked like any other, in the Pods of a CronJob as well', () => {
  const podSpec = {
    securityContext: POD,
    initContainers: [safeContainer('prepare', { privileged: true })],
    ephemeralContainers: [safeContainer('look', { runAsUser: 0 })],
  };
  const cronJob = aCronJob({ containers: [safeContainer('backup')], podSpec });

  expect(findings(cronJob).map(([field]) => field)).toEqual([
    'spec.jobTemplate.spec.template.spec.ephemeralContainers[look].securityContext.runAsUser',
    'spec.jobTemplate.spec.template.spec.initContainers[prepare].securityContext.privileged',
  ]);
});

test('who leaves a shared field open is named together, once', () => {
  const containers = [safeContainer('web'), safeContainer('log', { runAsNonRoot: true }), safeContainer('proxy')];
  const podSpec = { securityContext: { ...POD, runAsNonRoot: null } };

  expect(findings(aWorkload({ containers, podSpec })).map(([, message]) => message)).toEqual([
    'runAsNonRoot != true (pod or containers "web", "proxy" must set securityContext.runAsNonRoot=true)',
  ]);
});

test('on Windows, what cannot be set there is not demanded', () => {
  const podSpec = { os: { name: 'windows' }, securityContext: { runAsNonRoot: true } };

  expect(findings(aWorkload({ podSpec }))).toEqual([]);
});

test('a finding tells what to do, and is an error that can be acknowledged', () => {
  const manifest = aPod({ container: { privileged: true } });

  expect(podSecurityRestricted).toMatchObject({ class: 'policy', severity: 'error' });
  expect(podSecurityRestricted.check([manifest], {})).toEqual([
    {
      manifest,
      field: `${C}.privileged`,
      message: 'privileged (container "web" must not set securityContext.privileged=true)',
      remedy: 'Remove it.',
    },
  ]);
});

test('it takes any JSON for an object', () => {
  const samples = oddManifests(aPod({ spec: { volumes: [{ name: 'a', emptyDir: {} }] } }), aCronJob());
  const property = fc.property(samples, (manifests) => {
    podSecurityRestricted.check(manifests, {});
  });

  expect(() => fc.assert(property)).not.toThrow();
});
