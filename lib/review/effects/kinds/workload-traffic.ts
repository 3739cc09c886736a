import { listed, nameOf } from '../../../validation/references/named-objects';
import { asList, asObject } from '../../../validation/manifest';
import type { Json, Manifest } from '../../../validation/manifest';
import { containersOf } from '../../../validation/pods/pods';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { servicePorts, tryPodPort } from '../../../validation/reach/service-ports';
import { combined, NOTHING, traffic } from '../judgement';
import type { Judgement } from '../judgement';
import type { Selector } from '../pod-selectors';
import type { ReviewContext } from '../review-context';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import type { ReviewedSet } from '../reviewed-set';
import { isSame } from '../same-value';
import { inChinese, wordOf } from '../shown-value';

const ROLES: readonly Selector['role'][] = ['Service', 'NetworkPolicy', 'peer'];

const SERVICES: readonly Selector['role'][] = ['Service'];

const WORDS: Readonly<Record<Selector['role'], { subject: string; does: string; zh: string }>> = {
  Service: { subject: 'Service', does: 'leads to them', zh: '转发到' },
  NetworkPolicy: { subject: 'NetworkPolicy', does: 'is over them', zh: '作用于' },
  peer: { subject: 'NetworkPolicy', does: 'allows them as a peer', zh: '放行' },
};

/** Judges whether a change of a workload changes who reaches its Pods: by their labels, by the names of their ports. */
export function podTraffic({ before, after }: ReviewedChange, context: ReviewContext): Judgement {
  const [former, next] = [context.before.tryTemplate(before.key), context.after.tryTemplate(after.key)];
  if (former === undefined || next === undefined) return NOTHING;
  // Where the labels are the same, the change is that of the Service or the policy, and is told there.
  const isRelabelled = !isSame(former.labels.value, next.labels.value);
  const roles = isRelabelled ? ROLES : SERVICES;
  const [left, entered] = [selecting(context.before, former, roles), selecting(context.after, next, roles)];
  return combined(
    ...(isRelabelled ? ROLES : []).map((role) => {
      const gone = [...left].filter(([key, one]) => !entered.has(key) && isOf(one, role, context.after));
      const come = [...entered].filter(([key, one]) => !left.has(key) && isOf(one, role, context.before));
      return selectionJudgement(role, names(gone), names(come));
    }),
    ...[...entered].map(([key, { manifest, role }]) =>
      role === 'Service' && left.has(key) ? portJudgement(manifest, former, next) : NOTHING,
    ),
    hostPorts(before, after),
  );
}

/** Returns the names of the Services of a set that lead to a workload, sorted. */
export function servicesTo(object: ReviewedObject, set: ReviewedSet): readonly string[] {
  return names([...selecting(set, set.tryTemplate(object.key), SERVICES)]);
}

/** Returns names as a sentence lists them in each language. */
export function listedNames(all: readonly string[]): { readonly en: string; readonly zh: string } {
  const text = listed(all);
  return { en: text, zh: text.replace(/ and \d+ more$/, ` 等 ${all.length} 个`).replaceAll(', ', '、') };
}

function selecting(
  set: ReviewedSet,
  template: PodTemplate | undefined,
  roles: readonly Selector['role'][],
): ReadonlyMap<string, Selector> {
  // The Pods of a Job end by themselves; that they carry the labels of their application leads nobody to them for long.
  const isShort = template?.workload.kind === 'Job' || template?.workload.kind === 'CronJob';
  const wanted = new Set(isShort ? roles.filter((role) => role !== 'Service') : roles);
  const all = set.selectorsOf(template).filter(({ role }) => wanted.has(role));
  return new Map(all.map((selector) => [`${selector.role} ${set.keyOf(selector.manifest)}`, selector]));
}

/** Tells whether a selector is of a role and asks for the same in the other set: else its own change says what it does. */
function isOf({ role, manifest }: Selector, wanted: Selector['role'], other: ReviewedSet): boolean {
  if (role !== wanted) return false;
  const namesake = other.tryNamesake(manifest);
  return namesake !== undefined && isSame(askedBy(role, manifest), askedBy(role, namesake));
}

/** Returns what of a Service or a policy says whom it selects. */
function askedBy(role: Selector['role'], { json }: Manifest): Json {
  const { selector, podSelector, ingress, egress } = asObject(json['spec']);
  const asked = { Service: selector, NetworkPolicy: podSelector, peer: [ingress ?? null, egress ?? null] }[role];
  return asked ?? null;
}

function names(entries: readonly (readonly [string, Selector])[]): readonly string[] {
  return entries.map(([, { manifest }]) => nameOf(manifest)).sort();
}

function selectionJudgement(role: Selector['role'], gone: readonly string[], come: readonly string[]): Judgement {
  const words = WORDS[role];
  const [left, entered] = [listedNames(gone), listedNames(come)];
  return combined(
    gone.length === 0
      ? NOTHING
      : traffic({
          en: `By the new labels of its Pods, ${words.subject} ${left.en} no longer ${words.does}.`,
          zh: `Pod 标签变化后，${words.subject} ${left.zh} 不再${words.zh}这些 Pod。`,
        }),
    come.length === 0
      ? NOTHING
      : traffic({
          en: `By the new labels of its Pods, ${words.subject} ${entered.en} now ${words.does}.`,
          zh: `Pod 标签变化后，${words.subject} ${entered.zh} 开始${words.zh}这些 Pod。`,
        }),
  );
}

function portJudgement(service: Manifest, former: PodTemplate, next: PodTemplate): Judgement {
  const moved = servicePorts(service).flatMap((port) => {
    const [from, to] = [tryPodPort(former, port), tryPodPort(next, port)];
    return from === to ? [] : [{ port: port.number, target: port.target, from, to }];
  });
  return moved.length === 0
    ? NOTHING
    : traffic(
        ...moved.map(({ port, target, from, to }) => ({
          en: `Port ${port} of Service ${nameOf(service)} goes to the port named ${target}, which was ${from ?? 'not there'} and is ${to ?? 'not there any more'}.`,
          zh: `Service ${nameOf(service)} 的端口 ${port} 转发到名为 ${target} 的容器端口，该端口由${inChinese(String(from ?? '不存在'))}变为${inChinese(String(to ?? '不存在')).trimEnd()}。`,
        })),
      );
}

/** Ports of the VM itself, at which it is reached without a Service. */
function hostPorts(before: ReviewedObject, after: ReviewedObject): Judgement {
  const [was, is] = [portsOfVm(before), portsOfVm(after)];
  if (was === is) return NOTHING;
  return traffic({
    en: `At the address of its VM it was reached at ${was === '' ? 'no port' : was}, and is at ${is === '' ? 'no port' : is}.`,
    zh: `通过虚拟机地址访问的端口由${inChinese(was === '' ? '无' : was)}变为${inChinese(is === '' ? '无' : is).trimEnd()}。`,
  });
}

function portsOfVm({ manifest, json }: ReviewedObject): string {
  const ports = containersOf({ ...manifest, json }).flatMap(({ json: container }) => asList(container['ports']));
  const numbers = ports.flatMap((port) => {
    const { hostPort, protocol } = asObject(port);
    return hostPort === undefined ? [] : [`${wordOf(hostPort)}/${wordOf(protocol)}`];
  });
  return numbers.sort().join(', ');
}
