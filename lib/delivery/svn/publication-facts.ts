import { setDiff } from '../../review/diff/set-diff';
import type { SetDiff } from '../../review/diff/set-diff';
import { objectId } from '../../validation/manifest';
import type { LogFacts } from './log-message';
import { manifestsInFiles } from './manifests-in-files';
import type { FolderInSvn, PublicationPlan } from './publication-plan';
import { namesInList } from './published-property';
import type { PublishRequest, YamlFiles } from './publish-request';

/** What a publication does to the cluster, as far as the files tell. */
export type ClusterFacts = Pick<LogFacts, 'diff' | 'unread'>;

/** Compares what stands in SVN with what is published. */
export function clusterFacts(
  folder: FolderInSvn,
  wanted: YamlFiles,
  plan: PublicationPlan,
  { name, namespace, cloud }: PublishRequest['environment'],
): ClusterFacts {
  const names = new Set([...namesInList(folder.list ?? ''), ...wanted.keys(), ...plan.deleted]);
  // Not the target of a link: what it leads to is no YAML of SVN.
  const files = [...folder.files].filter(([file, { isLink }]) => names.has(file) && !isLink);
  const before = manifestsInFiles(files.map(([file, { content }]) => [file, content]));
  const after = manifestsInFiles(wanted).manifests;
  const diff = setDiff({
    before: before.manifests,
    after,
    environment: name,
    ...(namespace === undefined ? {} : { namespace }),
    cloud,
  });
  const unread = new Set(before.unread);
  const unknown = new Set(after.filter(({ file }) => unread.has(file)).map(objectId));
  return { diff: without(diff, unknown), unread: before.unread };
}

/** Leaves out what only seems to be new: it may stand in a file that could not be read. */
function without(diff: SetDiff, unknown: ReadonlySet<string>): SetDiff {
  return {
    ...diff,
    objects: diff.objects.filter(({ change, object }) => change !== 'added' || !unknown.has(object)),
    images: diff.images.filter(({ before, workload }) => before !== undefined || !unknown.has(workload)),
  };
}
