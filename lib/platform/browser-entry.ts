import type { Labels } from './labels';

/** Browsers come through the Ingress controller of the container cloud. */
export interface IngressEntry {
  readonly type: 'ingress';

  /** Name of the IngressClass. */
  readonly className: string;

  /** DNS name that browsers type. */
  readonly host: string;

  /** Name of the Secret of type `kubernetes.io/tls` for that host, made outside. */
  readonly tlsSecret: string;

  /** Where the controller's Pods are: only they are admitted. */
  readonly controller: { readonly namespace: string; readonly podLabels: Labels };

  /**
   * Annotations for the controller, such as the size and time that it allows an upload.
   * @default none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Browsers come to a port of the VMs. */
export interface NodePortEntry {
  readonly type: 'node-port';

  /** The port on every VM: 30000 to 32767, and free in the whole cluster. */
  readonly port: number;

  /**
   * Address ranges of the people who may come, as CIDR. The Service keeps the caller's address
   * (`externalTrafficPolicy: Local`), without which the policy would only ever see addresses of VMs.
   */
  readonly allowedRanges: readonly string[];
}

/** How browsers come in. */
export type BrowserEntry = IngressEntry | NodePortEntry;
