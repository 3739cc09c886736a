import type { ClusterReading } from '../../lib/doctor/cluster/cluster';
import { CouldNotLook } from '../../lib/doctor/load/could-not-look';
import { readSavedFiles } from '../../lib/doctor/load/saved-files';
import { savedNamespaces, savedReading } from '../../lib/doctor/load/saved-reading';
import type { WatchedTerminal } from '../progress';
import { unknownName, UsageError } from '../usage-error';
import type { DoctorRequest } from './read-request';

/** The namespaces of a cluster itself, in which nobody looks for a project. */
const OF_THE_CLUSTER = /^(?:default$|kube-|ingress-|cert-manager)/;

/**
 * Reads a saved cluster.
 *
 * @param usual the namespace of the environment. @default none
 * @throws CouldNotLook if there is no object in it
 * @throws UsageError if it does not say which namespace is meant
 */
export async function savedCluster(
  { from = '', namespace }: DoctorRequest,
  usual: string | undefined,
  terminal: WatchedTerminal,
): Promise<ClusterReading> {
  const saved = await readSavedFiles(from, terminal.stdin, terminal.progress);
  if (saved.objects.length === 0 && saved.plurals.size === 0) throw nothingIn(from, saved.unread[0]?.reason);
  const chosen = chosenNamespace(savedNamespaces(saved), namespace, usual);
  if (usual !== undefined && namespace === undefined && chosen !== usual) {
    terminal.err(`note: ${from} holds namespace ${chosen} and nothing of ${usual}; it is compared all the same\n`);
  }
  return savedReading(saved, chosen);
}

function chosenNamespace(namespaces: readonly string[], asked: string | undefined, usual: string | undefined): string {
  if (asked !== undefined) {
    if (namespaces.length > 0 && !namespaces.includes(asked)) throw unknownName('namespace', asked, namespaces);
    return asked;
  }
  if (usual !== undefined && (namespaces.length === 0 || namespaces.includes(usual))) return usual;
  const projects = namespaces.filter((namespace) => !OF_THE_CLUSTER.test(namespace));
  const candidates = projects.length === 0 ? namespaces : projects;
  if (candidates.length > 1) {
    throw new UsageError(
      `the files hold ${candidates.length} namespaces; say with --namespace which: ${candidates.join(', ')}`,
    );
  }
  return candidates[0] ?? 'default';
}

function nothingIn(from: string, reason = 'has no API object'): CouldNotLook {
  return new CouldNotLook(
    { en: `${from} ${reason}`, zh: `${from} 中没有可读取的对象：${reason}` },
    {
      en: 'Name a folder that --save wrote, or save one with kubectl get deploy,rs,pods,events,quota,pvc,svc -o json.',
      zh: '请指定 --save 写出的目录，或用 kubectl get deploy,rs,pods,events,quota,pvc,svc -o json 保存。',
    },
  );
}
