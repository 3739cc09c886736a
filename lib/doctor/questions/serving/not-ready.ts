import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { ailmentSymptom } from '../crashes/ailment-symptom';
import { explainedContainers, probeOf } from '../crashes/explained-containers';
import type { ExplainedContainer } from '../crashes/explained-containers';
import { tryProbeFailure } from '../crashes/probe-failure';
import { conditionEvidence, eventEvidence, eventMessage } from '../reading/evidence';
import { conditionOf } from '../reading/pod-state';
import { probeText, probeTimes, tryWrongPort } from '../reading/probe-times';

/** A container that runs and does not pass its probe gets no requests, and no event of its controller says so. */
export const notReady: Question = {
  id: 'not-ready',
  severity: 'error',
  summary: { en: 'Does a container run and is not ready?', zh: '是否有容器在运行但未就绪？' },
  ask: (cluster) =>
    explainedContainers(cluster).flatMap((one) => (one.because.kind === 'not-ready' ? [symptomOf(cluster, one)] : [])),
};

function symptomOf(cluster: Cluster, one: ExplainedContainer): Symptom {
  const probe = Object.keys(probeOf(one, 'startup')).length > 0 && !isStarted(one) ? 'startup' : 'readiness';
  const written = probeOf(one, probe);
  const asked = probeText(written);
  const failure = one.probes.failures.get(probe) ?? one.probes.failures.get('readiness');
  const message = failure === undefined ? '' : eventMessage(failure);
  const known = tryProbeFailure(message);
  const wrongPort = tryWrongPort(written, one.spec);
  const seconds = Math.round(
    (cluster.reading.readAtMillis - (one.unreadySince ?? cluster.reading.readAtMillis)) / 1000,
  );
  const { allowed } = probeTimes(written);
  const starts = probe === 'startup' && seconds < allowed;
  const [en, zh] =
    wrongPort === undefined
      ? [
          known?.meaning.en ?? (message === '' ? 'no event says why' : `it says "${message}"`),
          known?.meaning.zh ?? (message === '' ? '没有事件说明原因' : `消息为 "${message}"`),
        ]
      : [
          `it asks port ${wrongPort.asked}, and the container declares ${wrongPort.declared.join(', ') || 'none'}`,
          `探针访问端口 ${wrongPort.asked}，而容器声明的是 ${wrongPort.declared.join('、') || '无'}`,
        ];
  const has = Object.keys(written).length > 0;
  const limit = starts
    ? { en: `, of ${allowed} s that it may start`, zh: `（允许启动 ${allowed} 秒）` }
    : { en: '', zh: '' };
  return ailmentSymptom(one, {
    wrong: {
      en: `${has ? `its ${probe} probe (${asked.en}) has not succeeded` : 'it has not been ready'} for ${seconds} s${limit.en}; ${en}`,
      zh: `${has ? `${probe} 探针（${asked.zh}）` : '容器'}已 ${seconds} 秒未通过${limit.zh}；${zh}`,
    },
    remedy:
      wrongPort === undefined
        ? (known?.remedy ?? {
            en: `Look at its log (kubectl logs -c ${one.container}) for what it waits for.`,
            zh: `查看其日志（kubectl logs -c ${one.container}），确认它在等待什么。`,
          })
        : { en: 'Have the probe ask a port that the container declares.', zh: '让探针访问容器声明的端口。' },
    ...(has ? { field: `${probe}Probe${known?.field === undefined ? '' : `.${known.field}`}` } : {}),
    evidence: [...(failure === undefined ? [] : [eventEvidence(one.pod, failure)]), ...conditionOfPod(one)],
    // A start takes the time that it was given.
    severity: starts && wrongPort === undefined && known?.field === undefined ? 'warning' : 'error',
  });
}

function isStarted({ pod, container }: ExplainedContainer): boolean {
  const { containerStatuses } = asObject(pod.json['status']);
  const all = Array.isArray(containerStatuses) ? (containerStatuses as readonly JsonObject[]) : [];
  const own = all.map((item) => asObject(item)).find(({ name }) => asText(name) === container);
  return own?.['started'] === true;
}

function conditionOfPod({ pod }: ExplainedContainer): readonly string[] {
  const condition = conditionOf(pod, 'ContainersReady');
  return condition['status'] === 'False' ? [conditionEvidence(pod, condition)] : [];
}
