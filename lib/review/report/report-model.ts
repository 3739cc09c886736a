import type { Text } from '../../text';
import type { CapacityUse } from '../../validation/capacity/capacity-use';
import type { ResourceAmounts } from '../../validation/quantities/resource-amounts';
import type { CloudCapacity } from '../../validation/rule';
import type { RuleReport } from '../../validation/run-rules';

/** All that a report shows, as plain data: the page, the Markdown and the pictures are drawn from it. */
export interface ReportModel {
  /** Sorted by name. */
  readonly environments: readonly EnvironmentReport[];
}

/** One environment, or a set of YAML of anybody. */
export interface EnvironmentReport {
  /** `prod`; for YAML of anybody, the path that was given. */
  readonly name: string;
  /** @default none: not one namespace */
  readonly namespace?: string;
  /** @default none: nothing is compared with an allowance, and no Pod is placed */
  readonly cloud?: CloudCapacity;
  /** Sorted by stack and name. */
  readonly workloads: readonly WorkloadReport[];
  /** A picture for each stack, and for the workloads without one. */
  readonly graphs: readonly ArchitectureGraph[];
  /** Which image runs in which containers, sorted by image. */
  readonly images: readonly ImageUse[];
  /** @default none: no cloud is known */
  readonly quota?: QuotaReport;
  /** Where the Pods land, and then once for each lost VM. Empty where no cloud is known. */
  readonly placements: readonly PlacementReport[];
  readonly rules: RuleReport;
}

/** A workload, as a row of the table and a section of its own. */
export interface WorkloadReport {
  /** `Kind/namespace/name`. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /**
   * Label `znyw/stack`, else `app.kubernetes.io/part-of`, else the part of the name before the first hyphen where
   * several workloads share it; else empty.
   */
  readonly stack: string;
  readonly containers: readonly ContainerReport[];
  /** While nothing is rolled out; of a job, the Pods of one run. */
  readonly replicas: number;
  /** Of all its Pods together. */
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
  readonly storage: readonly { readonly claim: string; readonly size: string; readonly storageClass: string }[];
  /** Of a CronJob, with its time zone. @default none */
  readonly schedule?: string;
  /** How others reach it: `anomaly-mongo:27017/TCP`, with NodePort or host of an Ingress where it has one. */
  readonly endpoints: readonly string[];
  /** The file in the environment's folder. */
  readonly file: string;
  /** The files to edit for a change. Empty where it is not known. */
  readonly sources: readonly string[];
  /** Its object and those that belong to its file, as they are written. */
  readonly yaml: string;
}

/** A container and its image. */
export interface ContainerReport {
  readonly name: string;
  readonly image: string;
  /** Whether it ends before the others start. */
  readonly init: boolean;
}

/** An image, and where it runs. */
export interface ImageUse {
  /** Without registry and version: `mongodb`. */
  readonly image: string;
  /** Tag or digest; sorted. */
  readonly versions: readonly string[];
  /** `workload/container`, sorted. */
  readonly containers: readonly string[];
}

/** Workloads and outside systems, and who talks to whom: true, since it is read from the objects. */
export interface ArchitectureGraph {
  /** `anomaly`, or empty for workloads without a stack. */
  readonly stack: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A box of a picture. */
export interface GraphNode {
  /** Workload id, or a name of its own for what is outside; unique in the graph. */
  readonly id: string;
  readonly label: string;
  /** What it is: colours and shapes follow it. */
  readonly role: 'entry' | 'service' | 'stream' | 'job' | 'store' | 'outside';
  /** A second line: the image and version, or the addresses of an outside system. */
  readonly detail: string;
  /** The label where it is a word and no name, as of the browsers. @default none: the label is a name */
  readonly words?: Text;
  /** The stack of a workload that is drawn here only since it is connected. @default none: it belongs to this picture */
  readonly foreignStack?: string;
}

/** Somebody who may talk to somebody, by one or several ports. */
export interface GraphEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /**
   * `27017/TCP`, of the Pod that is reached; for who comes in by a NodePort or a load balancer, the port of that.
   * Sorted by number. Empty where every port is open.
   */
  readonly ports: readonly string[];
}

/** The quota of an environment. */
export interface QuotaReport {
  readonly use: CapacityUse;
  /** During the largest single rollout. */
  readonly rolloutPeak: ResourceAmounts;
  /** With all rollouts and jobs at once. */
  readonly peakAllAtOnce: ResourceAmounts;
}

/** Where the Pods stand. */
export interface PlacementReport {
  /** Number of the VM that is lost, from 1. @default none: all are there */
  readonly lostVm?: number;
  readonly vms: readonly { readonly vm: number; readonly pods: readonly PlacedPod[]; readonly used: ResourceAmounts }[];
  /** Pods that find no room, by workload name. */
  readonly homeless: readonly PlacedPod[];
}

/** A Pod of a workload. */
export interface PlacedPod {
  /** Name of the workload. */
  readonly workload: string;
  readonly requests: ResourceAmounts;
}
