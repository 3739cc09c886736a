import type { Command } from './command';

/** `znyw publish`: an environment's YAML to SVN, from where Jenkins applies it. */
export const publish: Command = {
  name: 'publish',
  summary: {
    en: 'Commits the YAML of an environment to SVN, after all rules and a look for changes by hand.',
    zh: '检查全部规则并确认 SVN 中没有手工改动后，将某个环境的 YAML 提交到 SVN。',
  },
  usage: '<svn-url> --environment <name> [options]',
  details: {
    en: `Synthesizes the environment, and commits to <svn-url>/<environment>/ exactly what differs, in one commit. The folder
is made where it is not there; <svn-url> itself has to be. Files of others in it are left alone.
A file that somebody changed in SVN since the last publication is shown as a diff and stops it (exit code 1).
For production, images that the test environment does not run stop it as well (image-tried-in-test).
The log message names the revision of the program, the workloads that restart, and the requests before and after.
It may be run again after any interruption. A password is never an option: svn asks for it at a terminal, or it is
the first line of standard input with --password-from-stdin.`,
    zh: `合成指定环境的 YAML，并把有差异的文件一次性提交到 <svn-url>/<环境名>/。该目录不存在时自动创建；
<svn-url> 本身必须已存在。目录中不属于本项目的文件不受影响。
若有人在上次发布之后直接在 SVN 中改动过文件，则显示差异并停止（退出码 1）。
发布到生产环境时，测试环境没有运行过的镜像也会使发布停止（image-tried-in-test）。
提交日志写明程序的版本、将要重启的工作负载，以及发布前后的资源请求量。
任何时候中断后都可以重新执行。口令从不作为参数：由 svn 在终端询问，或通过 --password-from-stdin 从标准输入第一行读取。`,
  },
  examples: [
    {
      line: 'npx znyw publish https://svn.bank.example/znyw/deploy --environment prod --dry-run',
      help: {
        en: 'Shows every command that would change SVN, and changes nothing.',
        zh: '显示将要执行的命令，不做任何改动。',
      },
    },
    {
      line: 'npx znyw publish https://svn.bank.example/znyw/deploy --environment prod --message "OPS-123: larger influx"',
      help: { en: 'Publishes, with a reason in the log.', zh: '发布，并在日志中写明原因。' },
    },
    {
      line: 'pass show svn | npx znyw publish https://svn.bank.example/znyw/deploy --environment test --username wang --password-from-stdin',
      help: { en: 'Takes the password from another program.', zh: '由另一个程序提供口令。' },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: { en: 'The environment to publish. Has to be given.', zh: '要发布的环境，必须指定。' },
    },
    message: {
      placeholder: '<text>',
      help: { en: 'What the log of SVN begins with: the reason.', zh: 'SVN 日志的开头：发布的原因。' },
    },
    'dry-run': {
      help: { en: 'Shows what would be done, and changes nothing.', zh: '只显示将要做的事，不做任何改动。' },
    },
    'overwrite-drift': {
      help: {
        en: 'Overwrites what was changed by hand in SVN, and says so in the log.',
        zh: '覆盖 SVN 中的手工改动，并记入日志。',
      },
    },
    username: {
      placeholder: '<user>',
      help: { en: 'The user of SVN. That of svn itself unless given.', zh: 'SVN 用户名；默认由 svn 自己决定。' },
    },
    'password-from-stdin': {
      help: {
        en: 'Reads the password from the first line of standard input. svn 1.10 or newer.',
        zh: '从标准输入的第一行读取口令，需要 svn 1.10 或更新版本。',
      },
    },
  },
  execute: async (input, terminal) => (await import('./publish/run-publish.ts')).runPublish(input, terminal),
};
