import type { Progress } from '../../progress';
import type { JsonObject, Manifest } from '../../validation/manifest';
import { Cluster } from '../cluster/cluster';
import type { ClusterReading } from '../cluster/cluster';
import { readKinds } from '../cluster/read-kinds';
import type { ReadKind } from '../cluster/read-kinds';
import { asRead } from './as-read';
import { CouldNotLook, tryCouldNotLook } from './could-not-look';
import { inParallel } from './in-parallel';
import type { Answer, Kubectl } from './kubectl';
import type { KubectlFailure } from './kubectl-failure';
import { newestMillis } from './newest-time';
import { readLogs } from './read-logs';
import { tryReadPodsElsewhere } from './read-pods-elsewhere';
import { readSecrets } from './read-secrets';

/** What is to be read. */
export interface ReadRequest {
  readonly namespace: string;
  /** The time of this machine. */
  readonly nowMillis: number;
  /** Told what is read next. */
  readonly progress: Progress;
}

/** What the first request has, which is a small one: nobody wants to wait to hear that the network is down. */
const FIRST_SECONDS = 8;

/** As many as an API server answers a person without slowing down. */
const AT_ONCE = 6;

/**
 * Reads a namespace of a cluster, and of the cluster what may be seen.
 *
 * @throws CouldNotLook if nothing at all could be read
 */
export async function readCluster(kubectl: Kubectl, request: ReadRequest): Promise<ClusterReading> {
  const { namespace, nowMillis, progress } = request;
  const unread = new Map<string, string>();
  const objects: Manifest[] = [];
  const keep = (plural: string, { value, failure }: Answer<readonly JsonObject[]>) => {
    if (failure === undefined) for (const json of value) objects.push({ json, file: `${plural}.json` });
    else unread.set(plural, reasonOf(failure));
  };

  progress(() => ({ en: `reading namespace ${namespace}`, zh: `正在读取 namespace ${namespace}` }));
  keep('namespaces', await readNamespace(kubectl, namespace));
  const kinds = readKinds.filter(({ plural }) => plural !== 'namespaces');
  let done = 0;
  const answers = await inParallel(kinds, AT_ONCE, async (kind) => {
    const answer = await readKind(kubectl, kind, namespace);
    done += 1;
    progress(() => ({
      en: `reading ${kind.plural} (${done} of ${kinds.length} kinds)`,
      zh: `正在读取 ${kind.plural}（${done} / ${kinds.length} 类）`,
    }));
    return answer;
  });
  requireAny(answers.filter((_, index) => kinds[index]?.clusterWide !== true));
  for (const [index, { plural }] of kinds.entries()) keep(plural, answers[index] ?? { value: [] });

  const nodesAreRead = !unread.has('nodes');
  const podsElsewhere = nodesAreRead ? await tryReadPodsElsewhere(kubectl, namespace) : undefined;
  const all = asRead(objects);
  const reading: ClusterReading = {
    objects: all,
    logs: new Map(),
    unread,
    unanswered: [],
    // The clock of this machine may be late.
    readAtMillis: Math.max(nowMillis, newestMillis(all)),
    namespace,
    ...(podsElsewhere === undefined
      ? {}
      : { podsElsewhere: podsElsewhere.map((json) => ({ json, file: 'pods-elsewhere.json' })) }),
  };
  progress(() => ({ en: 'reading logs', zh: '正在读取日志' }));
  return { ...reading, ...(await readLogs(kubectl, new Cluster(reading))) };
}

/** Asks for the namespace first, in one request: it shows whether the cluster can be reached and takes the token. */
async function readNamespace(kubectl: Kubectl, namespace: string): Promise<Answer<readonly JsonObject[]>> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
  const answer = await kubectl.objects(['get', '--raw', path], FIRST_SECONDS);
  if (answer.failure?.kind === 'not-found') {
    throw new CouldNotLook(
      { en: `the cluster has no namespace ${namespace}`, zh: `集群中没有 namespace ${namespace}` },
      {
        en: 'Check --namespace, and with --context and --kubeconfig whether this is the right cluster.',
        zh: '请检查 --namespace，并通过 --context 和 --kubeconfig 确认连接的是正确的集群。',
      },
    );
  }
  const isHopeless = answer.failure === undefined ? undefined : tryCouldNotLook(answer.failure);
  if (isHopeless !== undefined) throw isHopeless;
  return answer;
}

function readKind(kubectl: Kubectl, kind: ReadKind, namespace: string): Promise<Answer<readonly JsonObject[]>> {
  if (kind.plural === 'secrets') return readSecrets(kubectl, namespace);
  const scope = kind.clusterWide === true ? [] : ['-n', namespace];
  return kubectl.objects(['get', kind.resource, ...scope, '-o', 'json']);
}

/** @throws CouldNotLook if there is not one answer about the namespace */
function requireAny(answers: readonly Answer<unknown>[]): void {
  const failures = answers.flatMap(({ failure }) => failure ?? []);
  const [first] = failures;
  if (first === undefined || failures.length < answers.length) return;
  const isForbidden = failures.every(({ kind }) => kind === 'forbidden');
  throw (
    tryCouldNotLook(first) ??
    new CouldNotLook(
      {
        en: `nothing in the namespace may be read: ${first.message}`,
        zh: `namespace 中的任何对象都无法读取：${first.message}`,
      },
      isForbidden
        ? {
            en: 'Use a token that may read this namespace, and check that --namespace is the right one.',
            zh: '请使用有权读取该 namespace 的 token，并确认 --namespace 正确。',
          }
        : { en: 'Try it with kubectl get pods, which says more.', zh: '请直接执行 kubectl get pods 查看更多信息。' },
    )
  );
}

function reasonOf({ kind, message }: KubectlFailure): string {
  if (kind !== 'forbidden') return `not read: ${message}`;
  const user = /User "([^"]{1,200})"/.exec(message)?.[1];
  return `not allowed (403)${user === undefined ? '' : ` as user ${user}`}`;
}
