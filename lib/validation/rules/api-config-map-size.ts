import { dataKeyProblems, MOST_DATA_BYTES, tryBase64Bytes } from '../references/data-keys';
import { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

/**
 * A ConfigMap holds up to 1 MiB of values, under keys that can be names of files, and each key once.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateConfigMap
 */
export const apiConfigMapSize = refusalRule({
  id: 'api-config-map-size',
  summary: 'A ConfigMap has at most 1 MiB of values, under keys that can be names of files.',
  remedy: 'Divide it, or put large files into the image or onto a volume.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'ConfigMap') return [];
    const root = Field.of(manifest);
    const [data, binary] = [root.at('data'), root.at('binaryData')];
    const bytes =
      data.entries.reduce((sum, [, { text = '' }]) => sum + Buffer.byteLength(text), 0) +
      binary.entries.reduce((sum, [, { text = '' }]) => sum + (tryBase64Bytes(text) ?? 0), 0);
    return [
      ...dataKeyProblems(data),
      ...dataKeyProblems(binary),
      ...data.entries
        .filter(([key]) => binary.entry(key).value !== undefined)
        .map(([, entry]) => problemAt(entry, 'is in binaryData too; each key is expected once')),
      ...(bytes > MOST_DATA_BYTES
        ? [problemAt(root, `has ${bytes} bytes of values; at most ${MOST_DATA_BYTES} are expected`)]
        : []),
    ];
  },
});
