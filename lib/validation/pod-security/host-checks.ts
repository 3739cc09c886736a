import { asList, asObject } from '../manifest';
import { violation } from './security-pod';
import type { SecurityCheck, SecuritySetter } from './security-pod';

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
  ({ spec, podSpec }) =>
    HOST_NAMESPACES.filter((name) => podSpec[name] === true).map((name) =>
      violation(spec.at(name), 'host namespaces', `${name}=true`, 'Remove it.'),
    ),

  ({ containers }) =>
    containers.filter(usesHostPorts).flatMap(({ name, field: container }) =>
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

  ({ spec, podSpec }) =>
    asList(podSpec['volumes']).flatMap((item, index) => {
      const json = asObject(item);
      const types = Object.keys(json).filter((key) => key !== 'name' && (json[key] ?? null) !== null);
      const [type] = types;
      // Without any type it becomes an emptyDir.
      if (type === undefined || types.some((one) => ALLOWED_VOLUMES.has(one))) return [];
      const volume = spec.at('volumes').item(item, index);
      const detail = `volume "${volume.at('name').text ?? ''}" uses restricted volume type "${type}"`;
      return [
        violation(volume.at(type), 'restricted volume types', detail, `Use one of ${[...ALLOWED_VOLUMES].join(', ')}.`),
      ];
    }),
];

function usesHostPorts({ field }: SecuritySetter): boolean {
  return asList(asObject(field.value)['ports']).some((port) => asObject(port)['hostPort'] !== undefined);
}
