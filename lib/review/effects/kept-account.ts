import type { Text } from '../../text';
import { asObject, asText } from '../../validation/manifest';
import type { Json, JsonObject } from '../../validation/manifest';
import { tryWorkload } from '../../validation/pods/pods';
import type { ReviewedChange } from './reviewed-object';

/** The two names of the field with the account that Pods run as, of which the API server always fills both. */
const NAMES = ['serviceAccountName', 'serviceAccount'] as const;

/**
 * Returns a change as it comes out of `kubectl apply`, with what is to be said of that: of the two fields that name
 * the account of Pods, apply takes out or changes only what the YAML had, and the other one keeps the account.
 */
export function withKeptAccount(change: ReviewedChange): { readonly change: ReviewedChange; readonly note?: Text } {
  const [before, after] = [tryWorkload(change.before.manifest), tryWorkload(change.after.manifest)];
  if (before === undefined || after === undefined || before.podPath !== after.podPath) return { change };
  const live = accountOf(before.podSpec);
  const wanted = accountOf(after.podSpec);
  const [name = '', older = ''] = NAMES.map((field) => applied(before.podSpec[field], after.podSpec[field], live));
  const kept = name === '' ? older : name;
  if (kept === wanted) return { change };
  const json = withAccount(change.after.json, after.podPath.split('.'), kept);
  return {
    change: { ...change, after: { ...change.after, json, spec: asObject(json['spec']) } },
    note: {
      en: `Its Pods go on as the account ${kept}: kubectl apply does not ${wanted === '' ? 'take out' : 'change'} an account that stands in only one of serviceAccountName and serviceAccount; write serviceAccountName: ${wanted === '' ? 'default' : wanted}.`,
      zh: `其 Pod 仍使用账号 ${kept}：账号只写在 serviceAccountName 与 serviceAccount 之一时，kubectl apply 不会${wanted === '' ? '删除' : '修改'}它；请写 serviceAccountName: ${wanted === '' ? 'default' : wanted}。`,
    },
  };
}

function accountOf(podSpec: JsonObject): string {
  return asText(podSpec['serviceAccountName']) || asText(podSpec['serviceAccount']);
}

/** Returns what a field is after apply: what the YAML says, nothing where it said something before, else as it was. */
function applied(before: Json | undefined, after: Json | undefined, live: string): string {
  if (asText(after) !== '') return asText(after);
  return asText(before) === '' ? live : '';
}

function withAccount(json: JsonObject, path: readonly string[], account: string): JsonObject {
  const [field, ...rest] = path;
  if (field === undefined) {
    const { serviceAccountName: _name, ...others } = json;
    return account === '' ? others : { ...others, serviceAccountName: account };
  }
  return { ...json, [field]: withAccount(asObject(json[field]), rest, account) };
}
