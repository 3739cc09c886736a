import { asObject, asText, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { tryExpected } from '../reading/expected-object';
import { isJobOver } from '../reading/missing-pods';
import { nameOf, shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** A suspended CronJob starts no Job, and a suspended Job no Pod, without a word. */
export const suspended: Question = {
  id: 'suspended',
  severity: 'error',
  summary: { en: 'Is a CronJob or Job suspended?', zh: '是否有 CronJob 或 Job 被挂起？' },
  ask: (cluster, expected) =>
    ['CronJob', 'Job']
      .flatMap((kind) => cluster.ofKind(kind))
      .filter((object) => isSuspended(object) && !isSuspended(tryExpected(object, expected)))
      .map((object) => {
        const last = asText(asObject(object.json['status'])['lastScheduleTime']);
        const kind = kindOf(object).toLowerCase();
        const command = `kubectl patch ${kind} ${nameOf(object)} -p '{"spec":{"suspend":false}}'`;
        return {
          object: objectId(object),
          cause: {
            en: `${shortId(object)} is suspended (spec.suspend: true): it creates ${kind === 'job' ? 'no Pod' : 'no Job'}${last === '' ? '' : `, the last one at ${last}`}`,
            zh: `${shortId(object)} 被挂起（spec.suspend: true），不会创建${kind === 'job' ? ' Pod' : ' Job'}${last === '' ? '' : `，上一次是 ${last}`}`,
          },
          evidence: [`${shortId(object)}: spec.suspend true`],
          remedy: {
            en: `Run \`${command}\`, or publish it again; a run missed within startingDeadlineSeconds starts at once.`,
            zh: `执行 \`${command}\`，或重新发布；startingDeadlineSeconds 内错过的一次会立即启动。`,
          },
          property: 'spec.suspend',
          explains: [objectId(object)],
        };
      }),
};

function isSuspended(object: Manifest | undefined): boolean {
  if (object === undefined || isTerminating(object) || isJobOver(object)) return false;
  return asObject(object.json['spec'])['suspend'] === true;
}
