import type { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import { violation } from './security-pod';
import type { SecurityCheck, SecurityPod } from './security-pod';

const SELINUX_TYPES = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);
const SECCOMP_TYPES = new Set(['RuntimeDefault', 'Localhost']);
const APPARMOR_KEY = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * The demands on whom a container runs as, and under which profiles.
 *
 * @see k8s.io/pod-security-admission v0.27 policy/check_runAsNonRoot.go, check_runAsUser.go,
 * check_seccompProfile_restricted.go, check_seLinuxOptions.go, check_appArmorProfile.go
 */
export const identityChecks: readonly SecurityCheck[] = [
  (pod) =>
    podOrContainers(pod, {
      path: 'runAsNonRoot',
      reason: 'runAsNonRoot != true',
      demand: 'set securityContext.runAsNonRoot=true',
      isSet: ({ value }) => typeof value === 'boolean',
      refused: ({ value }) => (value === false ? 'set securityContext.runAsNonRoot=false' : undefined),
    }),

  ({ setters }) =>
    setters.flatMap(({ name, securityContext }) => {
      const field = securityContext.at('runAsUser');
      if (field.value !== 0) return [];
      return [violation(field, 'runAsUser=0', `${name} must not set runAsUser=0`, 'Set another user than root.')];
    }),

  (pod) =>
    pod.windows
      ? []
      : podOrContainers(pod, {
          path: 'seccompProfile.type',
          reason: 'seccompProfile',
          demand: 'set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
          isSet: ({ exists }) => exists,
          refused: ({ text = '' }) =>
            SECCOMP_TYPES.has(text) ? undefined : `set securityContext.seccompProfile.type to "${text}"`,
        }),

  ({ setters }) =>
    setters.flatMap(({ name, securityContext }) => {
      const options = securityContext.at('seLinuxOptions');
      if (!options.isObject) return [];
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
          `${name} set forbidden securityContext.seLinuxOptions: ${what}`,
          'Remove it.',
        ),
      );
    }),

  ({ metadata }) =>
    metadata.at('annotations').entries.flatMap(([key, field]) => {
      const profile = field.text ?? '';
      const allowed = profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
      if (!key.startsWith(APPARMOR_KEY) || allowed) return [];
      return [violation(field, 'forbidden AppArmor profile', `${key}="${profile}"`, 'Remove it.')];
    }),
];

/** A field that counts for all containers that do not set it, if the Pod does. */
interface SharedField {
  readonly path: string;
  readonly reason: string;
  /** What somebody must do. */
  readonly demand: string;
  readonly isSet: (field: Field) => boolean;
  /** What a field that is set does and must not, or undefined. */
  readonly refused: (field: Field) => string | undefined;
}

function podOrContainers({ setters, containers }: SecurityPod, shared: SharedField): readonly FieldProblem[] {
  const { path, reason, demand, isSet, refused } = shared;
  const settings = setters.map(({ name, securityContext }) => ({ name, field: securityContext.at(path) }));
  const wrong = settings.flatMap(({ name, field }) => {
    const what = isSet(field) ? refused(field) : undefined;
    return what === undefined ? [] : [violation(field, reason, `${name} must not ${what}`)];
  });
  const [pod] = settings;
  // Like the plugin, which speaks of what is missing only where nothing is wrong.
  if (wrong.length > 0 || pod === undefined || isSet(pod.field)) return wrong;
  const open = containers.filter(({ securityContext }) => !isSet(securityContext.at(path)));
  if (open.length === 0) return [];
  const names = open.map(({ name }) => name.replace('container ', '')).join(', ');
  const detail = `pod or ${open.length === 1 ? 'container' : 'containers'} ${names} must ${demand}`;
  return [violation(pod.field, reason, detail)];
}
