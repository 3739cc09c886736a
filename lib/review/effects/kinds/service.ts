import type { Text } from '../../../text';
import { asList, asObject, asText } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { workloadName } from '../../../validation/pods/pods';
import { fixedFieldNote, fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING, refused, traffic } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge, ReviewContext } from '../review-context';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import type { ReviewedSet } from '../reviewed-set';
import { isSame } from '../same-value';
import { inChinese, shownLabels, tryShown, wordOf } from '../shown-value';
import { listedNames } from './workload-traffic';

const DELETE_SERVICE: Text = {
  en: 'Delete the Service and apply it again: nobody reaches it in between, and a client that keeps the old address has to resolve the name again.',
  zh: '请删除该 Service 后重新应用：期间无法访问，且缓存了旧地址的客户端需重新解析域名。',
};

const STAYS_HEADLESS: Text = {
  en: `spec.clusterIP stays None where the YAML says nothing, and only a Service of type ClusterIP may have none. ${DELETE_SERVICE.en}`,
  zh: `YAML 中去掉 spec.clusterIP 后仍为 None，而只有 ClusterIP 类型的 Service 可以没有地址。${DELETE_SERVICE.zh}`,
};

const ONLY_THE_SAME_FAMILY: Text = {
  en: 'spec.ipFamilies is taken only if the first one is that which the Service has been given by the cluster.',
  zh: 'spec.ipFamilies 的第一项必须与集群已分配给该 Service 的地址族一致，否则会被拒绝。',
};

const DUAL_STACK_ONLY: Text = {
  en: 'spec.ipFamilyPolicy RequireDualStack is refused by a cluster that has addresses of one family only.',
  zh: '集群只有一种地址族时，spec.ipFamilyPolicy: RequireDualStack 会被拒绝。',
};

/** What the API server gives a Service and leaves with it where the YAML says nothing any more. */
const GIVEN_FIELDS = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'];

/** Fields that lead nobody anywhere, or stay as they are. */
const NO_ROUTES: ReadonlySet<string> = new Set([...GIVEN_FIELDS, 'allocateLoadBalancerNodePorts']);

/** What a change of a Service does. */
export const service: KindJudge = {
  changed: (change, context) =>
    combined(addresses(change), families(change), balancer(change), kept(change), routes(change, context)),
  added: (object, context) => traffic(leadsTo(object, context.after)),
  removed: () =>
    traffic({
      en: 'Its name and address answer nobody any more once it is deleted.',
      zh: '删除后，其域名与地址不再可用。',
    }),
};

/** @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateUpgradeDowngradeClusterIPs */
function addresses(change: ReviewedChange): Judgement {
  const [before, after] = [change.before.spec, change.after.spec];
  if (before['type'] === 'ExternalName' || after['type'] === 'ExternalName') return NOTHING;
  const [is, wanted] = [addressOf(before), addressOf(after)];
  if (wanted !== '' && is !== wanted) return refused(fixedFieldNote(change, 'spec.clusterIP', DELETE_SERVICE));
  if (is === 'None' && wanted === '' && after['type'] !== 'ClusterIP') return refused(STAYS_HEADLESS);
  // A headless Service may change its families, and it stays headless where it was.
  if (is === 'None') return NOTHING;
  const [family, wantedFamily] = [asList(before['ipFamilies'])[0], asList(after['ipFamilies'])[0]];
  if (wantedFamily !== undefined && family === undefined) return noted(ONLY_THE_SAME_FAMILY);
  if (wantedFamily === undefined || family === wantedFamily) return NOTHING;
  return refused(fixedFieldNote(change, 'spec.ipFamilies', DELETE_SERVICE));
}

function families({ before, after }: ReviewedChange): Judgement {
  const [was, is] = [before.spec['ipFamilyPolicy'], after.spec['ipFamilyPolicy']];
  return is === 'RequireDualStack' && was !== is ? noted(DUAL_STACK_ONLY) : NOTHING;
}

function balancer(change: ReviewedChange): Judgement {
  const [before, after] = [change.before.spec, change.after.spec];
  if (before['type'] !== 'LoadBalancer' || after['type'] !== 'LoadBalancer') return NOTHING;
  const isLocal = [before, after].every((spec) => spec['externalTrafficPolicy'] === 'Local');
  // Where the YAML says none, the API server has given one.
  const isGiven = after['healthCheckNodePort'] !== undefined;
  return combined(
    fixedFields(change, ['spec.loadBalancerClass'], DELETE_SERVICE),
    isLocal && isGiven ? fixedFields(change, ['spec.healthCheckNodePort'], DELETE_SERVICE) : NOTHING,
  );
}

