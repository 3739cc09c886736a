import type { OutsideSecretUse, SecretPurpose } from '../../lib/delivery/secrets/secret-purpose';
import type { Environment } from '../../lib/environments/environment';
import { credentialsSecret, outsideSecrets } from '../../lib/environments/outside-secrets';

/** Returns what an environment says of the Secrets that are made outside, as plain data. */
export function outsideSecretUses(environment: Environment): readonly OutsideSecretUse[] {
  const purposes = purposesIn(environment);
  return outsideSecrets(environment).flatMap((secret) => {
    const purpose = purposes.get(secret.name);
    return purpose === undefined ? [] : [{ ...secret, purpose }];
  });
}

function purposesIn({ registry, entries, hadoop, mailRelay, stores }: Environment): ReadonlyMap<string, SecretPurpose> {
  const purposes = new Map<string, SecretPurpose>();
  for (const store of Object.keys(stores)) purposes.set(credentialsSecret(store), { kind: 'accounts', store });
  for (const entry of Object.values(entries)) {
    if (entry.type === 'ingress') purposes.set(entry.tlsSecret, { kind: 'tls', host: entry.host });
  }
  if (mailRelay.credentialsSecret !== undefined) {
    purposes.set(mailRelay.credentialsSecret, { kind: 'mail', host: mailRelay.host });
  }
  const principals = Object.values(hadoop.principals).map((name) => `${name}@${hadoop.kerberos.realm}`);
  purposes.set(hadoop.keytabSecret, { kind: 'key-tabs', principals });
  purposes.set(registry.pullSecret, { kind: 'registry', host: registry.host });
  return purposes;
}
