import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { workloadName } from '../../../validation/pods/pods';
import { compareQuantities } from '../../../validation/quantities/quantity-order';
import { DELETE_AND_APPLY, fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING, refused } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge, ReviewContext } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import { isSame } from '../same-value';
import { inChinese, tryShown, tryShownText } from '../shown-value';
import { listedNames } from './workload-traffic';

const SIZE = 'spec.resources.requests.storage';
const OLDER_CLASS = 'volume.beta.kubernetes.io/storage-class';

const NEW_CLAIM = {
  en: 'Make a claim of another name, copy the data over, and mount that; or keep the value.',
  zh: '请新建另一个名称的 PVC，把数据复制过去后改为挂载它；或保持原值。',
};

/**
 * What a change of a claim does.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidatePersistentVolumeClaimUpdate
 */
export const claim: KindJudge = {
  changed: (change, context) =>
    combined(fixedFields(change, fixedPaths(change), NEW_CLAIM), olderClass(change), size(change, context)),
  removed: removedClaim,
};

/** What a change of a volume itself does. */
export const volume: KindJudge = {
  changed: (change) => {
    const fields = [...new Set([...Object.keys(change.before.spec), ...Object.keys(change.after.spec)])].sort();
    const source = fields.filter((field) => !CHANGEABLE_OF_VOLUME.has(field)).map((field) => `spec.${field}`);
    const affinity = change.before.spec['nodeAffinity'] === undefined ? [] : ['spec.nodeAffinity'];
    return fixedFields(change, [...source, ...affinity], DELETE_AND_APPLY);
  },
  removed: ({ spec }) => {
    const policy = asText(spec['persistentVolumeReclaimPolicy']);
    return noted({
      en: `A claim that is bound to it loses its storage once the volume is deleted; what is on the storage itself stays or goes with its reclaim policy (${policy}).`,
      zh: `删除后，绑定到它的 PVC 会失去存储；存储上的数据是否保留取决于回收策略（${policy}）。`,
    });
  },
};

const CHANGEABLE_OF_VOLUME: ReadonlySet<string> = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
]);

function fixedPaths({ before }: ReviewedChange): readonly string[] {
  return [
    'spec.accessModes',
    'spec.selector',
    'spec.volumeMode',
    'spec.dataSource',
    'spec.dataSourceRef',
    'spec.resources.limits',
    // What says nothing yet may be filled in once: the API server does so itself.
    ...(before.spec['volumeName'] === undefined ? [] : ['spec.volumeName']),
    ...(before.spec['storageClassName'] === undefined ? [] : ['spec.storageClassName']),
  ];
}

/** The annotation that named the class before there was a field is as fixed as the field. */
function olderClass({ before, after }: ReviewedChange): Judgement {
  const [is, wanted] = [before, after].map(({ json }) => annotationsOf(json)[OLDER_CLASS]);
  if (isSame(is, wanted)) return NOTHING;
  return refused({
    en: `The annotation ${OLDER_CLASS} cannot be changed once the claim is there. ${NEW_CLAIM.en}`,
    zh: `注解 ${OLDER_CLASS} 在 PVC 创建后不可修改。${NEW_CLAIM.zh}`,
  });
}

function annotationsOf(json: JsonObject): JsonObject {
  return asObject(asObject(json['metadata'])['annotations']);
}

function size(change: ReviewedChange, context: ReviewContext): Judgement {
  const { before, after } = change;
  const [is, wanted] = [valueAt(before.manifest.json, SIZE), valueAt(after.manifest.json, SIZE)];
  const order = compareQuantities(is ?? 0, wanted ?? 0);
  if (order === undefined || order === 0) return NOTHING;
  if (order > 0) {
    return refused({
      en: `A claim cannot shrink (is ${tryShown(is)}, would be ${tryShown(wanted)}). ${NEW_CLAIM.en}`,
      zh: `PVC 不能缩小（现为 ${tryShown(is)}，将改为${inChinese(tryShownText(wanted)?.zh ?? '').trimEnd()}）。${NEW_CLAIM.zh}`,
    });
  }
  const className = asText(after.spec['storageClassName'] ?? before.spec['storageClassName']);
  const storageClass = context.after.tryFind('StorageClass.storage.k8s.io', '', className);
  if (storageClass !== undefined && storageClass.json['allowVolumeExpansion'] !== true) {
    return refused({
      en: `The storage class ${className} does not let claims grow (is ${tryShown(is)}, would be ${tryShown(wanted)}). Set allowVolumeExpansion where its storage can do that, or ${NEW_CLAIM.en.charAt(0).toLowerCase()}${NEW_CLAIM.en.slice(1)}`,
      zh: `存储类 ${className} 不允许扩容（现为 ${tryShown(is)}，将改为 ${tryShown(wanted)}）。如存储支持，请设置 allowVolumeExpansion；否则${NEW_CLAIM.zh.slice(1)}`,
    });
  }
  return noted({
    en: `It grows from ${tryShown(is)} to ${tryShown(wanted)} where the claim is bound and its storage class${className === '' ? '' : ` ${className}`} has allowVolumeExpansion; otherwise the API server refuses it. It never shrinks again.`,
    zh: `由 ${tryShown(is)} 扩容到 ${tryShown(wanted)}：要求 PVC 已绑定且存储类${className === '' ? '' : ` ${className} `}允许扩容（allowVolumeExpansion），否则 API server 会拒绝。扩容后不能再缩小。`,
  });
}

function removedClaim(object: ReviewedObject, context: ReviewContext): Judgement {
  const { kind, namespace, name, manifest } = object;
  const size = tryShown(valueAt(manifest.json, SIZE)) ?? '';
  const readers = context.after.readersOf(kind, namespace, name);
  const list = listedNames([...new Set(readers.map(({ template }) => workloadName(template.workload)))].sort());
  return {
    effects: ['data-lost'],
    notes: [
      {
        en: `Once the claim is deleted, its ${size} of data go with it, unless the reclaim policy of its volume is Retain. kubectl apply and the pipeline leave a claim that the YAML no longer names: back up first, then delete it by hand.`,
        zh: `删除该 PVC 后，其中 ${size} 的数据随之丢失，除非对应卷的回收策略为 Retain。kubectl apply 与流水线都不会删除 YAML 中已去掉的 PVC：请先备份，再手工删除。`,
      },
      ...(readers.length === 0
        ? []
        : [
            {
              en: `${list.en} still mounts it: the claim stays Terminating until the last of its Pods ends, and no new Pod starts then.`,
              zh: `${list.zh} 仍在挂载它：在最后一个 Pod 停止之前该 PVC 处于 Terminating，此后新 Pod 无法启动。`,
            },
          ]),
    ],
  };
}
