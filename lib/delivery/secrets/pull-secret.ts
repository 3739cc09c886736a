import type { SecretObject } from './secret-object';

/** A login to a registry. */
export interface RegistryLogin {
  /** DNS name, with a port where it is not 443: what the references of images begin with. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

/** Returns the Secret by which the kubelet logs in to a registry. */
export function pullSecret(name: string, namespace: string, login: RegistryLogin): SecretObject {
  return {
    name,
    namespace,
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': dockerConfigJson(login) },
  };
}

/** Returns the same bytes that `kubectl create secret docker-registry` puts into the Secret. */
function dockerConfigJson({ host, username, password }: RegistryLogin): string {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const json = JSON.stringify({ auths: { [host]: { username, password, auth } } });
  // Go's encoder writes these as escapes, so that JSON can stand in HTML; to a reader of JSON they are the same.
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
