import { containerResource } from '../quantities/container-resources';
import { countedResources } from '../quantities/counted-resources';
import { containersOf } from '../pods/pods';
import type { Container } from '../pods/pods';
import type { Rule } from '../rule';

const DEMANDED = 'requests.cpu, requests.memory, limits.cpu and limits.memory';

/**
 * A quota that tracks these four refuses every Pod in which one container or init container leaves one of them open.
 *
 * Judged after defaulting, in which a missing request becomes the limit; a written 0 is enough. What is written and
 * cannot be read is not missing. Workloads with 0 replicas count, because scaling them up later is no new submission.
 *
 * @see kubernetes/kubernetes v1.27 pkg/quota/v1/evaluator/core/pods.go, Constraints
 */
export const resourcesDeclared: Rule = {
  id: 'resources-declared',
  class: 'refused',
  severity: 'error',
  summary: 'Every container and init container has requests and limits of CPU and memory.',
  remedy: 'Set the size of the container where the workload is defined; a request that is left out becomes its limit.',
  check: (manifests) =>
    manifests.flatMap((manifest) =>
      containersOf(manifest).flatMap((container) => {
        const missing = missingIn(container);
        if (missing.length === 0) return [];
        const found = `${nameOf(container)} has no ${missing.join(', no ')}`;
        const message = `${found}; the quota demands ${DEMANDED} of every container`;
        return [{ manifest, field: `${container.path}.resources`, message }];
      }),
    ),
};

function missingIn({ json }: Container): readonly string[] {
  const lacking = (part: 'request' | 'limit') =>
    countedResources
      .filter((resource) => containerResource(json, resource)[part] === undefined)
      .map(({ name }) => `${part}s.${name}`);
  return [...lacking('request'), ...lacking('limit')];
}

function nameOf({ name, init }: Container): string {
  return `${init ? 'init container' : 'container'} ${name === '' ? 'without a name' : name}`;
}
