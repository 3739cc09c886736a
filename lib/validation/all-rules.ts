import type { Rule } from './rule';
import { apiAutoscalerValid } from './rules/api-autoscaler-valid';
import { apiClaimValid } from './rules/api-claim-valid';
import { apiConfigMapSize } from './rules/api-config-map-size';
import { apiContainersValid } from './rules/api-containers-valid';
import { apiDisruptionBudgetValid } from './rules/api-disruption-budget-valid';
import { apiEnvNames } from './rules/api-env-names';
import { apiEnvSources } from './rules/api-env-sources';
import { apiEnvUnique } from './rules/api-env-unique';
import { apiIngressValid } from './rules/api-ingress-valid';
import { apiJobValid } from './rules/api-job-valid';
import { apiLabelSelectorsValid } from './rules/api-label-selectors-valid';
import { apiLabelsValid } from './rules/api-labels-valid';
import { apiMountPathsUnique } from './rules/api-mount-paths-unique';
import { apiNamesValid } from './rules/api-names-valid';
import { apiNetworkPolicyValid } from './rules/api-network-policy-valid';
import { apiNodePortsValid } from './rules/api-node-ports-valid';
import { apiPodSettingsValid } from './rules/api-pod-settings-valid';
import { apiPortNamesValid } from './rules/api-port-names-valid';
import { apiPortsUnique } from './rules/api-ports-unique';
import { apiProbeValid } from './rules/api-probe-valid';
import { apiQuantityNotNegative } from './rules/api-quantity-not-negative';
import { apiRequestWithinLimit } from './rules/api-request-within-limit';
import { apiRestartPolicy } from './rules/api-restart-policy';
import { apiRolloutValid } from './rules/api-rollout-valid';
import { apiScheduleValid } from './rules/api-schedule-valid';
import { apiSchedulingValid } from './rules/api-scheduling-valid';
import { apiSecretValid } from './rules/api-secret-valid';
import { apiSecurityContextValid } from './rules/api-security-context-valid';
import { apiSelectorMatchesTemplate } from './rules/api-selector-matches-template';
import { apiServiceValid } from './rules/api-service-valid';
import { apiVolumeMountsResolve } from './rules/api-volume-mounts-resolve';
import { apiVolumesValid } from './rules/api-volumes-valid';
import { configRestartsPods } from './rules/config-restarts-pods';
import { connectionAllowed } from './rules/connection-allowed';
import { debugHold } from './rules/debug-hold';
import { fitsTheVms } from './rules/fits-the-vms';
import { imageFromRegistry } from './rules/image-from-registry';
import { imagePinned } from './rules/image-pinned';
import { limitsWithinVm } from './rules/limits-within-vm';
import { namesUnique } from './rules/names-unique';
import { objectValid } from './rules/object-valid';
import { ownNamespace } from './rules/own-namespace';
import { podSecurityRestricted } from './rules/pod-security-restricted';
import { probePortDeclared } from './rules/probe-port-declared';
import { probePortListed } from './rules/probe-port-listed';
import { pullSecretSet } from './rules/pull-secret-set';
import { quantityValid } from './rules/quantity-valid';
import { referencesResolve } from './rules/references-resolve';
import { requestsWithinQuota } from './rules/requests-within-quota';
import { resourcesDeclared } from './rules/resources-declared';
import { rolloutWithinQuota } from './rules/rollout-within-quota';
import { rwoRecreate } from './rules/rwo-recreate';
import { secretNotInline } from './rules/secret-not-inline';
import { selectorIsStable } from './rules/selector-is-stable';
import { serviceReachesPods } from './rules/service-reaches-pods';
import { survivesVmLoss } from './rules/survives-vm-loss';
import { targetsResolve } from './rules/targets-resolve';
import { tenantKindsOnly } from './rules/tenant-kinds-only';

/** Rules that belong together, for documents and for people who look for one. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The one table: every rule, group by group. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    title: 'Capacity',
    rules: [requestsWithinQuota, limitsWithinVm, resourcesDeclared, rolloutWithinQuota, fitsTheVms, survivesVmLoss],
  },
  {
    title: 'References and reach',
    rules: [
      referencesResolve,
      targetsResolve,
      serviceReachesPods,
      connectionAllowed,
      namesUnique,
      probePortDeclared,
      probePortListed,
    ],
  },
  { title: 'Supply', rules: [imageFromRegistry, imagePinned, pullSecretSet, secretNotInline] },
  {
    title: 'What the API server refuses',
    rules: [
      apiAutoscalerValid,
      apiClaimValid,
      apiConfigMapSize,
      apiContainersValid,
      apiDisruptionBudgetValid,
      apiEnvNames,
      apiEnvSources,
      apiEnvUnique,
      apiIngressValid,
      apiJobValid,
      apiLabelSelectorsValid,
      apiLabelsValid,
      apiMountPathsUnique,
      apiNamesValid,
      apiNetworkPolicyValid,
      apiNodePortsValid,
      apiPodSettingsValid,
      apiPortNamesValid,
      apiPortsUnique,
      apiProbeValid,
      apiQuantityNotNegative,
      apiRequestWithinLimit,
      apiRestartPolicy,
      apiRolloutValid,
      apiScheduleValid,
      apiSchedulingValid,
      apiSecretValid,
      apiSecurityContextValid,
      apiSelectorMatchesTemplate,
      apiServiceValid,
      apiVolumeMountsResolve,
      apiVolumesValid,
      objectValid,
      quantityValid,
    ],
  },
  { title: 'Tenant', rules: [ownNamespace, tenantKindsOnly] },
  {
    title: 'Safety',
    rules: [podSecurityRestricted, rwoRecreate, configRestartsPods, selectorIsStable, debugHold],
  },
];

/** Every rule there is. */
export const allRules: readonly Rule[] = ruleGroups.flatMap(({ rules }) => rules);
