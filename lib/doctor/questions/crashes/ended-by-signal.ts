import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { ailmentSymptom } from './ailment-symptom';
import { debugHoldAdvice } from './debug-hold';
import { explainedContainers } from './explained-containers';
import type { ExplainedContainer } from './explained-containers';

interface Signal {
  readonly wrong: Text;
  readonly remedy: Text;
  readonly field?: string;
}

/** By number; of Linux. */
const SIGNALS: ReadonlyMap<number, Signal> = new Map([
  [
    4,
    {
      wrong: {
        en: 'SIGILL: the program uses an instruction that the processor of the VM does not have',
        zh: 'SIGILL：程序使用了 VM 的 CPU 不支持的指令',
      },
      remedy: {
        en: 'Have the processor passed through to the VM (host-passthrough), or use an image that is built for an older one.',
        zh: '请管理员为 VM 开启 CPU 直通（host-passthrough），或改用为较旧 CPU 构建的镜像。',
      },
      field: 'image',
    },
  ],
  [
    6,
    {
      wrong: {
        en: 'SIGABRT: the program ended itself after a failed assertion or an error of its own',
        zh: 'SIGABRT：程序因断言失败或内部错误自行中止',
      },
      remedy: {
        en: 'Read the lines before in its log; of a store, look after its data and the room on its volume.',
        zh: '查看其日志中此前的内容；若是存储，检查数据文件和卷空间。',
      },
    },
  ],
  [
    7,
    {
      wrong: {
        en: 'SIGBUS: a file that is mapped into memory ended early, or the volume is full',
        zh: 'SIGBUS：内存映射的文件被截断，或卷已写满',
      },
      remedy: {
        en: 'Look for a full volume, /dev/shm among them (mount an emptyDir of medium Memory there).',
        zh: '检查是否有卷写满，包括 /dev/shm（可挂载 medium 为 Memory 的 emptyDir）。',
      },
      field: 'volumeMounts',
    },
  ],
  [
    9,
    {
      wrong: {
        en: 'SIGKILL from outside, and not for its own memory limit: the VM ran out of memory, or it did not stop within its grace period',
        zh: '被外部 SIGKILL，且不是因为自身内存上限：VM 内存不足，或未在宽限期内停止',
      },
      remedy: {
        en: 'See whether the VM is short of memory (kubectl describe node), and raise requests.memory to what it uses; raise terminationGracePeriodSeconds if it stops slowly.',
        zh: '检查 VM 是否缺内存（kubectl describe node），把 requests.memory 调到实际用量；若停止慢，调大 terminationGracePeriodSeconds。',
      },
      field: 'resources.requests.memory',
    },
  ],
  [
    11,
    {
      wrong: { en: 'SIGSEGV: a fault of the program or of a native library in it', zh: 'SIGSEGV：程序或其本地库出错' },
      remedy: {
        en: 'Use another tag of the image: programs and libraries built for glibc crash like this on Alpine, and so does a JVM with a native library that does not fit.',
        zh: '换用其他镜像标签：为 glibc 编译的程序或库在 Alpine 上会如此崩溃，JVM 的本地库不匹配时也会。',
      },
      field: 'image',
    },
  ],
  [
    15,
    {
      wrong: {
        en: 'SIGTERM: somebody asked it to stop, and it is no probe of its own that is known of',
        zh: 'SIGTERM：被要求停止，且没有发现是探针所致',
      },
      remedy: {
        en: 'See who does it: a liveness probe whose event has gone, a script inside that kills, a shutdown of the VM.',
        zh: '查明来源：事件已过期的 livenessProbe、容器内的脚本、或 VM 关机。',
      },
    },
  ],
]);

/** An exit code above 128 is a signal: 128 and its number. */
export const endedBySignal: Question = {
  id: 'ended-by-signal',
  severity: 'error',
  summary: { en: 'Is a container ended by a signal?', zh: '是否有容器被信号终止？' },
  ask: (cluster) =>
    explainedContainers(cluster).flatMap((one) => {
      if (one.because.kind !== 'signal') return [];
      const number = (one.run?.exitCode ?? 128) - 128;
      const { wrong, remedy, field } = SIGNALS.get(number) ?? unknownSignal(number, one);
      return [
        ailmentSymptom(one, { wrong: withAvx(one, number, wrong), remedy, ...(field === undefined ? {} : { field }) }),
      ];
    }),
};

/** Of MongoDB it is known which instruction that is. */
function withAvx({ spec }: ExplainedContainer, number: number, wrong: Text): Text {
  if (number !== 4 || !/mongo/i.test(JSON.stringify([spec['image'] ?? '', spec['command'] ?? '', spec['args'] ?? ''])))
    return wrong;
  return { en: `${wrong.en} (MongoDB from 5.0 on needs AVX)`, zh: `${wrong.zh}（MongoDB 5.0 及以上需要 AVX）` };
}

function unknownSignal(number: number, one: ExplainedContainer): Signal {
  const hold = debugHoldAdvice(one);
  return {
    wrong: { en: `signal ${number} ended it`, zh: `被信号 ${number} 终止` },
    remedy: { en: `Read its log. ${hold.en}`.trim(), zh: `查看其日志。${hold.zh}` },
  };
}
