import type { Command } from './command';

/** `znyw check`: the rules on anybody's YAML. */
export const check: Command = {
  name: 'check',
  summary: {
    en: 'Runs the rules on files, folders or standard input, and shows use against allowance.',
    zh: '对文件、目录或标准输入中的 YAML 执行全部规则，并列出资源用量与允许量。',
  },
  usage: '[paths…] [options]',
  details: {
    en: `Reads YAML and JSON as kubectl does: several documents a file, List objects, folders with all folders below
them (*.yaml, *.yml, *.json; not node_modules and .git). "-" is standard input, on which each object counts
as a file of its own. Without paths it checks dist/, each environment by itself.
A file that cannot be read is named, and the others are checked all the same. It changes nothing, anywhere.`,
    zh: `读取方式与 kubectl 相同：一个文件可含多个文档，支持 List 对象，目录会连同所有子目录一起读取
（*.yaml、*.yml、*.json；跳过 node_modules 和 .git）。"-" 表示标准输入，其中每个对象按一个单独的文件计算。
不写路径时检查 dist/，每个环境各自判断。
读不了的文件会逐个列出，其余文件照常检查。本命令不修改任何内容。`,
  },
  examples: [
    {
      line: 'npx znyw check',
      help: { en: 'Checks what the last synth wrote, for every environment.', zh: '检查上一次 synth 写出的所有环境。' },
    },
    {
      line: 'npx znyw check --environment prod edited/',
      help: {
        en: 'Judges all YAML of prod, as somebody has edited it.',
        zh: '按 prod 环境的数据检查别人改过的全部 YAML。',
      },
    },
    {
      line: 'kubectl get deployments -o yaml | npx znyw check --vms 2 --vm-cpu 8 --vm-memory 32Gi -',
      help: {
        en: 'Does what runs in a cluster fit two VMs of 8C/32G?',
        zh: '集群中运行的内容能否放进两台 8C/32G 虚拟机？',
      },
    },
    {
      line: 'npx znyw check --output json --rule requests-within-quota manifests/',
      help: { en: 'One rule, for a script.', zh: '只看一条规则，供脚本使用。' },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: {
        en: 'Judges by an environment of this program; without paths, only its folder in dist/.',
        zh: '按本项目的某个环境判断；不写路径时只检查 dist/ 中该环境的目录。',
      },
    },
    vms: {
      placeholder: '<number>',
      help: {
        en: 'Judges by a container cloud of so many VMs, in place of --environment.',
        zh: '虚拟机台数，代替 --environment。',
      },
    },
    'vm-cpu': { placeholder: '<cpu>', help: { en: 'CPU of one VM, such as 8.', zh: '每台虚拟机的 CPU，例如 8。' } },
    'vm-memory': {
      placeholder: '<memory>',
      help: { en: 'Memory of one VM, such as 32Gi.', zh: '每台虚拟机的内存，例如 32Gi。' },
    },
    'requests-share': {
      placeholder: '<per cent>',
      help: {
        en: 'What all requests may use of all VMs. 50% unless said otherwise.',
        zh: '全部 requests 可占所有虚拟机的比例，默认 50%。',
      },
    },
    'limits-share': {
      placeholder: '<per cent>',
      help: {
        en: 'What the limits in one file may use of one VM. 70% unless said otherwise.',
        zh: '单个文件的 limits 可占一台虚拟机的比例，默认 70%。',
      },
    },
    rule: {
      placeholder: '<id>',
      repeatable: true,
      help: { en: 'Reports on this rule only; may be repeated.', zh: '只报告这条规则；可重复使用。' },
    },
    output: {
      placeholder: 'text|json',
      help: { en: 'The form of the report. text unless said otherwise.', zh: '报告的格式，默认 text。' },
    },
  },
  execute: async (input, terminal) => (await import('./check/run-check.ts')).runCheck(input, terminal),
};
