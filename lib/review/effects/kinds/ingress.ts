import { asList, asObject, asText } from '../../../validation/manifest';
import { fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING, traffic } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import { isSame } from '../same-value';
import { listedNames } from './workload-traffic';

/** What a change of an Ingress does. */
export const ingress: KindJudge = {
  changed: (change) => combined(hosts(change), rest(change)),
  added: (object) => {
    const names = listedNames(hostsOf(object));
    return traffic({ en: `Requests for ${names.en} come in by it.`, zh: `对 ${names.zh} 的请求由它接入。` });
  },
  removed: (object) => {
    const names = listedNames(hostsOf(object));
    return traffic({
      en: `Requests for ${names.en} no longer come in by it once it is deleted.`,
      zh: `删除后，对 ${names.zh} 的请求不再由它接入。`,
    });
  },
};

/** What a change of an IngressClass does. */
export const ingressClass: KindJudge = {
  changed: (change) =>
    combined(
      fixedFields(change, ['spec.controller']),
      isSame(change.before.spec['parameters'], change.after.spec['parameters'])
        ? NOTHING
        : traffic({
            en: 'The parameters of the controller behind all Ingresses of this class change.',
            zh: '该类全部 Ingress 所用控制器的参数发生变化。',
          }),
    ),
  removed: () =>
    noted({
      en: 'Ingresses of this class are served by nobody once it is deleted.',
      zh: '删除后，没有控制器再处理该类的 Ingress。',
    }),
};

function hosts({ before, after }: ReviewedChange): Judgement {
  const [former, next] = [hostsOf(before), hostsOf(after)];
  const gone = former.filter((host) => !next.includes(host));
  const come = next.filter((host) => !former.includes(host));
  return combined(
    gone.length === 0
      ? NOTHING
      : traffic({
          en: `Requests for ${listedNames(gone).en} no longer come in by it.`,
          zh: `对 ${listedNames(gone).zh} 的请求不再由它接入。`,
        }),
    come.length === 0
      ? NOTHING
      : traffic({
          en: `Requests for ${listedNames(come).en} come in by it from now on.`,
          zh: `对 ${listedNames(come).zh} 的请求此后由它接入。`,
        }),
  );
}

function rest({ before, after }: ReviewedChange): Judgement {
  const isMoved = !isSame(before.spec, after.spec);
  // Its controller reads settings from annotations: timeouts, sizes, rewrites.
  const [was, is] = [before, after].map(({ json }) => valueAt(json, 'metadata.annotations'));
  return combined(
    isMoved
      ? traffic({
          en: 'Its controller sends requests by the new rules within seconds; no Pod restarts.',
          zh: '其控制器数秒内按新规则转发请求；没有 Pod 重启。',
        })
      : NOTHING,
    isSame(was, is)
      ? NOTHING
      : traffic({
          en: 'Its annotations are settings of its controller, which uses the new ones within seconds.',
          zh: '其注解是控制器的设置，数秒内按新值生效。',
        }),
  );
}

function hostsOf({ spec }: ReviewedObject): readonly string[] {
  const rules = asList(spec['rules']).map((rule) => asText(asObject(rule)['host']) || '*');
  return [...new Set(rules.length === 0 ? ['*'] : rules)].sort();
}
