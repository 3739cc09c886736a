import type { Text } from '../../../text';

/** What the answer to a probe means. */
export interface ProbeFailure {
  readonly meaning: Text;
  readonly remedy: Text;
  /** The field of the probe to look at. @default the probe itself */
  readonly field?: string;
}

const FAILURES: readonly (readonly [sign: RegExp, failure: ProbeFailure])[] = [
  [
    /statuscode: (?:404|405)/,
    {
      meaning: { en: 'the program answers that there is no such path', zh: '程序回答该路径不存在' },
      remedy: { en: 'Correct the path of the probe.', zh: '更正探针的 path。' },
      field: 'httpGet.path',
    },
  ],
  [
    /statuscode: (?:401|403)/,
    {
      meaning: { en: 'the program wants a log-in for the path', zh: '该路径需要登录' },
      remedy: { en: 'Have the probe ask a path that is open to all.', zh: '让探针访问无需认证的路径。' },
      field: 'httpGet.path',
    },
  ],
  [
    /statuscode: 4\d\d|HTTP response to HTTPS client|malformed HTTP/,
    {
      meaning: { en: 'the probe asks in a way that the program does not take', zh: '探针的请求方式不被程序接受' },
      remedy: { en: 'Correct scheme, path, or headers of the probe.', zh: '更正探针的 scheme、path 或 header。' },
      field: 'httpGet',
    },
  ],
  [
    /statuscode: 5\d\d/,
    {
      meaning: {
        en: 'the program answers that it is not well: something that it needs is missing',
        zh: '程序回答自身不健康：其依赖可能不可用',
      },
      remedy: {
        en: 'Look in its log for what it waits for (a store, an API), and see whether that runs and is reachable.',
        zh: '在其日志中查看它在等待什么（存储、接口），并确认对方在运行且可访问。',
      },
    },
  ],
  [
    /connection refused/i,
    {
      meaning: { en: 'nothing listens on the port yet', zh: '该端口还没有程序监听' },
      remedy: {
        en: 'See in its log whether the program has started, and that it listens on this port and on 0.0.0.0.',
        zh: '在日志中确认程序是否已启动，并监听该端口和 0.0.0.0。',
      },
    },
  ],
  [
    /executable file not found|no such file or directory/,
    {
      meaning: { en: 'the command of the probe is not in the image', zh: '探针的命令不在镜像中' },
      remedy: { en: 'Correct the command of the probe.', zh: '更正探针的命令。' },
      field: 'exec.command',
    },
  ],
  [
    /context deadline exceeded|Client\.Timeout|timeout|timed out/i,
    {
      meaning: { en: 'the program does not answer in time', zh: '程序没有及时应答' },
      remedy: {
        en: 'Raise timeoutSeconds of the probe, or see what keeps the program busy (limits.cpu).',
        zh: '调大探针的 timeoutSeconds，或查看程序为何繁忙（limits.cpu）。',
      },
      field: 'timeoutSeconds',
    },
  ],
];

/** Returns what the message of a probe that failed means, or undefined where it says nothing in particular. */
export function tryProbeFailure(message: string): ProbeFailure | undefined {
  return FAILURES.find(([sign]) => sign.test(message))?.[1];
}
