import { addToList } from '../../../validation/add-to-list';
import type { Text } from '../../../text';
import { asList, asObject } from '../../../validation/manifest';
import type { Container } from '../../../validation/pods/pods';
import { workloadName } from '../../../validation/pods/pods';
import { combined, noted, NOTHING } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge, ReviewContext } from '../review-context';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import type { Reader } from '../reviewed-set';
import { isSame } from '../same-value';
import { DELETE_AND_APPLY, fixedFields } from '../fixed-fields';
import { listedNames } from './workload-traffic';

/** What holds the content of a ConfigMap or a Secret. */
const CONTENT = ['data', 'binaryData'];

const NEW_NAME: Text = {
  en: 'Give it another name and refer to that, or delete it and apply it again.',
  zh: '请换一个名称并改为引用新名称，或删除后重新应用。',
};

/** What a change of a ConfigMap or a Secret does. */
export const configuration: KindJudge = {
  changed: (change, context) => {
    if (change.before.json['immutable'] === true) return fixedFields(change, ['immutable', ...CONTENT], NEW_NAME);
    const type = fixedFields(change, change.before.kind === 'Secret' ? ['type'] : [], DELETE_AND_APPLY);
    return combined(type, content(change, context));
  },
  removed: (object, context) => stillAskedFor(object, context),
};

function content(change: ReviewedChange, context: ReviewContext): Judgement {
  const { after } = change;
  const changed = changedKeys(change);
  if (changed.size === 0) return NOTHING;
  const { kind, namespace, name } = after;
  const readers = byWorkload(context.after.readersOf(kind, namespace, name));
  const judgements = [...readers].map(([key, uses]) => ({ uses, workload: context.workloads.get(key)?.judgement }));
  const restarting = judgements.flatMap(({ workload }) => (isRestart(workload) ? [workload] : []));
  const running = judgements
    .filter(({ workload }) => !isRestart(workload))
    .map(({ uses }) => uses.filter((use) => asksFor(use, changed)))
    .filter((uses) => uses.length > 0);
  return combined(
    ...restarting.map(({ effects, restarts = [] }) => ({
      effects: effects.filter((effect) => effect === 'restarts' || effect === 'recreates'),
      restarts,
    })),
    noted(...unnoticed(running)),
    goneTexts(change),
  );
}

function changedKeys({ before, after }: ReviewedChange): ReadonlySet<string> {
  return new Set(
    CONTENT.flatMap((field) => {
      const [was, is] = [asObject(before.json[field]), asObject(after.json[field])];
      return Object.keys({ ...was, ...is }).filter((key) => !isSame(was[key], is[key]));
    }),
  );
}

function asksFor({ reference: { keys } }: Reader, changed: ReadonlySet<string>): boolean {
  return keys === undefined || keys.some(({ key }) => changed.has(key));
}

function isRestart(judgement: Judgement | undefined): judgement is Judgement {
  return judgement !== undefined && (judgement.restarts ?? []).length > 0;
}

function byWorkload(readers: readonly Reader[]): ReadonlyMap<string, readonly Reader[]> {
  const grouped = new Map<string, Reader[]>();
  for (const reader of readers) {
    const key = reader.key;
    addToList(grouped, key, reader);
  }
  return grouped;
}

/** Says of the workloads that read it and do not restart when they see the change. */
function unnoticed(running: readonly (readonly Reader[])[]): readonly Text[] {
  const lasting = running.filter(([reader]) => reader !== undefined && !isJob(reader));
  const fixed = names(lasting.filter((uses) => uses.some(isReadOnce)));
  const followed = names(lasting.filter((uses) => uses.some((use) => !isReadOnce(use))));
  const jobs = names(running.filter(([reader]) => reader?.template.workload.kind === 'CronJob'));
  return [
    ...(fixed.length === 0
      ? []
      : sentence(
          fixed,
          (list) =>
            `${list} ${fixed.length === 1 ? 'reads' : 'read'} it as environment or through a subPath and ${fixed.length === 1 ? 'does' : 'do'} not see the change until a restart: kubectl rollout restart, or a checksum on the Pods.`,
          (list) =>
            `${list} 以环境变量或 subPath 方式读取，重启之前看不到变更：请执行 kubectl rollout restart，或在 Pod 上加校验和注解。`,
        )),
    ...(followed.length === 0
      ? []
      : sentence(
          followed,
          (list) =>
            `The files that ${list} ${followed.length === 1 ? 'mounts' : 'mount'} follow within about a minute; no Pod restarts, so the program has to read them again by itself.`,
          (list) => `${list} 挂载的文件约一分钟内更新；Pod 不会重启，程序需自行重新读取。`,
        )),
    ...(jobs.length === 0
      ? []
      : sentence(
          jobs,
          (list) => `The next run of ${list} reads the change.`,
          (list) => `${list} 的下一次运行会读取变更。`,
        )),
  ];
}

function sentence(all: readonly string[], en: (list: string) => string, zh: (list: string) => string): readonly Text[] {
  const list = listedNames(all);
  return [{ en: en(list.en), zh: zh(list.zh) }];
}

function names(uses: readonly (readonly Reader[])[]): readonly string[] {
  return uses.flatMap(([reader]) => (reader === undefined ? [] : [workloadName(reader.template.workload)])).sort();
}

function isJob({ template }: Reader): boolean {
  return template.workload.kind === 'CronJob' || template.workload.kind === 'Job';
}

/** Tells whether the running Pods go on with what they read at their start. */
function isReadOnce({ reference, template }: Reader): boolean {
  const { volume } = reference;
  if (volume === undefined) return true;
  return template.workload.containers.some((container) => mountsPart(container, volume));
}

function mountsPart({ json }: Container, volume: string): boolean {
  return asList(json['volumeMounts']).some((item) => {
    const { name, subPath, subPathExpr } = asObject(item);
    return name === volume && Boolean(subPath || subPathExpr);
  });
}

/** What was written as plain text and is no longer written stays where kubectl does not know of it. */
function goneTexts({ before, after }: ReviewedChange): Judgement {
  if (after.kind !== 'Secret') return NOTHING;
  const wanted = asObject(after.json['data']);
  const texts = Object.keys(asObject(before.manifest.json['stringData']));
  const stay = texts.filter((key) => wanted[key] === undefined).sort();
  if (stay.length === 0) return NOTHING;
  const keys = listedNames(stay);
  return noted({
    en: `Key ${keys.en} stays in the Secret: kubectl apply does not take out what was written as stringData.`,
    zh: `键 ${keys.zh} 仍保留在 Secret 中：kubectl apply 不会删除以 stringData 写入的键。`,
  });
}

function stillAskedFor({ kind, namespace, name }: ReviewedObject, context: ReviewContext): Judgement {
  const readers = context.after.readersOf(kind, namespace, name).filter(({ reference }) => !reference.optional);
  if (readers.length === 0) return NOTHING;
  const list = listedNames([...new Set(readers.map(({ template }) => workloadName(template.workload)))].sort());
  return noted({
    en: `${list.en} still asks for it: once it is deleted, a Pod of it that starts waits for ever.`,
    zh: `${list.zh} 仍在引用它：删除之后新启动的 Pod 会一直等待。`,
  });
}
