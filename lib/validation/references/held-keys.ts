import { asObject, asText, kindOf } from '../manifest';
import type { Manifest } from '../manifest';
import { oncePer } from '../once-per';

/** The keys of a ConfigMap or Secret, by how a Pod reads it. */
export interface HeldKeys {
  /** What can become an environment variable. */
  readonly environment: ReadonlySet<string>;
  /** What can become a file. */
  readonly volume: ReadonlySet<string>;
}

/** What Kubernetes itself puts into the Secret of a ServiceAccount's token. */
const TOKEN_KEYS = ['ca.crt', 'namespace', 'token'];

/**
 * Returns the keys that a ConfigMap or Secret of the set holds, or undefined where they are not known: a Secret
 * without any is there to be filled by somebody else.
 *
 * The binary data of a ConfigMap becomes files and never a variable (kubernetes/kubernetes v1.27
 * pkg/kubelet/kubelet_pods.go, makeEnvironmentVariables).
 */
export const tryHeldKeys = oncePer((manifest: Manifest): HeldKeys | undefined => {
  const { data, binaryData, stringData, type } = manifest.json;
  if (kindOf(manifest) === 'Secret') {
    const own = [...keys(data), ...keys(stringData)];
    if (own.length === 0) return undefined;
    const held = new Set(asText(type) === 'kubernetes.io/service-account-token' ? [...own, ...TOKEN_KEYS] : own);
    return { environment: held, volume: held };
  }
  return { environment: new Set(keys(data)), volume: new Set([...keys(data), ...keys(binaryData)]) };
});

function keys(map: Manifest['json'][string]): readonly string[] {
  return Object.keys(asObject(map));
}
