import { App } from 'cdk8s';
import type { Environment } from '../../environments/environment';
import { prod } from '../../environments/prod';
import { test as testEnvironment } from '../../environments/test';
import { HadoopClient } from '../../platform/hadoop-client';
import type { WorkloadSettings } from '../../platform/workload-settings';
import { Stack } from '../stack';

/** What a test says of a stack; the rest is that of production. */
export interface StackParts {
  /** @default anomaly */
  readonly id?: string;
  readonly environment?: Environment;
  /** Settings of workloads by their name, on top of those of the environment. */
  readonly workloads?: Readonly<Record<string, Partial<WorkloadSettings>>>;
}

/** A stack without workloads, in an app of its own. */
class TestingStack extends Stack {}

/** Returns an empty stack for a test, in which workloads are made. */
export function aStack({ id = 'anomaly', environment = prod, workloads = {} }: StackParts = {}): Stack {
  const known: Readonly<Record<string, WorkloadSettings | undefined>> = environment.workloads;
  const changed = Object.fromEntries(
    Object.entries(workloads).map(([name, settings]) => [
      name,
      { ...(known[name] ?? environment.workloads['anomaly-alert']), ...settings },
    ]),
  );
  return new TestingStack(new App(), id, {
    environment: { ...environment, workloads: { ...environment.workloads, ...changed } },
    source: `lib/stacks/${id}-stack.ts`,
  });
}

/** Returns an empty stack of the environment whose YARN cannot reach Pods, so that drivers run in YARN. */
export function aClusterModeStack(parts: StackParts = {}): Stack {
  return aStack({ environment: testEnvironment, ...parts });
}

/** Returns the Hadoop cluster of a stack's environment as something to connect to. */
export function aHadoopClient(stack: Stack): HadoopClient {
  return new HadoopClient(stack, 'hadoop-client', {
    cluster: stack.environment.hadoop,
    namespace: stack.environment.namespace,
    name: `${stack.id}-hadoop-client`,
    labels: {},
    sources: [],
  });
}
