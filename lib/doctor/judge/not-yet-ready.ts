import { asObject, asText, kindOf, objectId } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { wholeNumber } from '../../validation/quantities/whole-number';
import { eventMillis } from '../cluster/cluster';
import type { Cluster } from '../cluster/cluster';
import { covered } from '../report/covered';
import type { DoctorFinding, Unanswered } from './finding';
import type { RelatedObjects } from './related-objects';

/** How much of a message is quoted. */
const MAX_SAID = 200;

/**
 * Returns the workloads of which no Pod is ready and no error says why: they start, and nobody knows how that ends.
 *
 * The questions are patient with what was made a moment ago, so that a rollout is not called an error. It is not
 * called healthy either.
 */
export function notYetReady(
  cluster: Cluster,
  findings: readonly DoctorFinding[],
  related: RelatedObjects,
): readonly Unanswered[] {
  const told = new Set(
    findings
      .filter(({ severity }) => severity === 'error')
      .flatMap(({ object, explains }) => [object, ...explains])
      .flatMap((id) => [...related.of(id)]),
  );
  return ['Deployment', 'StatefulSet', 'DaemonSet']
    .flatMap((kind) => cluster.ofKind(kind))
    .flatMap((workload) => {
      const { wanted, ready } = countsOf(workload);
      const object = objectId(workload);
      if (wanted === 0 || ready > 0 || isLeaving(workload) || told.has(object)) return [];
      const name = `${kindOf(workload)}/${asText(asObject(workload.json['metadata'])['name'])}`;
      const [is, fails] = wanted === 1 ? ['Pod is', 'it fails'] : ['Pods are', 'they fail'];
      const warning = tryLastWarning(cluster, workload);
      const said =
        warning === undefined ? `nothing says yet that ${fails}` : `the last that is said of it is "${warning}"`;
      const reason = `it starts: 0 of ${wanted} ${is} ready, and ${said}; ask again in a minute`;
      return [{ question: `whether ${name} becomes ready`, reason, isEssential: true, object }];
    });
}

/** What the newest Warning about its Pods says, where there is one. */
function tryLastWarning(cluster: Cluster, workload: Manifest): string | undefined {
  const warnings = cluster
    .podsOf(workload)
    .flatMap((pod) => cluster.eventsAbout(pod).filter(({ type }) => type === 'Warning'))
    .sort((one, other) => eventMillis(other) - eventMillis(one));
  const [newest] = warnings;
  if (newest === undefined) return undefined;
  return covered(`${asText(newest['reason'])}: ${asText(newest['message']).slice(0, MAX_SAID)}`);
}

function isLeaving({ json }: Manifest): boolean {
  return asText(asObject(json['metadata'])['deletionTimestamp']) !== '';
}

function countsOf(workload: Manifest) {
  const [spec, status] = [asObject(workload.json['spec']), asObject(workload.json['status'])];
  return kindOf(workload) === 'DaemonSet'
    ? { wanted: wholeNumber(status['desiredNumberScheduled'], 0), ready: wholeNumber(status['numberReady'], 0) }
    : { wanted: wholeNumber(spec['replicas'], 1), ready: wholeNumber(status['readyReplicas'], 0) };
}
