import type { Question } from '../../judge/finding';
import { registrySymptoms } from './registry-fault';

/** What the network says, in the order of how far it got. */
const STAGES: readonly (readonly [RegExp, { readonly en: string; readonly zh: string }])[] = [
  [/no such host|name resolution|server misbehaving/, { en: 'its name is unknown to DNS', zh: 'DNS 无法解析该主机名' }],
  [/no route to host|network is unreachable/, { en: 'there is no route to it', zh: '没有到该主机的路由' }],
  [/connection refused/, { en: 'nothing listens on its port', zh: '端口上没有服务在监听' }],
  [/\b50\d |RegistryUnavailable/, { en: 'it answers with an error of its own', zh: '它自身返回错误' }],
  [/proxyconnect/, { en: 'the proxy of the node does not let it through', zh: '节点的代理无法连通' }],
];
const SLOW = { en: 'it does not answer in time', zh: '它没有及时响应' };

/** The nodes do not get through to the registry: its name, the network between, or the registry itself. */
export const registryUnreachable: Question = {
  id: 'registry-unreachable',
  severity: 'error',
  summary: {
    en: 'Is a registry out of reach?',
    zh: '镜像仓库是否无法访问？',
  },
  ask: (cluster, expected) =>
    registrySymptoms(cluster, expected, 'unreachable', ({ said }) => {
      const [, stage] = STAGES.find(([sign]) => sign.test(said)) ?? [undefined, SLOW];
      return {
        wrong: { en: `cannot be reached from the nodes: ${stage.en}`, zh: `从节点无法访问：${stage.zh}` },
        remedy: {
          en: 'Check the host in the name of the image first; if it is right, have the network and DNS of the nodes and the registry itself looked at.',
          zh: '先检查镜像名中的主机名；若正确，请管理员检查节点的网络、DNS 以及镜像仓库本身。',
        },
      };
    }),
};
