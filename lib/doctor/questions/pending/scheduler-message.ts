/** Why a node, or all of them, cannot take a Pod; each is what one filter of the scheduler says. */
export type BlockerKind =
  | 'node-cordoned'
  | 'node-name'
  | 'taint'
  | 'node-selector'
  | 'host-port'
  | 'resource'
  | 'pod-count'
  | 'volume-exclusive'
  | 'volume-limit'
  | 'volume-elsewhere'
  | 'volume-missing'
  | 'no-volume-fits'
  | 'topology-spread'
  | 'pod-affinity'
  | 'pod-anti-affinity'
  | 'claim-unbound'
  | 'claim-missing'
  | 'claim-terminating'
  | 'no-nodes'
  | 'other';

/** One part of the scheduler's message. */
export interface Blocker {
  readonly kind: BlockerKind;
  /** How many nodes it is about. @default all of them: it is about the Pod itself */
  readonly nodes?: number;
  /** The resource that is insufficient, the taint as `key: value`, or the claim. @default none */
  readonly subject?: string;
  readonly text: string;
}

/** What the scheduler said of a Pod that it found no node for. */
export interface SchedulerMessage {
  /** How many nodes it looked at. @default it does not say */
  readonly nodes?: number;
  /** In the order written. */
  readonly blockers: readonly Blocker[];
  /** What it says of ending other Pods for this one, empty where it says nothing. */
  readonly preemption: string;
}

/**
 * What each filter of the scheduler says, with the subject as group; older releases included.
 *
 * @see kubernetes/kubernetes v1.27 pkg/scheduler/framework/plugins
 */
const REASONS: readonly (readonly [BlockerKind, RegExp])[] = [
  ['claim-missing', /^persistentvolumeclaim "([^"]*)" not found/],
  ['claim-terminating', /^persistentvolumeclaim "([^"]*)" is being deleted/],
  ['volume-missing', /^persistentvolumeclaim "([^"]*)" bound to non-existent persistentvolume/],
  ['volume-missing', /unavailable due to one or more pvc|^persistentvolume "[^"]*" not found/],
  ['claim-unbound', /unbound (?:immediate )?PersistentVolumeClaims/i],
  ['claim-missing', /^waiting for ephemeral volume controller to create the persistentvolumeclaim "([^"]*)"/],
  ['no-volume-fits', /didn't find available persistent volumes to bind|did not have enough free storage/],
  ['volume-elsewhere', /volume node affinity conflict|no available volume zone/],
  ['volume-limit', /exceed max volume count/],
  ['volume-exclusive', /ReadWriteOncePod access mode|no available disk/],
  ['pod-count', /^Too many pods/],
  ['resource', /^Insufficient (\S+)/],
  ['taint', /^node\(s\) had (?:untolerated )?taints? \{([^}]*)\}/],
  ['taint', /^node\(s\) had taints that the pod didn't tolerate/],
  ['node-cordoned', /^node\(s\) were unschedulable|^node\(s\) had unknown conditions/],
  ['node-name', /didn't match the requested (?:node|host) ?name/],
  ['node-selector', /node affinity|node selector|affinity\/selector|pod affinity terms conflict/],
  ['host-port', /free ports for the requested pod ports/],
  ['topology-spread', /topology spread constraints/],
  ['pod-anti-affinity', /anti-affinity/],
  ['pod-affinity', /pod affinity/],
  ['no-nodes', /^no nodes available/],
];

/**
 * Returns the parts of a scheduler's message such as
 * `0/2 nodes are available: 1 Insufficient cpu, 1 Too many pods. preemption: 0/2 nodes are available: …`.
 *
 * What has another form is one part of an unknown kind; an empty text has none.
 */
export function parseSchedulerMessage(message: string): SchedulerMessage {
  const [reasons = '', preemption = ''] = message.split(/ preemption: /, 2);
  const match = /^(?:.*?: )?\d+\/(\d+) nodes are available:? ?(.*)$/s.exec(reasons);
  const rest = (match?.[2] ?? reasons).trim().replace(/[.\s]{1,9}$/, '');
  return {
    ...(match === null ? {} : { nodes: Number(match[1]) }),
    blockers: rest === '' ? [] : rest.split(/, (?=\d{1,9} )/).map(blockerOf),
    preemption: preemption.replace(/[.\s]{1,9}$/, ''),
  };
}

function blockerOf(part: string): Blocker {
  const [, count, text = ''] = /^(?:(\d{1,9}) )?(.*)$/s.exec(part) ?? [];
  const nodes = count === undefined ? {} : { nodes: Number(count) };
  for (const [kind, pattern] of REASONS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const subject = match[1]?.replace(/[.,]$/, '');
    return { kind, ...nodes, ...(subject === undefined ? {} : { subject }), text };
  }
  return { kind: 'other', ...nodes, text };
}
