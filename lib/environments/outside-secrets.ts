import type { Environment } from './environment';

/** A Secret that the YAML refers to and that is made outside this program. */
export interface OutsideSecret {
  readonly name: string;

  /**
   * The keys that it has to hold.
   * @default a password for each account of a store, `<account>-password`, which the stacks know
   */
  readonly keys?: readonly string[];
}

/** Returns the name of the Secret with the passwords of a store. */
export function credentialsSecret(store: string): string {
  return `${store}-credentials`;
}

/** Returns the Secrets that have to exist in an environment's namespace, by name. */
export function outsideSecrets({
  registry,
  entries,
  hadoop,
  mailRelay,
  stores,
}: Environment): readonly OutsideSecret[] {
  const tls = Object.values(entries).flatMap((entry) =>
    entry.type === 'ingress' ? [{ name: entry.tlsSecret, keys: ['tls.crt', 'tls.key'] }] : [],
  );
  const mail =
    mailRelay.credentialsSecret === undefined
      ? []
      : [{ name: mailRelay.credentialsSecret, keys: ['username', 'password'] }];
  return [
    { name: registry.pullSecret, keys: ['.dockerconfigjson'] },
    ...tls,
    { name: hadoop.keytabSecret, keys: Object.keys(hadoop.principals).map((as) => `${as}.keytab`) },
    ...mail,
    ...Object.keys(stores).map((store) => ({ name: credentialsSecret(store) })),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
}
