import type { Container, ContainerPort, EnvVar, PodSpec, PodTemplateSpec } from '../../imports/k8s';
import { resourceRequirements, type ContainerSize } from '../platform/container-size';
import { imageCatalog } from '../platform/image-catalog';
import { imageReference, type ImageRegistry } from '../platform/image-registry';
import type { Labels } from '../platform/labels';
import { volumeMountOf, volumeOf, type Mount } from '../platform/mount';
import type { EnvironmentValue, EnvironmentVariables } from '../platform/environment-variables';
import type { WorkloadDescription } from './workload-description';

/** What a Pod is made of: the parts of a description that concern the Pod, completed. */
export interface PodParts extends Pick<WorkloadDescription, 'image' | 'container' | 'command' | 'args' | 'ports'> {
  readonly registry: ImageRegistry;
  readonly labels: Labels;
  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly size: ContainerSize;
  readonly environment: EnvironmentVariables;
  readonly mounts: readonly Mount[];
  /** @default none, as for a Pod that ends by itself */
  readonly probes?: WorkloadDescription['probes'];
  readonly stop: WorkloadDescription['stop'];
  /** Fields of the Pod that only some have. @default none */
  readonly more?: Partial<PodSpec>;
}

/**
 * Returns a Pod of one container that Pod Security `restricted` admits: a numeric user that is not root, no
 * privileges to gain, no capabilities, the runtime's seccomp profile, and a root file system that cannot be written.
 */
export function podTemplate(parts: PodParts): PodTemplateSpec {
  const { uid, gid } = imageCatalog[parts.image];
  return {
    metadata: { labels: parts.labels, annotations: parts.annotations },
    spec: {
      automountServiceAccountToken: false,
      // Off, as the variables of a Service named anomaly-mongo can have the names of settings.
      enableServiceLinks: false,
      imagePullSecrets: [{ name: parts.registry.pullSecret }],
      securityContext: {
        runAsNonRoot: true,
        runAsUser: uid,
        runAsGroup: gid,
        fsGroup: gid,
        // Else each start changes the owner of every file of a big volume.
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      terminationGracePeriodSeconds: parts.stop.gracePeriod.toSeconds(),
      containers: [container(parts)],
      volumes: parts.mounts.map(volumeOf),
      ...parts.more,
    },
  };
}

function container(parts: PodParts): Container {
  const { image, registry, command, args, ports = {}, probes, stop } = parts;
  return {
    name: parts.container ?? image.replaceAll('_', '-'),
    image: imageReference(registry, image),
    // Tags never move, so a node that has the image can start it while the registry is down.
    imagePullPolicy: 'IfNotPresent',
    command: command && [...command],
    args: args && [...args],
    env: variables(parts.environment),
    ports: containerPorts(ports),
    resources: resourceRequirements(parts.size),
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    startupProbe: probes?.startup,
    readinessProbe: probes?.readiness,
    livenessProbe: probes?.liveness,
    lifecycle: stop.drain && { preStop: { exec: { command: ['sleep', `${stop.drain.toSeconds()}`] } } },
    // Where a process leaves no message, `kubectl describe` shows the last lines of its log.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: parts.mounts.map(volumeMountOf),
  };
}

function containerPorts(ports: Readonly<Record<string, number>>): ContainerPort[] | undefined {
  const entries = Object.entries(ports);
  return entries.length === 0
    ? undefined
    : entries.map(([name, containerPort]) => ({ name, containerPort, protocol: 'TCP' }));
}

function variables(environment: EnvironmentVariables): EnvVar[] {
  return Object.entries(environment).map(([name, value]) => ({ name, ...variableValue(value) }));
}

function variableValue(value: EnvironmentValue): Omit<EnvVar, 'name'> {
  if (typeof value === 'string') {
    return { value };
  }
  return 'field' in value
    ? { valueFrom: { fieldRef: { fieldPath: value.field } } }
    : { valueFrom: { secretKeyRef: { name: value.secret, key: value.key } } };
}
