import { hostChecks } from '../pod-security/host-checks';
import { identityChecks } from '../pod-security/identity-checks';
import { privilegeChecks } from '../pod-security/privilege-checks';
import { trySecurityPod } from '../pod-security/security-pod';
import type { Rule } from '../rule';

const CHECKS = [...hostChecks, ...identityChecks, ...privilegeChecks];

/**
 * The level `restricted` of Pod Security in 1.27, with what it takes over from `baseline`. A workload that violates it
 * is accepted; its Pods are refused, one by one, and the only trace is an event on its controller.
 *
 * A policy, as the label of a namespace decides whether Pod Security looks at all: the project's namespaces have it,
 * others may not, so that a departure can be acknowledged with a reason.
 *
 * @see k8s.io/pod-security-admission v0.27 policy
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const podSecurityRestricted: Rule = {
  id: 'pod-security-restricted',
  class: 'policy',
  severity: 'error',
  summary: 'Every Pod is one that Pod Security admits at the level restricted.',
  remedy: 'Set the security context as the message says.',
  check: (manifests) =>
    manifests.flatMap((manifest) => {
      const pod = trySecurityPod(manifest);
      if (pod === undefined) return [];
      return CHECKS.flatMap((check) => check(pod)).map((problem) => ({ manifest, ...problem }));
    }),
};
