import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import type { Symptom } from '../../judge/finding';
import { tryNearestName } from '../../../validation/names/nearest-name';
import { groupedFailures, pullFailures, workloadsOf } from './pull-failures';
import type { PullFailure } from './pull-failures';
import type { PullFault } from './pull-fault';

/**
 * Returns one symptom for each registry that has a fault, however many workloads wait for it: about the first, which
 * explains the others.
 */
export function registrySymptoms(
  cluster: Cluster,
  expected: Expected,
  fault: PullFault,
  textsOf: (failure: PullFailure) => { readonly wrong: Text; readonly remedy: Text },
): readonly Symptom[] {
  return groupedFailures(pullFailures(cluster, fault), ({ host }) => host).map((group) => {
    const [first] = group;
    const [object = first.id, ...others] = workloadsOf(group);
    const { wrong, remedy } = textsOf(first);
    const count = others.length + 1;
    const host = hostText(expected, first);
    return {
      object,
      cause: {
        en: `the registry ${first.host} ${wrong.en}; ${count} ${count === 1 ? 'workload waits' : 'workloads wait'} for its images${host.en}`,
        zh: `镜像仓库 ${first.host} ${wrong.zh}；${count} 个工作负载在等待其镜像${host.zh}`,
      },
      evidence: first.proofs,
      remedy,
      property: `${first.path}.image`,
      explains: others,
    };
  });
}

/** Tells that the host is not that of the project's registry, and whether it is a slip of the pen. */
function hostText({ environment }: Expected, { host }: PullFailure): Text {
  const own = environment.registry?.host;
  if (own === undefined || own === host) return { en: '', zh: '' };
  const isNear = tryNearestName(host, [own]) !== undefined;
  return isNear
    ? {
        en: `; meant is probably ${own}, the registry of the project`,
        zh: `；本项目的镜像仓库是 ${own}，可能写错了主机名`,
      }
    : { en: `; the registry of the project is ${own}`, zh: `；本项目的镜像仓库是 ${own}` };
}
