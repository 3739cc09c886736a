import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** What a container of a published YAML is started with. */
export interface PublishedContainer {
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly key: string } };
}

interface Container {
  readonly args?: readonly string[];
  readonly env?: readonly Variable[];
}

/**
 * Returns arguments and variables of a workload as the kubelet hands them over: `$(NAME)` is replaced, a key of a Secret
 * has the value `secret of <key>`, and a field of the Pod `10.0.0.1`.
 */
export function publishedContainer(environment: string, workload: string): PublishedContainer {
  const text = readFileSync(join(__dirname, '..', 'dist', environment, `${workload}.k8s.yaml`), 'utf8');
  const objects = parseAllDocuments(text).map((document) => document.toJS());
  const container: Container = objects.find(({ kind }) => kind === 'Deployment').spec.template.spec.containers[0];
  const variables = Object.fromEntries((container.env ?? []).map((variable) => [variable.name, given(variable)]));
  return {
    variables,
    args: (container.args ?? []).map((word) =>
      word.replaceAll(/\$\((\w+)\)/g, (reference: string, name: string) => variables[name] ?? reference),
    ),
  };
}

function given({ value, valueFrom }: Variable): string {
  return value ?? (valueFrom?.secretKeyRef ? `secret of ${valueFrom.secretKeyRef.key}` : '10.0.0.1');
}
