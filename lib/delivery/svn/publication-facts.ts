import { restartsBetween } from '../../review/effects/restarts';
import { capacityUse } from '../../validation/capacity/capacity-use';
import { demandsOf } from '../../validation/pods/demand';
import type { CloudCapacity } from '../../validation/rule';
import type { LogFacts } from './log-message';
import { manifestsInFiles } from './manifests-in-files';
import type { FolderInSvn, PublicationPlan } from './publication-plan';
import { namesInList } from './published-property';
import type { YamlFiles } from './publish-request';

/** What a publication does to the cluster, as far as the files tell. */
export type ClusterFacts = Pick<LogFacts, 'restarts' | 'unread' | 'requests'>;

/** Compares what stands in SVN with what is published as to restarts and requests. */
export function clusterFacts(
  folder: FolderInSvn,
  wanted: YamlFiles,
  plan: PublicationPlan,
  cloud: CloudCapacity,
): ClusterFacts {
  const names = new Set([...namesInList(folder.list ?? ''), ...wanted.keys(), ...plan.deleted]);
  // Not the target of a link: what it leads to is no YAML of SVN.
  const files = [...folder.files].filter(([name, { isLink }]) => names.has(name) && !isLink);
  const before = manifestsInFiles(files.map(([name, { content }]) => [name, content]));
  const after = manifestsInFiles(wanted);
  const use = capacityUse(demandsOf(after.manifests, cloud.vms), cloud);
  return {
    restarts: restartsBetween(before.manifests, after.manifests),
    unread: before.unread,
    requests: {
      before: capacityUse(demandsOf(before.manifests, cloud.vms), cloud).requests,
      after: use.requests,
      allowed: use.requestsAllowed,
    },
  };
}
