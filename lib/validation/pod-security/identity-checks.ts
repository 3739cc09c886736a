import type { FieldProblem } from '../fields/field-problems';
import { asObject, asText, isJsonObject } from '../manifest';
import type { Json, JsonObject } from '../manifest';
import { settingOf, violation } from './security-pod';
import type { SecurityCheck, SecurityPod } from './security-pod';

const SELINUX_TYPES = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);
const SECCOMP_TYPES = new Set(['RuntimeDefault', 'Localhost']);
const APPARMOR_KEY = 'container.apparmor.security.beta.kubernetes.io/';

/** A field that counts for all containers that do not set it, if the Pod does. */
interface SharedField {
  /** Where it stands in a security context. */
  readonly path: string;
  readonly reason: string;
  /** What somebody must do. */
  readonly demand: string;
  readonly valueIn: (securityContext: JsonObject) => Json | undefined;
  readonly isSet: (value: Json | undefined) => boolean;
  /** What a field that is set does and must not, or undefined. */
  readonly refused: (value: Json | undefined) => string | undefined;
}

const NON_ROOT: SharedField = {
  path: 'runAsNonRoot',
  reason: 'runAsNonRoot != true',
  demand: 'set securityContext.runAsNonRoot=true',
  valueIn: ({ runAsNonRoot }) => runAsNonRoot,
  isSet: (value) => typeof value === 'boolean',
  refused: (value) => (value === false ? 'set securityContext.runAsNonRoot=false' : undefined),
};

const SECCOMP_PROFILE: SharedField = {
  path: 'seccompProfile.type',
  reason: 'seccompProfile',
  demand: 'set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
  valueIn: ({ seccompProfile }) => asObject(seccompProfile)['type'],
  isSet: (value) => value !== undefined && value !== null,
  refused: (value) =>
    SECCOMP_TYPES.has(asText(value)) ? undefined : `set securityContext.seccompProfile.type to "${asText(value)}"`,
};

/**
 * The demands on whom a container runs as, and under which profiles.
 *
 * @see k8s.io/pod-security-admission v0.27 policy/check_runAsNonRoot.go, check_runAsUser.go,
 * check_seccompProfile_restricted.go, check_seLinuxOptions.go, check_appArmorProfile.go
 */
export const identityChecks: readonly SecurityCheck[] = [
  (pod) => podOrContainers(pod, NON_ROOT),

  ({ setters }) =>
    setters.flatMap((setter) => {
      if (setter.settings['runAsUser'] !== 0) return [];
      const detail = `${setter.name} must not set runAsUser=0`;
      return [violation(settingOf(setter, 'runAsUser'), 'runAsUser=0', detail, 'Set another user than root.')];
    }),

  (pod) => (pod.windows ? [] : podOrContainers(pod, SECCOMP_PROFILE)),

  ({ setters }) =>
    setters.flatMap((setter) => {
      if (!isJsonObject(setter.settings['seLinuxOptions'])) return [];
      const options = settingOf(setter, 'seLinuxOptions');
      const type = options.at('type').text ?? '';
      return [
        ...(SELINUX_TYPES.has(type) ? [] : [[options.at('type'), `type "${type}"`] as const]),
        ...['user', 'role'].flatMap((part) =>
          (options.at(part).text ?? '') === '' ? [] : [[options.at(part), `${part} may not be set`] as const],
        ),
      ].map(([field, what]) =>
        violation(
          field,
          'seLinuxOptions',
          `${setter.name} set forbidden securityContext.seLinuxOptions: ${what}`,
          'Remove it.',
        ),
      );
    }),

  ({ metadata }) =>
    Object.keys(asObject(asObject(metadata.value)['annotations'])).flatMap((key) => {
      if (!key.startsWith(APPARMOR_KEY)) return [];
      const field = metadata.at('annotations').entry(key);
      const profile = field.text ?? '';
      const allowed = profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
      return allowed ? [] : [violation(field, 'forbidden AppArmor profile', `${key}="${profile}"`, 'Remove it.')];
    }),
];

function podOrContainers({ setters, containers }: SecurityPod, shared: SharedField): readonly FieldProblem[] {
  const { path, reason, demand, valueIn, isSet, refused } = shared;
  const wrong = setters.flatMap((setter) => {
    const value = valueIn(setter.settings);
    const what = isSet(value) ? refused(value) : undefined;
    return what === undefined ? [] : [violation(settingOf(setter, path), reason, `${setter.name} must not ${what}`)];
  });
  const [pod] = setters;
  // Like the plugin, which speaks of what is missing only where nothing is wrong.
  if (wrong.length > 0 || pod === undefined || isSet(valueIn(pod.settings))) return wrong;
  const open = containers.filter(({ settings }) => !isSet(valueIn(settings)));
  if (open.length === 0) return [];
  const names = open.map(({ name }) => name.replace('container ', '')).join(', ');
  const detail = `pod or ${open.length === 1 ? 'container' : 'containers'} ${names} must ${demand}`;
  return [violation(settingOf(pod, path), reason, detail)];
}
