import { ofForm, ofFormOrEmpty } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { asObject } from '../manifest';
import { oncePer } from '../once-per';
import { podProblems } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { beginningOf, textForms } from '../fields/text-forms';
import type { TextForm } from '../fields/text-forms';

/** The kinds whose names are no DNS names of several parts. */
const FORMS: ReadonlyMap<string, TextForm> = new Map<string, TextForm>([
  ['Service', textForms.serviceName],
  ['StatefulSet.apps', textForms.dnsLabel],
  ['Namespace', textForms.dnsLabel],
  // Their own validation does not look at the name; what remains is that it stands in a URL.
  ['PodDisruptionBudget.policy', textForms.pathSegment],
  ['Role.rbac.authorization.k8s.io', textForms.pathSegment],
  ['RoleBinding.rbac.authorization.k8s.io', textForms.pathSegment],
  ['ClusterRole.rbac.authorization.k8s.io', textForms.pathSegment],
  ['ClusterRoleBinding.rbac.authorization.k8s.io', textForms.pathSegment],
]);

/** The kinds of Kubernetes whose names are DNS names; those of others have rules that are not known here. */
const DNS_NAMED: ReadonlySet<string> = new Set([
  'Pod',
  'ReplicationController',
  'Deployment.apps',
  'DaemonSet.apps',
  'ReplicaSet.apps',
  'Job.batch',
  'CronJob.batch',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'ServiceAccount',
  'LimitRange',
  'ResourceQuota',
  'Ingress.networking.k8s.io',
  'NetworkPolicy.networking.k8s.io',
  'HorizontalPodAutoscaler.autoscaling',
  'StorageClass.storage.k8s.io',
  'PriorityClass.scheduling.k8s.io',
]);

/**
 * How long the name of an object may be from which others are named.
 *
 * A CronJob adds 11 characters for a Job. A Job's name is a label of its Pods. The label `controller-revision-hash`
 * of a StatefulSet's Pods holds its name, "-" and a hash of 8 to 10 characters: one name of 53 or 54 characters fits,
 * another does not.
 */
const LONGEST: ReadonlyMap<string, readonly [characters: number, reason: string]> = new Map<
  string,
  readonly [number, string]
>([
  ['CronJob.batch', [52, 'its Jobs are named with 11 characters more']],
  ['Job.batch', [63, 'its Pods have it as a label']],
  ['StatefulSet.apps', [54, 'its Pods have it, with a hash, as a label']],
]);

const NAMESPACE: readonly FieldExpectation[] = [['metadata.namespace', ofFormOrEmpty(textForms.dnsLabel)]];

const namesOfForm = oncePer((form: TextForm): readonly FieldExpectation[] => [
  ['metadata.name', ofFormOrEmpty(form)],
  ['metadata.generateName', ofFormOrEmpty(beginningOf(form))],
  ...NAMESPACE,
]);

const POD_NAMES: readonly FieldExpectation[] = [
  ['serviceAccountName', ofFormOrEmpty(textForms.dnsSubdomain)],
  ['nodeName', ofFormOrEmpty(textForms.dnsSubdomain)],
  ['priorityClassName', ofFormOrEmpty(textForms.dnsSubdomain)],
  ['runtimeClassName', ofForm(textForms.dnsSubdomain)],
  ['hostname', ofFormOrEmpty(textForms.dnsLabel)],
  ['subdomain', ofFormOrEmpty(textForms.dnsLabel)],
  ['volumes[].name', ofForm(textForms.dnsLabel)],
  ['containers[].name', ofForm(textForms.dnsLabel)],
  ['initContainers[].name', ofForm(textForms.dnsLabel)],
];

const STATEFUL_SET_NAMES: readonly FieldExpectation[] = [
  ['spec.serviceName', ofFormOrEmpty(textForms.dnsLabel)],
  ['spec.volumeClaimTemplates[].metadata.name', ofForm(textForms.dnsLabel)],
];

/**
 * Names have the form that their kind asks. Those of Services and StatefulSets become DNS labels.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, and k8s.io/apimachinery pkg/api/validation/generic.go
 */
export const apiNamesValid = refusalRule({
  id: 'api-names-valid',
  summary: 'Objects, containers, volumes, and what they refer to have names of the form that Kubernetes asks.',
  remedy: 'Name it with small letters, digits and "-", as short as can be.',
  problemsIn: (manifest) => {
    const [root, kind] = [Field.of(manifest), qualifiedKind(manifest)];
    return [
      ...metadataProblems(root, kind),
      ...(LONGEST.has(kind) ? lengthProblems(root, kind) : []),
      ...(kind === 'StatefulSet.apps' ? problemsBelow(root, STATEFUL_SET_NAMES) : []),
      ...podProblems(manifest, ({ spec }) => problemsBelow(spec, POD_NAMES)),
    ];
  },
});

function metadataProblems(root: Field, kind: string): readonly FieldProblem[] {
  const form = FORMS.get(kind) ?? (DNS_NAMED.has(kind) ? textForms.dnsSubdomain : undefined);
  if (form === undefined) return problemsBelow(root, NAMESPACE);
  const { name, generateName } = asObject(root.at('metadata').value);
  return [
    ...((name ?? '') === '' && (generateName ?? '') === ''
      ? [problemAt(root.at('metadata.name'), 'is missing; a name is expected')]
      : []),
    ...problemsBelow(root, namesOfForm(form)),
  ];
}

function lengthProblems(root: Field, kind: string): readonly FieldProblem[] {
  if (kind === 'Job.batch' && root.at('spec.manualSelector').value === true) return [];
  const name = root.at('metadata.name');
  const [longest, reason] = LONGEST.get(kind) ?? [Infinity, ''];
  // What is longer than a label is refused by its form where the form is a label.
  const { length } = name.text ?? '';
  const judgedByForm = kind === 'StatefulSet.apps' && length > 63;
  if (length <= longest || judgedByForm) return [];
  return [problemAt(name, `has ${length} characters; at most ${longest} are expected, since ${reason}`)];
}
