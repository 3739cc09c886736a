import { isJsonObject } from '../manifest';
import { violation } from './security-pod';
import type { SecurityCheck } from './security-pod';

const HOST_NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'];

const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_syncookies',
]);

const ALLOWED_VOLUMES: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/**
 * The demands on what of its VM a Pod may use.
 *
 * @see k8s.io/pod-security-admission v0.27 policy/check_hostNamespaces.go, check_hostPorts.go, check_sysctls.go,
 * check_restrictedVolumes.go
 */
export const hostChecks: readonly SecurityCheck[] = [
  ({ spec }) =>
    HOST_NAMESPACES.map((name) => ({ name, field: spec.at(name) }))
      .filter(({ field }) => field.value === true)
      .map(({ name, field }) => violation(field, 'host namespaces', `${name}=true`, 'Remove it.')),

  ({ containers }) =>
    containers.flatMap(({ name, field: container }) =>
      container.all('ports[].hostPort').flatMap((field) => {
        if ((field.integer ?? 0) === 0) return [];
        return [violation(field, 'hostPort', `${name} uses hostPort ${field.integer}`, 'Remove it; use a Service.')];
      }),
    ),

  ({ spec }) =>
    spec.all('securityContext.sysctls[].name').flatMap((field) => {
      const { text = '' } = field;
      return SAFE_SYSCTLS.has(text) ? [] : [violation(field, 'forbidden sysctls', text, 'Remove it.')];
    }),

  ({ spec }) =>
    spec.at('volumes').items.flatMap((volume) => {
      const json = isJsonObject(volume.value) ? volume.value : {};
      const types = Object.keys(json).filter((key) => key !== 'name' && (json[key] ?? null) !== null);
      const [type] = types;
      // Without any type it becomes an emptyDir.
      if (type === undefined || types.some((one) => ALLOWED_VOLUMES.has(one))) return [];
      const detail = `volume "${volume.at('name').text ?? ''}" uses restricted volume type "${type}"`;
      return [
        violation(volume.at(type), 'restricted volume types', detail, `Use one of ${[...ALLOWED_VOLUMES].join(', ')}.`),
      ];
    }),
];
