import type { Text } from '../../../text';
import type { Question, Symptom } from '../../judge/finding';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { probeText, probeTimes, tryWrongPort } from '../reading/probe-times';
import { ailmentSymptom } from './ailment-symptom';
import { trySeconds } from './ended-run';
import { explainedContainers, probeOf } from './explained-containers';
import type { ExplainedContainer } from './explained-containers';
import { tryProbeFailure } from './probe-failure';

/** Returns the question whether a probe ends containers. */
export function probeKills(probe: 'startup' | 'liveness', summary: Text): Question {
  return {
    id: `${probe}-probe-kills`,
    severity: 'error',
    summary,
    ask: (cluster) =>
      explainedContainers(cluster).flatMap((one) =>
        one.because.kind === 'probe' && one.because.probe === probe ? [symptomOf(one, probe)] : [],
      ),
  };
}

function symptomOf(one: ExplainedContainer, probe: 'startup' | 'liveness'): Symptom {
  const written = probeOf(one, probe);
  const times = probeTimes(written);
  const { initialDelay, period, failures, allowed } = times;
  const lived = one.run === undefined ? undefined : trySeconds(one.run);
  const asked = probeText(written);
  const failure = one.probes.failures.get(probe);
  const wrongPort = tryWrongPort(written, one.spec);
  const known = failure === undefined ? undefined : tryProbeFailure(eventMessage(failure));
  const sum = {
    en: `${initialDelay} s + ${failures} × ${period} s = ${allowed} s`,
    zh: `${initialDelay} 秒 + ${failures} × ${period} 秒 = ${allowed} 秒`,
  };
  const after = lived === undefined ? { en: '', zh: '' } : { en: `, after ${lived} s`, zh: `，运行了 ${lived} 秒` };
  const why =
    wrongPort === undefined
      ? (known?.meaning ?? { en: 'no answer', zh: '没有应答' })
      : {
          en: `it asks port ${wrongPort.asked}, and the container declares ${wrongPort.declared.join(', ') || 'none'}`,
          zh: `探针访问端口 ${wrongPort.asked}，而容器声明的是 ${wrongPort.declared.join('、') || '无'}`,
        };
  return ailmentSymptom(one, {
    wrong: {
      en: `its ${probe} probe (${asked.en}) ends it${after.en}; the probe allows ${sum.en}; ${why.en}`,
      zh: `${probe} 探针（${asked.zh}）将其终止${after.zh}；探针允许 ${sum.zh}；${why.zh}`,
    },
    ...remedyOf(one, probe, { wrongPort, known, failures, allowed }),
    evidence: [
      ...(one.probes.killing === undefined ? [] : [eventEvidence(one.pod, one.probes.killing)]),
      ...(failure === undefined ? [] : [eventEvidence(one.pod, failure)]),
    ],
  });
}

interface Facts {
  readonly wrongPort: ReturnType<typeof tryWrongPort>;
  readonly known: ReturnType<typeof tryProbeFailure>;
  readonly failures: number;
  readonly allowed: number;
}

function remedyOf(one: ExplainedContainer, probe: string, { wrongPort, known, failures, allowed }: Facts) {
  const field = `${probe}Probe`;
  if (wrongPort !== undefined) {
    return {
      remedy: { en: 'Have the probe ask a port that the container declares.', zh: '让探针访问容器声明的端口。' },
      field,
    };
  }
  if (known?.field !== undefined && known.field !== 'timeoutSeconds') {
    return { remedy: known.remedy, field: `${field}.${known.field}` };
  }
  if (probe === 'startup') {
    return {
      remedy: {
        en: `If its log shows a start that is merely slow, raise failureThreshold of the startupProbe from ${failures} to ${2 * failures} (${2 * allowed} s at most), or give it more CPU; else correct what it waits for.`,
        zh: `若日志显示只是启动慢，把 startupProbe 的 failureThreshold 从 ${failures} 提高到 ${2 * failures}（最多 ${2 * allowed} 秒），或增加 CPU；否则解决它所等待的问题。`,
      },
      field: `${field}.failureThreshold`,
    };
  }
  const hasStartup = Object.keys(probeOf(one, 'startup')).length > 0;
  const slowStart = {
    en: ' Without a startupProbe, a slow start is taken for a hang: add one.',
    zh: ' 没有 startupProbe 时，启动慢会被当成卡死：加上 startupProbe。',
  };
  const base = known?.remedy ?? {
    en: 'See what keeps the program from answering (CPU limit, full threads), or raise failureThreshold and timeoutSeconds.',
    zh: '查明程序为何不应答（CPU 上限、线程占满），或调大 failureThreshold 和 timeoutSeconds。',
  };
  return {
    remedy: hasStartup ? base : { en: `${base.en}${slowStart.en}`, zh: `${base.zh}${slowStart.zh}` },
    field,
  };
}
