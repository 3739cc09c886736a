import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { ailmentSymptom } from './ailment-symptom';
import { explainedContainers } from './explained-containers';
import type { ExplainedContainer } from './explained-containers';
import { limitToTry, mebibytesText, settingsText, tryMemoryLimit, writtenLimit } from './memory-limit';
import { memorySettings } from './memory-settings';
import type { MemorySetting } from './memory-settings';

/** The kernel ends what goes over its memory limit, without a word in the log. */
export const outOfMemory: Question = {
  id: 'out-of-memory',
  severity: 'error',
  summary: {
    en: 'Is a container ended for going over its memory limit (OOMKilled)?',
    zh: '是否有容器超出内存上限被杀（OOMKilled）？',
  },
  ask: (cluster) =>
    explainedContainers(cluster).flatMap((one) =>
      one.because.kind === 'out-of-memory' ? [symptomOf(cluster, one)] : [],
    ),
};

function symptomOf(cluster: Cluster, one: ExplainedContainer): Symptom {
  const limit = tryMemoryLimit(one);
  if (limit === undefined) return ailmentSymptom(one, { ...WITHOUT_LIMIT, field: 'resources.limits.memory' });
  const settings = memorySettings(cluster, one.pod, one.spec, limit);
  const own = settingsText(settings);
  return ailmentSymptom(one, {
    wrong: {
      en: `OOMKilled, it needs more than its memory limit of ${writtenLimit(one)}; ${own.en}`,
      zh: `OOMKilled，所需内存超过上限 ${writtenLimit(one)}；${own.zh}`,
    },
    remedy: remedyOf(one, limit, settings),
    field: 'resources.limits.memory',
    evidence: [one.statusText, ...settings.map(({ place, written }) => `${place}: ${written}`)],
  });
}

const WITHOUT_LIMIT: { readonly wrong: Text; readonly remedy: Text } = {
  wrong: {
    en: 'OOMKilled, though it has no memory limit of its own: the VM ran out of memory',
    zh: 'OOMKilled，但容器没有内存上限：是 VM 内存不足',
  },
  remedy: {
    en: 'Give every container of the VM a memory limit, this one as well, so that none can take all of it.',
    zh: '为 VM 上的每个容器（包括它）设置内存上限，避免单个容器占满。',
  },
};

function remedyOf({ container }: ExplainedContainer, limit: number, settings: readonly MemorySetting[]): Text {
  const target = mebibytesText(limitToTry(limit, settings));
  const [largest] = settings;
  const raise = {
    en: `Raise resources.limits.memory of container ${container} from ${mebibytesText(limit)} to ${target}`,
    zh: `把容器 ${container} 的 resources.limits.memory 从 ${mebibytesText(limit)} 提高到 ${target}`,
  };
  if (largest === undefined || largest.neededBytes <= limit) {
    return {
      en: `${raise.en}, with its request if the quota has room; sizes of caches and heaps follow from the limit where the program of the workload derives them.`,
      zh: `${raise.zh}（配额允许时 request 一并调整）；由工作负载程序推导的缓存和堆大小会随之变化。`,
    };
  }
  const { name, bytes, place, written } = largest;
  return {
    en: `${raise.en}, which ${name.en} ${mebibytesText(bytes)} needs, or lower that (${written}, ${place}).`,
    zh: `${raise.zh}（${name.zh} ${mebibytesText(bytes)} 的需要），或调低该设置（${written}，${place}）。`,
  };
}
