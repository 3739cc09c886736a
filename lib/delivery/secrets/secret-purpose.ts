/** What a Secret is for, which decides who can make its content. */
export type SecretPurpose =
  /** Login to the registry that images are pulled from. */
  | { readonly kind: 'registry'; readonly host: string }
  /** Certificate and key of a host that browsers ask for. */
  | { readonly kind: 'tls'; readonly host: string }
  /** Key tabs of principals, which the keeper of the Kerberos realm hands out. */
  | { readonly kind: 'key-tabs'; readonly principals: readonly string[] }
  /** Account at a mail relay. */
  | { readonly kind: 'mail'; readonly host: string }
  /** Passwords of accounts that a store makes for itself when it first starts. */
  | { readonly kind: 'accounts'; readonly store: string };

/** A Secret that an environment says is made outside this program. */
export interface OutsideSecretUse {
  readonly name: string;
  readonly purpose: SecretPurpose;
  /** Keys that it has to hold, whether or not something reads them. @default those that the YAML asks for */
  readonly keys?: readonly string[];
}

/** Returns in a few words what a Secret is for. */
export function purposeText(purpose: SecretPurpose | undefined): string {
  if (purpose === undefined) return 'the environment does not say what it is for';
  switch (purpose.kind) {
    case 'registry':
      return `pull secret: login to ${purpose.host}`;
    case 'tls':
      return `TLS of ${purpose.host}`;
    case 'key-tabs':
      return `key tabs of the Hadoop principals ${purpose.principals.join(', ')}`;
    case 'mail':
      return `account at the mail relay ${purpose.host}`;
    default:
      return `passwords of the accounts of ${purpose.store}`;
  }
}
