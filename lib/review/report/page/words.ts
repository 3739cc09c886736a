import type { Text } from '../../../text';

/** The words of the report, for the page and the Markdown alike. */
export const WORDS = {
  title: { en: 'Deployment report', zh: '部署报告' },
  skip: { en: 'Skip to the content', zh: '跳到正文' },
  environment: { en: 'Environment', zh: '环境' },
  language: { en: 'Language', zh: '语言' },
  theme: { en: 'Colours', zh: '配色' },
  themeAuto: { en: 'Auto', zh: '自动' },
  themeLight: { en: 'Light', zh: '浅色' },
  themeDark: { en: 'Dark', zh: '深色' },
  sections: { en: 'Sections', zh: '章节' },
  generated: {
    en: 'Printed by znyw from the objects themselves. It changes with them; nobody draws it.',
    zh: '由 znyw 根据 API 对象自动生成，随对象变化，无需手工绘制。',
  },

  overview: { en: 'Overview', zh: '概览' },
  namespace: { en: 'Namespace', zh: '命名空间' },
  cloud: { en: 'Container cloud', zh: '容器云' },
  workloads: { en: 'Workloads', zh: '工作负载' },
  pods: { en: 'Pods', zh: 'Pod' },
  images: { en: 'Images', zh: '镜像' },
  requestsCpu: { en: 'CPU requests', zh: 'CPU requests' },
  requestsMemory: { en: 'Memory requests', zh: '内存 requests' },
  limitsCpu: { en: 'CPU limits', zh: 'CPU limits' },
  limitsMemory: { en: 'Memory limits', zh: '内存 limits' },
  findings: { en: 'Findings', zh: '检查结果' },
  acknowledgements: { en: 'Acknowledgements', zh: '已确认的例外' },

  architecture: { en: 'Architecture', zh: '架构' },
  architectureLead: {
    en: 'Read from Services, environment variables and NetworkPolicies. An arrow points to the side that is called; it carries port and protocol.',
    zh: '根据 Service、环境变量和 NetworkPolicy 得出。箭头指向被调用的一方，线上标注端口和协议。',
  },
  fullSize: { en: 'Full size', zh: '原始大小' },
  connections: { en: 'Connections', zh: '连接' },
  connectionsTable: { en: 'The connections as a table', zh: '以表格列出连接' },
  from: { en: 'From', zh: '调用方' },
  to: { en: 'To', zh: '被调用方' },
  ports: { en: 'Ports', zh: '端口' },
  everyPort: { en: 'every port', zh: '所有端口' },
  otherWorkloads: { en: 'Other workloads', zh: '其他工作负载' },
  noConnections: { en: 'No connections are known.', zh: '没有已知的连接。' },

  imagesTitle: { en: 'Images and containers', zh: '镜像与容器' },
  imagesTable: { en: 'Images and containers as a table', zh: '以表格列出镜像与容器' },
  image: { en: 'Image', zh: '镜像' },
  versions: { en: 'Versions', zh: '版本' },
  containers: { en: 'Containers', zh: '容器' },
  initContainer: { en: 'init', zh: 'init' },

  placement: { en: 'Placement on the VMs', zh: '虚拟机上的分布' },
  placementLead: {
    en: 'Where the Pods land by their requests: an example, as the scheduler places them in the order in which they come.',
    zh: '按 requests 推算的 Pod 分布。仅为示例：调度器按 Pod 到达的先后顺序放置。',
  },
  allVms: { en: 'All VMs are there', zh: '所有虚拟机正常' },
  placementTable: { en: 'The placement as a table', zh: '以表格列出分布' },
  case: { en: 'Case', zh: '情形' },
  vm: { en: 'VM', zh: '虚拟机' },
  used: { en: 'Used', zh: '已用' },
  allowed: { en: 'Allowed', zh: '允许' },
  share: { en: 'Share', zh: '占比' },
  homeless: { en: 'Without room', zh: '放不下的 Pod' },
  everyPodHasRoom: { en: 'every Pod has room', zh: '全部放得下' },
  cloudUnknown: {
    en: 'Not known: nobody said how many VMs there are. Name an environment with --environment to have the report count by its VMs.',
    zh: '未知：没有给出虚拟机数量。用 --environment 指定环境后，报告会按该环境的虚拟机计算。',
  },
  placementUnknown: {
    en: 'Not established: there are too many Pods or VMs to place them.',
    zh: '无法得出：Pod 或虚拟机过多。',
  },

  quota: { en: 'Quota', zh: '配额' },
  quotaTable: { en: 'The quota as tables', zh: '以表格列出配额' },
  requestsOfAll: { en: 'Everything that runs', zh: '全部运行中的 Pod' },
  memory: { en: 'Memory', zh: '内存' },
  rolloutPeak: { en: 'Peak of the largest rollout', zh: '最大一次滚动更新的峰值' },
  peakAllAtOnce: { en: 'All rollouts and jobs at once', zh: '全部更新与任务同时进行' },
  file: { en: 'File', zh: '文件' },
  limitsOfFiles: { en: 'Limits of each file', zh: '每个文件的 limits' },
  requests: { en: 'Requests', zh: 'requests' },
  limits: { en: 'Limits', zh: 'limits' },

  workload: { en: 'Workload', zh: '工作负载' },
  kind: { en: 'Kind', zh: '类型' },
  stack: { en: 'Stack', zh: '子系统' },
  imageVersion: { en: 'Image and version', zh: '镜像与版本' },
  replicas: { en: 'Replicas', zh: '副本数' },
  storage: { en: 'Storage', zh: '存储' },
  schedule: { en: 'Schedule', zh: '定时计划' },
  endpoints: { en: 'Endpoints', zh: '访问地址' },
  source: { en: 'Source file', zh: '源文件' },
  search: { en: 'Search', zh: '搜索' },
  searchHint: { en: 'name, image, port, file …', zh: '名称、镜像、端口、文件…' },
  noMatch: { en: 'No workload matches.', zh: '没有匹配的工作负载。' },
  details: { en: 'Each workload', zh: '各工作负载' },
  detailsLead: {
    en: 'Who it talks to, what it is made of, and its YAML. On paper the YAML stands where it is unfolded.',
    zh: '每个工作负载的调用关系、组成和 YAML。打印时只包含已展开的 YAML。',
  },
  uses: { en: 'Uses', zh: '调用' },
  usedBy: { en: 'Used by', zh: '被调用' },
  nobody: { en: 'nobody', zh: '无' },
  nothing: { en: 'nothing', zh: '无' },
  toTable: { en: 'Back to the table', zh: '返回表格' },

  rule: { en: 'Rule', zh: '规则' },
  object: { en: 'Object', zh: '对象' },
  severity: { en: 'Severity', zh: '级别' },
  problem: { en: 'What is wrong', zh: '问题' },
  remedy: { en: 'What to do', zh: '处理办法' },
  reason: { en: 'Reason', zh: '理由' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  noFindings: { en: 'No rule finds anything.', zh: '所有规则均未发现问题。' },
  noAcknowledgements: { en: 'No object departs from a policy.', zh: '没有对象偏离策略。' },
  notRun: { en: 'Rules that were not asked', zh: '未执行的规则' },
  notRunLead: { en: 'Nothing is established about what they demand.', zh: '这些规则的要求是否满足，未作判断。' },
  everythingAsked: { en: 'Every rule was asked.', zh: '所有规则均已执行。' },
} as const satisfies Readonly<Record<string, Text>>;

/** Returns the case that a VM is lost. */
export function lostVmText(lostVm: number): Text {
  return { en: `VM ${lostVm} is lost`, zh: `失去虚拟机 ${lostVm}` };
}

/** Returns the title of the picture of a stack; of workloads without one, a word for these. */
export function stackTitle(stack: string): Text {
  if (stack === '') return WORDS.otherWorkloads;
  const title = `${stack.charAt(0).toUpperCase()}${stack.slice(1)}`;
  return { en: title, zh: title };
}

/** Returns a VM by its number. */
export function vmText(vm: number): Text {
  return { en: `VM ${vm}`, zh: `虚拟机 ${vm}` };
}

/** Returns how much the rules find. */
export function findingsText(errors: number, warnings: number): Text {
  return {
    en: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    zh: `${errors} 个错误，${warnings} 个警告`,
  };
}
