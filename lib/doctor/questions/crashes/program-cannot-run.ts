import { asList, asText } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { shortened } from '../reading/evidence';
import { ailmentSymptom } from './ailment-symptom';
import { explainedContainers } from './explained-containers';
import { maskedLine } from './log-lines';

const MEANINGS: ReadonlyMap<number, { readonly wrong: Text; readonly remedy: Text }> = new Map([
  [
    126,
    {
      wrong: { en: 'the command is there and cannot be executed', zh: '命令存在但无法执行' },
      remedy: {
        en: 'Make the script executable: defaultMode 0755 for a ConfigMap, chmod +x in the image; or start it with sh.',
        zh: '让脚本可执行：ConfigMap 用 defaultMode 0755，镜像中 chmod +x；或用 sh 启动。',
      },
    },
  ],
  [
    127,
    {
      wrong: { en: 'a command of the start script is not in the image', zh: '启动脚本中的命令不在镜像中' },
      remedy: {
        en: 'Correct command and args, or build the image with the program; a script with Windows line ends fails like this as well.',
        zh: '更正 command 和 args，或在镜像中加入该程序；带 Windows 换行符的脚本也会如此失败。',
      },
    },
  ],
]);
const NOT_STARTED = {
  wrong: { en: 'the runtime could not start the command', zh: '运行时无法启动命令' },
  remedy: { en: 'Correct command and args by what the runtime says.', zh: '按运行时的消息更正 command 和 args。' },
};

/** 126 and 127 are what a shell ends with where it cannot start a command, 128 what the runtime does. */
export const programCannotRun: Question = {
  id: 'program-cannot-run',
  severity: 'error',
  summary: { en: 'Can the command of a container not be run?', zh: '是否有容器的命令无法运行？' },
  ask: (cluster) =>
    explainedContainers(cluster).flatMap((one) => {
      if (one.because.kind !== 'not-runnable') return [];
      const { wrong, remedy } = MEANINGS.get(one.run?.exitCode ?? 0) ?? NOT_STARTED;
      const command = [...asList(one.spec['command']), ...asList(one.spec['args'])].map(asText).join(' ');
      const written = command === '' ? '' : ` (${shortened(maskedLine(command))})`;
      return [
        ailmentSymptom(one, {
          wrong: { en: `${wrong.en}${written}`, zh: `${wrong.zh}${written}` },
          remedy,
          field: 'command',
        }),
      ];
    }),
};
