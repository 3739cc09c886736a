import type { Demand } from '../pods/demand';
import type { Field } from '../fields/field';
import { isEmptySelector } from '../reach/label-selector';
import { asList, asObject } from '../manifest';
import type { JsonObject } from '../manifest';
import { oncePer } from '../once-per';
import { tryPodFields } from '../pods/pod-fields';
import { PodTerms } from './pod-terms';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import { wholeNumber } from '../quantities/whole-number';

/** The label of a VM by which Pods are kept apart; of other topology keys nothing is known here. */
const VM_KEY = 'kubernetes.io/hostname';

/** The Pods of one workload: alike, so that they are placed by the same conditions. */
export interface PodGroup {
  readonly demand: Demand;
  /** What one Pod takes of a VM. */
  readonly requests: ResourceAmounts;
  /** Whether there is one on each VM; otherwise there are `demand.steadyPods` in all. */
  readonly everyVm: boolean;
  /** The terms whose Pods it does not share a VM with, its host ports included. */
  readonly repels: readonly number[];
  readonly hostPorts: readonly number[];
  /** The terms, its own or others', that mean its Pods. */
  readonly meantBy: readonly number[];
  readonly spreads: readonly Spread[];
}

/** A topology spread over the VMs that no Pod is scheduled against. */
export interface Spread {
  /** The term whose Pods it counts. */
  readonly term: number;
  readonly maxSkew: number;
  readonly minDomains: number;
  /** Whether it counts the Pod that is placed. */
  readonly countsItself: boolean;
  /** Whether a VM that is down still counts, as an empty one; so it is by default. */
  readonly countsTainted: boolean;
}

/**
 * Returns the Pods that have to be placed on the VMs, by workload, with what keeps them apart: required anti-affinity
 * and topology spread by VM, and host ports.
 *
 * What is not known is left out, so that no Pod is said to have no room that has: node selectors and node affinity,
 * taints, zones, volumes that are bound to a VM, Pod affinity, labels of namespaces. A DaemonSet that selects its
 * nodes is left out whole, since it may run on any number of VMs.
 *
 * @see kubernetes/kubernetes v1.27 pkg/scheduler/framework/plugins: interpodaffinity, podtopologyspread, nodeports
 */
export const podGroups = oncePer((demands: readonly Demand[]): readonly PodGroup[] => {
  const placed = demands.flatMap((demand) => {
    const pods = demand.steadyPods === 0 ? undefined : tryPodFields(demand.workload.manifest);
    if (pods === undefined || (pods.kind === 'DaemonSet' && selectsNodes(pods.spec))) return [];
    return [{ demand, pods, namespace: pods.workload.at('metadata.namespace').text ?? '' }];
  });
  const terms = new PodTerms(placed.map(({ pods, namespace }) => ({ namespace, labels: pods.metadata.at('labels') })));
  const repelled = placed.map(({ pods, namespace }) =>
    antiAffinityTerms(pods.spec).map((term) =>
      terms.selecting(namespacesOf(term, namespace), term.at('labelSelector')),
    ),
  );
  const ports = placed.map(({ pods }, index) =>
    hostPorts(asObject(pods.spec.value)).map((port) => terms.named(port, index)),
  );
  const spreads = placed.map(({ pods, namespace }) =>
    spreadConstraints(pods.spec).map((constraint) => spreadOf(constraint, namespace, terms)),
  );

  // A term of any workload may mean the Pods of any other, so who is meant is known only when all are read.
  return placed.map(({ demand }, index) => {
    const meantBy = terms.meaning(index);
    return {
      demand,
      requests: demand.charge.requests,
      everyVm: demand.workload.kind === 'DaemonSet',
      repels: [...(repelled[index] ?? []), ...(ports[index] ?? [])],
      hostPorts: ports[index] ?? [],
      meantBy,
      spreads: (spreads[index] ?? []).map((spread) => ({ ...spread, countsItself: meantBy.includes(spread.term) })),
    };
  });
});

function selectsNodes(spec: Field): boolean {
  const fields = ['nodeName', 'nodeSelector', 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution'];
  return fields.some((field) => spec.at(field).exists);
}

function antiAffinityTerms(spec: Field): readonly Field[] {
  if (asObject(spec.value)['affinity'] === undefined) return [];
  return spec
    .at('affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution')
    .items.filter((term) => term.at('topologyKey').text === VM_KEY);
}

/** Returns the namespaces that a term is about: undefined for all, its Pod's own where it names none. */
function namespacesOf(term: Field, own: string): readonly string[] | undefined {
  const selector = term.at('namespaceSelector');
  if (selector.isObject && isEmptySelector(selector)) return undefined;
  const named = term.at('namespaces').items.flatMap(({ text }) => text ?? []);
  return named.length === 0 && !selector.exists ? [own] : named.sort();
}

function hostPorts(podSpec: JsonObject): readonly string[] {
  const ports = asList(podSpec['containers']).flatMap((container) => asList(asObject(container)['ports']));
  return ports.flatMap((port) => {
    const { hostPort, containerPort, hostIP, protocol } = asObject(port);
    const number = Number.isSafeInteger(hostPort) ? hostPort : podSpec['hostNetwork'] === true ? containerPort : 0;
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number === 0) return [];
    const address = typeof hostIP === 'string' ? hostIP : '0.0.0.0';
    return [`${address}:${number}/${typeof protocol === 'string' ? protocol : 'TCP'}`];
  });
}

function spreadConstraints(spec: Field): readonly Field[] {
  if (asObject(spec.value)['topologySpreadConstraints'] === undefined) return [];
  return spec
    .at('topologySpreadConstraints')
    .items.filter(
      (constraint) =>
        constraint.at('topologyKey').text === VM_KEY && constraint.at('whenUnsatisfiable').text === 'DoNotSchedule',
    );
}

function spreadOf(constraint: Field, namespace: string, terms: PodTerms): Omit<Spread, 'countsItself'> {
  return {
    term: terms.selecting([namespace], constraint.at('labelSelector')),
    maxSkew: Math.max(wholeNumber(constraint.at('maxSkew').value, 1), 1),
    minDomains: wholeNumber(constraint.at('minDomains').value, 1),
    countsTainted: constraint.at('nodeTaintsPolicy').text !== 'Honor',
  };
}
