import { quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { labelProblems } from '../reach/label-selector';
import { podProblems } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

/** @see k8s.io/apimachinery v0.27 pkg/api/validation/objectmeta.go, TotalAnnotationSizeLimitB */
const MOST_ANNOTATION_BYTES = 256 * 1024;

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
    const [root, kind] = [Field.of(manifest), qualifiedKind(manifest)];
    const metadata = [
      root.at('metadata'),
      ...(kind === 'CronJob.batch' ? root.all('spec.jobTemplate.metadata') : []),
      ...(kind === 'StatefulSet.apps' ? root.all('spec.volumeClaimTemplates[].metadata') : []),
    ];
    return [
      ...metadata.flatMap(metadataProblems),
      ...podProblems(manifest, (pods) => [
        ...(pods.kind === 'Pod' ? [] : metadataProblems(pods.metadata)),
        ...labelProblems(pods.spec.at('nodeSelector')),
        ...pods.spec.all('volumes[].ephemeral.volumeClaimTemplate.metadata').flatMap(metadataProblems),
      ]),
      ...(kind === 'Service' ? labelProblems(root.at('spec.selector')) : []),
    ];
  },
});

function metadataProblems(metadata: Field): readonly FieldProblem[] {
  const annotations = metadata.at('annotations');
  const bytes = annotations.entries.reduce(
    (sum, [key, { text = '' }]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text),
    0,
  );
  return [
    ...labelProblems(metadata.at('labels')),
    ...annotations.entries
      .filter(([key]) => !textForms.annotationKey.matches(key))
      .map(([key, annotation]) =>
        problemAt(annotation, `has the key ${quoted(key)}; ${textForms.annotationKey.expected} is expected`),
      ),
    ...(bytes > MOST_ANNOTATION_BYTES
      ? [problemAt(annotations, `have ${bytes} bytes; at most ${MOST_ANNOTATION_BYTES} are expected`)]
      : []),
  ];
}
