import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { claimsOf } from '../reading/pods-by-claim';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { nameOf } from '../reading/named';
import { nodeOf } from '../reading/pod-state';
import { configurationFaults } from './configuration-faults';
import { MOST_READ } from './last-words';
import { tryEvent, unstartedPods } from './unstarted-pods';
import type { UnstartedPods } from './unstarted-pods';

const REASONS: ReadonlySet<string> = new Set(['FailedMount', 'FailedAttachVolume', 'FailedMapVolume']);
/** The kubelet's summary of what it waits for, which says nothing of why. */
const SUMMARY = /Unable to attach or mount volumes|timed out waiting for the condition/;

/** What is said of a mount, and what it means. */
const MEANINGS: readonly (readonly [RegExp, Text])[] = [
  [
    /(?:mount\.nfs|nfs).*(?:Connection timed out|Connection refused|No route to host|timed out)/is,
    { en: 'the NFS server does not answer', zh: 'NFS 服务器没有响应' },
  ],
  [
    /access denied by server|Operation not permitted|permission denied/i,
    { en: 'the storage does not let this node in', zh: '存储拒绝该节点访问' },
  ],
  [
    /bad option.*helper program|unknown filesystem type/is,
    { en: 'the node lacks the program for this kind of storage', zh: '节点缺少该类存储所需的程序' },
  ],
  [
    /hostPath type check failed/,
    { en: 'the path on the node is not there or is of another kind', zh: '节点上的 hostPath 不存在或类型不符' },
  ],
  [
    /driver name \S+ not found in the list of registered CSI drivers/,
    { en: 'the storage driver does not run on the node', zh: '节点上没有运行该存储驱动' },
  ],
  [/No such file or directory|does not exist/i, { en: 'what is to be mounted is not there', zh: '要挂载的内容不存在' }],
  [
    /wrong fs type|bad superblock|fsck|structure needs cleaning/i,
    { en: 'the file system on the volume is damaged', zh: '卷上的文件系统已损坏' },
  ],
];

/** The node does not get at a volume. */
export const volumeNotMounted: Question = {
  id: 'volume-not-mounted',
  severity: 'error',
  summary: {
    en: 'Is a volume not attached or mounted?',
    zh: '是否有卷未能挂载？',
  },
  ask: (cluster) => {
    const configured = new Set(configurationFaults(cluster).map(({ id }) => id));
    return unstartedPods(cluster).flatMap((unstarted) => {
      const { id, pod, podPath } = unstarted;
      if (configured.has(id)) return [];
      const event = tryMountEvent(unstarted);
      if (event === undefined) return [];
      const said = eventMessage(event).slice(0, MOST_READ);
      const volume = /volume "([^"]+)"/.exec(said)?.[1] ?? /unmounted volumes=\[([^\]]*)\]/.exec(said)?.[1] ?? '';
      const [, meaning] = MEANINGS.find(([sign]) => sign.test(said)) ?? [];
      const claims = claimsOf(pod.json).join(', ');
      const mean = meaning ?? { en: 'nobody says why', zh: '原因未说明' };
      return [
        {
          object: id,
          cause: {
            en: `node ${nodeOf(pod)} cannot mount volume "${volume}" of Pod ${nameOf(pod)}${claims === '' ? '' : ` (claims: ${claims})`}: ${mean.en}`,
            zh: `节点 ${nodeOf(pod)} 无法挂载 Pod ${nameOf(pod)} 的卷 "${volume}"${claims === '' ? '' : `（PersistentVolumeClaim：${claims}）`}：${mean.zh}`,
          },
          evidence: [eventEvidence(pod, event)],
          remedy: {
            en: 'Check server, path and names in the volume; if they are right, hand the message to the operators of the storage.',
            zh: '检查卷中的服务器、路径和名称；若都正确，将该消息转给存储管理员。',
          },
          property: `${podPath}.volumes[${volume}]`,
        },
      ];
    });
  },
};

/** What tells a reason comes before a summary that is newer. */
function tryMountEvent(unstarted: UnstartedPods) {
  const isAttach = /Multi-Attach error|already exclusively attached/;
  if (tryEvent(unstarted, ['FailedAttachVolume'], isAttach) !== undefined) return undefined;
  const events = unstarted.events.filter(({ reason }) => typeof reason === 'string' && REASONS.has(reason));
  return events.find((event) => !SUMMARY.test(eventMessage(event))) ?? events[0];
}
