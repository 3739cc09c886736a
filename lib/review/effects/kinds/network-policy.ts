import type { Text } from '../../../text';
import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { workloadName } from '../../../validation/pods/pods';
import { canonicalText } from '../defaults/canonical-text';
import { combined, NOTHING, traffic } from '../judgement';
import type { Judgement } from '../judgement';
import { isInOwnNamespace, policyRules } from '../pod-selectors';
import type { PolicyRule } from '../pod-selectors';
import type { KindJudge, ReviewContext } from '../review-context';
import type { ReviewedObject } from '../reviewed-object';
import type { ReviewedSet } from '../reviewed-set';
import { isSame } from '../same-value';
import { shownLabels, wordOf } from '../shown-value';
import { listedNames } from './workload-traffic';

type Direction = PolicyRule['direction'];

/** More who may pass by more ports in one rule are not told apart. */
const MAX_PASSAGES = 10_000;

const DIRECTIONS: readonly Direction[] = ['Ingress', 'Egress'];

/** What a change of a NetworkPolicy does: running Pods notice it within seconds, none restarts. */
export const networkPolicy: KindJudge = {
  changed: ({ before, after }, context) =>
    isSame(meaningOf(before), meaningOf(after))
      ? NOTHING
      : combined(
          traffic(appliesTo(after, context.after)),
          isolation(after, context),
          opening(before, context),
          ...DIRECTIONS.map((direction) => passage(direction, [before, context.before], [after, context.after])),
        ),
  added: (object, context) =>
    combined(
      traffic(appliesTo(object, context.after)),
      isolation(object, context),
      ...DIRECTIONS.map((direction) => passage(direction, undefined, [object, context.after])),
    ),
  removed: (object, context) =>
    combined(
      traffic(appliesTo(object, context.before)),
      opening(object, context),
      ...DIRECTIONS.filter((direction) => staysIsolated(object, direction, context)).map((direction) =>
        passage(direction, [object, context.before], undefined),
      ),
    ),
};

/** What it allows is a set: two rules with a port each are one with both, and their order means nothing. */
function meaningOf({ spec, json, manifest }: ReviewedObject) {
  const { ingress: _ingress, egress: _egress, ...others } = spec;
  const passages = policyRules({ ...manifest, json }).flatMap(({ direction, peers, ports }) =>
    peers.length * ports.length > MAX_PASSAGES
      ? [canonicalText([direction, peers, ports])]
      : orEverything(peers).flatMap((peer) =>
          orEverything(ports).map((port) => canonicalText([direction, peer, port])),
        ),
  );
  return { others, passages: [...new Set(passages)].sort() };
}

/** A list that is empty or left out restricts nothing. */
function orEverything(items: readonly JsonObject[]): readonly (JsonObject | null)[] {
  return items.length === 0 ? [null] : items;
}

function appliesTo({ manifest }: ReviewedObject, set: ReviewedSet): Text {
  const names = namesOf(set.podsSelectedBy(manifest));
  if (names.length === 0) {
    return { en: 'It selects no Pods of the set.', zh: '这组 YAML 中没有 Pod 被它选中。' };
  }
  const list = listedNames(names);
  return { en: `It is over the Pods of ${list.en}.`, zh: `它作用于 ${list.zh} 的 Pod。` };
}

/** Says which Pods it is the first policy over: until then everybody might pass. */
function isolation({ manifest }: ReviewedObject, context: ReviewContext): Judgement {
  const pods = context.after.podsSelectedBy(manifest);
  return combined(
    ...DIRECTIONS.map((direction) => {
      const closed = pods.filter((pod) => {
        const former = context.before.tryTemplate(context.after.keyOf(pod.workload.manifest));
        if (former === undefined || context.before.isIsolated(former, direction)) return false;
        return context.after.isIsolated(pod, direction);
      });
      if (closed.length === 0) return NOTHING;
      const list = listedNames(namesOf(closed));
      return traffic(
        direction === 'Ingress'
          ? {
              en: `No policy was over what comes to ${list.en} before: from now on only what is allowed gets in.`,
              zh: `此前没有策略限制进入 ${list.zh} 的流量：此后只有被允许的流量才能进入。`,
            }
          : {
              en: `No policy was over what leaves ${list.en} before: from now on only what is allowed gets out, DNS too.`,
              zh: `此前没有策略限制 ${list.zh} 发出的流量：此后只有被允许的流量（包括 DNS）才能发出。`,
            },
      );
    }),
  );
}

