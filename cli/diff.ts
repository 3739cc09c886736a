import type { Command } from './command';

/** `znyw diff`: what a change does in the cluster. */
export const diff: Command = {
  name: 'diff',
  summary: {
    en: 'Says what a change does in the cluster: what restarts, what is refused, what is lost, and the quota.',
    zh: '说明一次变更在集群中的后果：哪些重启、哪些被拒绝、哪些数据丢失，以及配额变化。',
  },
  usage: '<before> [<after>] [options]',
  details: {
    en: `<before> and <after> are each a folder, a file, "-" for standard input, git:<rev> (dist/ as committed at that
revision), or svn+<url>[@rev]. <after> is a fresh synth unless given; it is made in memory and need not pass the rules.
Of folders that have one for each environment, as dist/ has, each environment is compared with its like; --environment
picks one. A single file is compared with the file of its name in the other state.
Objects are compared by meaning: order, quantities (1000m is 1) and defaults that Kubernetes fills in are no difference.
Secret values are never shown. A state of which anything cannot be read is not compared at all.
JSON has "same", "objects", "quota", "images", "environments" and "remarks"; with several environments "quota" is null
and stands in "environments" for each. Exit codes: 0 the same, 1 different, 2 wrong usage, 3 a state could not be read.`,
    zh: `<before> 和 <after> 可以是目录、文件、"-"（标准输入）、git:<rev>（该版本提交的 dist/）或 svn+<url>[@rev]。
不写 <after> 时与当前代码的 synth 结果比较；该结果只在内存中生成，不要求通过规则检查。
若目录中每个环境各有一个子目录（如 dist/），则各环境分别比较；--environment 只比较其中一个。
单个文件与另一侧同名的文件比较。
按含义比较：顺序、数量写法（1000m 即 1）以及 Kubernetes 自动补全的默认值都不算差异。
机密的值从不显示。某一侧只要有内容读不了，就不做任何比较。
JSON 包含 "same"、"objects"、"quota"、"images"、"environments" 和 "remarks"；有多个环境时 "quota" 为 null，
各环境的配额在 "environments" 中。退出码：0 相同，1 有差异，2 用法错误，3 某一侧读不了。`,
  },
  examples: [
    {
      line: 'npx znyw diff dist',
      help: {
        en: 'What would a synth change in what was written last?',
        zh: '与上次写出的结果相比，现在 synth 会改变什么？',
      },
    },
    {
      line: 'npx znyw diff git:HEAD --environment prod',
      help: { en: 'What do my changes do to production?', zh: '我的改动对生产环境有什么影响？' },
    },
    {
      line: 'npx znyw diff git:main git:HEAD --output markdown',
      help: { en: 'What a branch does, to be pasted into a review.', zh: '一个分支的影响，可直接粘贴到评审中。' },
    },
    {
      line: 'npx znyw diff svn+https://svn.bank.example/znyw/deploy --environment prod',
      help: { en: 'What would a publication change?', zh: '如果现在发布，会改变什么？' },
    },
    {
      line: 'npx znyw diff svn+https://svn.bank.example/znyw/deploy@4211 svn+https://svn.bank.example/znyw/deploy',
      help: { en: 'What was published since revision 4211?', zh: '自 4211 版本以来发布了什么？' },
    },
    {
      line: 'npx znyw diff old.yaml new.yaml --output json',
      help: { en: "Anybody's YAML, for a script.", zh: '任意 YAML，供脚本使用。' },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: {
        en: 'Compares this environment alone, by its quota.',
        zh: '只比较该环境，并按其配额判断。',
      },
    },
    output: {
      placeholder: 'text|markdown|json',
      help: { en: 'The form of the result. text unless said otherwise.', zh: '结果的格式，默认 text。' },
    },
    username: {
      placeholder: '<user>',
      help: { en: 'The user of SVN. That of svn itself unless given.', zh: 'SVN 用户名；默认由 svn 自己决定。' },
    },
    'password-from-stdin': {
      help: {
        en: 'Reads the password of SVN from the first line of standard input. svn 1.10 or newer.',
        zh: '从标准输入的第一行读取 SVN 口令，需要 svn 1.10 或更新版本。',
      },
    },
  },
  execute: async (input, terminal) => (await import('./diff/run-diff.ts')).runDiff(input, terminal),
};
