import { countedResources } from '../../../validation/quantities/counted-resources';
import type { Text } from '../../../text';
import type { EnvironmentReport } from '../report-model';
import { cloudText, percentText } from './amounts';
import { both } from './bilingual';
import type { EnvironmentPage } from './environment-page';
import { markup } from './markup';
import type { Markup, MarkupValue } from './markup';
import { findingsText, WORDS } from './words';

/** Returns the figures that matter first. */
export function overview({ report }: EnvironmentPage): Markup {
  const { workloads, images, rules, namespace, cloud } = report;
  const errors = rules.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = rules.findings.length - errors;
  return markup`<dl class="facts">
${namespace === undefined ? undefined : fact(WORDS.namespace, markup`<span class="code">${namespace}</span>`)}
${cloud === undefined ? undefined : fact(WORDS.cloud, cloudText(cloud))}
${fact(WORDS.workloads, workloads.length)}
${fact(WORDS.images, images.length)}
${useFacts(report)}
${fact(WORDS.findings, both(findingsText(errors, warnings)), errors > 0)}
${fact(WORDS.acknowledgements, rules.acknowledged.length)}
</dl>`;
}

function useFacts({ quota }: EnvironmentReport): readonly Markup[] {
  if (quota === undefined) return [];
  const { requests, requestsAllowed } = quota.use;
  const titles = { cpu: WORDS.requestsCpu, memory: WORDS.requestsMemory };
  return countedResources.map(({ name, amount, format }) => {
    const [used, allowed] = [requests[amount], requestsAllowed[amount]];
    const value = markup`${format(used)} <span class="of">/ ${format(allowed)} · ${percentText(used, allowed)}</span>`;
    return fact(titles[name], value, used > allowed);
  });
}

function fact(title: Text, value: MarkupValue, isBad = false): Markup {
  return markup`<div${isBad ? markup` class="bad"` : undefined}><dt>${both(title)}</dt><dd>${value}</dd></div>`;
}
