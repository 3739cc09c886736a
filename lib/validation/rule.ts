import type { Manifest } from './manifest';

/**
 * Why a rule exists: `refused`, the API server, the quota or an admission plugin says no; `parked`, it is accepted
 * and never runs or never moves; `policy`, ours or the platform's. Only a policy can be acknowledged.
 */
export type RuleClass = 'refused' | 'parked' | 'policy';

/** `error` stops a synth and a publication; `warning` is shown. */
export type Severity = 'error' | 'warning';

/** The container cloud as the rules count it: plain integers, so that sums are exact. */
export interface CloudCapacity {
  /** Virtual machines of the project. */
  readonly vms: number;
  /** CPU of one VM, in thousandths. */
  readonly vmCpuMillis: number;
  /** Memory of one VM, in bytes. */
  readonly vmMemoryBytes: number;
  /** Share of all VMs that the sum of requests may reach, in per cent. */
  readonly requestsSharePercent: number;
  /** Share of one VM that the limits of a single YAML may reach, in per cent. */
  readonly limitsSharePercent: number;
  /** Share of a VM that the system keeps for itself, in per cent. */
  readonly systemSharePercent: number;
  /**
   * Whether everything has to go on running when any one VM is lost; if not, that is a warning.
   * @default false
   */
  readonly mustSurviveVmLoss?: boolean;
}

/** The DTR that images come from. */
export interface RegistryFacts {
  /** DNS name, with a port where it is not 443. */
  readonly host: string;
  readonly organisation: string;
  /** Name of the pull Secret in the namespace. */
  readonly pullSecret: string;
}

/** An object that is made outside the set and that the set refers to: a Secret, the default ServiceAccount. */
export interface OutsideObject {
  readonly kind: string;
  readonly name: string;
  /**
   * Keys that it holds, of a Secret or ConfigMap.
   * @default not known: any key may be referred to
   */
  readonly keys?: readonly string[];
}

/** What a rule may know about the place that the objects go to. Every part may be unknown, as for a folder of YAML. */
export interface RuleEnvironment {
  /** Name of the environment, such as `prod`. @default none: the objects belong to no environment of this program */
  readonly name?: string;
  /** Whether people depend on it, so that nothing may be left on hold there. @default false */
  readonly production?: boolean;
  /** The namespace that the project owns. */
  readonly namespace?: string;
  /** @default none: rules that count against the VMs are not run */
  readonly cloud?: CloudCapacity;
  /** @default none: rules about where images come from are not run */
  readonly registry?: RegistryFacts;
  /** What is made outside, in the namespace of the project. @default not known: references to Secrets are not judged */
  readonly outside?: readonly OutsideObject[];
  /** The file to open for a change of sizes, such as `lib/environments/prod.ts`. @default none */
  readonly source?: string;
}

/** A part of the environment that a rule may not do without. */
export type EnvironmentPart = 'cloud' | 'namespace' | 'registry' | 'outside';

/** What a rule says about one object or about the whole set. */
export interface Problem {
  /** The object at fault. @default none: the finding is about the whole set */
  readonly manifest?: Manifest;
  /** Dotted path of the field at fault, with list items by name: `spec.template.spec.containers[mongod].image`; empty for the whole object. */
  readonly field: string;
  /** What is wrong: the value found, then the bound, in the same unit. Lower case, no final period. */
  readonly message: string;
  /** What helps to judge it, shown on a line of its own: `biggest: anomaly-influx 0.8, focus-web 0.6`. @default none */
  readonly detail?: string;
  /** What to do about this case. A sentence with a period. @default the rule's remedy */
  readonly remedy?: string;
  /** @default the rule's severity */
  readonly severity?: Severity;
}

/**
 * One thing that the container cloud, or this project, demands.
 *
 * `check` is pure (no printing, clock, files or network), sees all objects at once because quota sums need that,
 * returns problems in any order (the runner sorts), and never throws for odd input; where it does, the runner reports
 * that the rule could not be evaluated, as an error.
 */
export interface Rule {
  /** Kebab-case; also the name of its file, its test, its heading in the documents and its acknowledgement key. */
  readonly id: string;
  readonly class: RuleClass;
  readonly severity: Severity;
  /** What it demands, one sentence with a period. */
  readonly summary: string;
  /** What to do about a finding, one sentence with a period. */
  readonly remedy: string;
  /** Which parts of the environment it cannot do without. @default none */
  readonly needs?: readonly EnvironmentPart[];
  readonly check: (manifests: readonly Manifest[], environment: RuleEnvironment) => readonly Problem[];
}

/** A problem, as it is reported: complete, and plain data for text, JSON and HTML alike. */
export interface Finding {
  readonly rule: string;
  readonly class: RuleClass;
  readonly severity: Severity;
  /** `Kind/namespace/name`, or `Environment//prod` for a whole set. */
  readonly object: string;
  readonly field: string;
  readonly message: string;
  readonly detail?: string;
  readonly remedy: string;
  /** File of the object; empty for a whole set. */
  readonly file: string;
  readonly construct?: string;
}
