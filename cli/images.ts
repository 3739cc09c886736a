import type { Command } from './command';

/** `znyw images`: what the DTR has to have, and the archives on their way there. */
export const images: Command = {
  name: 'images',
  summary: {
    en: 'Lists the images that the DTR needs, and sends their archives to SVN.',
    zh: '列出镜像仓库（DTR）需要的镜像，并将镜像归档文件上传到 SVN。',
  },
  usage: '[push <svn-url> --from <folder>] [options]',
  details: {
    en: `Without a word: for each image the repository to create in the DTR, the name of its archive in SVN, the reference,
where it comes from, and which workloads run it; of all environments, or of one. --output json is for tools.
push: sends the archives in a folder, made by "docker save" or "skopeo copy … docker-archive:", to SVN under the
listed names, in one commit: those that SVN has not, or has in another content. It compares checksums, which SVN
keeps as the property znyw:sha256, and downloads nothing. An archive that is in SVN may be missing in the folder.
One that is in neither, is damaged, or holds another image or version is named, and nothing is sent (exit code 1).
A password is never an option: svn asks for it at a terminal, or it is the first line of standard input with
--password-from-stdin.`,
    zh: `不带子命令时：列出每个镜像在 DTR 中需要创建的仓库、SVN 中的归档文件名、镜像引用、来源，以及使用它的工作负载；
默认包含所有环境，也可只列一个环境。--output json 供工具读取。
push：把目录中由 “docker save” 或 “skopeo copy … docker-archive:” 制作的归档文件，按清单中的文件名上传到 SVN，
只上传 SVN 中没有或内容不同的文件，一次提交完成。比较依据是 SVN 属性 znyw:sha256 中的校验和，无需下载。
SVN 中已有的归档文件，本地目录中可以没有；两处都没有、已损坏、或者其中的镜像名或版本不符的归档文件会逐个列出，
此时不上传任何内容（退出码 1）。
口令从不作为参数：由 svn 在终端询问，或通过 --password-from-stdin 从标准输入第一行读取。`,
  },
  examples: [
    {
      line: 'npx znyw images --environment prod',
      help: { en: 'What does the DTR of production need?', zh: '生产环境的 DTR 需要哪些镜像？' },
    },
    {
      line: 'npx znyw images --environment prod --output json',
      help: { en: 'The same, for tools.', zh: '同上，供工具读取。' },
    },
    {
      line: 'npx znyw images push https://svn.bank.example/znyw/images --environment prod --from archives --dry-run',
      help: {
        en: 'Checks the archives and shows the command that would send them.',
        zh: '检查归档文件，并显示将要执行的上传命令。',
      },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: {
        en: 'Only the images of this environment. Has to be given for push.',
        zh: '只处理该环境的镜像；push 时必须指定。',
      },
    },
    output: {
      placeholder: 'text|json',
      help: { en: 'The form of the list. text unless said otherwise.', zh: '清单的格式，默认 text。' },
    },
    from: {
      placeholder: '<folder>',
      help: { en: 'push: the folder with the archives.', zh: 'push：存放归档文件的目录。' },
    },
    'dry-run': {
      help: { en: 'push: shows what would be sent, and sends nothing.', zh: 'push：只显示将要上传的内容，不上传。' },
    },
    username: {
      placeholder: '<user>',
      help: {
        en: 'push: the user of SVN. That of svn itself unless given.',
        zh: 'push：SVN 用户名；默认由 svn 自己决定。',
      },
    },
    'password-from-stdin': {
      help: {
        en: 'push: reads the password from the first line of standard input. svn 1.10 or newer.',
        zh: 'push：从标准输入的第一行读取口令，需要 svn 1.10 或更新版本。',
      },
    },
  },
  execute: async (input, terminal) => (await import('./images/run-images.ts')).runImages(input, terminal),
};
