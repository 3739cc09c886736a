import { Duration } from 'cdk8s';
import { httpProbe } from '../../platform/probes';
import type { Stack } from '../stack';
import { HTTP_PORT, WebWorkload } from '../web-workload';
import type { WorkloadDescription } from '../workload-description';

/** A workload for a test: a service of the image alpine-java that listens on 8080, unless its parts say otherwise. */
export class TestingWorkload extends WebWorkload {
  constructor(stack: Stack, id: string, parts: Partial<WorkloadDescription> = {}) {
    super(stack, id);
    this.deploy(aDescription(parts));
  }

  /** Opens its HTTP port to address ranges, as a workload itself would. */
  openToRanges(nodePort: number, ranges: readonly string[]): void {
    this.openOutside(`${this.name}-outside`, HTTP_PORT, nodePort, ranges);
  }
}

/** Returns the description of a workload for a test. */
export function aDescription(parts: Partial<WorkloadDescription> = {}): WorkloadDescription {
  return {
    summary: 'a service',
    component: 'service',
    image: 'alpine-java',
    ports: { [HTTP_PORT]: 8080 },
    probes: {
      startup: httpProbe(HTTP_PORT, '/healthz', { failures: 6 }),
      readiness: httpProbe(HTTP_PORT, '/healthz'),
    },
    stop: { gracePeriod: Duration.seconds(30) },
    ...parts,
  };
}
