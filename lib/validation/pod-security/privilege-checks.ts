import { joinedQuotes, textsOf, violation } from './security-pod';
import type { SecurityCheck } from './security-pod';

const ADDABLE_CAPABILITY = 'NET_BIND_SERVICE';

/**
 * The demands on what a container may do or become able to do.
 *
 * @see k8s.io/pod-security-admission v0.27 policy/check_allowPrivilegeEscalation.go, check_capabilities_restricted.go,
 * check_privileged.go, check_procMount.go, check_windowsHostProcess.go
 */
export const privilegeChecks: readonly SecurityCheck[] = [
  ({ containers, windows }) =>
    windows
      ? []
      : containers.flatMap(({ name, securityContext }) => {
          const field = securityContext.at('allowPrivilegeEscalation');
          if (field.value === false) return [];
          const detail = `${name} must set securityContext.allowPrivilegeEscalation=false`;
          return [violation(field, 'allowPrivilegeEscalation != false', detail)];
        }),

  ({ containers, windows }) =>
    windows
      ? []
      : containers.flatMap(({ name, securityContext }) => {
          const field = securityContext.at('capabilities.drop');
          if (textsOf(field).includes('ALL')) return [];
          const detail = `${name} must set securityContext.capabilities.drop=["ALL"]`;
          return [violation(field, 'unrestricted capabilities', detail)];
        }),

  ({ containers, windows }) =>
    windows
      ? []
      : containers.flatMap(({ name, securityContext }) => {
          const field = securityContext.at('capabilities.add');
          const forbidden = textsOf(field).filter((capability) => capability !== ADDABLE_CAPABILITY);
          if (forbidden.length === 0) return [];
          const detail = `${name} must not include ${joinedQuotes(forbidden)} in securityContext.capabilities.add`;
          return [violation(field, 'unrestricted capabilities', detail, `Add ${ADDABLE_CAPABILITY} at most.`)];
        }),

  ({ containers }) =>
    containers.flatMap(({ name, securityContext }) => {
      const field = securityContext.at('privileged');
      if (field.value !== true) return [];
      return [violation(field, 'privileged', `${name} must not set securityContext.privileged=true`, 'Remove it.')];
    }),

  ({ containers }) =>
    containers.flatMap(({ name, securityContext }) => {
      const field = securityContext.at('procMount');
      if (field.text === undefined || field.text === 'Default') return [];
      const detail = `${name} must not set securityContext.procMount to "${field.text}"`;
      return [violation(field, 'procMount', detail, 'Remove it.')];
    }),

  ({ setters }) =>
    setters.flatMap(({ name, securityContext }) => {
      const field = securityContext.at('windowsOptions.hostProcess');
      if (field.value !== true) return [];
      const detail = `${name} must not set securityContext.windowsOptions.hostProcess=true`;
      return [violation(field, 'hostProcess', detail, 'Remove it.')];
    }),
];
