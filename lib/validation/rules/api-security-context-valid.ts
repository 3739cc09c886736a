import { absent, between, ofForm, oneOf } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import { repeatedTexts } from '../fields/repeated-texts';
import { textForms } from '../fields/text-forms';

/** What a user or a group of Linux can be. @see k8s.io/apimachinery v0.27 pkg/util/validation/validation.go */
const ID = between(0, 2 ** 31 - 1);

const OF_BOTH: readonly FieldExpectation[] = [
  ['securityContext.runAsUser', ID],
  ['securityContext.runAsGroup', ID],
  ['securityContext.seccompProfile.type', oneOf('RuntimeDefault', 'Unconfined', 'Localhost')],
  ['securityContext.seccompProfile', seccompProblems],
];

const OF_CONTAINERS: readonly FieldExpectation[] = [...OF_BOTH, ['securityContext', contradictions]];

const OF_PODS: readonly FieldExpectation[] = [
  ...OF_BOTH,
  ['securityContext.fsGroup', ID],
  ['securityContext.supplementalGroups[]', ID],
  ['securityContext.fsGroupChangePolicy', oneOf('OnRootMismatch', 'Always')],
  ['securityContext.sysctls[].name', ofForm(textForms.sysctl)],
  ['securityContext', (context) => repeatedTexts(context.all('sysctls[].name'), 'sysctl')],
];

/**
 * Users and groups are those that Linux can have, and a container that may not gain privileges has not got all of them
 * already.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateSecurityContext, ValidatePodSecurityContext
 */
export const apiSecurityContextValid = podRefusalRule({
  id: 'api-security-context-valid',
  summary: 'Security contexts have users that can be, and do not contradict themselves.',
  remedy: 'Drop privileged or CAP_SYS_ADMIN where allowPrivilegeEscalation is false, and give users of 0 or more.',
  problemsIn: ({ spec, containers }) => [
    ...problemsBelow(spec, OF_PODS),
    ...sharedProcessProblems(spec),
    ...containers.flatMap(({ field }) => problemsBelow(field, OF_CONTAINERS)),
  ],
});

function sharedProcessProblems(spec: Field): readonly FieldProblem[] {
  const shared = spec.at('shareProcessNamespace');
  if (shared.value !== true || spec.at('hostPID').value !== true) return [];
  return [problemAt(shared, 'is true, as hostPID is; only one of these is expected')];
}

function contradictions(context: Field): readonly FieldProblem[] {
  if (context.at('allowPrivilegeEscalation').value !== false) return [];
  const [privileged, added] = [context.at('privileged'), context.at('capabilities.add')];
  return [
    ...(privileged.value === true
      ? [
          problemAt(
            privileged,
            'is true; allowPrivilegeEscalation is false, and a privileged container has all privileges',
          ),
        ]
      : []),
    ...(added.items.some(({ value }) => value === 'CAP_SYS_ADMIN')
      ? [problemAt(added, 'has CAP_SYS_ADMIN; allowPrivilegeEscalation is false, and with it a container can gain any')]
      : []),
  ];
}

function seccompProblems(profile: Field): readonly FieldProblem[] {
  const [type, file] = [profile.at('type').text, profile.at('localhostProfile')];
  if (type === undefined) return [];
  if (type !== 'Localhost') return problemsOf(file, absent('which only the type Localhost takes'));
  if (!file.exists) return [problemAt(file, 'is missing; the type Localhost asks for a file')];
  return problemsOf(file, ofForm(textForms.relativePath));
}
