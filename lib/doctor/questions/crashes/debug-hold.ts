import { asObject } from '../../../validation/manifest';
import type { Text } from '../../../text';
import { workloadOf } from './ailing-containers';
import type { ExplainedContainer } from './explained-containers';

/** Returns how to hold a start script, so that it can be tried by hand. */
export function debugHoldAdvice(one: ExplainedContainer): Text {
  if (isHeld(one)) return { en: '', zh: '' };
  const name = workloadOf(one);
  return {
    en: `To try the start by hand, set debugHold: true for ${name} in the data of the test environment, publish it, and go in with kubectl exec.`,
    zh: `要手工试启动：在测试环境数据中为 ${name} 设置 debugHold: true，发布后用 kubectl exec 进入容器。`,
  };
}

/** Tells whether the workload is on hold already. */
export function isHeld({ pod }: Pick<ExplainedContainer, 'pod'>): boolean {
  return asObject(asObject(pod.json['metadata'])['annotations'])['znyw/debug-hold'] === 'true';
}
