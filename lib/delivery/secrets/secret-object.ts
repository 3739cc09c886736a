import { yamlText } from '../../manifests/yaml-text';

/** A Secret with its content. Nothing but `secretYaml` may print one. */
export interface SecretObject {
  readonly name: string;
  readonly namespace: string;
  readonly type: 'Opaque' | 'kubernetes.io/dockerconfigjson';
  /** Values as they are, by key. */
  readonly data: Readonly<Record<string, string>>;
}

/** Returns a Secret as YAML for `kubectl`, its values in base64 as the API has them. */
export function secretYaml({ name, namespace, type, data }: SecretObject): string {
  const encoded = Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString('base64')] as const);
  return yamlText([
    { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type, data: Object.fromEntries(encoded) },
  ]);
}
