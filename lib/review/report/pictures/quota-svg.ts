import { formatCpu } from '../../../validation/quantities/quantity-format';
import type { ResourceAmounts } from '../../../validation/quantities/resource-amounts';
import type { Language } from '../../../text';
import { FONT } from '../layout/node-size';
import { percentText } from '../page/amounts';
import { markup } from '../page/markup';
import type { QuotaReport, WorkloadReport } from '../report-model';
import { gibText } from './amount-text';
import { fileBars } from './file-bars';
import { picture } from './picture';
import type { PictureOptions } from './picture-options';
import { QUOTA_FRAME } from './quota-frame';
import { requestsBar, stackKey } from './requests-bar';
import { textLine } from './svg-parts';

const WORDS = {
  title: { en: 'Quota: requests and limits against what is allowed', zh: '配额：requests 与 limits 对比允许值' },
  requests: { en: 'Requests of everything that runs', zh: '所有运行中工作负载的 requests' },
  limits: { en: 'Limits of each YAML against what one may have', zh: '每个 YAML 的 limits 与单个 YAML 的上限' },
  memory: { en: 'memory', zh: '内存' },
} as const;

/**
 * Draws the requests by workload against the allowance with the peaks of rollouts, and below the limits of each YAML
 * against what one may have. Parts of the bars have `data-workload`, the rows below `data-file`.
 */
export function quotaSvg(quota: QuotaReport, workloads: readonly WorkloadReport[], options: PictureOptions): string {
  const { language } = options;
  // A job asks for nothing while it does not run.
  const running = workloads.filter(({ kind }) => kind !== 'Job' && kind !== 'CronJob');
  const { use, rolloutPeak, peakAllAtOnce } = quota;
  const bar = (name: string, resource: keyof ResourceAmounts, y: number) =>
    requestsBar(
      {
        name,
        parts: running.map((workload) => ({
          id: workload.id,
          name: workload.name,
          stack: workload.stack,
          amount: workload.requests[resource],
        })),
        used: use.requests[resource],
        allowed: use.requestsAllowed[resource],
        rolloutPeak: rolloutPeak[resource],
        peakAllAtOnce: peakAllAtOnce[resource],
        format: resource === 'cpuMillis' ? formatCpu : gibText,
      },
      y,
      language,
    );
  const files = fileBars(use, 344, language);
  return picture(
    {
      width: QUOTA_FRAME.width,
      height: 344 + files.height + QUOTA_FRAME.margin,
      title: WORDS.title[language],
      description: description(quota, language),
      content: markup`${textLine({ x: QUOTA_FRAME.margin, y: 40, text: WORDS.requests[language], size: FONT.title, bold: true })}
${stackKey([...new Set(running.map(({ stack }) => stack))].sort(), 26)}
${bar('CPU', 'cpuMillis', 66)}
${bar(WORDS.memory[language], 'memoryBytes', 182)}
${textLine({ x: QUOTA_FRAME.margin, y: 296, text: WORDS.limits[language], size: FONT.title, bold: true })}
${files.drawing}`,
    },
    options,
  );
}

function description({ use, rolloutPeak }: QuotaReport, language: Language): string {
  const { requests, requestsAllowed } = use;
  const [cpu, memory] = [
    `${formatCpu(requests.cpuMillis)} / ${formatCpu(requestsAllowed.cpuMillis)} CPU (${percentText(requests.cpuMillis, requestsAllowed.cpuMillis)})`,
    `${gibText(requests.memoryBytes)} / ${gibText(requestsAllowed.memoryBytes)} (${percentText(requests.memoryBytes, requestsAllowed.memoryBytes)})`,
  ];
  const peak = `${formatCpu(rolloutPeak.cpuMillis)} CPU, ${gibText(rolloutPeak.memoryBytes)}`;
  return language === 'zh'
    ? `requests：${cpu}，内存 ${memory}；滚动更新峰值 ${peak}；${use.files.size} 个 YAML 文件的 limits。`
    : `Requests: ${cpu}, memory ${memory}; peak of a rollout ${peak}; limits of ${use.files.size} YAML files.`;
}
