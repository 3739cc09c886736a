import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { lastWords, MOST_READ } from './last-words';
import { toldElsewhere } from './told-elsewhere';
import { commandOf, isRootRefusal, uncreatedContainers } from './uncreated-containers';
import type { UncreatedContainer } from './uncreated-containers';

interface Explanation {
  readonly wrong: Text;
  readonly remedy: Text;
  /** The field of the container. */
  readonly field: string;
}

/** What the runtime says, and what it means. */
const EXPLANATIONS: readonly (readonly [RegExp, Explanation])[] = [
  [
    /executable file not found in \$PATH/,
    {
      wrong: { en: 'is not in the PATH of the image', zh: '不在镜像的 PATH 中' },
      remedy: {
        en: 'Write the full path of a program that the image has, each argument as an item of its own; a shell is not there unless it is asked for.',
        zh: '写镜像中程序的完整路径，每个参数单独一项；不会自动使用 shell。',
      },
      field: 'command',
    },
  ],
  [
    /exec format error/,
    {
      wrong: {
        en: 'is built for another processor, or is a script without #!',
        zh: '是为其他处理器架构构建的，或脚本缺少 #! 行',
      },
      remedy: {
        en: 'Build the image for the platform of the nodes, and begin a start script with #!/bin/sh.',
        zh: '按节点平台构建镜像；启动脚本首行写 #!/bin/sh。',
      },
      field: 'image',
    },
  ],
  [
    /OOM-killed|memory limit too low|cannot allocate memory/,
    {
      wrong: { en: 'does not even start within its memory limit', zh: '在内存上限内连启动都无法完成' },
      remedy: {
        en: 'Raise limits.memory; a unit may be missing, as in 512 for 512Mi.',
        zh: '调高 limits.memory；也可能漏写单位，例如把 512Mi 写成 512。',
      },
      field: 'resources.limits.memory',
    },
  ],
  [
    /not a directory.*(?:mount|directory)|mount a directory onto a file|vice-versa/is,
    {
      wrong: { en: 'has a file mounted over a directory, or the other way round', zh: '把文件挂载到了目录上，或相反' },
      remedy: {
        en: 'Give the mount a subPath where a single file is meant, and a mountPath that is a directory otherwise.',
        zh: '挂载单个文件时写 subPath，否则 mountPath 应为目录。',
      },
      field: 'volumeMounts',
    },
  ],
  [
    /chdir to cwd/,
    {
      wrong: {
        en: 'has a working directory that is not there or not open to its user',
        zh: '的工作目录不存在或其用户无权访问',
      },
      remedy: {
        en: 'Correct workingDir, or the rights of it in the image.',
        zh: '更正 workingDir，或镜像中该目录的权限。',
      },
      field: 'workingDir',
    },
  ],
  [
    /subPath/,
    {
      wrong: { en: 'has a subPath that cannot be prepared in its volume', zh: '的 subPath 无法在卷中创建' },
      remedy: {
        en: 'Check that the subPath is there and of the right kind, and that the user may write to the volume.',
        zh: '检查 subPath 是否存在、类型是否正确，以及用户对卷的写权限。',
      },
      field: 'volumeMounts',
    },
  ],
  [
    /permission denied/,
    {
      wrong: { en: 'may not be executed by the user of the container', zh: '对容器的用户没有执行权限' },
      remedy: {
        en: 'Make it executable in the image (chmod +x), or set defaultMode 0755 on the ConfigMap it is mounted from.',
        zh: '在镜像中加上执行权限（chmod +x），或把挂载它的 ConfigMap 的 defaultMode 设为 0755。',
      },
      field: 'command',
    },
  ],
  [
    /no such file or directory/,
    {
      wrong: { en: 'is not in the image, or its interpreter is not', zh: '不在镜像中，或其解释器不在' },
      remedy: {
        en: 'Write a path that the image has; a script with Windows line ends names an interpreter that does not exist.',
        zh: '改为镜像中存在的路径；带 Windows 换行符的脚本会指向不存在的解释器。',
      },
      field: 'command',
    },
  ],
  [
    /no command specified/,
    {
      wrong: { en: 'has no command, neither in the image nor in the Pod', zh: '在镜像和 Pod 中都没有启动命令' },
      remedy: { en: 'Write a command.', zh: '写上 command。' },
      field: 'command',
    },
  ],
];
const UNKNOWN: Explanation = {
  wrong: { en: 'is not created', zh: '未能创建' },
  remedy: {
    en: 'Do what the message of the runtime says; if it is about the node, hand it to the operators of the container cloud.',
    zh: '按运行时的消息处理；若与节点有关，转给容器云管理员。',
  },
  field: '',
};

/** The image is there, and its program cannot be started. */
export const containerCannotStart: Question = {
  id: 'container-cannot-start',
  severity: 'error',
  summary: {
    en: 'Can a container not be created or started at all?',
    zh: '是否有容器根本无法创建或启动？',
  },
  ask: (cluster) => {
    const isTold = toldElsewhere(cluster);
    return uncreatedContainers(cluster)
      .filter(({ said }) => !isRootRefusal(said))
      .filter((uncreated) => !isTold(uncreated))
      .map((uncreated) => {
        const { id, path, proofs, said } = uncreated;
        const [, { wrong, remedy, field }] = EXPLANATIONS.find(([sign]) => sign.test(said.slice(-MOST_READ))) ?? [
          undefined,
          UNKNOWN,
        ];
        const subject = subjectOf(uncreated);
        return {
          object: id,
          cause: {
            en: `${subject.en} ${wrong.en}: ${lastWords(said)}`,
            zh: `${subject.zh} ${wrong.zh}：${lastWords(said)}`,
          },
          evidence: proofs,
          remedy,
          property: field === '' ? path : `${path}.${field}`,
        };
      });
  },
};

function subjectOf(uncreated: UncreatedContainer): Text {
  const { container, said } = uncreated;
  const program = /exec: "([^"]*)"/.exec(said)?.[1] ?? '';
  const command = commandOf(uncreated).join(' ');
  if (program !== '') {
    return { en: `"${program}", which container ${container} starts,`, zh: `容器 ${container} 启动的 "${program}"` };
  }
  const written = command === '' || command.length > 80 ? '' : ` (${command})`;
  return { en: `container ${container}${written}`, zh: `容器 ${container}${written}` };
}
