import { countedResources } from '../../../validation/quantities/counted-resources';
import type { CountedResource } from '../../../validation/quantities/counted-resources';

/** A resource of a quota as containers have it: which side, and CPU or memory. */
export interface WorkloadSide {
  readonly side: 'requests' | 'limits';
  readonly resource: CountedResource;
}

/** Returns what a resource of a quota is of a container (`cpu` is `requests.cpu`), or undefined for any other. */
export function tryWorkloadSide(name: string): WorkloadSide | undefined {
  const match = /^(?:(requests|limits)\.)?(cpu|memory)$/.exec(name);
  const resource = countedResources.find((counted) => counted.name === match?.[2]);
  return resource === undefined ? undefined : { side: match?.[1] === 'limits' ? 'limits' : 'requests', resource };
}
