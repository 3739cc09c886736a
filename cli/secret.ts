import type { Command } from './command';

/** `znyw secret`: the Secrets that the YAML refers to and never has in it. */
export const secret: Command = {
  name: 'secret',
  summary: {
    en: 'Lists the Secrets that an environment needs, and makes those that can be made here.',
    zh: '列出某个环境需要的 Secret，并生成其中可以由本工具生成的部分。',
  },
  usage: 'list | registry | generate <name>, --environment <name> [options]',
  details: {
    en: `list: every Secret that the YAML refers to, with its keys, who uses it, what it is for and how to make it.
registry: the pull secret, of a user whose password is the first line of standard input, or is typed without being
shown; or of the login to the DTR of the environment that a config.json of docker holds. Other logins are left alone.
generate: a Secret with the passwords of a store's accounts, each 32 random letters, digits, "-" and "_".
The last two write YAML with values to standard output, for kubectl; they refuse to show it on a terminal, and no value
is written anywhere else. Use "kubectl create" with generate: a store makes its accounts when it first starts, and other
passwords would lock its clients out; create refuses where the Secret exists. Content that others hand out (TLS, key
tabs, the account at the mail relay) is not made here; list says how.`,
    zh: `list：列出 YAML 引用的全部 Secret：包含的键、使用者、用途，以及创建方法。
registry：生成拉取镜像用的 Secret。口令取自标准输入的第一行，或者在终端输入（不回显）；
也可以从 docker 的 config.json 中取该环境 DTR 的登录信息，其它仓库的登录信息不会被读出。
generate：为某个数据库的各个账号生成口令，每个口令为 32 个随机的字母、数字、“-”、“_”。
后两者把带有内容的 YAML 写到标准输出，交给 kubectl；标准输出是终端时拒绝执行，内容不会写到任何其它地方。
generate 请配合 “kubectl create” 使用：数据库只在首次启动时建立账号，之后换口令会使客户端无法登录；
Secret 已存在时 create 会拒绝。由他人发放的内容（TLS 证书、keytab、邮件账号）不由本工具生成，list 会给出创建方法。`,
  },
  examples: [
    {
      line: 'npx znyw secret list --environment prod',
      help: { en: 'What has to be there before the first apply?', zh: '首次部署之前需要准备哪些 Secret？' },
    },
    {
      line: 'npx znyw secret registry --environment prod --username jenkins | kubectl apply -f -',
      help: { en: 'Asks for the password and makes the pull secret.', zh: '询问口令并创建拉取镜像用的 Secret。' },
    },
    {
      line: 'npx znyw secret registry --environment prod --from-docker-config ~/.docker/config.json | kubectl apply -f -',
      help: { en: 'Uses the login that docker has.', zh: '使用 docker 已有的登录信息。' },
    },
    {
      line: 'npx znyw secret generate focus-mysql-credentials --environment prod | kubectl create -f -',
      help: { en: 'Makes the passwords of a store, once.', zh: '为数据库生成口令，只做一次。' },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: { en: 'The environment. Has to be given.', zh: '环境，必须指定。' },
    },
    output: {
      placeholder: 'text|json',
      help: { en: 'list: the form of it. text unless said otherwise.', zh: 'list：清单的格式，默认 text。' },
    },
    username: {
      placeholder: '<user>',
      help: { en: 'registry: the user of the DTR.', zh: 'registry：DTR 用户名。' },
    },
    'from-docker-config': {
      placeholder: '<file>',
      help: {
        en: 'registry: takes user and password from this file, such as ~/.docker/config.json.',
        zh: 'registry：从该文件读取用户名和口令，例如 ~/.docker/config.json。',
      },
    },
  },
  execute: async (input, terminal) => (await import('./secret/run-secret.ts')).runSecret(input, terminal),
};