/** Says which Pods no policy is over any more. */
function opening({ manifest }: ReviewedObject, context: ReviewContext): Judgement {
  const pods = context.before.podsSelectedBy(manifest);
  return combined(
    ...DIRECTIONS.map((direction) => {
      const opened = pods.filter((pod) => {
        const next = context.after.tryTemplate(context.before.keyOf(pod.workload.manifest));
        if (next === undefined || context.after.isIsolated(next, direction)) return false;
        return context.before.isIsolated(pod, direction);
      });
      if (opened.length === 0) return NOTHING;
      const list = listedNames(namesOf(opened));
      return traffic(
        direction === 'Ingress'
          ? { en: `Everybody may reach ${list.en} then.`, zh: `之后任何人都可以访问 ${list.zh}。` }
          : { en: `${list.en} may reach everything then.`, zh: `之后 ${list.zh} 可以访问任何地址。` },
      );
    }),
  );
}

/** Tells whether other policies go on over some of its Pods, so that what it alone allowed is allowed no more. */
function staysIsolated({ manifest }: ReviewedObject, direction: Direction, context: ReviewContext): boolean {
  return context.before.podsSelectedBy(manifest).some((pod) => {
    const next = context.after.tryTemplate(context.before.keyOf(pod.workload.manifest));
    return next !== undefined && context.after.isIsolated(next, direction);
  });
}

/** Says whom its own rules allow now and whom no longer. */
function passage(
  direction: Direction,
  from: readonly [ReviewedObject, ReviewedSet] | undefined,
  to: readonly [ReviewedObject, ReviewedSet] | undefined,
): Judgement {
  const [former, next] = [from, to].map((side) => new Set(side === undefined ? [] : allowed(direction, ...side)));
  const come = [...(next ?? [])].filter((one) => former?.has(one) !== true).sort();
  const gone = [...(former ?? [])].filter((one) => next?.has(one) !== true).sort();
  const [added, taken] = [listedNames(come), listedNames(gone)];
  const isIngress = direction === 'Ingress';
  return combined(
    come.length === 0
      ? NOTHING
      : traffic({
          en: `It lets ${isIngress ? 'in' : 'out to'} ${added.en}.`,
          zh: `它允许${isIngress ? '来自' : '发往'} ${added.zh} 的流量。`,
        }),
    gone.length === 0
      ? NOTHING
      : traffic({
          en: `It no longer lets ${isIngress ? 'in' : 'out to'} ${taken.en}.`,
          zh: `它不再允许${isIngress ? '来自' : '发往'} ${taken.zh} 的流量。`,
        }),
  );
}

function allowed(direction: Direction, { manifest }: ReviewedObject, set: ReviewedSet): readonly string[] {
  return policyRules(manifest)
    .filter((rule) => rule.direction === direction)
    .flatMap(({ peers, ports }) => {
      const names = peers.length === 0 ? ['*'] : peers.flatMap((peer) => peerNames(peer, set));
      if (ports.length === 0) return names;
      if (names.length * ports.length > MAX_PASSAGES) return names.map((name) => `${name} (${ports.length} ports)`);
      return names.flatMap((name) => ports.map((port) => `${name} (${portText(port)})`));
    });
}

function peerNames(peer: JsonObject, set: ReviewedSet): readonly string[] {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (isInOwnNamespace(peer)) {
    const names = namesOf(set.podsSelectedBy(peer));
    return names.length === 0 ? [selectorText(podSelector)] : names;
  }
  if (ipBlock !== undefined && ipBlock !== null) {
    const { cidr, except } = asObject(ipBlock);
    const without = asList(except).map(wordOf);
    return [`${asText(cidr)}${without.length === 0 ? '' : ` - ${without.join(' ')}`}`];
  }
  return [`${selectorText(podSelector)} @ ${selectorText(namespaceSelector)}`];
}

function selectorText(selector: JsonObject[string]): string {
  const { matchLabels, matchExpressions } = asObject(selector);
  const asked = [
    shownLabels(matchLabels),
    ...asList(matchExpressions).map((item) => {
      const { key, operator, values } = asObject(item);
      return [asText(key), asText(operator), asList(values).map(wordOf).join('|')].filter(Boolean).join(' ');
    }),
  ].filter(Boolean);
  return asked.length === 0 ? '*' : asked.join(' ').replaceAll(', ', ' ');
}

function portText({ port, endPort, protocol }: JsonObject): string {
  const end = endPort === undefined || endPort === null ? '' : `-${wordOf(endPort)}`;
  return `${port === undefined || port === null ? '*' : wordOf(port)}${end}/${asText(protocol) || 'TCP'}`;
}

function namesOf(pods: readonly PodTemplate[]): readonly string[] {
  return [...new Set(pods.map(({ workload }) => workloadName(workload)))].sort();
}
