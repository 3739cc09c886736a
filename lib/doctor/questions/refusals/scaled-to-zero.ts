import { asObject, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Expected } from '../../cluster/expected';
import type { Question } from '../../judge/finding';
import { isJobOver } from '../reading/missing-pods';
import { tryExpected } from '../reading/expected-object';
import { nameOf, shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** Written by the program on what an environment stops on purpose. */
const STOPPED = 'znyw/stopped';

/** Nobody is refused and nothing fails: zero Pods are asked for. */
export const scaledToZero: Question = {
  id: 'scaled-to-zero',
  severity: 'error',
  summary: { en: 'Is a workload scaled to no Pods?', zh: '是否有工作负载被缩到 0 个 Pod？' },
  ask: (cluster, expected) =>
    ['Deployment', 'StatefulSet', 'ReplicaSet', 'Job']
      .flatMap((kind) => cluster.ofKind(kind))
      .filter((object) => cluster.topOwner(object) === object && isZero(object) && !isMeant(object, expected))
      .map((object) => {
        const field = fieldOf(object);
        const wanted = tryExpected(object, expected);
        const count = wanted === undefined ? undefined : wholeNumber(asObject(wanted.json['spec'])[field], 1);
        return {
          object: objectId(object),
          ...(expected.manifests.length > 0 && count === undefined ? { severity: 'warning' as const } : {}),
          cause: {
            en: `${shortId(object)} asks for 0 Pods (spec.${field}: 0)${count === undefined ? '' : `; ${count} ${count === 1 ? 'was' : 'were'} published`}`,
            zh: `${shortId(object)} 只要 0 个 Pod（spec.${field}: 0）${count === undefined ? '' : `，发布的是 ${count}`}`,
          },
          evidence: [`${shortId(object)}: spec.${field} 0`],
          remedy: remedyOf(object, count ?? 1),
          property: `spec.${field}`,
          explains: [objectId(object)],
        };
      }),
};

function remedyOf(object: Manifest, count: number) {
  const command =
    kindOf(object) === 'Job'
      ? `kubectl patch job ${nameOf(object)} -p '{"spec":{"parallelism":${count}}}'`
      : `kubectl scale ${kindOf(object).toLowerCase()}/${nameOf(object)} --replicas=${count}`;
  return {
    en: `Publish it again, or run \`${command}\`.`,
    zh: `重新发布，或执行 \`${command}\`。`,
  };
}

function fieldOf(object: Manifest): 'replicas' | 'parallelism' {
  return kindOf(object) === 'Job' ? 'parallelism' : 'replicas';
}

function isZero(object: Manifest): boolean {
  const isOver = kindOf(object) === 'Job' && isJobOver(object);
  return asObject(object.json['spec'])[fieldOf(object)] === 0 && !isTerminating(object) && !isOver;
}

function isMeant(object: Manifest, expected: Expected): boolean {
  const wanted = tryExpected(object, expected);
  if (asObject(asObject(object.json['metadata'])['annotations'])[STOPPED] === 'true')
    return wanted === undefined || isZero(wanted);
  return wanted !== undefined && isZero(wanted);
}
