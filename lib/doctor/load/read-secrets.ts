import type { JsonObject } from '../../validation/manifest';
import type { Answer, Kubectl } from './kubectl';

/** Prints names, types and keys: the values stay in kubectl. No key, type or name has a tab. */
const TEMPLATE =
  '{{range .items}}{{.metadata.name}}{{"\\t"}}{{.type}}{{"\\t"}}{{.metadata.uid}}{{"\\t"}}{{.metadata.creationTimestamp}}' +
  '{{range $key, $value := .data}}{{"\\t"}}{{$key}}{{end}}{{"\\n"}}{{end}}';

/** Reads the Secrets of a namespace without their content. */
export async function readSecrets(kubectl: Kubectl, namespace: string): Promise<Answer<readonly JsonObject[]>> {
  const { value, failure } = await kubectl.text(['get', 'secrets', '-n', namespace, '-o', `go-template=${TEMPLATE}`]);
  if (failure !== undefined) return { failure };
  const lines = value.split('\n').filter((line) => line !== '');
  return {
    value: lines.map((line) => {
      const [name = '', type = '', uid = '', creationTimestamp = '', ...keys] = line.split('\t');
      return {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace, uid, creationTimestamp },
        type,
        data: Object.fromEntries(keys.map((key) => [key, ''])),
      };
    }),
  };
}
