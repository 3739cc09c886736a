import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { tryConditionOf } from '../reading/conditions';
import { conditionEvidence, shortened } from '../reading/evidence';
import { shortId } from '../reading/named';

/** An autoscaler that gets no metrics, or finds no target, leaves the number of Pods as it is. */
export const autoscalerBlind: Question = {
  id: 'autoscaler-blind',
  severity: 'warning',
  summary: { en: 'Can every autoscaler do its work?', zh: '自动扩缩（HPA）是否正常工作？' },
  ask: (cluster) =>
    cluster.ofKind('HorizontalPodAutoscaler').flatMap((autoscaler) => {
      const able = tryConditionOf(autoscaler, 'AbleToScale', 'False');
      const active = tryConditionOf(autoscaler, 'ScalingActive', 'False');
      const condition = able ?? active;
      // Switched off on purpose: the target has no replicas, which is another finding.
      if (condition === undefined || condition['reason'] === 'ScalingDisabled') return [];
      const { kind, name } = asObject(asObject(autoscaler.json['spec'])['scaleTargetRef']);
      const target = `${asText(kind)}/${asText(name)}`;
      const message = shortened(asText(condition['message']));
      return [
        {
          object: objectId(autoscaler),
          cause: {
            en: `${shortId(autoscaler)} does not scale ${target}: ${message}`,
            zh: `${shortId(autoscaler)} 无法扩缩 ${target}：${message}`,
          },
          evidence: [conditionEvidence(autoscaler, condition)],
          remedy: {
            en: 'Correct scaleTargetRef where the target is not there; where metrics are missing, have those who run the cluster look at metrics-server, and give every container a request of what is measured.',
            zh: '目标不存在就改正 scaleTargetRef；缺少指标则请集群管理员检查 metrics-server，并给每个容器写上相应的 request。',
          },
          property: 'spec.scaleTargetRef',
        },
      ];
    }),
};
