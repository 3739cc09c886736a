import { fixedFields } from '../fixed-fields';
import { isSame } from '../same-value';
import { NOTHING, traffic } from '../judgement';
import type { KindJudge } from '../review-context';
import { allowance } from './allowance';
import { claim, volume } from './claim';
import { autoscaler, disruptionBudget, namespace, serviceAccount } from './cluster-settings';
import { configuration } from './configuration';
import { daemonSet } from './daemon-set';
import { deployment } from './deployment';
import { ingress, ingressClass } from './ingress';
import { cronJob, job } from './job';
import { networkPolicy } from './network-policy';
import { pod } from './pod';
import { replicaSet, replicationController } from './replica-set';
import { resourceDefinition } from './resource-definition';
import { service } from './service';
import { statefulSet } from './stateful-set';

/** Who judges the changes of a kind, by the kind with its API group. */
const JUDGES: ReadonlyMap<string, KindJudge> = new Map<string, KindJudge>([
  ['Pod', pod],
  ['ReplicationController', replicationController],
  ['Deployment.apps', deployment],
  ['StatefulSet.apps', statefulSet],
  ['DaemonSet.apps', daemonSet],
  ['ReplicaSet.apps', replicaSet],
  ['Job.batch', job],
  ['CronJob.batch', cronJob],
  ['ConfigMap', configuration],
  ['Secret', configuration],
  ['PersistentVolumeClaim', claim],
  ['PersistentVolume', volume],
  ['Service', service],
  ['Endpoints', endpoints('subsets')],
  ['EndpointSlice.discovery.k8s.io', endpoints('endpoints', 'ports')],
  ['NetworkPolicy.networking.k8s.io', networkPolicy],
  ['Ingress.networking.k8s.io', ingress],
  ['IngressClass.networking.k8s.io', ingressClass],
  ['HorizontalPodAutoscaler.autoscaling', autoscaler],
  ['PodDisruptionBudget.policy', disruptionBudget],
  ['ResourceQuota', allowance],
  ['LimitRange', allowance],
  ['Namespace', namespace],
  ['ServiceAccount', serviceAccount],
  ['CustomResourceDefinition.apiextensions.k8s.io', resourceDefinition],
  ['RoleBinding.rbac.authorization.k8s.io', fixed('roleRef')],
  ['ClusterRoleBinding.rbac.authorization.k8s.io', fixed('roleRef')],
  ['PriorityClass.scheduling.k8s.io', fixed('value', 'preemptionPolicy')],
  ['RuntimeClass.node.k8s.io', fixed('handler')],
  [
    'CSIDriver.storage.k8s.io',
    fixed('spec.attachRequired', 'spec.fsGroupPolicy', 'spec.podInfoOnMount', 'spec.volumeLifecycleModes'),
  ],
  ['StorageClass.storage.k8s.io', fixed('provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode')],
]);

/** Returns who judges the changes of a kind, as in `Deployment.apps`; nobody does where nothing notices them. */
export function judgeOf(kind: string): KindJudge {
  return JUDGES.get(kind) ?? {};
}

/** A kind of which some fields can never be changed, and of which nothing that runs notices the others. */
function fixed(...paths: readonly string[]): KindJudge {
  return { changed: (change) => fixedFields(change, paths) };
}

/** The addresses behind a Service, where they are written by hand. */
function endpoints(...fields: readonly string[]): KindJudge {
  const note = {
    en: 'The Service of this name leads to these addresses.',
    zh: '同名 Service 转发到这些地址。',
  };
  return {
    changed: (change) => {
      const { before, after } = change;
      const type = fixedFields(change, ['addressType']);
      if (type.effects.length > 0) return type;
      return fields.every((field) => isSame(before.json[field], after.json[field])) ? NOTHING : traffic(note);
    },
    added: () => traffic(note),
    removed: () =>
      traffic({
        en: 'The Service of this name leads nowhere once they are deleted.',
        zh: '删除后，同名 Service 无处转发。',
      }),
  };
}
