import { asList, asObject, asText } from '../../../validation/manifest';
import type { Json, JsonObject } from '../../../validation/manifest';
import { containersOf } from '../../../validation/pods/pods';
import { combined, noted, NOTHING, refused } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import { isSame } from '../same-value';
import { templateOrderNotes } from './template-order';
import { addedWorkload, removedWorkload } from './workload-lifetime';
import { listedNames, podTraffic } from './workload-traffic';

/**
 * What a change of a bare Pod does.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidatePodUpdate
 */
export const pod: KindJudge = {
  changed: (change, context) => combined(fixedSpec(change), images(change), podTraffic(change, context)),
  added: addedWorkload,
  removed: (object, context) =>
    combined(
      removedWorkload(object, context),
      noted({ en: 'Nothing starts a bare Pod again.', zh: '裸 Pod 停止后不会被重新创建。' }),
    ),
};

function fixedSpec({ before, after }: ReviewedChange): Judgement {
  const fields = [...new Set([...Object.keys(before.spec), ...Object.keys(after.spec)])].sort();
  const written = new Set([...withPullPolicy(before), ...withPullPolicy(after)]);
  const unwritten = (name: string) => !written.has(name);
  const fixed = fields.filter((field) => !mayChange(field, before.spec[field], after.spec[field], unwritten));
  if (fixed.length === 0) return NOTHING;
  const paths = fixed.map((field) => `spec.${field}`).join(', ');
  return refused(
    {
      en: `Of a Pod that is there only images can be changed, tolerations added and activeDeadlineSeconds lowered, not ${paths}. Delete the Pod and apply it again, or let a Deployment run it.`,
      zh: `已创建的 Pod 只能修改镜像、增加 tolerations、调低 activeDeadlineSeconds，不能修改 ${paths}。请删除该 Pod 后重新应用，或改用 Deployment。`,
    },
    ...templateOrderNotes(before.spec, after.spec),
  );
}

function mayChange(
  field: string,
  from: Json | undefined,
  to: Json | undefined,
  unwritten: (container: string) => boolean,
): boolean {
  if (isSame(from, to)) return true;
  switch (field) {
    case 'containers':
    case 'initContainers':
      return isSame(withoutImages(from, unwritten), withoutImages(to, unwritten));
    case 'activeDeadlineSeconds':
      return typeof to === 'number' && (from === undefined || (typeof from === 'number' && to <= from));
    case 'tolerations':
      return asList(from).every((one) => asList(to).some((other) => isSame(one, other)));
    case 'schedulingGates':
      return asList(to).every((one) => asList(from).some((other) => isSame(one, other)));
    case 'terminationGracePeriodSeconds':
      return typeof from === 'number' && from < 0 && to === 1;
    default:
      return false;
  }
}

function withoutImages(containers: Json | undefined, unwritten: (container: string) => boolean): readonly JsonObject[] {
  return asList(containers).map((container) => {
    const { image: _image, imagePullPolicy, ...rest } = asObject(container);
    // The default that the first image brought stays, whatever the tag of the next one.
    return unwritten(asText(rest['name'])) || imagePullPolicy === undefined ? rest : { ...rest, imagePullPolicy };
  });
}

/** Returns the names of the containers whose pull policy stands in the YAML. */
function withPullPolicy({ manifest }: ReviewedObject): readonly string[] {
  return containersOf(manifest).flatMap(({ name, json }) => (asText(json['imagePullPolicy']) === '' ? [] : [name]));
}

function images({ id, before, after }: ReviewedChange): Judgement {
  const former = imagesByName(before.spec['containers']);
  const changed = [...imagesByName(after.spec['containers'])].filter(([name, image]) => former.get(name) !== image);
  if (changed.length === 0) return NOTHING;
  const names = listedNames(changed.map(([name]) => name));
  const one = changed.length === 1;
  return {
    effects: ['restarts'],
    restarts: [id],
    notes: [
      {
        en: `${one ? 'Container' : 'Containers'} ${names.en} ${one ? 'ends and starts' : 'end and start'} again with the new image in the same Pod; nothing is served by ${one ? 'it' : 'them'} in between.`,
        zh: `容器 ${names.zh} 在同一 Pod 内停止并以新镜像重新启动；期间不提供服务。`,
      },
    ],
  };
}

function imagesByName(containers: Json | undefined): ReadonlyMap<string, string> {
  return new Map(
    asList(containers).map((item) => {
      const { name, image } = asObject(item);
      return [asText(name), asText(image)] as const;
    }),
  );
}
