import { autoscalersAmong } from '../pods/autoscalers';
import type { Autoscalers } from '../pods/autoscalers';
import { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import type { Manifest } from '../manifest';
import { listed, namedObjects } from '../references/named-objects';
import type { NamedObjects } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { podReferences } from '../references/pod-references';
import { workloadsAmong } from '../pods/pods';
import type { WorkloadManifest } from '../pods/pods';
import { deploymentRolloutBounds } from '../pods/rollout-bounds';
import type { Problem, Rule, RuleEnvironment, Severity } from '../rule';
import { wholeNumber } from '../quantities/whole-number';

/** In which one Pod alone can mount a claim, wherever the others are. */
const SINGLE_POD_MODE = 'ReadWriteOncePod';
const SINGLE_VM_MODE = 'ReadWriteOnce';
/** In which Pods on several VMs can. */
const SHARED_MODES: ReadonlySet<string> = new Set(['ReadWriteMany', 'ReadOnlyMany']);

/** How many VMs are assumed where nobody says. */
const SEVERAL_VMS = 2;

/**
 * A claim that is ReadWriteOnce is on one VM at a time. A rollout that keeps the old Pod until the new one is ready, or
 * a second replica, waits for ever as soon as the new Pod lands on another VM.
 *
 * A policy and not `parked`, since it does run while the scheduler happens to choose the same VM. With one VM it always
 * does; where the VMs are not known, this is a warning. A ReadWriteOncePod claim never lets a second Pod in.
 */
export const rwoRecreate: Rule = {
  id: 'rwo-recreate',
  class: 'policy',
  severity: 'error',
  summary: 'A workload with a claim that one VM can mount has one Pod, which ends before the next one starts.',
  remedy: 'Set the strategy to Recreate and replicas to 1, or claim storage that is ReadWriteMany.',
  check: (manifests, environment) => {
    const objects = namedObjects(manifests, environment);
    const autoscalers = autoscalersAmong(manifests);
    return workloadsAmong(manifests).flatMap((workload) => {
      const claims = exclusiveClaims(workload, objects, environment);
      const severity = trySeverity(workload, claims, environment);
      const problem = severity === undefined ? undefined : tryProblem(workload, claims, autoscalers, environment);
      return problem === undefined ? [] : [{ manifest: workload.manifest, ...problem, severity } satisfies Problem];
    });
  },
};

interface ExclusiveClaims {
  readonly names: readonly string[];
  /** The strictest mode among them; undefined where there are none. */
  readonly mode: string | undefined;
}

function exclusiveClaims(
  workload: WorkloadManifest,
  objects: NamedObjects,
  environment: RuleEnvironment,
): ExclusiveClaims {
  const namespace = namespaceOf(workload.manifest, environment);
  const claims = podReferences(workload).flatMap(({ kind, name }) => {
    const claim = kind === 'PersistentVolumeClaim' ? objects.tryFind(kind, namespace, name) : undefined;
    const mode = claim === undefined ? undefined : tryExclusiveMode(claim);
    return mode === undefined ? [] : [{ name, mode }];
  });
  const mode = claims.find((claim) => claim.mode === SINGLE_POD_MODE)?.mode ?? claims[0]?.mode;
  return { names: [...new Set(claims.map(({ name }) => name))].sort(), mode };
}

function tryExclusiveMode(claim: Manifest): string | undefined {
  const modes = Field.of(claim)
    .all('spec.accessModes[]')
    .flatMap(({ text }) => text ?? []);
  if (modes.some((mode) => SHARED_MODES.has(mode))) return undefined;
  return [SINGLE_POD_MODE, SINGLE_VM_MODE].find((mode) => modes.includes(mode));
}

/** Returns how bad a second Pod is, or undefined where it does no harm. */
function trySeverity(
  { podSpec }: WorkloadManifest,
  { mode }: ExclusiveClaims,
  { cloud }: RuleEnvironment,
): Severity | undefined {
  if (mode === undefined || mode === SINGLE_POD_MODE) return mode === undefined ? undefined : 'error';
  const spec = new Field('', podSpec);
  const pinned = spec.at('nodeName').exists || spec.at('nodeSelector').entry('kubernetes.io/hostname').exists;
  if (pinned || cloud?.vms === 1) return undefined;
  return cloud === undefined ? 'warning' : 'error';
}

function tryProblem(
  workload: WorkloadManifest,
  { names, mode }: ExclusiveClaims,
  autoscalers: Autoscalers,
  environment: RuleEnvironment,
): FieldProblem | undefined {
  const claims = `${names.length === 1 ? 'claim' : 'claims'} ${listed(names)}`;
  const waits = mode === SINGLE_POD_MODE ? 'a second Pod waits for ever' : 'a Pod on another VM waits for ever';
  const reason = `with ${claims} as ${mode}, ${waits}`;
  const pods = mostPods(workload, autoscalers, environment);
  if (pods > 1) {
    const field = workload.kind === 'DaemonSet' ? 'spec.template' : 'spec.replicas';
    return { field, message: `comes to ${pods} Pods; ${reason}` };
  }
  if (workload.kind !== 'Deployment' || pods === 0) return undefined;
  const { surge, unavailable } = deploymentRolloutBounds(workload.spec, pods);
  if (surge === 0 || unavailable > 0) return undefined;
  const message = `keeps the old Pod until the new one is ready; ${reason}`;
  return { field: 'spec.strategy', message, remedy: 'Set spec.strategy.type to Recreate.' };
}

/** Returns how many Pods run side by side at the most, a rollout not counted; 0 for those that end by themselves. */
function mostPods(
  { manifest, kind, spec }: WorkloadManifest,
  autoscalers: Autoscalers,
  { cloud }: RuleEnvironment,
): number {
  if (kind === 'Pod' || kind === 'Job' || kind === 'CronJob') return 0;
  if (kind === 'DaemonSet') return cloud?.vms ?? SEVERAL_VMS;
  const replicas = wholeNumber(spec['replicas'], 1);
  return replicas === 0 ? 0 : (autoscalers.tryBoundsOf(manifest)?.maxReplicas ?? replicas);
}
