import { listed, nameOf } from '../../../validation/references/named-objects';
import { asList, asObject } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
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
import { wordOf } from '../shown-value';

const ROLES: readonly Selector['role'][] = ['Service', 'NetworkPolicy', 'peer'];

const WORDS: Readonly<Record<Selector['role'], { subject: string; does: string; zh: string }>> = {
  Service: { subject: 'Service', does: 'leads to them', zh: '转发到' },
  NetworkPolicy: { subject: 'NetworkPolicy', does: 'is over them', zh: '作用于' },
  peer: { subject: 'NetworkPolicy', does: 'allows them as a peer', zh: '放行' },
};

/** Judges whether a change of a workload changes who reaches its Pods: by their labels, by the names of their ports. */
export function podTraffic({ before, after }: ReviewedChange, context: ReviewContext): Judgement {
  const [former, next] = [context.before.tryTemplate(before.key), context.after.tryTemplate(after.key)];
  if (former === undefined || next === undefined) return NOTHING;
  const [left, entered] = [selecting(context.before, former), selecting(context.after, next)];
  // Where the labels are the same, the change is that of the Service or the policy, and is told there.
  const isRelabelled = !isSame(former.labels.value, next.labels.value);
  return combined(
    ...(isRelabelled ? ROLES : []).map((role) => {
      const gone = [...left].filter(([key, one]) => isOf(one, role, context.after) && !entered.has(key));
      const come = [...entered].filter(([key, one]) => isOf(one, role, context.before) && !left.has(key));
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
  const found = selecting(set, set.tryTemplate(object.key));
  return names([...found].filter(([, { role }]) => role === 'Service'));
}

/** Returns names as a sentence lists them in each language. */
export function listedNames(all: readonly string[]): { readonly en: string; readonly zh: string } {
  const text = listed(all);
  return { en: text, zh: text.replace(/ and \d+ more$/, ` 等 ${all.length} 个`).replaceAll(', ', '、') };
}

function selecting(set: ReviewedSet, template: PodTemplate | undefined): ReadonlyMap<string, Selector> {
  // The Pods of a Job end by themselves; that they carry the labels of their application leads nobody to them for long.
  const isShort = template?.workload.kind === 'Job' || template?.workload.kind === 'CronJob';
  const all = set.selectorsOf(template).filter(({ role }) => !isShort || role !== 'Service');
  return new Map(all.map((selector) => [`${selector.role} ${set.keyOf(selector.manifest)}`, selector]));
}

/** Tells whether a selector is of a role and its object is also in the other set. */
function isOf({ role, manifest }: Selector, wanted: Selector['role'], other: ReviewedSet): boolean {
  return role === wanted && other.has(manifest);
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
          zh: `Service ${nameOf(service)} 的端口 ${port} 转发到名为 ${target} 的容器端口，该端口由 ${from ?? '不存在'} 变为 ${to ?? '不存在'}。`,
        })),
      );
}

/** Ports of the VM itself, at which it is reached without a Service. */
function hostPorts(before: ReviewedObject, after: ReviewedObject): Judgement {
  const [was, is] = [before, after].map(portsOfVm);
  if (was === is) return NOTHING;
  return traffic({
    en: `At the address of its VM it was reached at ${was === '' ? 'no port' : was}, and is at ${is === '' ? 'no port' : is}.`,
    zh: `通过虚拟机地址访问的端口由 ${was === '' ? '无' : was} 变为 ${is === '' ? '无' : is}。`,
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
