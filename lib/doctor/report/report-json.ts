import type { Language, Text } from '../../text';
import type { Diagnosis } from '../judge/diagnose';
import type { QuotaUse } from '../judge/quota-use';
import { covered } from './covered';

/** Returns a diagnosis for another program: one JSON object, the same bytes for the same cluster. */
export function reportJson({ verdict, findings, unknown, quotas }: Diagnosis, language: Language): string {
  const content = {
    verdict,
    findings: findings.map(({ id, severity, object, cause, evidence, remedy, where, explains }) => ({
      id,
      severity,
      object,
      cause: covered(cause[language]),
      evidence: evidence.map(covered),
      remedy: remedy[language],
      ...(where === undefined ? {} : { where }),
      explains,
    })),
    unknown: unknown.map(({ question, reason }) => ({ question, reason })),
    quota: Object.fromEntries(quotas.map((quota) => [quota.object, quotaContent(quota)])),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Returns the same where nothing could be read at all. */
export function unreadJson(reason: Text, language: Language): string {
  const unknown = [{ question: 'what the cluster says', reason: reason[language] }];
  return `${JSON.stringify({ verdict: 'unknown', findings: [], unknown, quota: {} }, null, 2)}\n`;
}

function quotaContent({ resources, fits }: QuotaUse) {
  return {
    resources: Object.fromEntries(
      resources.map(({ resource, used, hard, left, percent }) => [resource, { used, hard, left, percent }]),
    ),
    fits: Object.fromEntries(fits.map(({ object, pods }) => [object, pods])),
  };
}
