import { asList, asObject } from '../manifest';
import { joinedQuotes, settingOf, violation } from './security-pod';
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
      : containers.flatMap((setter) => {
          if (setter.settings['allowPrivilegeEscalation'] === false) return [];
          const field = settingOf(setter, 'allowPrivilegeEscalation');
          const detail = `${setter.name} must set securityContext.allowPrivilegeEscalation=false`;
          return [violation(field, 'allowPrivilegeEscalation != false', detail)];
        }),

  ({ containers, windows }) =>
    windows
      ? []
      : containers.flatMap((setter) => {
          if (asList(asObject(setter.settings['capabilities'])['drop']).includes('ALL')) return [];
          const field = settingOf(setter, 'capabilities.drop');
          const detail = `${setter.name} must set securityContext.capabilities.drop=["ALL"]`;
          return [violation(field, 'unrestricted capabilities', detail)];
        }),

  ({ containers, windows }) =>
    windows
      ? []
      : containers.flatMap((setter) => {
          const { add } = asObject(setter.settings['capabilities']);
          const forbidden = asList(add)
            .filter((one) => typeof one === 'string')
            .filter((one) => one !== ADDABLE_CAPABILITY);
          if (forbidden.length === 0) return [];
          const field = settingOf(setter, 'capabilities.add');
          const detail = `${setter.name} must not include ${joinedQuotes(forbidden)} in securityContext.capabilities.add`;
          return [violation(field, 'unrestricted capabilities', detail, `Add ${ADDABLE_CAPABILITY} at most.`)];
        }),

  ({ containers }) =>
    containers.flatMap((setter) => {
      if (setter.settings['privileged'] !== true) return [];
      const field = settingOf(setter, 'privileged');
      return [
        violation(field, 'privileged', `${setter.name} must not set securityContext.privileged=true`, 'Remove it.'),
      ];
    }),

  ({ containers }) =>
    containers.flatMap((setter) => {
      const { procMount } = setter.settings;
      if (typeof procMount !== 'string' || procMount === 'Default') return [];
      const field = settingOf(setter, 'procMount');
      const detail = `${setter.name} must not set securityContext.procMount to "${procMount}"`;
      return [violation(field, 'procMount', detail, 'Remove it.')];
    }),

  ({ setters }) =>
    setters.flatMap((setter) => {
      if (asObject(setter.settings['windowsOptions'])['hostProcess'] !== true) return [];
      const field = settingOf(setter, 'windowsOptions.hostProcess');
      const detail = `${setter.name} must not set securityContext.windowsOptions.hostProcess=true`;
      return [violation(field, 'hostProcess', detail, 'Remove it.')];
    }),
];
