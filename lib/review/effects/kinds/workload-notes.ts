import type { Text } from '../../../text';
import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { AutoscalerBounds } from '../../../validation/pods/autoscalers';
import { tryWorkload } from '../../../validation/pods/pods';
import { combined, noted, NOTHING, traffic } from '../judgement';
import type { Judgement } from '../judgement';
import type { ReviewContext } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import { listedNames, servicesTo } from './workload-traffic';

/** Returns how many Pods a workload asks for. */
export function replicasOf({ spec }: ReviewedObject): number {
  return wholeNumber(spec['replicas'], 1);
}

/** Returns the Pods of a workload as the subject of a sentence. */
export function itsPods(count: number): Text {
  return count === 1 ? { en: 'Its Pod', zh: '其 Pod' } : { en: `Its ${count} Pods`, zh: `其 ${count} 个 Pod` };
}

/** Judges a change of the number of Pods, which restarts none. */
export function scaling(change: ReviewedChange, context: ReviewContext): Judgement {
  const [from, to] = [replicasOf(change.before), replicasOf(change.after)];
  if (from === to) return NOTHING;
  return combined(noted(scaledNote(from, to)), from === 0 || to === 0 ? serving(change, context, to > 0) : NOTHING);
}

function scaledNote(from: number, to: number): Text {
  const scaled = { en: `Scaled from ${from} to ${to}:`, zh: `副本数由 ${from} 变为 ${to}：` };
  if (to === 0) return { en: `${scaled.en} all of its Pods end.`, zh: `${scaled.zh}全部 Pod 停止。` };
  if (from === 0) return { en: `${scaled.en} its Pods start.`, zh: `${scaled.zh}启动 ${to} 个 Pod。` };
  const [en, zh] =
    to > from
      ? [`${to - from} more start`, `新增 ${to - from} 个 Pod`]
      : [`${from - to} of its Pods ${from - to === 1 ? 'ends' : 'end'}`, `停止 ${from - to} 个 Pod`];
  return { en: `${scaled.en} ${en}, the others go on.`, zh: `${scaled.zh}${zh}，其余 Pod 不受影响。` };
}

/** Returns what the autoscaler of a workload does to the number that stands in the YAML, where there is both. */
export function autoscaling({ before, after }: ReviewedChange, context: ReviewContext): Judgement {
  const bounds = context.after.tryAutoscaled(after.manifest);
  if (bounds === undefined) return NOTHING;
  const written = valueAt(after.manifest.json, 'spec.replicas') ?? undefined;
  const wasWritten = valueAt(before.manifest.json, 'spec.replicas') ?? undefined;
  if (written === undefined && wasWritten === undefined) return NOTHING;
  return noted(autoscaledNote(bounds, replicasOf(after), written === undefined));
}

/** Returns what becomes of the claims that a workload mounts no more. */
export function claimsLeft({ before, after }: ReviewedChange): Judgement {
  const next = new Set(claimVolumes(after).map(({ claim }) => claim));
  const left = claimVolumes(before).filter(({ claim }) => !next.has(claim));
  return noted(
    ...left.map(({ volume, claim }) => {
      const instead = sourceOf(after, volume);
      return {
        en: `Its Pods no longer see what is in claim ${claim}${instead === undefined ? '' : `: volume ${volume} is ${instead.en} now`}; the data stays in the claim.`,
        zh: `其 Pod 不再看到 PVC ${claim} 中的数据${instead === undefined ? '' : `：卷 ${volume} 现为 ${instead.zh}`}；数据仍保留在该 PVC 中。`,
      };
    }),
  );
}

function serving(change: ReviewedChange, context: ReviewContext, starts: boolean): Judgement {
  const services = servicesTo(change.after, context.after);
  if (services.length === 0) return NOTHING;
  const names = listedNames(services);
  return traffic(
    starts
      ? {
          en: `Service ${names.en} has Pods to lead to again.`,
          zh: `Service ${names.zh} 重新有 Pod 可转发。`,
        }
      : {
          en: `Nothing serves behind Service ${names.en} from now on.`,
          zh: `此后 Service ${names.zh} 后面没有 Pod 提供服务。`,
        },
  );
}

function autoscaledNote({ minReplicas, maxReplicas }: AutoscalerBounds, replicas: number, removed: boolean): Text {
  const bounds = `${minReplicas} and ${maxReplicas}`;
  if (removed) {
    return {
      en: `With spec.replicas taken out, kubectl apply sets 1 Pod once, and the autoscaler then goes back to between ${bounds}.`,
      zh: `删除 spec.replicas 后，kubectl apply 会先把副本数设为 1，随后自动扩缩器再调回 ${minReplicas} 至 ${maxReplicas} 之间。`,
    };
  }
  return {
    en: `An autoscaler keeps it between ${bounds} Pods, and each apply sets ${replicas} again: leave spec.replicas out of the YAML.`,
    zh: `自动扩缩器使其保持 ${minReplicas} 至 ${maxReplicas} 个 Pod，而每次 apply 都会重新设为 ${replicas}：请从 YAML 中去掉 spec.replicas。`,
  };
}

function claimVolumes(object: ReviewedObject) {
  return volumesOf(object).flatMap((volume) => {
    const claim = asText(asObject(volume['persistentVolumeClaim'])['claimName']);
    return claim === '' ? [] : [{ volume: asText(volume['name']), claim }];
  });
}

function sourceOf(object: ReviewedObject, name: string): Text | undefined {
  const volume = volumesOf(object).find((item) => item['name'] === name);
  const source = Object.keys(volume ?? {}).find((field) => field !== 'name');
  const claim = asText(asObject(volume?.['persistentVolumeClaim'])['claimName']);
  if (claim !== '') return { en: `claim ${claim}`, zh: `PVC ${claim}` };
  return source === undefined ? undefined : { en: source, zh: source };
}

function volumesOf({ manifest, json }: ReviewedObject): readonly JsonObject[] {
  return asList(tryWorkload({ ...manifest, json })?.podSpec['volumes']).map(asObject);
}
