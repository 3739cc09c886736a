import { Chart } from 'cdk8s';
import {
  IntOrString,
  KubeConfigMap,
  KubeDeployment,
  KubeNetworkPolicy,
  KubePodDisruptionBudget,
  KubeService,
  type DeploymentSpec,
  type ServicePort,
} from '../../imports/k8s';
import { environmentSource, workloadSettings, type Environment } from '../environments/environment';
import { podPeer, rangePeers, type Client, type Endpoint, type Grant, type Reach } from '../platform/endpoint';
import type { EnvironmentVariables } from '../platform/environment-variables';
import { selectorLabels, workloadLabels, type Labels } from '../platform/labels';
import { lazy } from '../platform/lazy';
import type { Mount } from '../platform/mount';
import type { WorkloadSettings } from '../platform/workload-settings';
import { configMounts } from './config-mounts';
import { deploymentSpec } from './deployment-spec';
import type { Stack } from './stack';
import { Traffic } from './traffic';
import type { WorkloadDescription } from './workload-description';

/**
 * One workload of the system: one chart, one file, named `<stack>-<id>`.
 *
 * A concrete workload calls `deploy` once with its description, and gets its Deployment, ConfigMap, NetworkPolicy and
 * PodDisruptionBudget, and a Service as soon as somebody is connected to it. Names are given, never generated, so
 * that an object keeps its name when its construct moves.
 */
export abstract class Workload extends Chart implements Client {
  /** `<stack>-<id>`: name of its file and of its objects. */
  readonly name: string;
  readonly environmentName: string;
  readonly selector: Labels;

  protected readonly stack: Stack;
  protected readonly settings: WorkloadSettings;
  protected readonly traffic: Traffic;

  private description?: WorkloadDescription;
  private readonly grants: Grant[] = [];

  /** @throws RangeError if the stack has a workload of that id already */
  constructor(stack: Stack, id: string) {
    super(stack, stack.freeId(id), { namespace: stack.environment.namespace });
    this.name = `${stack.id}-${id}`;
    this.stack = stack;
    this.environmentName = stack.environment.name;
    this.selector = selectorLabels(this.name);
    this.settings = workloadSettings(stack.environment, this.name);
    this.traffic = new Traffic(this.selector, stack.environment.cloud);
  }

  /** What it is, in a few words. */
  get summary(): string {
    return this.described().summary;
  }

  /** The files to open for a change: of what it is connected to, and of its size. */
  get sources(): readonly string[] {
    return [this.stack.source, environmentSource(this.stack.environment)];
  }

  /** Whether the environment's data keep it stopped. */
  get stopped(): boolean {
    return this.settings.stopped ?? false;
  }

  /** Whether the environment's data hold its start script back. */
  get held(): boolean {
    return this.settings.debugHold ?? false;
  }

  protected get environment(): Environment {
    return this.stack.environment;
  }

  /** Labels of its objects. */
  override get labels(): Record<string, string> {
    return { ...workloadLabels(this.name, this.stack.id, this.described().component) };
  }

  /**
   * Connects this workload to another one, or to a system outside: it gets the address and its credentials as
   * environment variables, and both NetworkPolicies open for exactly those ports.
   *
   * @param endpoint what to connect to
   * @param access what is wanted of it, where there is more than one kind
   * @throws RangeError if the two cannot be connected, or two connections set one variable
   */
  connectTo(endpoint: Endpoint): void;
  connectTo<Access>(endpoint: Endpoint<Access>, access: Access): void;
  connectTo(endpoint: Endpoint<unknown>, access?: unknown): void {
    const grant = endpoint.admit(this, access);
    for (const reach of grant.reach) {
      this.traffic.allow(reach);
    }
    const known = this.environmentVariables();
    const twice = Object.keys(grant.environment).find((name) => name in known);
    if (twice !== undefined) {
      throw new RangeError(`${this.name} gets ${twice} twice, now from ${endpoint.name}; connect it once`);
    }
    this.grants.push(grant);
  }