/** Says of what is no longer in the YAML that it goes on. */
function kept({ before, after }: ReviewedChange): Judgement {
  if (before.spec['type'] === 'ExternalName' || after.spec['type'] === 'ExternalName') return NOTHING;
  const gone = GIVEN_FIELDS.filter((field) => before.spec[field] !== undefined && after.spec[field] === undefined);
  return noted(
    ...gone
      .filter((field) => field !== 'clusterIPs' || before.spec['clusterIP'] === undefined)
      .map((field) => {
        const value = tryShown(before.spec[field]) ?? '';
        return {
          en: `spec.${field} stays ${value}: the API server keeps it where the YAML says nothing.`,
          zh: `spec.${field} 仍为 ${value}：YAML 中去掉后 API server 保持原值。`,
        };
      }),
  );
}

function routes({ before, after }: ReviewedChange, context: ReviewContext): Judgement {
  const [former, next] = [routing(before.spec, after.spec), routing(after.spec, after.spec)];
  if (isSame(former, next)) return NOTHING;
  const fields = [...new Set([...Object.keys(former), ...Object.keys(next)])].sort();
  const changed = fields.filter((field) => !isSame(former[field], next[field]));
  return traffic(
    ...changed.map((field) => routeNote(field, former[field], next[field])),
    ...(changed.includes('selector') ? [leadsTo(after, context.after)] : []),
  );
}

/** Returns what of a spec decides who is led where. */
function routing(spec: JsonObject, next: JsonObject): JsonObject {
  const fields = Object.entries(spec).filter(([field]) => !NO_ROUTES.has(field));
  return { ...Object.fromEntries(fields), ports: portsOf(spec['ports'], next['ports']) };
}

/** A port of the VMs stays where the YAML no longer says which. */
function portsOf(ports: Json | undefined, next: Json | undefined): readonly JsonObject[] {
  const written = new Map(asList(next).map((item) => [asText(asObject(item)['name']), asObject(item)['nodePort']]));
  return asList(ports).map((item) => {
    const { nodePort, ...port } = asObject(item);
    return written.get(asText(port['name'])) === undefined ? port : { ...port, nodePort };
  });
}

function routeNote(field: string, from: Json | undefined, to: Json | undefined): Text {
  const [is, wanted] = field === 'selector' ? [labels(from), labels(to)] : [shown(field, from), shown(field, to)];
  return {
    en: `${field} was ${is.en} and is ${wanted.en} now.`,
    zh: `${field} 由${inChinese(is.zh)}变为${inChinese(wanted.zh).trimEnd()}。`,
  };
}

function labels(value: Json | undefined): Text {
  const text = shownLabels(value);
  return text === '' ? { en: 'empty', zh: '空' } : { en: text, zh: text };
}

function shown(field: string, value: Json | undefined): Text {
  const text = field === 'ports' ? asList(value).map(portText).join(', ') : (tryShown(value) ?? JSON.stringify(value));
  return value === undefined || value === null || text === '' ? { en: 'none', zh: '无' } : { en: text, zh: text };
}

function portText(item: Json): string {
  const { name, port, protocol, targetPort, nodePort, appProtocol } = asObject(item);
  const title = asText(name);
  const more = [
    ...(nodePort === undefined ? [] : [`nodePort ${wordOf(nodePort)}`]),
    ...(appProtocol === undefined ? [] : [`appProtocol ${wordOf(appProtocol)}`]),
  ].join(', ');
  return `${title === '' ? '' : `${title} `}${wordOf(port)}/${wordOf(protocol)} → ${wordOf(targetPort)}${more === '' ? '' : ` (${more})`}`;
}

function leadsTo(object: ReviewedObject, set: ReviewedSet): Text {
  if (object.spec['type'] === 'ExternalName') {
    const name = asText(object.spec['externalName']);
    return { en: `Its name is another one for ${name}.`, zh: `其域名指向 ${name}。` };
  }
  const pods = set.podsSelectedBy(object.manifest).map(({ workload }) => workloadName(workload));
  if (pods.length === 0) {
    return { en: 'It leads to no Pods of the set.', zh: '这组 YAML 中没有 Pod 被它选中。' };
  }
  const names = listedNames([...new Set(pods)].sort());
  return { en: `It leads to the Pods of ${names.en}.`, zh: `它转发到 ${names.zh} 的 Pod。` };
}

function addressOf(spec: JsonObject): string {
  return asText(spec['clusterIP']) || asText(asList(spec['clusterIPs'])[0]);
}
