import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** An API object as it is written, with the fields that tests read. */
export interface Rendered<Spec = unknown> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: RenderedMetadata & { readonly name: string; readonly namespace: string };
  readonly spec: Spec;
  /** Files, of a ConfigMap. */
  readonly data?: Readonly<Record<string, string | undefined>>;
}

export interface RenderedMetadata {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface RenderedDeployment {
  readonly replicas: number;
  readonly progressDeadlineSeconds: number;
  readonly strategy: { readonly type: string };
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly template: RenderedTemplate;
}

export interface RenderedCronJob {
  readonly schedule: string;
  readonly timeZone: string;
  readonly concurrencyPolicy: string;
  readonly startingDeadlineSeconds: number;
  readonly jobTemplate: { readonly spec: { readonly template: RenderedTemplate } };
}

export interface RenderedTemplate {
  readonly metadata: RenderedMetadata;
  readonly spec: RenderedPod;
}

export interface RenderedPod {
  readonly automountServiceAccountToken: boolean;
  readonly imagePullSecrets: readonly { readonly name: string }[];
  readonly restartPolicy?: string;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly terminationGracePeriodSeconds: number;
  readonly topologySpreadConstraints?: readonly unknown[];
  readonly containers: readonly RenderedContainer[];
  readonly volumes: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
}

export interface RenderedContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly RenderedVariable[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly resources: Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>>>>;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly startupProbe?: RenderedProbe;
  readonly readinessProbe?: RenderedProbe;
  readonly livenessProbe?: RenderedProbe;
  readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[];
}

export interface RenderedVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: unknown;
}

export interface RenderedProbe {
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
  readonly exec?: { readonly command: readonly string[] };
}

export interface RenderedPolicy {
  readonly podSelector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly policyTypes: readonly string[];
  readonly ingress: readonly { readonly from: readonly RenderedPeer[]; readonly ports: readonly RenderedPort[] }[];
  readonly egress: readonly { readonly to: readonly RenderedPeer[]; readonly ports: readonly RenderedPort[] }[];
}

export interface RenderedPeer {
  readonly podSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly namespaceSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly ipBlock?: { readonly cidr: string };
}

export interface RenderedPort {
  readonly port: number;
  readonly protocol: string;
}

/** Returns all API objects below a construct, or those of one kind, as they are written. */
export function rendered<Spec = unknown>(root: IConstruct, kind?: string): readonly Rendered<Spec>[] {
  return root.node
    .findAll()
    .filter((construct) => construct instanceof ApiObject)
    .filter((object) => kind === undefined || object.kind === kind)
    .map((object): Rendered<Spec> => object.toJson());
}

/** Returns the one object of a kind and name below a construct. */
export function theObject<Spec = unknown>(root: IConstruct, kind: string, name: string): Rendered<Spec> {
  const found = rendered<Spec>(root, kind).filter(({ metadata }) => metadata.name === name);
  const [object] = found;
  if (object === undefined || found.length > 1) {
    throw new RangeError(`there are ${found.length} of ${kind}/${name}; a test reads the only one`);
  }
  return object;
}

/** Returns the Deployment of that name. */
export function theDeployment(root: IConstruct, name: string): Rendered<RenderedDeployment> {
  return theObject(root, 'Deployment', name);
}

/** Returns the only container of the Deployment of that name. */
export function theContainer(root: IConstruct, name: string): RenderedContainer {
  return onlyContainer(theDeployment(root, name).spec.template.spec);
}

/** Returns the only container of a Pod. */
export function onlyContainer({ containers }: RenderedPod): RenderedContainer {
  const [container] = containers;
  if (container === undefined || containers.length > 1) {
    throw new RangeError(`the Pod has ${containers.length} containers; a test reads the only one`);
  }
  return container;
}

/** Returns the environment variables of the Deployment of that name: the value, or where it comes from. */
export function theVariables(root: IConstruct, name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    theContainer(root, name).env.map((variable) => [variable.name, variable.value ?? variable.valueFrom]),
  );
}

/** Returns the files of the ConfigMap of that name. */
export function theFiles(root: IConstruct, name: string): Readonly<Record<string, string | undefined>> {
  return theObject(root, 'ConfigMap', name).data ?? {};
}

/** Returns what a NetworkPolicy opens, one line for each peer and port: `in focus-web 8000/TCP`, DNS as `out kube-dns`. */
export function theOpenings(root: IConstruct, name: string): readonly string[] {
  const { ingress, egress } = theObject<RenderedPolicy>(root, 'NetworkPolicy', name).spec;
  return [
    ...ingress.flatMap(({ from, ports }) => lines('in', from, ports)),
    ...egress.flatMap(({ to, ports }) => lines('out', to, ports)),
  ].sort();
}

function lines(way: string, peers: readonly RenderedPeer[], ports: readonly RenderedPort[]): readonly string[] {
  return peers.flatMap((peer) => ports.map(({ port, protocol }) => `${way} ${peerName(peer)} ${port}/${protocol}`));
}

function peerName({ podSelector, namespaceSelector, ipBlock }: RenderedPeer): string {
  if (ipBlock !== undefined) {
    return ipBlock.cidr;
  }
  const labels = podSelector?.matchLabels ?? {};
  const pod = labels['app.kubernetes.io/name'] ?? labels['k8s-app'] ?? JSON.stringify(labels);
  return namespaceSelector === undefined
    ? pod
    : `${namespaceSelector.matchLabels['kubernetes.io/metadata.name'] ?? '?'}/${pod}`;
}
