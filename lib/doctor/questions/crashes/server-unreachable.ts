import { asObject } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { servicePorts } from '../../../validation/reach/service-ports';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { tryNearestName } from '../../../validation/names/nearest-name';
import { nameOf, namespaceOf } from '../reading/named';
import { connectionFaults } from '../reading/connection-faults';
import { ailmentSymptom } from './ailment-symptom';
import type { AilmentFacts } from './ailment-symptom';
import { explainedContainers } from './explained-containers';
import type { ExplainedContainer } from './explained-containers';
import { shownLine } from './log-lines';
import { tryNamedService } from './meant-services';
import { waitsForServer } from './servers-down';
import type { Unreachability, UnreachableServer } from './unreachable-server';

/** What cannot be reached, and is not a Service of the namespace without Pods: that is told of the Service. */
export const serverUnreachable: Question = {
  id: 'server-unreachable',
  severity: 'error',
  summary: {
    en: 'Can a program not reach another one: unknown name, refused, no answer?',
    zh: '是否有程序无法访问其他服务（域名无法解析、连接被拒绝、无应答）？',
  },
  ask: (cluster, expected) =>
    explainedContainers(cluster).flatMap((one) => {
      if (one.because.kind !== 'unreachable' || waitsForServer(cluster, one)) return [];
      const { server } = one.because;
      // Whoever is given an address that leads nowhere is told that: it is the same trouble.
      const isTold = connectionFaults(cluster)(expected).some(
        ({ id, host }) => id === one.id && (server.host === undefined || host === server.host),
      );
      if (isTold) return [];
      const evidence = [`log: ${shownLine(server.line)}`];
      return [ailmentSymptom(one, { ...factsOf(cluster, one, server), field: 'env', evidence })];
    }),
};

type Words = Pick<AilmentFacts, 'wrong' | 'remedy'>;

function factsOf(cluster: Cluster, one: ExplainedContainer, server: UnreachableServer): Words {
  const service = tryNamedService(cluster, one, server);
  if (service !== undefined) return aboutService(service, server);
  if (server.host !== undefined && isServiceName(server.host)) return aboutAbsentService(cluster, one, server.host);
  return aboutOutside(server);
}

const WHAT: Readonly<Record<Unreachability, Text>> = {
  'unknown-host': { en: 'the name is not known', zh: '域名无法解析' },
  refused: { en: 'the connection is refused', zh: '连接被拒绝' },
  'timed-out': { en: 'nobody answers in time', zh: '连接超时' },
  'no-route': { en: 'there is no route', zh: '没有路由' },
};

function aboutService(service: Manifest, { kind, port }: UnreachableServer): Words {
  const name = nameOf(service);
  const ports = servicePorts(service).map(({ number }) => number);
  if (kind === 'unknown-host') {
    return {
      wrong: {
        en: `it does not get the address of ${name} from DNS, though the Service is there`,
        zh: `DNS 解析不到 ${name}，但该 Service 存在`,
      },
      remedy: {
        en: 'Allow UDP and TCP 53 to the DNS of the cluster in the egress of its NetworkPolicies; if it is, restart it, or have the DNS of the cluster looked at.',
        zh: '在其 NetworkPolicy 的 egress 中放行到集群 DNS 的 UDP/TCP 53；若已放行，重启它或请管理员检查集群 DNS。',
      },
    };
  }
  if (
    port !== undefined &&
    ports.length > 0 &&
    !ports.includes(port) &&
    asObject(service.json['spec'])['clusterIP'] !== 'None'
  ) {
    return {
      wrong: {
        en: `it asks ${name} on port ${port}, and the Service has ${ports.join(', ')}`,
        zh: `它访问 ${name} 的端口 ${port}，而该 Service 只有 ${ports.join('、')}`,
      },
      remedy: {
        en: 'Correct the port of the address, or add it to the Service.',
        zh: '更正地址中的端口，或在 Service 中加上该端口。',
      },
    };
  }
  const what = WHAT[kind];
  return {
    wrong: {
      en: `it cannot reach ${name}${portText(port)}: ${what.en}, though the Service has Pods that are ready`,
      zh: `无法访问 ${name}${portText(port)}：${what.zh}，但该 Service 有就绪的 Pod`,
    },
    remedy: {
      en: `See that the program behind ${name} listens on the targetPort of the Service and on 0.0.0.0; if it does, restart this one.`,
      zh: `确认 ${name} 后端程序监听 Service 的 targetPort 和 0.0.0.0；若是，重启本工作负载。`,
    },
  };
}

function aboutAbsentService(cluster: Cluster, { pod }: ExplainedContainer, host: string): Words {
  const [name = '', namespace = namespaceOf(pod)] = host.split('.');
  const there = cluster.ofKind('Service').filter((service) => namespaceOf(service) === namespace);
  const nearest = tryNearestName(name, there.slice(0, 500).map(nameOf));
  const [en, zh] = nearest === undefined ? ['', ''] : [`; did you mean ${nearest}?`, `；是否应为 ${nearest}？`];
  return {
    wrong: {
      en: `it is given the address ${host}, and there is no Service ${name} in ${namespace}${en}`,
      zh: `它被指定访问 ${host}，而 ${namespace} 中没有 Service ${name}${zh}`,
    },
    remedy: {
      en: 'Correct the address where it is given (environment, ConfigMap), or publish the Service.',
      zh: '在给出该地址处（env、ConfigMap）更正，或发布该 Service。',
    },
  };
}

function aboutOutside({ kind, host, port }: UnreachableServer): Words {
  const what = WHAT[kind];
  const other =
    host === undefined
      ? { en: 'another program', zh: '其他服务' }
      : { en: `${host}${portText(port)}`, zh: `${host}${portText(port)}` };
  const remedy: Text =
    kind === 'unknown-host'
      ? {
          en: 'Correct the host name where it is given; allow UDP and TCP 53 in the egress of its NetworkPolicies; hosts that only /etc/hosts knows go into hostAliases.',
          zh: '在给出主机名处更正；在 NetworkPolicy 的 egress 放行 UDP/TCP 53；只在 /etc/hosts 中的主机需写入 hostAliases。',
        }
      : {
          en: 'See whether the other side runs and lets the VMs through its firewall, and that the egress of the NetworkPolicies allows its address and port.',
          zh: '确认对方在运行且防火墙放行各 VM，并检查 NetworkPolicy 的 egress 是否允许其地址和端口。',
        };
  return { wrong: { en: `it cannot reach ${other.en}: ${what.en}`, zh: `无法访问 ${other.zh}：${what.zh}` }, remedy };
}

/** Tells whether a name can only be that of a Service. */
function isServiceName(host: string): boolean {
  if (/^\d|^localhost$/.test(host)) return false;
  return !host.includes('.') || /\.svc(?:\.|$)/.test(host);
}

function portText(port: number | undefined): string {
  return port === undefined ? '' : `:${port}`;
}
