import type { Text } from '../../text';
import type { Severity } from '../judge/finding';
import type { Verdict } from '../judge/diagnose';

/** The first word of a report. */
export const VERDICTS: Readonly<Record<Verdict, Text>> = {
  healthy: { en: 'HEALTHY', zh: '正常' },
  problems: { en: 'PROBLEMS', zh: '有问题' },
  unknown: { en: 'UNKNOWN', zh: '无法判断' },
};

/** How bad a finding is. */
export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
};

/** What stands before the lines of a finding, each in a width of its own. */
export const LABELS = {
  evidence: { en: 'seen:     ', zh: '依据：' },
  remedy: { en: 'to do:    ', zh: '处理：' },
  where: { en: 'where:    ', zh: '位置：' },
  alike: { en: 'also:     ', zh: '同样：' },
  explains: { en: 'explains: ', zh: '由此引起：' },
} satisfies Readonly<Record<string, Text>>;

/** Between the file that is wrong and the one to change. */
export const WORDS_OF_PLACE = {
  edit: { en: '; edit ', zh: '；修改 ' },
  or: { en: ' or ', zh: ' 或 ' },
} satisfies Readonly<Record<string, Text>>;

/** Above what could not be established. */
export const NOT_ESTABLISHED: Text = {
  en: 'Not looked at, so neither right nor wrong:',
  zh: '未能检查（不代表正常）：',
};

/** What a report says of numbers. */
export const COUNTS = {
  causes: (errors: number, warnings: number): Text => ({
    en: [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '').join(', '),
    zh: [`${errors} 个错误`, `${warnings} 个警告`].filter((part) => !part.startsWith('0 ')).join('，'),
  }),
  seen: (workloads: number, pods: number): Text => ({
    en: `${counted(workloads, 'workload') || 'no workload'}, ${counted(pods, 'Pod') || 'no Pod'}`,
    zh: `${workloads} 个工作负载，${pods} 个 Pod`,
  }),
  unknown: (questions: number): Text => ({
    en: `${counted(questions, 'question')} not answered`,
    zh: `${questions} 个问题未能回答`,
  }),
  objects: (count: number): Text => ({ en: `${counted(count, 'object')}: `, zh: `${count} 个对象：` }),
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 个` }),
  alike: (count: number, id: string): Text => ({
    en: `${count} more like this (${id}):`,
    zh: `另有 ${count} 个同类问题（${id}）：`,
  }),
};

/** What a report says of a quota. */
export const QUOTA = {
  title: (name: string): Text => ({ en: `Quota ${name}`, zh: `配额 ${name}` }),
  fits: { en: 'would still fit: ', zh: '还能容纳：' },
  none: { en: 'no more of: ', zh: '放不下更多：' },
  head: { en: ['', 'used', 'allowed', 'left', ''], zh: ['', 'used', 'hard', 'left', ''] },
};

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
