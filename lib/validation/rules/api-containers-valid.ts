import { given, notEmptyList, oneOfOrEmpty, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import { repeatedTexts } from '../fields/repeated-texts';

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['image', given],
  ['imagePullPolicy', oneOfOrEmpty('Always', 'IfNotPresent', 'Never')],
  ['terminationMessagePolicy', oneOfOrEmpty('File', 'FallbackToLogsOnError')],
];

/**
 * A Pod has at least one container, and each container has a name of its own, also among the init containers, and an
 * image. White space around an image is taken in a template, and refused in each Pod that is made of it.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateContainers, validateContainerOnlyForPod
 */
export const apiContainersValid = podRefusalRule({
  id: 'api-containers-valid',
  summary: 'A Pod has containers, each with an image and a name of its own.',
  remedy: 'Give each container another name, an image, and policies that Kubernetes knows.',
  problemsIn: ({ spec, containers }) => [
    ...problemsOf(spec.at('containers'), notEmptyList),
    ...problemsOf(spec.at('ephemeralContainers'), ({ value }) =>
      Array.isArray(value) && value.length > 0
        ? 'is given; ephemeral containers are added to a Pod that runs'
        : undefined,
    ),
    ...repeatedTexts(
      containers.map(({ field }) => field.at('name')),
      'container',
    ),
    ...containers.flatMap(({ field }) => [
      ...(field.isObject ? problemsBelow(field, EXPECTATIONS) : []),
      ...spaceProblems(field.at('image')),
    ]),
  ],
});

function spaceProblems(image: Field): readonly FieldProblem[] {
  const { text = '' } = image;
  if (text.trim() === text) return [];
  return [problemAt(image, `is ${quoted(text)}; a name without white space around it is expected`)];
}
