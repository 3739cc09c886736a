/** Short name of the project; `part-of` of everything that it deploys. */
export const PROJECT = 'znyw';

/** Recommended labels of Kubernetes that this program writes. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Returns the labels by which a workload's Pods are found, by its Deployment, Service and NetworkPolicies alike.
 *
 * They are immutable in a Deployment and in the heads of the people who type them after `kubectl get -l`, so they
 * depend on the workload's name alone and never on where it stands in the construct tree.
 */
export function selectorLabels(workload: string): Labels {
  return { 'app.kubernetes.io/name': workload, 'app.kubernetes.io/part-of': PROJECT };
}

/**
 * Returns all labels of a workload's objects and Pods.
 *
 * @param workload its name, such as `anomaly-mongo`
 * @param stack the stack that it belongs to, such as `anomaly`
 * @param component what it is there, such as `store`
 */
export function workloadLabels(workload: string, stack: string, component: string): Labels {
  return {
    ...selectorLabels(workload),
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/managed-by': 'cdk8s',
    'znyw/stack': stack,
  };
}