  /**
   * Creates the objects.
   *
   * @throws RangeError if it has more replicas than may run
   */
  protected deploy(description: WorkloadDescription): void {
    const { replicas = 1 } = this.settings;
    if (description.runsOnce !== undefined && replicas > 1) {
      throw new RangeError(`${this.name} has ${replicas} replicas; 1 may run, as ${description.runsOnce}`);
    }
    this.description = description;
    const metadata = { name: this.name };
    new KubeDeployment(this, 'deployment', {
      metadata: { ...metadata, annotations: this.stopped ? { 'znyw/stopped': 'true' } : undefined },
      spec: lazy(() => this.deploymentSpec()),
    });
    new KubeNetworkPolicy(this, 'network-policy', {
      metadata,
      spec: lazy(() => this.traffic.toSpec()),
    });
    if (description.configFiles !== undefined) {
      const { configFiles } = description;
      new KubeConfigMap(this, 'config', {
        metadata,
        data: lazy(() => configMounts(this.name, configFiles()).data),
      });
    }
    if ((this.settings.replicas ?? 1) > 1 && !this.stopped) {
      // One at a time may be taken away on purpose. minAvailable would block the drain of a VM where one is down.
      new KubePodDisruptionBudget(this, 'disruption-budget', {
        metadata,
        spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: this.selector } },
      });
    }
  }

  /**
   * Opens ports to a client, and creates the Service that leads there where there is none yet.
   *
   * @param ports names of ports
   * @returns what the client may call
   * @throws RangeError if the client belongs to another environment
   */
  protected openTo(client: Client, ...ports: readonly string[]): Reach {
    if (client.environmentName !== this.environmentName) {
      throw new RangeError(
        `${client.name} of environment "${client.environmentName}" cannot be connected to ${this.name} of environment ` +
          `"${this.environmentName}"; connect workloads of one environment`,
      );
    }
    this.service();
    const numbers = ports.map((port) => ({ number: this.portNumber(port) }));
    this.traffic.admit({ peers: [podPeer(client.selector)], ports: numbers });
    return { peers: [podPeer(this.selector)], ports: numbers };
  }

  /** Creates the Service that leads to all its ports within the cluster, where there is none yet. */
  protected service(): void {
    if (this.node.tryFindChild('service') === undefined) {
      const ports = Object.keys(this.described().ports ?? {}).map((name) => this.servicePort(name));
      new KubeService(this, 'service', { metadata: { name: this.name }, spec: { selector: this.selector, ports } });
    }
  }

  /**
   * Opens one port to address ranges outside the cluster, through a Service on a port of the VMs.
   *
   * The Service keeps the caller's address, so that the policy admits callers and not VMs; the price is that only a
   * VM that runs a Pod answers.
   *
   * @param service name of that Service
   * @param port name of the port
   * @param nodePort the port of the VMs, 30000 to 32767
   * @param ranges who may come, as CIDR
   */
  protected openOutside(service: string, port: string, nodePort: number, ranges: readonly string[]): void {
    this.traffic.admit({ peers: rangePeers(ranges), ports: [{ number: this.portNumber(port) }] });
    if (this.node.tryFindChild('node-port') === undefined) {
      new KubeService(this, 'node-port', {
        metadata: { name: service },
        spec: {
          type: 'NodePort',
          externalTrafficPolicy: 'Local',
          selector: this.selector,
          ports: [{ ...this.servicePort(port), nodePort }],
        },
      });
    }
  }

  private servicePort(name: string): ServicePort {
    return { name, port: this.portNumber(name), targetPort: IntOrString.fromString(name), protocol: 'TCP' };
  }

  /** Returns the number of one of its ports. */
  protected portNumber(name: string): number {
    const port = this.described().ports?.[name];
    if (port === undefined) {
      throw new RangeError(`${this.name} has no port "${name}"; give it to deploy()`);
    }
    return port;
  }

  /** The variables that its connections bring. */
  protected get connectionVariables(): EnvironmentVariables {
    return this.grants.reduce<EnvironmentVariables>((all, { environment }) => ({ ...all, ...environment }), {});
  }

  /** The files that its connections bring. */
  protected get connectionFiles(): readonly Mount[] {
    return this.grants.flatMap(({ files = [] }) => files);
  }

  private environmentVariables(): EnvironmentVariables {
    return { ...this.description?.environment, ...this.connectionVariables };
  }

  private deploymentSpec(): DeploymentSpec {
    return deploymentSpec({
      workload: this,
      description: this.described(),
      settings: this.settings,
      environment: this.environmentVariables(),
      registry: this.environment.registry,
      mounts: this.connectionFiles,
    });
  }

  private described(): WorkloadDescription {
    if (this.description === undefined) {
      throw new RangeError(`${this.name} describes nothing; its constructor has to call deploy()`);
    }
    return this.description;
  }
}
