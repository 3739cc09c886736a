import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiSecurityContextValid } from './api-security-context-valid';

const container = (securityContext: JsonObject) => aWorkload({ containers: [aContainer({ securityContext })] });
const pod = (securityContext: JsonObject, rest: JsonObject = {}) =>
  aWorkload({ podSpec: { securityContext, ...rest } });

test.each<[string, Manifest]>([
  [
    'a restricted container',
    container({
      allowPrivilegeEscalation: false,
      runAsUser: 1000,
      capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] },
      seccompProfile: { type: 'Localhost', localhostProfile: 'a/b.json' },
    }),
  ],
  ['a privileged container', container({ privileged: true, allowPrivilegeEscalation: true })],
  [
    'a Pod',
    pod(
      {
        runAsUser: 0,
        fsGroup: 2147483647,
        fsGroupChangePolicy: 'Always',
        supplementalGroups: [1],
        sysctls: [{ name: 'net.core.somaxconn', value: '1' }],
      },
      { shareProcessNamespace: true },
    ),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiSecurityContextValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a privileged container that may not gain privileges',
    container({ privileged: true, allowPrivilegeEscalation: false }),
    [
      'spec.template.spec.containers[web].securityContext.privileged: is true; allowPrivilegeEscalation is false, and a privileged container has all privileges',
    ],
  ],
  [
    'an administrator that may not gain privileges',
    container({ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } }),
    [
      'spec.template.spec.containers[web].securityContext.capabilities.add: has CAP_SYS_ADMIN; allowPrivilegeEscalation is false, and with it a container can gain any',
    ],
  ],
  [
    'a negative user',
    container({ runAsUser: -1, runAsGroup: -1 }),
    [
      'spec.template.spec.containers[web].securityContext.runAsUser: is -1; 0 to 2147483647 is expected',
      'spec.template.spec.containers[web].securityContext.runAsGroup: is -1; 0 to 2147483647 is expected',
    ],
  ],
  [
    'a user above 2147483647',
    pod({ runAsUser: 4294967295 }),
    ['spec.template.spec.securityContext.runAsUser: is 4294967295; 0 to 2147483647 is expected'],
  ],
  [
    'groups of a Pod',
    pod({ fsGroup: -1, supplementalGroups: [-5] }),
    [
      'spec.template.spec.securityContext.fsGroup: is -1; 0 to 2147483647 is expected',
      'spec.template.spec.securityContext.supplementalGroups[0]: is -5; 0 to 2147483647 is expected',
    ],
  ],
  [
    'words',
    pod({ fsGroupChangePolicy: 'Never', seccompProfile: { type: 'Default' } }),
    [
      'spec.template.spec.securityContext.seccompProfile.type: is "Default"; RuntimeDefault, Unconfined or Localhost is expected',
      'spec.template.spec.securityContext.fsGroupChangePolicy: is "Never"; OnRootMismatch or Always is expected',
    ],
  ],
  [
    'a profile without a file',
    container({ seccompProfile: { type: 'Localhost' } }),
    [
      'spec.template.spec.containers[web].securityContext.seccompProfile.localhostProfile: is missing; the type Localhost asks for a file',
    ],
  ],
  [
    'a profile with a file that is not used',
    container({ seccompProfile: { type: 'RuntimeDefault', localhostProfile: 'a' } }),
    [
      'spec.template.spec.containers[web].securityContext.seccompProfile.localhostProfile: is given, which only the type Localhost takes',
    ],
  ],
  [
    'a profile outside',
    container({ seccompProfile: { type: 'Localhost', localhostProfile: '../a' } }),
    [
      'spec.template.spec.containers[web].securityContext.seccompProfile.localhostProfile: is "../a"; a relative path without ".." is expected',
    ],
  ],
  [
    'settings of the kernel',
    pod({
      sysctls: [
        { name: 'A', value: '1' },
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    }),
    [
      'spec.template.spec.securityContext.sysctls[A].name: is "A"; a name such as net.core.somaxconn is expected',
      'spec.template.spec.securityContext.sysctls[a].name: is "a", which another sysctl is already',
    ],
  ],
  [
    'processes of the VM that are shared',
    pod({}, { shareProcessNamespace: true, hostPID: true }),
    ['spec.template.spec.shareProcessNamespace: is true, as hostPID is; only one of these is expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiSecurityContextValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = container({ privileged: true, allowPrivilegeEscalation: false });

  expect(apiSecurityContextValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].securityContext.privileged',
      message: 'is true; allowPrivilegeEscalation is false, and a privileged container has all privileges',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiSecurityContextValid)).not.toThrow();
});
