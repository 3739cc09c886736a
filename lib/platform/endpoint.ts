import { IntOrString, type NetworkPolicyPeer, type NetworkPolicyPort } from '../../imports/k8s';
import type { Labels } from './labels';
import type { Mount } from './mount';
import type { EnvironmentVariables } from './environment-variables';

/** A port and its protocol, the way a NetworkPolicy opens it: the port of the Pod, not of its Service. */
export interface Port {
  readonly number: number;
  /** @default TCP */
  readonly protocol?: 'TCP' | 'UDP';
}

/** Who asks to be connected. */
export interface Client {
  /** Name of the workload. */
  readonly name: string;
  /** Name of the environment that it belongs to: nothing is connected across environments. */
  readonly environmentName: string;
  /** Labels by which its Pods are found. */
  readonly selector: Labels;
  /**
   * Address ranges that its work also comes from, because part of it runs outside the cluster (a Spark driver in
   * YARN, say). A store then opens a NodePort for them, and says its address twice: as it is seen from the Pod, and,
   * in variables that begin with `DRIVER_`, as it is seen from there.
   * @default none: everything runs in its Pods
   */
  readonly worksFrom?: readonly string[];
}

/** What a client gets from an endpoint that admits it. */
export interface Grant {
  /** Whom the client may now call, and on which ports. */
  readonly reach: readonly Reach[];
  /** Address and credentials, as environment variables. */
  readonly environment: EnvironmentVariables;
  /**
   * Files that the client needs.
   * @default none
   */
  readonly files?: readonly Mount[];
}

/** A set of peers and the ports on which they are called. */
export interface Reach {
  readonly peers: readonly NetworkPolicyPeer[];
  readonly ports: readonly Port[];
}

/**
 * Something that a workload can be given the address of: another workload, or a system outside the cluster.
 *
 * @typeParam Access what a client says about the access that it wants; `void` where there is only one kind
 */
export interface Endpoint<Access = void> {
  /** Name of the workload or of the outside system. */
  readonly name: string;

  /**
   * Opens this side for the client, and says what the client gets.
   *
   * @throws RangeError if the client cannot be connected, because it belongs to another environment for example
   */
  admit(client: Client, access: Access): Grant;
}

/** Returns the peer that stands for the Pods with these labels, in the namespace of the policy. */
export function podPeer(labels: Labels): NetworkPolicyPeer {
  return { podSelector: { matchLabels: labels } };
}

/** Returns the peers that stand for address ranges outside the cluster. */
export function rangePeers(ranges: readonly string[]): readonly NetworkPolicyPeer[] {
  return ranges.map((cidr) => ({ ipBlock: { cidr } }));
}

/** Returns a port in the form of a NetworkPolicy. */
export function policyPort({ number, protocol = 'TCP' }: Port): NetworkPolicyPort {
  return { port: IntOrString.fromNumber(number), protocol };
}
