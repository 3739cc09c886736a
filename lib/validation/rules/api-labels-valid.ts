import { quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { asText, isJsonObject } from '../manifest';
import { labelProblems } from '../reach/label-selector';
import { podProblems } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

/** @see k8s.io/apimachinery v0.27 pkg/api/validation/objectmeta.go, TotalAnnotationSizeLimitB */
const MOST_ANNOTATION_BYTES = 256 * 1024;

/** What has labels, by kind, beside what every kind has. */
const BY_KIND: ReadonlyMap<string, readonly FieldExpectation[]> = new Map<string, readonly FieldExpectation[]>([
  ['CronJob.batch', metadataAt('spec.jobTemplate.metadata')],
  ['StatefulSet.apps', metadataAt('spec.volumeClaimTemplates[].metadata')],
  ['Service', [['spec.selector', labelProblems]]],
]);

const NONE: readonly FieldExpectation[] = [];

const METADATA = metadataAt('metadata');

const TEMPLATE: readonly FieldExpectation[] = [
  ['labels', labelProblems],
  ['annotations', annotationProblems],
];

const POD_SPEC: readonly FieldExpectation[] = [
  ['nodeSelector', labelProblems],
  ...metadataAt('volumes[].ephemeral.volumeClaimTemplate.metadata'),
];

/**
 * Labels and annotations have keys of the form `name` or `dns.name/name`, and labels have short values. Annotations may
 * be long, all those of an object together up to 256 KiB.
 *
 * @see k8s.io/apimachinery v0.27 pkg/api/validation/objectmeta.go, pkg/apis/meta/v1/validation/validation.go
 */
export const apiLabelsValid = refusalRule({
  id: 'api-labels-valid',
  summary: 'Labels and annotations have keys and values of the form that Kubernetes asks.',
  remedy: 'Shorten the label or write it with letters, digits, "-", "_" and "."; put free text into an annotation.',
  problemsIn: (manifest) => {
    const root = Field.of(manifest);
    return [
      ...problemsBelow(root, METADATA),
      ...problemsBelow(root, BY_KIND.get(qualifiedKind(manifest)) ?? NONE),
      ...podProblems(manifest, (pods) => [
        ...(pods.kind === 'Pod' ? [] : problemsBelow(pods.metadata, TEMPLATE)),
        ...problemsBelow(pods.spec, POD_SPEC),
      ]),
    ];
  },
});

function metadataAt(path: string): readonly FieldExpectation[] {
  return [
    [`${path}.labels`, labelProblems],
    [`${path}.annotations`, annotationProblems],
  ];
}

function annotationProblems(annotations: Field): readonly FieldProblem[] {
  const { value } = annotations;
  if (!isJsonObject(value)) return [];
  const problems: FieldProblem[] = [];
  let bytes = 0;
  for (const key of Object.keys(value)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(asText(value[key]));
    if (textForms.annotationKey.matches(key)) continue;
    const message = `has the key ${quoted(key)}; ${textForms.annotationKey.expected} is expected`;
    problems.push(problemAt(annotations.entry(key), message));
  }
  if (bytes <= MOST_ANNOTATION_BYTES) return problems;
  return [...problems, problemAt(annotations, `have ${bytes} bytes; at most ${MOST_ANNOTATION_BYTES} are expected`)];
}
