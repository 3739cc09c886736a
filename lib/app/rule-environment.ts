import { environmentSource, type Environment } from '../environments/environment';
import { outsideSecrets } from '../environments/outside-secrets';
import type { ContainerCloud } from '../platform/container-cloud';
import { cpuMillis, sizeBytes } from '../platform/container-size';
import type { CloudCapacity, RuleEnvironment } from '../validation/rule';

/** What the system keeps of a VM where an environment does not say. */
const SYSTEM_SHARE_PERCENT = 5;

/** Returns what the rules know of an environment: plain data, as they know no constructs. */
export function ruleEnvironment(environment: Environment): RuleEnvironment & { readonly cloud: CloudCapacity } {
  return {
    name: environment.name,
    production: environment.production,
    namespace: environment.namespace,
    cloud: cloudCapacity(environment.cloud),
    registry: {
      host: environment.registry.host,
      organisation: environment.registry.organisation,
      pullSecret: environment.registry.pullSecret,
    },
    outside: [
      // Kubernetes makes one in every namespace.
      { kind: 'ServiceAccount', name: 'default' },
      ...outsideSecrets(environment).map((secret) => ({ kind: 'Secret', ...secret })),
    ],
    source: environmentSource(environment),
  };
}

function cloudCapacity(cloud: ContainerCloud): CloudCapacity {
  return {
    vms: cloud.vms,
    vmCpuMillis: cpuMillis(cloud.vmCpu),
    vmMemoryBytes: sizeBytes(cloud.vmMemory),
    requestsSharePercent: cloud.requestsSharePercent,
    limitsSharePercent: cloud.limitsSharePercent,
    mustSurviveVmLoss: cloud.mustSurviveVmLoss ?? false,
    systemSharePercent: cloud.systemSharePercent ?? SYSTEM_SHARE_PERCENT,
  };
}
