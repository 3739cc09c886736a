import type { Command } from './command';

/** `znyw doctor`: why a Pod is not Running, or not there. */
export const doctor: Command = {
  name: 'doctor',
  summary: {
    en: 'Says why a Pod is not Running or not there, and which line to change.',
    zh: '诊断 Pod 为什么没有 Running 或根本没有出现，并指出要改哪一行。',
  },
  usage: '[workload…] [options]',
  details: {
    en: `Reads a namespace through kubectl, and changes nothing: workloads, Pods, events, quota, claims, Services and the like,
of Secrets only names, types and keys, and the last log lines of what crashes. A token that may read only the namespace
is enough. With --environment it also compares with dist/<environment>, and names file, source and property.
The first line is the verdict; causes follow, the one with the most weight first, each with what shows it and what to
do; what follows from a cause is listed under it. What could not be read is never taken for healthy.
Exit code 0 healthy (warnings may be there), 1 problems, 3 could not look or not at all that matters.
--from judges files instead: a folder that --save wrote, or anything that "kubectl get <kinds> -o json" (or yaml, or
cluster-info dump) printed, any file names; logs as <pod>/<container>.log or <pod>_<container>.log. A file named after a
kind (quota.json) says that this is all there is of it; a kind of which there is nothing counts as not read.`,
    zh: `通过 kubectl 读取一个 namespace，不做任何修改：工作负载、Pod、事件、配额、PVC、Service 等；Secret 只读名称、类型和键名；
对崩溃的容器读取最后的日志。只能读该 namespace 的 token 即可使用。加上 --environment 还会与 dist/<环境名> 比较，
并指出文件、源文件和属性。
第一行是结论；随后按重要程度列出原因，每个原因附依据和处理办法，由它引起的问题列在其下。读不到的内容绝不当作正常。
退出码：0 正常（可能有警告），1 有问题，3 无法检查或关键内容未能读取。
--from 改为判断已保存的文件：--save 写出的目录，或 kubectl get <kinds> -o json（也可以是 yaml 或 cluster-info dump）
的输出，文件名不限；日志为 <pod>/<container>.log 或 <pod>_<container>.log。以资源类型命名的文件（quota.json）表示该类型
只有这些；没有任何对象的类型视为未读取。`,
  },
  examples: [
    {
      line: 'npx znyw doctor --environment prod',
      help: { en: 'What is wrong in production?', zh: '生产环境有什么问题？' },
    },
    {
      line: 'npx znyw doctor --environment prod anomaly-mongo',
      help: { en: 'One workload, with the causes outside of it.', zh: '只看一个工作负载，以及影响它的原因。' },
    },
    {
      line: 'npx znyw doctor --environment prod --save saved/ && npx znyw doctor --environment prod --from saved/',
      help: { en: 'Keeps what it read, to judge it on another machine.', zh: '保存读取的内容，以便在其他机器上判断。' },
    },
    {
      line: 'kubectl get deploy,rs,pods,events,quota,pvc,svc -o json | npx znyw doctor --from -',
      help: { en: 'Judges what kubectl prints.', zh: '判断 kubectl 的输出。' },
    },
  ],
  options: {
    environment: {
      placeholder: '<name>',
      help: {
        en: 'Compares with dist/<name>, in the namespace of that environment.',
        zh: '与 dist/<环境名> 比较，并使用该环境的 namespace。',
      },
    },
    kubeconfig: {
      placeholder: '<file>',
      help: { en: 'The kubeconfig; else as kubectl finds it.', zh: 'kubeconfig 文件；默认与 kubectl 相同。' },
    },
    context: {
      placeholder: '<name>',
      help: {
        en: 'The context of the kubeconfig; else its current one.',
        zh: 'kubeconfig 中的 context；默认为当前 context。',
      },
    },
    namespace: {
      placeholder: '<name>',
      help: {
        en: 'The namespace; else that of the environment, or else of the context.',
        zh: 'namespace；默认为该环境的 namespace，其次为 context 的 namespace。',
      },
    },
    from: {
      placeholder: '<folder|file|->',
      help: { en: 'Judges a saved cluster; no cluster is asked.', zh: '判断已保存的集群，不访问集群。' },
    },
    save: {
      placeholder: '<folder>',
      help: { en: 'Keeps what was read, without values of Secrets.', zh: '保存读取的内容，不含 Secret 的值。' },
    },
    output: {
      placeholder: 'text|json',
      help: { en: 'The form of the report. text unless said otherwise.', zh: '报告的格式，默认 text。' },
    },
  },
  execute: async (input, terminal) => (await import('./doctor/run-doctor.ts')).runDoctor(input, terminal),
};
