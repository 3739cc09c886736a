import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { nodeOf } from '../reading/pod-state';
import { groupedFailures, pullFailures, workloadsOf } from './pull-failures';

/** The image is found, and the node has no room for it. */
export const imageDiskFull: Question = {
  id: 'image-disk-full',
  severity: 'error',
  summary: {
    en: 'Is the disk of a node too full for an image?',
    zh: '节点磁盘是否已满，无法存放镜像？',
  },
  ask: (cluster) =>
    groupedFailures(pullFailures(cluster, 'disk-full'), ({ pod }) => nodeOf(pod)).map((group) => {
      const [first] = group;
      const name = nodeOf(first.pod);
      const node = cluster.tryFind('Node', '', name);
      const workloads = workloadsOf(group);
      const object = node === undefined ? first.id : objectId(node);
      return {
        object,
        cause: {
          en: `the disk of node ${name} is full, so that the image "${first.image}" cannot be unpacked there; ${workloads.length} ${workloads.length === 1 ? 'workload waits' : 'workloads wait'}`,
          zh: `节点 ${name} 的磁盘已满，镜像 "${first.image}" 无法解压；${workloads.length} 个工作负载在等待`,
        },
        evidence: first.proofs,
        remedy: {
          en: `Have unused images and logs removed on ${name} (crictl rmi --prune), or its disk enlarged.`,
          zh: `请管理员在 ${name} 上清理无用镜像与日志（crictl rmi --prune），或扩容磁盘。`,
        },
        explains: workloads.filter((id) => id !== object),
      };
    }),
};
