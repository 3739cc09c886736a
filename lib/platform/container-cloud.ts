import type { Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-27';

/**
 * The virtual machines that the container cloud gives the project, and the two shares that it may use of them.
 *
 * Rule one: the requests of everything that runs may add up to `requestsSharePercent` of all VMs. Rule two: the
 * limits of a single YAML may add up to `limitsSharePercent` of one VM. With 2 VMs of 8C/32G, 50 % and 70 %, that is
 * 8C/32G and 5.6C/22G.
 */
export interface ContainerCloud {
  /** Number of VMs, a whole number of 1 or more. */
  readonly vms: number;

  /** CPU of one VM. */
  readonly vmCpu: Cpu;

  /** Memory of one VM. */
  readonly vmMemory: Size;

  /** What the requests may use of all VMs together, in per cent. */
  readonly requestsSharePercent: number;

  /** What the limits in one YAML file may use of one VM, in per cent. Memory rounds down to whole Gi. */
  readonly limitsSharePercent: number;

  /**
   * What the system keeps of each VM for itself, in per cent: kubelet, container runtime, DaemonSets of the platform.
   * @default 5
   */
  readonly systemSharePercent?: number;

  /**
   * Whether everything has to go on running when any one VM is lost. If not, a synth that would not is only warned of.
   * @default false
   */
  readonly mustSurviveVmLoss?: boolean;

  /**
   * Address of the DNS cache on each VM (NodeLocal DNSCache), which Pods ask instead of the DNS Service.
   * @default none: Pods ask the Pods of kube-dns in kube-system
   */
  readonly nodeLocalDnsAddress?: string;
}
