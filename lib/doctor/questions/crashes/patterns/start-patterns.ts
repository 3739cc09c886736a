import type { LogPattern } from '../log-pattern';

/** Ports that somebody else has. */
export const portPatterns: readonly LogPattern[] = [
  {
    sign: /bind\(\) to (\S{1,80}) failed \(98: [^)]{1,60}\)|Connection in use: \(([^)]{1,80})\)|[Pp]ort (\d{1,5}) (?:was|is) already in use|listen tcp4? (\S{1,80}): bind: address already in use|Could not create server TCP listening socket (\S{1,80}): bind: Address already in use|(?:Bind on TCP\/IP port|Do you already have another mysqld server running on port)(?:: )?(\d{0,5})/,
    wrong: { en: 'its port is taken ($1$2$3$4$5$6)', zh: '端口已被占用（$1$2$3$4$5$6）' },
    remedy: {
      en: 'See whether two containers of the Pod, or two programs of one start script, listen on it, and give one of them another; with hostNetwork, another Pod of the VM may have it.',
      zh: '检查同一 Pod 的两个容器或启动脚本中的两个程序是否监听同一端口，改其中一个；使用 hostNetwork 时可能被同一 VM 上的其他 Pod 占用。',
    },
    field: 'ports',
  },
  {
    sign: /Service '(\w{1,40})' could not bind on port (\d{1,5})|(\w{1,40}): Service '?(\w{1,40})'? failed after \d+ retries/,
    wrong: { en: 'the Spark driver cannot listen for $1 on port $2', zh: 'Spark driver 的 $1 无法监听端口 $2' },
    remedy: {
      en: 'See that spark.driver.bindAddress is 0.0.0.0 and that no two drivers of the Pod have one port; the ports are fixed for the NetworkPolicy.',
      zh: '确认 spark.driver.bindAddress 为 0.0.0.0，且同一 Pod 中没有两个 driver 用同一端口；端口为 NetworkPolicy 而固定。',
    },
    field: 'ports',
  },
  {
    sign: /[Aa]ddress (?:already )?in use|EADDRINUSE/,
    wrong: { en: 'its port is taken', zh: '端口已被占用' },
    remedy: {
      en: 'See whether two containers of the Pod, or two programs of one start script, listen on it, and give one of them another.',
      zh: '检查同一 Pod 的两个容器或启动脚本中的两个程序是否监听同一端口，改其中一个。',
    },
    field: 'ports',
  },
];

/** Processors that lack what the program was built for. */
export const processorPatterns: readonly LogPattern[] = [
  {
    sign: /MongoDB 5\.0\+ requires a CPU with AVX support/,
    wrong: {
      en: 'MongoDB from 5.0 on needs AVX, which the processor of the VM does not show',
      zh: 'MongoDB 5.0 及以上需要 AVX，而 VM 的 CPU 没有提供',
    },
    remedy: {
      en: 'Have the operators of the container cloud pass the processor through to the VM (host-passthrough), or use the image mongo:4.4.',
      zh: '请容器云管理员为 VM 开启 CPU 直通（host-passthrough），或改用 mongo:4.4 镜像。',
    },
    field: 'image',
  },
  {
    sign: /Fatal glibc error: CPU does not support (\S{1,40})|CPU does not support x86-64-v(\d)/,
    wrong: {
      en: 'the image needs a processor of level $1$2, which the VM does not have',
      zh: '镜像需要 $1$2 级别的 CPU，而 VM 不支持',
    },
    remedy: {
      en: 'Have the processor passed through to the VM, or use an older base image.',
      zh: '请管理员为 VM 开启 CPU 直通，或改用更旧的基础镜像。',
    },
    field: 'image',
  },
  {
    sign: /exec format error/i,
    wrong: {
      en: 'the program is built for another processor, or is a script without #!',
      zh: '程序是为其他处理器架构构建的，或脚本缺少 #! 行',
    },
    remedy: {
      en: 'Build the image for the platform of the VMs, and begin a start script with #!/bin/sh.',
      zh: '按 VM 平台构建镜像；启动脚本首行写 #!/bin/sh。',
    },
    field: 'image',
  },
];
