import { asObject, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { tryExpected } from '../reading/expected-object';
import { shortId } from '../reading/named';
import { conditionOf } from '../reading/pod-state';
import { conditionEvidence } from '../reading/evidence';

/** A paused Deployment makes no ReplicaSet: a new one has no Pods at all, and a change of an old one has no effect. */
export const controllerPaused: Question = {
  id: 'controller-paused',
  severity: 'error',
  summary: { en: 'Is a Deployment paused?', zh: '是否有 Deployment 被暂停？' },
  ask: (cluster, expected) =>
    cluster
      .ofKind('Deployment')
      .filter((deployment) => isPaused(deployment) && !isPaused(tryExpected(deployment, expected)))
      .map((deployment) => {
        const state = stateOf(cluster, deployment);
        const condition = conditionOf(deployment, 'Progressing');
        return {
          object: objectId(deployment),
          ...(state === 'idle' ? { severity: 'warning' as const } : {}),
          cause: {
            en: `${shortId(deployment)} is paused (spec.paused: true)${EN[state]}`,
            zh: `${shortId(deployment)} 被暂停（spec.paused: true）${ZH[state]}`,
          },
          evidence: [
            `${shortId(deployment)}: spec.paused true`,
            ...(condition['type'] === undefined ? [] : [conditionEvidence(deployment, condition)]),
          ],
          remedy: {
            en: `Run \`kubectl rollout resume deployment/${shortId(deployment).slice('Deployment/'.length)}\`.`,
            zh: `执行 \`kubectl rollout resume deployment/${shortId(deployment).slice('Deployment/'.length)}\`。`,
          },
          property: 'spec.paused',
          explains: [objectId(deployment)],
        };
      }),
};

type State = 'without Pods' | 'with a change' | 'idle';

const EN: Readonly<Record<State, string>> = {
  'without Pods': ': no ReplicaSet and no Pod is created for it',
  'with a change': ': its last change is not rolled out, and the Pods are the old ones',
  idle: ': the next change will not be rolled out',
};

const ZH: Readonly<Record<State, string>> = {
  'without Pods': '：不会创建 ReplicaSet 和 Pod',
  'with a change': '：最近的修改没有生效，运行的还是旧 Pod',
  idle: '：下次修改不会生效',
};

function stateOf(cluster: Cluster, deployment: Manifest): State {
  const replicaSets = cluster.ownedBy(deployment);
  if (replicaSets.length === 0) return 'without Pods';
  const template = templateOf(deployment);
  return replicaSets.some((replicaSet) => templateOf(replicaSet) === template) ? 'idle' : 'with a change';
}

/** The spec of the Pods as text; the API server writes fields in one order. */
function templateOf({ json }: Manifest): string {
  return JSON.stringify(asObject(asObject(asObject(json['spec'])['template'])['spec']));
}

function isPaused(deployment: Manifest | undefined): boolean {
  return asObject(deployment?.json['spec'])['paused'] === true;
}
