import type { Text } from '../../../text';
import type { UnscheduledPods } from './unscheduled-pods';

/** How many names a sentence lists. */
const LISTED = 4;

/** Writes how many Pods wait: `its Pod has no node`, `3 of its Pods have no node`. */
export function waitingPods({ pods, workload, pod }: UnscheduledPods): Text {
  if (workload === pod) return { en: 'the Pod has no node', zh: '该 Pod 没有分配到节点' };
  if (pods.length === 1) return { en: 'one of its Pods has no node', zh: '有 1 个 Pod 没有分配到节点' };
  return { en: `${pods.length} of its Pods have no node`, zh: `有 ${pods.length} 个 Pod 没有分配到节点` };
}

/** Writes what the scheduler says of the nodes that an obstacle is not about, to stand at the end of a sentence. */
export function otherNodes({ said }: UnscheduledPods, isMeant: (text: string) => boolean): Text {
  const others = said.blockers.filter(({ text }) => !isMeant(text)).slice(0, LISTED);
  if (others.length === 0) return { en: '', zh: '' };
  const texts = others.map(({ nodes, text }) => `${nodes === undefined ? '' : `${nodes} `}${text}`).join(', ');
  return { en: `; of the other nodes the scheduler says: ${texts}`, zh: `；其余节点，调度器的说明为：${texts}` };
}

/** Writes the first few of some names, and how many more there are. */
export function listedTexts(texts: readonly string[]): Text {
  const more = texts.length - LISTED;
  const shown = texts.slice(0, LISTED).join(', ');
  return more > 0
    ? { en: `${shown} and ${more} more`, zh: `${shown} 等 ${texts.length} 个` }
    : { en: shown, zh: shown };
}
