import type { Command } from './command';

/** `znyw report`: the whole deployment as a page that anybody can open, and as pictures. */
export const report: Command = {
  name: 'report',
  summary: {
    en: 'Writes a page with pictures of the deployment: who talks to whom, what lands where, what is used.',
    zh: '生成部署报告网页：谁调用谁、Pod 落在哪台虚拟机、用了多少配额，均为图示。',
  },
  usage: '[options]',
  details: {
    en: `Writes index.html and its pictures as SVG files into a folder. The page needs no network and no other file: it
opens from a file share, in Chinese and English, and prints on paper. An earlier report in the folder is replaced as
a whole; a folder that holds anything else is refused.
Without --from it shows every environment as a synth would write it now. With --from it shows any YAML: who talks to
whom comes from Services, environment variables and NetworkPolicies. If a part of it cannot be read, nothing is written.
What the rules find stands in the report, and is no reason for another exit code.`,
    zh: `把 index.html 和 SVG 图片写入一个目录。网页不需要网络，也不依赖其他文件：可直接从共享目录打开，中英文可切换，
也可打印。目录中原有的报告会被整体替换；若目录中有其他内容，则拒绝写入。
不写 --from 时，展示此刻合成的所有环境；写 --from 时可展示任意 YAML，调用关系取自 Service、环境变量和
NetworkPolicy。只要有一部分读不了，就不写任何内容。
规则检查的结果写在报告里，不影响退出码。`,
  },
  examples: [
    {
      line: 'npx znyw report',
      help: { en: 'Writes report/ for all environments.', zh: '为所有环境生成 report/。' },
    },
    {
      line: 'npx znyw report --from manifests/ --environment prod --out /share/report',
      help: {
        en: 'Shows any YAML, counted by the VMs of prod.',
        zh: '展示任意 YAML，并按 prod 的虚拟机计算配额。',
      },
    },
    {
      line: 'npx znyw report --environment prod --output markdown --lang zh',
      help: { en: 'Tables and a Mermaid graph, in Chinese.', zh: '输出中文的 Markdown 表格和 Mermaid 图。' },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: {
        en: 'Shows this environment alone; with --from, the one by whose VMs and rules the YAML is judged.',
        zh: '只展示这个环境；与 --from 同用时，按这个环境的虚拟机和规则判断 YAML。',
      },
    },
    from: {
      placeholder: '<path>',
      help: {
        en: 'Shows the YAML of a file or folder in place of a synth; "-" is standard input.',
        zh: '展示某个文件或目录中的 YAML，而不是当前合成的结果；"-" 表示标准输入。',
      },
    },
    out: {
      placeholder: '<path>',
      help: {
        en: 'The folder to write. report unless said otherwise. With --output markdown, the file; else standard output.',
        zh: '写入的目录，默认 report。与 --output markdown 同用时为文件，不写则输出到标准输出。',
      },
    },
    output: {
      placeholder: 'html|markdown',
      help: {
        en: 'The form of the report. html unless said otherwise; Markdown is in the language of --lang.',
        zh: '报告的格式，默认 html；Markdown 的语言由 --lang 指定，默认英文。',
      },
    },
  },
  execute: async (input, terminal) => (await import('./report/run-report.ts')).runReport(input, terminal),
};
