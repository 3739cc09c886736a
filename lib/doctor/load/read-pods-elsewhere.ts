import { jsonValues } from '../../manifests/json-values';
import { ReadingError } from '../../manifests/reading-error';
import { asObject } from '../../validation/manifest';
import type { Json, JsonObject } from '../../validation/manifest';
import type { Kubectl } from './kubectl';

/**
 * Prints what Pods take of their nodes and nothing else, for what other people run is none of our business. A map is
 * printed as JSON, several one after the other.
 */
const TEMPLATE =
  '{range .items[*]}{.metadata.namespace}{"\\t"}{.metadata.name}{"\\t"}{.spec.nodeName}{"\\t"}{.status.phase}{"\\t"}' +
  '{.spec.containers[*].resources}{"\\t"}{.spec.initContainers[*].resources}{"\\t"}{.spec.overhead}{"\\n"}{end}';

/** Reads what the Pods of other namespaces take of the nodes; undefined where this may not be seen. */
export async function tryReadPodsElsewhere(
  kubectl: Kubectl,
  namespace: string,
): Promise<readonly JsonObject[] | undefined> {
  const running = 'status.phase!=Succeeded,status.phase!=Failed,spec.nodeName!=';
  const others = `${running},metadata.namespace!=${namespace}`;
  const { value } = await kubectl.text([
    'get',
    'pods',
    '--all-namespaces',
    '--field-selector',
    others,
    '-o',
    `jsonpath=${TEMPLATE}`,
  ]);
  if (value === undefined) return undefined;
  try {
    return value
      .split('\n')
      .filter((line) => line !== '')
      .map(podOf)
      .filter(({ metadata }) => asObject(metadata)['namespace'] !== namespace);
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    return undefined;
  }
}

function podOf(line: string): JsonObject {
  const [namespace = '', name = '', nodeName = '', phase = '', containers = '', init = '', overhead = ''] =
    line.split('\t');
  const withResources = (resources: Json, index: number) => ({ name: `${index}`, resources });
  const [charged] = jsonValues(overhead);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace, name },
    spec: {
      nodeName,
      containers: [...jsonValues(containers)].map(withResources),
      initContainers: [...jsonValues(init)].map(withResources),
      ...(charged === undefined ? {} : { overhead: charged }),
    },
    status: { phase },
  };
}
